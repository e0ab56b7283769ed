/** Our own environment, less what belongs to another VS Code whose terminal we may run in. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const foreign =
    /^(VSCODE_|CODE_SERVER_|ELECTRON_|CS_|GITHUB_TOKEN$|PASSWORD$|HASHED_PASSWORD$|PORT$|NODE_OPTIONS$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
