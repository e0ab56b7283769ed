/** Meta's limit for the JSON of a flow, in bytes of UTF-8; CAMS prints none. Nothing larger is read or sent. */
export const MOST_FLOW_BYTES = 10 * 1024 * 1024;
