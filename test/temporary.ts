import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';

/** A way to get directories that are removed after each test. Called once, at the top of a test file. */
export function temporaryDirectories(): () => string {
  let made: string[] = [];
  afterEach(() => {
    for (const path of made) rmSync(path, { recursive: true, force: true });
    made = [];
  });
  return () => {
    const path = mkdtempSync(join(tmpdir(), 'trust-passport-'));
    made.push(path);
    return path;
  };
}
