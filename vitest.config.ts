import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(`src/${path}`, import.meta.url));

export default defineConfig({
  resolve: {
    // What package.json's `imports` says for the compiled files, for the sources.
    alias: { '#arithmetic': source('node/arithmetic.ts'), '#compact-json': source('node/compact-json.ts') },
  },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 120_000,
    reporters: ['default'],
  },
});
