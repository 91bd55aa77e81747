import { execFileSync, spawnSync } from 'node:child_process';
import { describe } from 'vitest';

// `pkeyutl -rawin`, without which it cannot sign with Ed25519, came with version 3; LibreSSL has none of it.
const version = spawnSync('openssl', ['version'], { encoding: 'utf8' });
export const hasOpenssl = version.status === 0 && /^OpenSSL [3-9]/.test(version.stdout);

/** What the program prints; its complaints are in the error that is thrown when it fails. */
export function openssl(args: readonly string[], input = ''): string {
  return execFileSync('openssl', args, { encoding: 'utf8', input, stdio: ['pipe', 'pipe', 'pipe'] });
}

/** Tests that need the program; where it is not installed they are skipped, and their name says so. */
export function describeWithOpenssl(name: string, tests: () => void): void {
  if (hasOpenssl) describe(name, tests);
  else describe.skip(`${name} (skipped: OpenSSL 3 is not installed)`, tests);
}
