import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listener {
  /** `http://host:port`. */
  readonly origin: string;
  close(): Promise<void>;
}

export async function listen(host: string, port: number, handler: http.RequestListener): Promise<Listener> {
  const server = http.createServer({ keepAliveTimeout: 60_000 }, handler);
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      done();
    });
  });
  return {
    origin: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
