import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import * as stranger from '../unit/cams/certificate';

export interface Proxy {
  readonly url: string;
  /** `host:port` of every tunnel that was asked for to one of the served hosts. */
  readonly tunnels: string[];
  /** What a client must say in Proxy-Authorization. */
  credentials: string | undefined;
  /** Whether it shows the certificate that it was given, or one that nobody knows. */
  isTrusted: boolean;
  close(): void;
}

/**
 * A proxy of the kind that opens the encryption of what passes: behind its tunnels it answers as the real
 * hosts would, with a certificate of its own, and hands on to where they are played.
 *
 * @param hosts where each `host:port` is played: an http origin on loopback.
 */
export async function startProxy(
  hosts: Readonly<Record<string, string>>,
  trusted: { key: Buffer; cert: Buffer },
): Promise<Proxy> {
  const unknown = { key: stranger.PRIVATE_KEY, cert: stranger.CERTIFICATE };
  const sockets = new Set<Duplex>();
  const server = http.createServer((_, response) => response.writeHead(502).end());

  server.on('connect', ({ url = '', headers }, socket: Duplex) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    const host = hosts[url];
    if (host === undefined) return socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    proxy.tunnels.push(url);
    if (proxy.credentials !== undefined && headers['proxy-authorization'] !== proxy.credentials) {
      return socket.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="Office"\r\n\r\n',
      );
    }
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    const identity = proxy.isTrusted ? trusted : unknown;
    const near = new tls.TLSSocket(socket, { isServer: true, ...identity });
    const far = net.connect(Number(new URL(host).port), new URL(host).hostname);
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
    near.pipe(far).pipe(near);
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: Proxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tunnels: [],
    credentials: undefined,
    isTrusted: true,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
  return proxy;
}
