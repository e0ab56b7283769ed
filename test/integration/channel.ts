import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import type { Counts } from '../host/counts';

/**
 * From the tests inside VS Code to the process that has started it. VS Code's own console is no way: what a
 * test says would drown there, and a browser window has no exit code to count with.
 */
type Message = { text: string } | { counts: Counts };

const PORT = 'CAMS_FLOWS_TEST_PORT';

/** The near end: prints what the tests say, and knows the result when they have ended. */
export async function listenToTests() {
  let counts: Counts | undefined;
  const server = net.createServer((socket) => {
    createInterface(socket).on('line', (line) => {
      const message = JSON.parse(line) as Message;
      if ('counts' in message) counts = message.counts;
      else console.log(message.text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    env: { [PORT]: String((server.address() as AddressInfo).port) },
    counts: () => counts,
    close: () => server.close(),
  };
}

/** The far end. */
export async function reachListener() {
  const socket = net.connect(Number(process.env[PORT]), '127.0.0.1');
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  const send = (message: Message) => socket.write(`${JSON.stringify(message)}\n`);
  return {
    say: (text: string) => void send({ text }),
    finish: (counts: Counts) =>
      new Promise<void>((resolve) => {
        send({ counts });
        socket.end(resolve);
      }),
  };
}
