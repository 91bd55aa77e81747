import { describe, expect, it } from 'vitest';
import { unfragileAi } from '../../../src/passport/unfragile-ai.js';
import { findings, manifestFindings, searched } from './findings.js';

const id = 'risk/contradicted';
const capability = (description: string, ...requires: string[]) => ({ capabilities: [{ description, requires }] });

describe('risk/contradicted', () => {
  it.each([
    ['Translates letters. No API key required.', 'OpenAI API key', 'No API key', 'API key'],
    ['Works without an API key.', 'API keys for two services', 'without an API key', 'API keys'],
    ['It does not need an API key.', 'WEATHER_API_KEY', 'does not need an API key', 'API_KEY'],
    ['Needs no credentials.', 'GitHub token', 'no credentials', 'GitHub token'],
    ['No authentication, nothing to set up.', 'username and password', 'No authentication', 'password'],
    ['Free to use, no account required.', 'a GitHub account', 'no account', 'account'],
    ['No sign-up.', 'an active subscription', 'No sign-up', 'subscription'],
    ['Works offline.', 'Network access to https://a.example', 'Works offline', 'Network'],
    ['Runs fully offline on a laptop', 'Internet connection', 'Runs fully offline', 'Internet'],
    ['An offline-only tool', 'API key of a language model', 'offline-only', 'API'],
    ['No network access.', 'HTTPS to the weather service', 'No network access', 'HTTPS'],
    ['Needs no internet connection!', 'access to a web service', 'no internet connection', 'web service'],
    ['A fully local assistant.', 'cloud storage for notes', 'fully local', 'cloud storage'],
    ['Nothing leaves your machine.', 'webhook of the chat', 'Nothing leaves your machine', 'webhook'],
    ['No file access.', 'write access to the folder ~/notes', 'No file access', 'folder'],
    ['Works offline and does not phone home.', 'Network access', 'Works offline', 'Network'],
    ['No file access.', 'read access to local files', 'No file access', 'files'],
    ['No API key required.', 'read-only API key of the library', 'No API key', 'API key'],
    ['It doesn\u2019t need an API key.', 'API key', 'doesn\u2019t need an API key', 'API key'],
    ['It never reads your files.', 'Read access to files', 'never reads your files', 'files'],
  ])('finds %j beside %j', (description, requirement, promise, word) => {
    expect(findings(id, capability(description, 'patience', requirement))).toMatchObject([
      {
        pointer: '/capabilities/0/description',
        message: `capabilities[0].description promises "${promise}", but capabilities[0].requires[1] asks for "${word}"`,
        related: [{ pointer: '/capabilities/0/requires/1' }],
      },
    ]);
  });

  it.each([
    // The promise is kept.
    ['No API key required.', 'Node.js 20'],
    ['No API key required.', 'username and password of the library'],
    ['Works offline.', '2 GB of disk space'],
    ['Works offline.', 'read access to the photos folder'],
    ['No file access.', 'Network access'],
    ['No file access.', 'PostgreSQL database'],
    ['No file access.', '2 GB of disk space'],
    // It was none.
    ['Does not work offline.', 'Network access'],
    ['Cannot be used without an API key.', 'API key'],
    ['Fails when no API key is set.', 'API key'],
    ['If no API key is given, an error is returned.', 'API key'],
    ['No API key is configured by default.', 'API key'],
    ['Has an offline mode.', 'Network access'],
    ['For people who are offline.', 'Network access'],
    ['No network errors are hidden.', 'Network access'],
    ['Says that an account exists.', 'account'],
    ['No API key may be logged.', 'API key'],
    // It has a condition.
    ['Works offline once the model has been downloaded.', 'Network access'],
    ['Works offline, after the first start.', 'Network access'],
    ['Can run fully offline.', 'Network access'],
    ['No API key is needed for public repositories.', 'API key for private repositories'],
    ['No API key required in the free plan.', 'API key'],
    ['No account required, unless you want to save.', 'an account to save'],
    // The requirement is none, or of the same machine.
    ['No API key required.', 'No API key required'],
    ['No API key required.', 'Does not require any API key'],
    ['No API key required.', 'Optional: API key for higher limits'],
    ['No API key required.', 'API key only if you exceed 100 calls'],
    ['Works offline.', 'Internet connection for the first start'],
    ['Works offline.', 'Network access to download the model'],
    ['Works offline.', 'HTTP server on localhost'],
    ['Works offline.', 'Network access to http://127.0.0.1:8080'],
    ['Fully local.', 'API of the model on the same machine'],
    ['Works offline.', 'API specification as YAML'],
    ['Works offline.', 'URL list'],
    ['', 'Network access'],
  ])('says nothing of %j beside %j', (description, requirement) => {
    expect(findings(id, capability(description, requirement))).toEqual([]);
  });

  it('takes a promise for what makes it: a capability for itself, the artifact for all', () => {
    const network = { requires: ['Network access'] };
    const offline = { description: 'Works offline.', requires: [] };
    expect(findings(id, { capabilities: [offline, network] })).toEqual([]);
    expect(findings(id, { artifact: { name: 'Works offline' }, capabilities: [offline, network] })).toMatchObject([
      { pointer: '/artifact/name', related: [{ pointer: '/capabilities/1/requires/0' }] },
    ]);
    expect(
      findings(id, { artifact: { tags: ['no-api-key'] }, capabilities: [{ requires: ['API key'] }] }),
    ).toMatchObject([{ pointer: '/artifact/tags/0' }]);
    expect(findings(id, { artifact: { tags: ['offline'] }, capabilities: [network] })).toEqual([]);
    expect(findings(id, { capabilities: [{ name: 'Fully local search', ...network }] })).toMatchObject([
      { pointer: '/capabilities/0/name' },
    ]);
  });

  it('finds the promise that holds without a condition, where another does not', () => {
    const text = 'Works offline once it is set up. Works offline.';
    expect(findings(id, capability(text, 'Network access'))).toHaveLength(1);
  });

  it("asks the registry's own words", () => {
    const network = {
      id: 'net',
      risk: 'moderate',
      fields: ['requires'],
      words: ['network', 'satellite link'],
    } as const;
    const registry = {
      ...unfragileAi,
      risk_rules: [{ ...network, fields: [...network.fields], words: [...network.words] }],
    };
    expect(findings(id, capability('Works offline.', 'a satellite link'), registry)).toHaveLength(1);
    expect(findings(id, capability('Works offline.', 'a satellite link'))).toEqual([]);
    expect(findings(id, capability('Works offline.', 'HTTPS'), registry)).toEqual([]);
    expect(findings(id, capability('No API key.', 'API key'), registry)).toEqual([]);
    expect(findings(id, capability('No API key.', 'API key'), { ...unfragileAi, risk_rules: [] })).toEqual([]);
  });

  it('reads a manifest, and passes over what is no text', () => {
    const manifest = {
      capabilities: [{ description: 'Works offline.', conditions: { requires: [7, 'Network access'] } }],
    };
    expect(manifestFindings(id, manifest)).toMatchObject([
      { related: [{ pointer: '/capabilities/0/conditions/requires/1' }] },
    ]);
    expect(findings(id, { capabilities: [null, { description: 7, requires: 'x' }] })).toEqual([]);
  });

  it('reads long texts, and many, in no time', () => {
    const texts = [
      'no API key if '.repeat(70_000),
      'works '.repeat(160_000),
      'no network '.repeat(90_000),
      'x'.repeat(10_000),
      'without any '.repeat(80_000),
      'does not '.repeat(100_000),
    ];
    for (const text of texts) {
      const source = capability(text, text, 'API key', 'Network access', 'a file');
      searched(() => findings(id, source));
    }
    const tags = Array.from({ length: 20_000 }, () => 'no-api-key');
    const kept = Array.from({ length: 20_000 }, () => 'API key (optional)');
    const both = { artifact: { tags }, capabilities: [{ requires: kept }] };
    searched(() => findings(id, both));
    const small = { description: 'Works offline.', requires: ['API key'] };
    const capabilities = { capabilities: Array.from({ length: 15_000 }, () => small) };
    expect(searched(() => findings(id, capabilities))).toBe(15_000);
    searched(() => findings(id, capabilities));
    const requires = Array.from({ length: 50_000 }, (_, number) => `thing number ${number}`);
    const all = { capabilities: [{ description: 'Works offline. No API key, no file access.', requires }] };
    searched(() => findings(id, all));
  });
});
