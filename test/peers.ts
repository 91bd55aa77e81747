import { spawnSync } from 'node:child_process';
import { describe, test } from 'vitest';

/** Programs of others that check our work and whose work we check, and how each says that it is there. */
const asked = {
  openssl: ['version'],
  'ssh-keygen': ['-?'],
  'ssh-agent': ['-?'],
  'ssh-add': ['-?'],
  age: ['--version'],
} as const;

export type Peer = keyof typeof asked;

/** Some have no way to be asked that ends with status 0: that they start is enough. */
export function hasPeer(name: Peer): boolean {
  return spawnSync(name, asked[name], { stdio: 'ignore', timeout: 10_000 }).error === undefined;
}

/** Tests that need programs; where one is not installed there is one skipped test that says so. */
export function describeWithPeers(name: string, peers: readonly Peer[], tests: () => void): void {
  const missing = peers.filter((peer) => !hasPeer(peer));
  // The tests are not even collected: what they make ready needs the programs.
  describe(name, missing.length === 0 ? tests : () => test.skip(`skipped: ${missing.join(', ')} not installed`));
}
