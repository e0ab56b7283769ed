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
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EPIPE') resolve();
      else reject(error);
    };
    output.once('error', failed);
    output.write(text, (error) => {
      if (error) return;
      output.off('error', failed);
      resolve();
    });
  });
}
