/** Offsets into the whole text, in UTF-16 units; `end` is one past the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
