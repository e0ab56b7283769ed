import type { Readable, Writable } from 'node:stream';

/** A stream to write to; a terminal knows more. */
export type Output = Writable & Partial<Pick<NodeJS.WriteStream, 'isTTY' | 'hasColors'>>;

/** Whether to write in colours: to a terminal only, and not where `NO_COLOR` or a plain terminal asks not to. */
export const inColours = (output: Output): boolean =>
  output.isTTY === true && (output.hasColors?.() ?? false);

/** Everything that comes, as text; a byte order mark is no part of it. */
export async function readText(input: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk as Uint8Array | string));
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** Writes, and waits until it is gone. Whoever closed the pipe has read enough: that is no failure. */
export function write(output: Output, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // The same error comes twice: to the callback and as an event, which nobody's listening would make fatal.
    const heard = () => undefined;
    output.once('error', heard);
    output.write(text, (error) => {
      if (!error) output.off('error', heard);
      if (error && !closed.has((error as NodeJS.ErrnoException).code)) reject(error);
      else resolve();
    });
  });
}

const closed = new Set<string | undefined>(['EPIPE', 'ERR_STREAM_DESTROYED']);
