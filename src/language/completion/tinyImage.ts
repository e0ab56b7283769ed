/** A picture of one grey pixel (PNG, in base64): what stands in a new Image until a person puts in theirs. */
export const tinyImage =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mM4AwAAzgDNee7qPQAAAABJRU5ErkJggg==';
