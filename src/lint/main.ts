#!/usr/bin/env node
import { lint } from './lint';

// The exit code is set, not forced: a pipe that reads slowly still gets everything.
void lint(process.argv.slice(2), {
  folder: process.cwd(),
  input: process.stdin,
  output: process.stdout,
  notes: process.stderr,
}).then((code) => {
  process.exitCode = code;
});
