import { defineConfig } from 'vitest/config';
import path from 'node:path';

export default defineConfig({
  define: { DEVELOPMENT: 'true' },
  resolve: { alias: { vscode: path.resolve(import.meta.dirname, 'test/unit/vscode.ts') } },
  // Hooks load the whole program, which takes its time on a busy machine.
  // Every core: by itself Vitest keeps one for watching, which on two cores is half of them.
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    // The first hook of a file may load the whole program.
    hookTimeout: 30_000,
    maxWorkers: '100%',
  },
});
