/** The address of a link that may be opened: http and https, as the documentation shows; nothing for all others. */
export function linkTarget(written: string): string | undefined {
  return /^https?:\/\/[^/\s]/i.test(written) && URL.canParse(written) ? written : undefined;
}

/** The source of a picture that stands in the text itself; nothing for all others. Linear in its length. */
export function imageTarget(written: string): string | undefined {
  const head = /^data:image\/(?:png|jpe?g|webp);base64,(?=.)/i.exec(written)?.[0];
  return head !== undefined && /^[A-Za-z0-9+/]+={0,2}$/.test(written.slice(head.length))
    ? written
    : undefined;
}
