import { describe, expect, test } from 'vitest';
import { KeyPair } from '../../src/keys/key-pair.js';
import { preparePolicy, type ReadyPolicy } from '../../src/verify/policy.js';
import { candidateKeys } from '../../src/verify/signer.js';
import { seedOf } from '../bytes.js';
import { NOW } from '../fixtures/library-hours.js';
import { trustEntry, trustFile, trusting } from './statements.js';

const entries = Array.from({ length: 300 }, (_, index) =>
  trustEntry(
    { issuer: index < 100 ? 'many.example' : `issuer${index}.example` },
    new KeyPair(seedOf(`candidate ${index}`)),
  ),
);
const policy = preparePolicy({ now: NOW, trust: trusting(trustFile(entries)) }) as ReadyPolicy;

describe('the keys that are tried for a document', () => {
  test('are all of the issuer that it names, and some others', () => {
    const issuers = candidateKeys('many.example', policy).map(({ trusted }) => trusted?.issuer);
    expect(issuers.slice(0, 100)).toEqual(Array.from({ length: 100 }, () => 'many.example'));
    expect(issuers.slice(100)).toHaveLength(64);
    expect(issuers.slice(100)).not.toContain('many.example');
  });

  test('are few where nobody knows the name', () => {
    expect(candidateKeys('unknown.example', policy)).toHaveLength(64);
  });
});
