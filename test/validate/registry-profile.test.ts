import { describe, expect, test } from 'vitest';
import { unfragileAi } from '../../src/passport/unfragile-ai.js';
import { checkRegistryProfile } from '../../src/validate/registry-profile.js';

const even = { adoption: 0.2, quality: 0.2, ecosystem: 0.2, match_graph: 0.2, freshness: 0.2 };
const profile = { base_url: 'https://registry.example', issuer: 'registry.example' };

describe('checkRegistryProfile', () => {
  test('needs no more than an address and an issuer', () => {
    expect(checkRegistryProfile(profile)).toEqual([]);
    expect(checkRegistryProfile({ issuer: 'x' }).map(({ ruleId }) => ruleId)).toEqual(['schema/missing-key']);
  });

  test('takes the built-in profile', () => {
    expect(checkRegistryProfile(unfragileAi)).toEqual([]);
  });

  test('wants weights that add up to 1, rounding aside', () => {
    expect(
      checkRegistryProfile({ ...profile, weights: { default: even, model: { ...even, adoption: 0.1, quality: 0.3 } } }),
    ).toEqual([]);
    const [finding] = checkRegistryProfile({ ...profile, weights: { default: even, mcp: { ...even, adoption: 0.3 } } });
    expect(finding).toMatchObject({ ruleId: 'registry/weights-sum', severity: 'error', pointer: '/weights/mcp' });
    expect(finding?.message).toBe('the weights of mcp add up to 1.1, not to 1');
  });
});
