/** True in builds for our own machines, false in what `npm run package` ships. Set by esbuild.js. */
declare const DEVELOPMENT: boolean;
