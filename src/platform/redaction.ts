const MASK = '•••';

/** Shorter values would mask ordinary words. */
const SHORTEST_SECRET = 6;

/**
 * Removes secrets from text: every value it was told of, and what looks like one (query strings of
 * links, signatures, tokens and secrets in headers or JSON), whoever wrote the text.
 */
export class Redactor {
  private readonly values = new Set<string>();

  /** Remember a secret value for as long as the window lives. */
  add(...secrets: (string | undefined)[]): void {
    for (const secret of secrets) {
      if (secret === undefined || secret.length < SHORTEST_SECRET) continue;
      this.values.add(secret);
      this.values.add(encodeURIComponent(secret));
    }
  }

  readonly redact = (text: string): string => {
    let result = text;
    for (const value of [...this.values].sort((a, b) => b.length - a.length)) {
      result = result.replaceAll(value, MASK);
    }
    return result
      .replace(/(\bhttps?:\/\/[^\s?"'<>]*)\?[^\s"'<>]*/gi, `$1?${MASK}`)
      .replace(/(Signature=|Bearer )[^\s,;&"']+/gi, `$1${MASK}`)
      .replace(
        /("?(?:AccessKeySecret|access_key_secret|SecurityToken|security[-_]token|sts_token|Authorization|token)"?\s*[:=]\s*"?)[^\s",}&]+/gi,
        `$1${MASK}`,
      );
  };
}
