/** What the page is about; embedded in it as JSON. */
export interface Opened {
  /** What was uploaded last, as it was written. */
  readonly json: string;
  readonly draft: boolean;
}
