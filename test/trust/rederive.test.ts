import { describe, expect, test } from 'vitest';
import { buildPassport } from '../../src/author/build.js';
import { parseSource } from '../../src/author/source.js';
import { completeProfile } from '../../src/passport/registry-profile.js';
import type { PassportDocument, Payload } from '../../src/passport/types.generated.js';
import { unfragileAi } from '../../src/passport/unfragile-ai.js';
import type { AuthoredSource } from '../../src/trust/failure-modes.js';
import { isOfRegistry, rederive } from '../../src/trust/rederive.js';
import { describeWithCorpus, readCorpus } from '../corpus.js';
import { libraryHoursPayload } from '../fixtures/library-hours.js';
import { capability, sourceValue } from '../source-value.js';

const pointers = (payload: Payload, ofRegistry = true): string[] =>
  rederive(payload, unfragileAi, ofRegistry).map(({ pointer }) => pointer);

const limitations = Array.from({ length: 14 }, (_, index) => `limitation ${index}`);

/** What is built of a capability with so many limitations, and of a manifest's own failure modes. */
function payloadOf(count: number, declared: readonly string[] = []): Payload {
  const source = sourceValue({ capabilities: [capability({ limitations: limitations.slice(0, count) })] });
  return buildPassport({ ...source, failure_modes: [...declared] } as AuthoredSource).payload;
}

describe('what follows from the rest of a payload', () => {
  test('is as it was built', () => {
    expect(pointers(libraryHoursPayload())).toEqual([]);
    const { source } = parseSource(JSON.stringify(sourceValue({ artifact: { id: 'x:toaster', status: 'inactive' } })));
    const observations = {
      verified: true,
      rank: { adoption: 1, quality: 0.3 },
      outcomes: { matches: 3, success_rate: 0.5 },
      maintenance: { updated_at: '2026-01-31T09:30:00Z' },
      capabilities: { '0': { confidence: 0.9, matches: 2 } },
    };
    const { payload } = buildPassport(source as NonNullable<typeof source>, { observations });
    expect(pointers(payload)).toEqual([]);
    expect(pointers(payload, false)).toEqual([]);
  });

  test.each([0, 1, 9, 10, 11, 14])('with %d limitations, and failure modes that a manifest declared', (count) => {
    for (const declared of [[], ['a'], ['a', 'limitation 3'], ['limitation 0']]) {
      expect(pointers(payloadOf(count, declared)), declared.join()).toEqual([]);
    }
    const many = Array.from({ length: 12 }, (_, index) => `mode ${index}`);
    expect(pointers(payloadOf(count, many))).toEqual([]);
  });

  test.each([1, 5, 10, 14])('a failure mode of %d that is changed, left out or added is missed', (count) => {
    const whole = payloadOf(count).trust.failure_modes;
    const kept = Math.min(count, 10);
    const changed = (change: (modes: string[]) => void): string[] => {
      const payload = payloadOf(count);
      change(payload.trust.failure_modes);
      return pointers(payload);
    };
    for (let index = 0; index < kept; index++) {
      const at = `${index} of ${whole.join()}`;
      expect(changed((modes) => void modes.splice(index, 1)).length, at).toBeGreaterThan(0);
      // Where all are kept, one more in front could be a manifest's; a changed one never is.
      if (kept > 1) expect(changed((modes) => void (modes[index] = 'harmless')).length, at).toBeGreaterThan(0);
    }
    expect(changed((modes) => void modes.pop())).not.toEqual([]);
    expect(changed((modes) => void modes.push('and nothing else'))).not.toEqual([]);
    expect(changed((modes) => void modes.splice(0, modes.length))).not.toEqual([]);
  });

  test('a name without a letter has no address', () => {
    const payload = libraryHoursPayload();
    (payload.capabilities[1] as { name: string }).name = '日本';
    expect(pointers(payload)).toEqual(['/capabilities/1/uri']);
  });

  test('of another registry only what is the same for all', () => {
    const registry = completeProfile(
      { base_url: 'https://kitchen.example', issuer: 'kitchen.example', caps: { permissions: 1 } },
      unfragileAi,
    );
    const { payload } = buildPassport(sourceValue({ capabilities: [capability({ requires: ['bread', 'a file'] })] }), {
      registry,
    });
    expect(isOfRegistry(payload, 'kitchen.example', unfragileAi)).toBe(false);
    expect(isOfRegistry(payload, 'unfragile.ai', unfragileAi)).toBe(true);
    expect(isOfRegistry(payload, 'a builder', registry)).toBe(true);
    expect(pointers(payload, false)).toEqual([]);
    expect(pointers(payload)).toContain('/artifact/page_url');
    expect(rederive(payload, registry, true)).toEqual([]);
    payload.artifact.pricing.free = false;
    payload.trust.score = 100;
    expect(pointers(payload, false)).toEqual(['/artifact/pricing/free', '/trust/score']);
  });
});

describeWithCorpus('the published seed', () => {
  test('is as it would be derived', () => {
    const { passport } = JSON.parse(readCorpus('corpus/seed/passport.json')) as PassportDocument;
    expect(pointers(passport.unfragile)).toEqual([]);
  });
});
