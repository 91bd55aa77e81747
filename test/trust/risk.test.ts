import { describe, expect, it } from 'vitest';
import type { RiskRule } from '../../src/passport/registry-profile.js';
import { unfragileAi } from '../../src/passport/unfragile-ai.js';
import { deriveRisk, deriveRiskWithout } from '../../src/trust/risk.js';
import { capability } from '../source-value.js';

const riskOf = (requirement: string) => deriveRisk([capability({ requires: [requirement] })], unfragileAi);

const high: ReadonlyArray<readonly [phrase: string, ruleId: string]> = [
  ['an API key', 'credentials'],
  ['API keys for two weather services', 'credentials'],
  ['API-key', 'credentials'],
  ['ApiKey header', 'credentials'],
  ['WEATHER_API_KEY in the environment', 'credentials'],
  ['api_keys.json', 'credentials'],
  ['API\u2011key with a hyphen that does not break', 'credentials'],
  ['API\u00a0key with a space that does not break', 'credentials'],
  ['ＡＰＩ ｋｅｙ in full-width letters', 'credentials'],
  ['AWS access key and secret', 'credentials'],
  ['SSH private key', 'credentials'],
  ['GITHUB_TOKEN with the scope repo', 'credentials'],
  ['a Hugging Face token', 'credentials'],
  ['HF_TOKEN', 'credentials'],
  ['personal access tokens', 'credentials'],
  ['username and password', 'credentials'],
  ['the passphrase of the vault', 'credentials'],
  ['database credentials', 'credentials'],
  ['client ID and client secret', 'credentials'],
  ['OAuth 2.0 consent', 'credentials'],
  ['OAuth2 client', 'credentials'],
  ['single sign-on (SSO)', 'credentials'],
  ['a signed JWT', 'credentials'],
  ['an authenticated session', 'credentials'],
  ['being logged in to the shop', 'credentials'],
  ['you must sign in with your bank', 'credentials'],
  ['session cookies from the browser', 'credentials'],
  ['PostgreSQL connection string', 'credentials'],
  ['kubeconfig of the cluster', 'credentials'],
  ['a GitHub account', 'accounts-and-billing'],
  ['two e-mail accounts', 'accounts-and-billing'],
  ['billing enabled', 'accounts-and-billing'],
  ['an active subscription', 'accounts-and-billing'],
  ['a payment method', 'accounts-and-billing'],
  ['a credit card', 'accounts-and-billing'],
  ['a crypto wallet', 'accounts-and-billing'],
  ['the paid tier', 'accounts-and-billing'],
  ['prepaid balance', 'accounts-and-billing'],
  ['permission to run shell commands', 'execution'],
  ['PowerShell 7', 'execution'],
  ['a bash prompt', 'execution'],
  ['code execution in a sandbox', 'execution'],
  ['executes code that the model writes', 'execution'],
  ['may run arbitrary Python: arbitrary code', 'execution'],
  ['running commands on the host', 'execution'],
  ['a code interpreter', 'execution'],
  ['starts subprocesses', 'execution'],
  ['child processes', 'execution'],
  ['SSH to the build machine', 'execution'],
  ['root access', 'execution'],
  ['run as root', 'execution'],
  ['sudo', 'execution'],
  ['administrator rights', 'execution'],
  ['elevated privileges', 'execution'],
  ['access to the Docker socket', 'execution'],
  ['terminal access', 'execution'],
];

const moderate: ReadonlyArray<readonly [phrase: string, ruleId: string]> = [
  ['network access', 'network'],
  ['an Internet connection', 'network'],
  ['HTTPS to the weather service', 'network'],
  ['HTTP/2 client', 'network'],
  ['URLs of the pages', 'network'],
  ['the public API of the library', 'network'],
  ['a WebSocket', 'network'],
  ['outgoing TCP connections', 'network'],
  ['Wi-Fi', 'network'],
  ['web search', 'network'],
  ['a website to read', 'network'],
  ['gRPC endpoint', 'network'],
  ['3 GB of downloads at first start', 'network'],
  ['read access to your files', 'files'],
  ['write access to two directories', 'files'],
  ['a folder of photos', 'files'],
  ['the file system', 'files'],
  ['the file-system', 'files'],
  ['filesystem', 'files'],
  ['2 GB of disk space', 'files'],
  ['a local SQLite database', 'files'],
  ['Git repositories', 'files'],
  ['an S3 bucket', 'files'],
  ['the codebase', 'files'],
];

const low: readonly string[] = [
  'Python 3.10 or newer',
  'Node.js 20',
  '8 GB of memory',
  'a GPU with CUDA 12',
  'a microphone',
  'text (UTF-8)',
  'image (PNG, JPEG, WebP)',
  'audio of at most ten minutes',
  'an understanding of token limits',
  'a token counting library',
  'a context of 128,000 tokens',
  'well-structured prompts',
  'a keyboard',
  'key-value pairs',
  'a table with a primary key',
  'the key of C major',
  'a profile of the speaker',
  'a point cloud (PLY)',
  'a terminal with 256 colours',
  'JSON Schema (draft 2020-12)',
  'a proxy metric for quality',
  'notes to be written to a log in plain text',
  'eggshells',
  'accountability',
  'capillary action',
  'secretary bird photographs',
  'the OpenAPI-like notation of the examples',
];

describe('deriveRisk', () => {
  it.each(high)('%j is high: %s', (phrase, ruleId) => {
    expect(riskOf(phrase)).toMatchObject({ risk: 'high', ruleId });
  });

  it.each(moderate)('%j is moderate: %s', (phrase, ruleId) => {
    expect(riskOf(phrase)).toMatchObject({ risk: 'moderate', ruleId });
  });

  it.each(low)('%j is low', (phrase) => {
    expect(riskOf(phrase)).toEqual({ risk: 'low' });
  });

  it('lets every word of every rule fire that rule, or one before it', () => {
    const order = unfragileAi.risk_rules.map(({ id }) => id);
    for (const { id, words } of unfragileAi.risk_rules) {
      for (const word of words) {
        for (const text of [word, word.toUpperCase(), `(${word})`, `needs ${word}, at least`]) {
          const verdict = deriveRisk([capability({ requires: [text] })], unfragileAi);
          expect(verdict.ruleId, text).toBeDefined();
          expect(order.indexOf(verdict.ruleId ?? ''), text).toBeLessThanOrEqual(order.indexOf(id));
        }
      }
    }
  });

  it('has no word twice', () => {
    for (const rule of unfragileAi.risk_rules) {
      expect(new Set(rule.words).size).toBe(rule.words.length);
    }
  });

  it('asks high rules before moderate ones', () => {
    const levels = unfragileAi.risk_rules.map(({ risk }) => risk);
    expect(levels.lastIndexOf('high')).toBeLessThan(levels.indexOf('moderate'));
  });

  it('names the word that decided and where it stands', () => {
    const capabilities = [
      capability({ requires: ['a URL'] }),
      capability({ requires: ['patience', 'your Passwords, all of them'] }),
    ];
    expect(deriveRisk(capabilities, unfragileAi)).toEqual({
      risk: 'high',
      ruleId: 'credentials',
      word: 'Passwords',
      pointer: '/capabilities/1/requires/1',
    });
  });

  it('looks at inputs and categories too', () => {
    expect(deriveRisk([capability({ input_types: ['a PDF file'] })], unfragileAi)).toMatchObject({
      risk: 'moderate',
      pointer: '/capabilities/0/input_types/0',
    });
    expect(deriveRisk([capability({ categories: ['image-visual', 'search-retrieval'] })], unfragileAi)).toMatchObject({
      risk: 'moderate',
      pointer: '/capabilities/0/categories/1',
    });
  });

  it('does not look at what is only said about it', () => {
    const said = 'needs no API key, runs no shell commands, opens no files';
    const capabilities = [
      capability({ description: said, intents: [said], best_for: [said], limitations: [said], output_types: [said] }),
    ];
    expect(deriveRisk(capabilities, unfragileAi)).toEqual({ risk: 'low' });
  });

  it('does not understand a negation: what is not needed does not belong among the requirements', () => {
    expect(riskOf('no API key')).toMatchObject({ risk: 'high' });
  });

  it('is low where nothing is required', () => {
    expect(deriveRisk([capability()], unfragileAi)).toEqual({ risk: 'low' });
  });

  it.each(['tool-use-integration', 'image-visual', 'planning-reasoning', 'text-generation-language'])(
    'does not take the category %s for a risk',
    (category) => {
      expect(deriveRisk([capability({ categories: [category] })], unfragileAi)).toEqual({ risk: 'low' });
    },
  );

  it("follows a registry's own rules, in their order, and takes words as words and not as patterns", () => {
    const rules: RiskRule[] = [
      { id: 'plus', risk: 'low', fields: ['requires'], words: ['C++ (any)'] },
      { id: 'any', risk: 'high', fields: ['requires'], words: ['c'] },
    ];
    const profile = { ...unfragileAi, risk_rules: rules };
    expect(deriveRisk([capability({ requires: ['c++ (any)'] })], profile)).toMatchObject({
      risk: 'low',
      ruleId: 'plus',
    });
    expect(deriveRisk([capability({ requires: ['C'] })], profile)).toMatchObject({ risk: 'high', ruleId: 'any' });
    expect(deriveRisk([capability({ requires: ['x'] })], profile)).toEqual({ risk: 'low' });
    expect(deriveRisk([capability({ requires: ['x'] })], { ...unfragileAi, risk_rules: [] })).toEqual({ risk: 'low' });
  });

  it('reads a long text in one go', () => {
    expect(riskOf('api '.repeat(50_000) + 'key')).toMatchObject({ risk: 'high' });
    expect(riskOf('api-_'.repeat(50_000))).toMatchObject({ risk: 'moderate' });
  });
});

describe('deriveRiskWithout', () => {
  it('leaves the text out wherever it stands, and the places of the others as they are', () => {
    const capabilities = [capability({ requires: ['a password', 'a file'] }), capability({ requires: ['a password'] })];
    expect(deriveRisk(capabilities, unfragileAi)).toMatchObject({ pointer: '/capabilities/0/requires/0' });
    expect(deriveRiskWithout('a password', capabilities, unfragileAi)).toMatchObject({
      risk: 'moderate',
      ruleId: 'files',
      pointer: '/capabilities/0/requires/1',
    });
    expect(deriveRiskWithout('a file', [capability({ requires: ['a file'] })], unfragileAi)).toEqual({ risk: 'low' });
  });
});
