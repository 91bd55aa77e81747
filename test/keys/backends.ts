import { vi } from 'vitest';
import { arithmetic as nodeArithmetic } from '../../src/node/arithmetic.js';
import { arithmetic as portableArithmetic } from '../../src/keys/arithmetic.js';
import * as overNode from '../../src/keys/ed25519.js';

export interface Backend {
  readonly name: string;
  readonly arithmetic: overNode.Arithmetic;
  readonly ed25519: typeof overNode;
  /** The arithmetic itself refuses points of small order, so that our own check cannot be seen at work over it. */
  readonly refusesSmallOrder: boolean;
}

/** The strict checks loaded a second time, over the arithmetic that browsers get instead of node's. */
async function loadPortable(): Promise<typeof overNode> {
  vi.resetModules();
  vi.doMock('#arithmetic', () => ({ arithmetic: portableArithmetic }));
  try {
    return await import('../../src/keys/ed25519.js');
  } finally {
    vi.doUnmock('#arithmetic');
    vi.resetModules();
  }
}

// Node 24 does, 20 and 22 do not: what is asked is the signature that fits every message, under the neutral point.
const refusesSmallOrder = ((): boolean => {
  const neutral = Uint8Array.of(1, ...new Uint8Array(31));
  try {
    return !nodeArithmetic.verifier(neutral)(Uint8Array.of(...neutral, ...new Uint8Array(32)), new Uint8Array());
  } catch {
    return true;
  }
})();

export const node: Backend = { name: 'node:crypto', arithmetic: nodeArithmetic, ed25519: overNode, refusesSmallOrder };
export const portable: Backend = {
  name: 'portable',
  arithmetic: portableArithmetic,
  ed25519: await loadPortable(),
  refusesSmallOrder: false,
};
export const backends: readonly Backend[] = [node, portable];
