/** The newest format of `cams-flows.json` that this program can write. */
export const VERSION = 1;
