/** True in builds for our own machines, false in what `npm run package` ships. Set by esbuild.js. */
declare const DEVELOPMENT: boolean;

/** A stylesheet that esbuild puts beside the script that imports it. */
declare module '*.css';
