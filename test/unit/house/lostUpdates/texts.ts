/** Flows' texts, each with a number by which it is found again however it is spelled. */
export class Texts {
  private last = 100;

  /** A text that nobody has written before. Two of three have the same size. */
  next(): Uint8Array {
    const number = ++this.last;
    return bytesOf(`{"version":"7.3","screens":[],"n":${number}${number % 3 === 0 ? ',"long":"text"' : ''}}`);
  }
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Which text this is; undefined for what is none of ours. */
export function numberOf(text: Uint8Array | string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const digits = /"n":\s*(\d+)/.exec(typeof text === 'string' ? text : textOf(text))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The same JSON, written in another way. */
export function respelled(bytes: Uint8Array): Uint8Array {
  const value = JSON.parse(textOf(bytes)) as Record<string, unknown>;
  const turned = Object.fromEntries(Object.entries(value).reverse());
  const spaces = textOf(bytes).includes('\n') ? 0 : 2;
  return bytesOf(JSON.stringify(turned, null, spaces));
}
