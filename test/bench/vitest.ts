/** As much of `vitest` as the unit tests' double of `vscode` needs outside of a test. */
export const vi = { fn: <T>(work: T): T => work };
