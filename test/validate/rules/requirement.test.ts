import { describe, expect, it } from 'vitest';
import { unfragileAi } from '../../../src/passport/unfragile-ai.js';
import { findings, manifestFindings, searched } from './findings.js';

const requiring = (...requires: string[]) => ({ capabilities: [{ requires }] });

describe('requirement/negative', () => {
  const id = 'requirement/negative';

  it.each([
    'None',
    'none.',
    'n/a',
    'N/A',
    'Nothing',
    'nothing special',
    'None required',
    'Nothing else is needed',
    'No API key required',
    'No API key is required',
    'No API keys needed for public data',
    'no API key',
    'no dependencies',
    'No external dependencies',
    'no account or API key',
    'no special hardware needed',
    'No GPU required',
    'No internet connection needed',
    'no authentication',
    'No sign-up',
    'Without an API key',
    'Does not require an API key',
    'Doesn\u2019t need any credentials',
    'API key not required',
    'Account is not needed',
    'not applicable',
    'No requirements',
    'no special requirements',
    'No configuration or setup needed',
  ])('finds %j', (text) => {
    expect(findings(id, requiring('Python 3.11', text))).toMatchObject([
      { pointer: '/capabilities/0/requires/1', fix: { safe: false, change: { kind: 'remove' } } },
    ]);
  });

  it.each([
    'API key',
    'Network access',
    'No other program on port 8080',
    'No firewall between the client and the server',
    'No more than ten calls a minute',
    'No API key for public data, but one for private data',
    'No account unless you want to save',
    'No API key required unless you make 100 calls a day',
    'No account needed if you only read',
    'No network access except to the registry',
    'Account only if you save',
    'A machine without a GPU is enough',
    'Works without an API key if a proxy is set',
    'None of the optional packages, but Python itself',
    'Nonempty folder',
    'Norwegian dictionary',
    'Node.js 20',
    'Notary service',
    'read-only access, no write access',
    'kein API-Key',
    '',
  ])('says nothing of %j', (text) => {
    expect(findings(id, requiring('Python 3.11', text))).toEqual([]);
  });

  it('tells what the words do to the risk', () => {
    const [key] = findings(id, requiring('Python', 'No API key required'));
    expect(key?.message).toBe(
      'capabilities[0].requires[1] is "No API key required": what is not required would be listed among trust.permissions, and "API key" in it makes trust.data_access_risk at least high',
    );
    expect(findings(id, requiring('No network access needed'))[0]?.message).toContain('at least moderate');
    const [none] = findings(id, requiring('None'));
    expect(none?.message).not.toContain('risk');
    expect(
      findings(id, requiring('No API key required'), { ...unfragileAi, risk_rules: [] })[0]?.message,
    ).not.toContain('risk');
  });

  it('leaves a list with nothing in it to the author', () => {
    const [only] = findings(id, requiring('none'));
    expect(only?.fix).toBeUndefined();
    expect(only?.hint).toContain('requires: []');
  });

  it('reads a manifest', () => {
    expect(manifestFindings(id, { capabilities: [{ conditions: { requires: ['None'] } }] })).toMatchObject([
      { pointer: '/capabilities/0/conditions/requires/0' },
    ]);
  });

  it('reads long texts, and many, in no time', () => {
    for (const text of [
      'no '.repeat(300_000),
      `no ${'external '.repeat(17)}`,
      'x'.repeat(10_000),
      'no key or '.repeat(15),
    ])
      searched(() => findings(id, requiring(text)));
    const many = { capabilities: [{ requires: Array.from({ length: 50_000 }, () => 'No API key required') }] };
    searched(() => findings(id, many));
  });
});

describe('requirement/near-duplicate', () => {
  const id = 'requirement/near-duplicate';

  it.each([
    ['OpenAI API key', 'An OpenAI API key'],
    ['OpenAI API key', 'OpenAI API keys required'],
    ['OpenAI API key', 'OpenAI API key with billing enabled'],
    ['OpenAI API key with vision capabilities', 'OpenAI API key'],
    ['Internet connection', 'active internet connection'],
    ['Network access', 'Internet connectivity'],
    ['Read access to the notes folder', 'read and write access to the notes folder'],
    ['2 GB of memory', '2 GB of free memory'],
    ['Node.js 20 or later', 'Node.js 20 or newer'],
    ['Node.js 20 or later', 'Node 20+'],
    ['Python 3.10+', 'Python >= 3.10'],
    ['OpenAI API key', 'OPENAI_API_KEY'],
    ['Docker', 'Docker installed'],
  ])('finds %j and %j', (first, second) => {
    expect(findings(id, requiring(first, 'Patience of a saint', second))).toMatchObject([
      { pointer: '/capabilities/0/requires/2', related: [{ pointer: '/capabilities/0/requires/0' }] },
    ]);
  });

  it.each([
    ['Network access to https://a.example/one', 'Network access to https://a.example/two'],
    ['Read access to the repository', 'Write access to the repository'],
    ['API key', 'OpenAI API key'],
    ['Google account', 'Google Cloud account'],
    ['OpenAI API key', 'Anthropic API key'],
    ['API key of the weather service', 'API key of the map service'],
    ['Write access to CHANGELOG.md', 'Write access to README.md'],
    ['Port 80', 'Port 443'],
    ['OPENAI_API_KEY', 'ANTHROPIC_API_KEY'],
    ['Docker', 'Podman'],
    ['Node 20+', 'Node 22+'],
    ['2 GB of memory', '2 GB of disk space'],
    ['Python 3.11', 'Python 3.12'],
    ['OAuth permission to read events', 'OAuth permission to create events'],
    ['Access to the network', 'Access to the network, but without a proxy'],
    ['Docker', 'Docker 24'],
    ['OpenAI API key', 'OpenAI API key'],
    ['OpenAI API key with billing enabled', 'OpenAI API key with access to fine-tuning'],
    ['No API key', 'API key not required'],
    ['constructor', '__proto__ of constructor'],
  ])('says nothing of %j and %j', (first, second) => {
    expect(findings(id, requiring(first, second))).toEqual([]);
  });

  it('finds the same thing wanted for several reasons where the cap drops some', () => {
    const reasons = ['with billing enabled', 'for fine-tuning jobs', '(tier 2 access)', ', sent in a header'];
    const source = requiring(...reasons.map((reason) => `OpenAI API key ${reason}`.replace(' ,', ',')));
    expect(findings(id, source)).toEqual([]);
    const small = { ...unfragileAi, caps: { ...unfragileAi.caps, permissions: 3 } };
    expect(findings(id, source, small)).toMatchObject(
      [1, 2, 3].map((number) => ({
        pointer: `/capabilities/0/requires/${number}`,
        message: expect.stringContaining('the 3 places in trust.permissions'),
        related: [{ pointer: '/capabilities/0/requires/0' }],
      })),
    );
  });

  it('compares over all capabilities, and leaves capitals within one list to list/repeated-entry', () => {
    const apart = { capabilities: [{ requires: ['Network access'] }, null, { requires: ['network  access '] }] };
    expect(findings(id, apart)).toMatchObject([{ pointer: '/capabilities/2/requires/0' }]);
    expect(findings(id, requiring('Network access', 'network access '))).toEqual([]);
    expect(findings('list/repeated-entry', requiring('Network access', 'network access '))).toHaveLength(1);
  });

  it('reads long texts, and many, in no time', () => {
    const few = Array.from(
      { length: 300 },
      (_, number) => `${'word '.repeat(50)}${String.fromCharCode(0x4e00 + number)}`,
    );
    searched(() => findings(id, requiring(...few)));
    const many = Array.from({ length: 40_000 }, (_, number) => `thing number ${number}`);
    const source = { capabilities: [{ requires: [...many, 'A thing: number 7'] }] };
    expect(searched(() => findings(id, source))).toBe(1);
    searched(() => findings(id, source));
    for (const text of ['x'.repeat(10_000), '.'.repeat(299), `${'a-'.repeat(149)}`])
      searched(() => findings(id, requiring(text, `${text}b`)));
  });
});
