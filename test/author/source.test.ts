import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAuthored } from '../../src/author/authored.js';
import { parseSource } from '../../src/author/source.js';
import type { Diagnostic } from '../../src/diagnostic.js';
import { PassportError } from '../../src/errors.js';
import { capability, sourceValue } from '../source-value.js';

const folder = new URL('../golden/sources/', import.meta.url);

const format = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics
    .map(({ range, severity, ruleId, message }) => {
      const { line, column } = range?.start ?? { line: '-', column: '-' };
      return `${line}:${column} ${severity} ${ruleId} ${message}\n`;
    })
    .join('');

const lineWith = (name: string, part: string): Diagnostic[] =>
  parseSource(readFileSync(new URL(name, folder), 'utf8')).diagnostics.filter(({ message }) => message.includes(part));

describe('hints', () => {
  it.each([
    ['key-renamed.yaml', 'catagories', 'did you mean categories?'],
    ['key-in-camel-case.yaml', 'bestFor', 'did you mean best_for?'],
    ['type-misspelt.yaml', '"ap"', 'did you mean api?'],
    ['type-in-capitals.yaml', '"Web-App"', 'write it as webapp'],
    ['status-misspelt.yaml', '"actve"', 'did you mean active?'],
    ['pricing-model-with-hyphen.yaml', '"open-source"', 'write it as open_source'],
    ['type-unknown.yaml', '"spaceship"', 'one of agent, api, app'],
    ['colon-in-a-list-of-texts.yaml', 'limitations[0]', 'put it in quotes: "Coverage: …"'],
    ['colon-in-a-text.yaml', 'second ": "', 'in quotes'],
    ['number-where-text-is-meant.yaml', 'artifact.name', 'put it in quotes: "1.10"'],
    ['price-as-number.yaml', 'starting_price', 'put what you wrote in quotes'],
    ['owned-in-artifact.yaml', 'artifact.verified', '--observations'],
    ['missing-name.yaml', 'has no name', 'add name: name as people know it'],
  ])('of %s on %s: %s', (name, part, hint) => {
    const found = lineWith(name, part);
    expect(found).toHaveLength(1);
    expect(found[0]?.hint).toContain(hint);
  });
});

/** The stretches of a text that the diagnostics of a rule are related to, with what is said there. */
function relatedPlaces(text: string, ruleId: string): ReadonlyArray<readonly [string, string, number | undefined]> {
  return parseSource(text)
    .diagnostics.filter((diagnostic) => diagnostic.ruleId === ruleId)
    .flatMap(({ related }) => related)
    .map(({ message, range }) => [message, text.slice(range?.start.offset, range?.end.offset), range?.start.line]);
}

describe('a related place', () => {
  const golden = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

  it.each([
    [
      'behind the last line of a mapping',
      'artifact:\n  slug: a\n  type: app\n\ncapabilities: []\n',
      'artifact',
      'type: app',
    ],
    ['before the brace', 'artifact: { slug: a, type: app }\ncapabilities: []\n', 'artifact', 'type: app'],
    [
      'before the brace in JSON',
      '{"artifact": {"slug": "a", "type": "app"}, "capabilities": []}',
      '"artifact"',
      '"type": "app"',
    ],
  ])('is %s for a missing key, whose range is the key of the mapping', (_what, text, key, before) => {
    const [found] = parseSource(text).diagnostics.filter(({ message }) => message === 'artifact has no name');
    expect(text.slice(found?.range?.start.offset, found?.range?.end.offset)).toBe(key);
    const [place] = found?.related ?? [];
    expect(place?.message).toBe('it goes here');
    expect(place?.range?.end).toEqual(place?.range?.start);
    expect(text.slice(0, place?.range?.start.offset).trimEnd().endsWith(before)).toBe(true);
  });

  it.each([
    ['yaml-duplicate-key.yaml', 'yaml/duplicate-key', 'the first one', 'name', 3],
    ['json-duplicate-member.json', 'json/duplicate-member', 'the first one', '"slug"', 2],
    ['manifest-same-id-twice.yaml', 'manifest/duplicate-id', 'the first one', 'take', 8],
    ['key-in-two-spellings.yaml', 'schema/unknown-key', 'it stands here', 'best_for', 14],
    ['members-beside-pricing.yaml', 'schema/unknown-key', 'this belongs under pricing', 'model', 8],
  ])('of %s is that of the other', (name, ruleId, message, at, line) => {
    expect(relatedPlaces(golden(name), ruleId)).toEqual([[message, at, line]]);
  });
});

describe('a fix', () => {
  /** The text with the safe fixes, or all of them. */
  function mended(text: string, unsafe: boolean): string {
    const edits = parseSource(text)
      .diagnostics.flatMap(({ fix }) => (fix && (fix.safe || unsafe) ? fix.edits : []))
      .toSorted((a, b) => b.range.start.offset - a.range.start.offset);
    return edits.reduce(
      (now, { range, text: by }) => now.slice(0, range.start.offset) + by + now.slice(range.end.offset),
      text,
    );
  }

  it.each([
    ['key-in-camel-case.yaml', false],
    ['key-renamed.yaml', true],
    ['keys-renamed-in-two-places.yaml', true],
    ['key-in-place-of-another.yaml', true],
    ['key-by-another-name.yaml', true],
    ['number-where-text-is-meant.yaml', false],
    ['truth-where-text-is-meant.yaml', false],
    ['version-unquoted.yaml', false],
    ['price-as-number.yaml', false],
    ['pricing-as-text.yaml', false],
    ['pricing-model-with-hyphen.yaml', false],
    ['pricing-model-by-another-name.yaml', true],
    ['text-where-a-list-is-meant.yaml', false],
    ['list-with-one-text-for-a-name.yaml', true],
    ['type-in-capitals.yaml', false],
    ['type-misspelt.yaml', true],
    ['type-by-another-name.yaml', true],
    ['status-misspelt.yaml', true],
    ['url-without-scheme.yaml', true],
    ['url-in-capitals.yaml', false],
    ['url-of-a-repository.yaml', true],
    ['category-with-space.yaml', false],
    ['category-in-capitals.yaml', false],
    ['slug-with-capitals-and-spaces.yaml', true],
    ['slug-with-a-slash.yaml', true],
    ['owned-in-artifact.yaml', true],
    ['owned-in-capability.yaml', true],
    ['json-wrong-values.json', true],
  ])('mends all of %s (unsafe: %o)', (name, unsafe) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    expect(parseSource(mended(text, unsafe)).diagnostics).toEqual([]);
    // What is not safe is not done unasked.
    if (unsafe) expect(parseSource(mended(text, false)).diagnostics).not.toEqual([]);
  });
});

describe('a text that YAML takes for something else', () => {
  it.each([
    ['- *important* it is', 'put the text in quotes: a * at its beginning refers to an anchor'],
    ['* it is', 'a list has dashes: write - instead of *, or put a text that begins with * in quotes'],
    ['- &more it is', 'put the text in quotes: a & at its beginning gives a value a name'],
    ['- [beta] it is', 'put the text in quotes: a [ or { at its beginning opens a list or mapping'],
    ['- > 5 of them', 'put the text in quotes'],
    ['- Note: it is: so', 'put the whole text in quotes'],
    [
      '- "it" is',
      "put the whole text in quotes of one kind: in single ones a quote is written '', in double ones \\\"",
    ],
  ])('%s', (line, hint) => {
    const { diagnostics } = parseSource(`artifact:\n  tags:\n    ${line}\n`);
    expect(diagnostics.map((diagnostic) => diagnostic.hint)).toEqual([hint]);
  });

  it('is told to be written out where an anchor is meant', () => {
    const { diagnostics } = parseSource('a: &x 1\nb: *x\n');
    expect(diagnostics.map(({ hint }) => hint)).toEqual([
      'write the value out where it is used',
      'write the value out',
    ]);
  });
});

describe('a renamed key', () => {
  it('is one mistake, whichever key of the source it is', () => {
    const withRenamed = (value: object, key: string): object =>
      Object.fromEntries(Object.entries(value).map(([name, member]) => [name === key ? `${name}s` : name, member]));
    const first = capability();
    const variants: ReadonlyArray<readonly [string, object]> = [
      ...Object.keys(sourceValue().artifact).map(
        (key) => [key, { ...sourceValue(), artifact: withRenamed(sourceValue().artifact, key) }] as const,
      ),
      ...Object.keys(first).map((key) => [key, { ...sourceValue(), capabilities: [withRenamed(first, key)] }] as const),
    ];
    for (const [key, value] of variants) {
      const { diagnostics } = parseSource(JSON.stringify(value));
      expect(diagnostics.map(({ ruleId, hint }) => [ruleId, hint])).toEqual([
        ['schema/unknown-key', `did you mean ${key}?`],
      ]);
    }
  });
});

// Put together here, so that no file holds anything that a scanner would take for a secret.
const secrets: ReadonlyArray<readonly [what: string, text: string]> = [
  ['a private key', ['-----BEGIN', 'PRIVATE', 'KEY-----'].join(' ')],
  ['a private key', ['-----BEGIN', 'OPENSSH', 'PRIVATE', 'KEY-----'].join(' ')],
  ['an age secret key', `AGE-SECRET-${'KEY-1'}${'Q'.repeat(58)}`],
  ['an AWS access key', `AK${'IA'}${'A1B2'.repeat(4)}`],
  ['a GitHub token', `gh${'p_'}${'aB3'.repeat(12)}`],
  ['a GitHub token', `github_${'pat_'}${'aB3_'.repeat(12)}`],
  ['a GitLab token', `gl${'pat-'}${'aB3-'.repeat(5)}`],
  ['an npm token', `npm${'_'}${'aB3'.repeat(12)}`],
  ['a Hugging Face token', `h${'f_'}${'aB3'.repeat(11)}`],
  ['a Slack token', `xo${'xb-'}${'1234-'.repeat(3)}ab`],
  ['a Google API key', `AI${'za'}${'aB3_-'.repeat(7)}`],
  ['a Stripe key', `sk_${'live_'}${'aB3'.repeat(8)}`],
  ['an API key', `s${'k-'}${'aB3'.repeat(10)}`],
  ['an API key', `s${'k-'}proj-${'aB3_'.repeat(10)}`],
  [
    'a signed token',
    ['eyJhbGciOiJub', 'eyJzdWIiOiIxMj', 'c2lnbmF0dXJl'].map((part, n) => part + 'x'.repeat(n)).join('.'),
  ],
];

describe('secrets', () => {
  it.each(secrets)('%s is refused wherever it stands, and not repeated', (what, secret) => {
    const text = `Use ${secret} to begin.`;
    const variants = [
      sourceValue({ artifact: { name: text } }),
      sourceValue({ capabilities: [capability({ description: text })] }),
      sourceValue({ capabilities: [capability({ requires: ['bread', text] })] }),
    ];
    for (const value of variants) {
      const { source, diagnostics } = parseSource(JSON.stringify(value));
      expect(source).toBeUndefined();
      expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(['text/secret']);
      expect(diagnostics[0]?.message).toContain(what);
      expect(JSON.stringify(diagnostics)).not.toContain(secret.slice(-8));
    }
  });

  it.each([
    'an API key that begins with sk-',
    'the header Authorization: Bearer <token>',
    'scikit-learn and sk-learn',
    'task-oriented-dialogue-with-many-turns',
    'a key that begins with AKIA, from the console',
    'hf_transfer, npm_config_registry and ghp_ as a prefix',
    '-----BEGIN PUBLIC KEY-----',
    'eyJ is how a JSON object begins in base64',
  ])('%j is none', (text) => {
    const value = sourceValue({ capabilities: [capability({ requires: [text] })] });
    expect(parseSource(JSON.stringify(value)).diagnostics).toEqual([]);
  });
});

describe('a secret that stands where something else is meant', () => {
  const pem = [`${['-----BEGIN', 'PRIVATE', 'KEY-----'].join(' ')}`, 'MC4CAQAwBQYDK2VwBCIEIABC', '-----END'].join('\n');

  it.each(['', '\n\n', '\ufeff'])('is a key, not a source, where it is all there is', (before) => {
    for (const text of [pem, pem.replace('PRIVATE', 'PUBLIC'), pem.replace('PRIVATE', 'ENCRYPTED PRIVATE')]) {
      const { source, diagnostics } = parseSource(before + text, { file: 'my.key' });
      expect(source).toBeUndefined();
      expect(diagnostics).toMatchObject([{ ruleId: 'text/secret', message: 'this is a key, not a source' }]);
      expect(JSON.stringify(diagnostics)).not.toContain('MC4');
    }
  });

  it('is named for what the file should be', () => {
    const refusal = (kind: 'overlay' | 'observations') => {
      try {
        parseAuthored(kind, pem);
      } catch (error) {
        return (error as PassportError).diagnostics[0]?.message;
      }
      return undefined;
    };
    expect(refusal('overlay')).toBe('this is a key, not an overlay');
    expect(refusal('observations')).toBe('this is a key, not observations');
  });

  describe.each(secrets)('%s', (what, secret) => {
    const asKey = JSON.stringify(secret);
    const { artifact, capabilities } = sourceValue();
    const json = (value: object): string => JSON.stringify(value);
    const variants: ReadonlyArray<readonly [string, string]> = [
      ['a source', `# a comment\n${asKey}\n`],
      ['an artifact', json({ artifact: secret, capabilities })],
      ['a list', json({ artifact: { ...artifact, categories: secret }, capabilities })],
      ['a type', json({ artifact: { ...artifact, type: secret }, capabilities })],
      ['a url', json({ artifact: { ...artifact, url: secret }, capabilities })],
      ['a key', json({ artifact: { ...artifact, [secret]: 1 }, capabilities })],
      ['a key of a text', json({ artifact: { ...artifact, name: { [secret]: 1 } }, capabilities })],
      ['a key over a text', json({ [secret]: { a: 'b\u200b' }, artifact, capabilities })],
      ['a key twice', `${asKey}: 1\n${asKey}: 2\n`],
      ['a key twice in JSON', `{${asKey}: 1, ${asKey}: 2}`],
      ['a key of a manifest', `unfragile_version: "1.0"\n${asKey}: 2\n`],
      ['an anchor', `a: &${secret.replace(/\s/g, '')} 1\n${asKey}: 1\n`],
      ['what is no YAML', `artifact: [\n${asKey}\n"${secret}\n`],
    ];
    it.each(variants)('is not repeated where it stands as %s', (_place, text) => {
      const { source, diagnostics } = parseSource(text);
      expect(source).toBeUndefined();
      for (const { message, hint } of diagnostics) {
        // Neither whole nor cut short.
        expect(message + String(hint)).not.toContain(secret.slice(0, 24));
      }
    });

    it('is described', () => {
      const [found] = parseSource(json({ artifact: secret, capabilities })).diagnostics;
      expect(found?.message).toBe(`artifact should be a mapping, not a text that holds what looks like ${what}`);
    });
  });

  it('is refused as a key of an overlay without being repeated', () => {
    const [, secret] = secrets[3] as readonly [string, string];
    try {
      parseAuthored('overlay', JSON.stringify({ capabilities: { [secret]: { categories: 5 } } }));
    } catch (error) {
      const { diagnostics } = error as PassportError;
      expect(diagnostics.length).toBeGreaterThan(0);
      for (const { message } of diagnostics) expect(message).not.toContain(secret);
      return;
    }
    throw new Error('it was accepted');
  });
});

describe('called with what is no text', () => {
  it.each([undefined, null, 5, {}, ['a'], new Uint8Array(3)])('%j is a wrong argument', (text) => {
    const usage: unknown = expect.objectContaining({ code: 'ERR_USAGE', name: 'PassportError' });
    expect(() => parseSource(text as unknown as string)).toThrow(usage as Error);
    expect(() => parseAuthored('overlay', text as unknown as string)).toThrow(usage as Error);
  });

  it.each(['passport', 'source', 'constructor', undefined, 5])('nor is there a kind of file %j', (kind) => {
    const usage: unknown = expect.objectContaining({ code: 'ERR_USAGE' });
    expect(() => parseAuthored(kind as 'overlay', 'a: 1')).toThrow(usage as Error);
  });
});

describe('a text that is too much', () => {
  it('is not read, as YAML or as JSON', () => {
    const long = 'b'.repeat(1 << 20);
    for (const text of [`a: ${long}`, `{"a": "${long}"}`, `{a: ${long}}`]) {
      const { source, diagnostics } = parseSource(text);
      expect(source).toBeUndefined();
      expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(['yaml/too-large']);
    }
  });

  it('has no more than 60,000 keys, values and signs, in JSON, too', () => {
    const many = Array.from({ length: 61_000 }, (_, n) => n);
    const [few, keys] = [many.slice(0, 29_000), many.slice(0, 20_500)];
    for (const value of [{ a: many }, Object.fromEntries(keys.map((n) => [`k${n}`, n])), { a: keys.map(() => ({})) }]) {
      const { diagnostics } = parseSource(JSON.stringify(value));
      expect(diagnostics).toMatchObject([{ ruleId: 'yaml/too-large', range: { start: { line: 1, column: 1 } } }]);
    }
    const { diagnostics } = parseSource(JSON.stringify({ a: few, b: `,:[{`.repeat(50_000) }));
    expect(diagnostics.map(({ ruleId }) => ruleId)).not.toContain('yaml/too-large');
  });

  it('gets no more than a hundred diagnostics, errors before the rest', () => {
    const many = Array.from({ length: 500 }, (_, n) => [`k${n}`, 1] as const);
    const value = { ...Object.fromEntries(many), ...sourceValue() };
    for (const text of [JSON.stringify(value), many.map(([key]) => `${key}: 1\n`).join('')]) {
      expect(parseSource(text).diagnostics).toHaveLength(100);
    }
    expect(refused('overlay', JSON.stringify(value))).toHaveLength(100);
    const capabilities = many.map(() => ({ name: 'a', description: 'b'.repeat(100), intents: [] }));
    const manifest = { unfragile_version: '1.0', artifact: { name: 'A', slug: 'a', type: 'cli' }, capabilities };
    const { source, diagnostics } = parseSource(JSON.stringify(manifest));
    expect(source).toBeUndefined();
    expect(diagnostics).toHaveLength(100);
    expect(diagnostics.map(({ ruleId }) => ruleId)).toContain('schema/missing-key');
  });
});

function refused(name: Parameters<typeof parseAuthored>[0], text: string): string[] {
  try {
    parseAuthored(name, text, 'a.yaml');
  } catch (error) {
    expect(error).toBeInstanceOf(PassportError);
    expect(error).toMatchObject({ code: 'ERR_INVALID_SOURCE' });
    const { diagnostics } = error as PassportError;
    for (const { file } of diagnostics) expect(file).toBe('a.yaml');
    return format(diagnostics).trimEnd().split('\n');
  }
  throw new Error('it was accepted');
}

describe('parseAuthored', () => {
  it('reads observations', () => {
    const text = 'verified: true\nrank: {quality: 0.5}\nmaintenance:\n  last_scraped_at: 2026-05-03T15:20:45.776Z\n';
    expect(parseAuthored('observations', text)).toEqual({
      verified: true,
      rank: { quality: 0.5 },
      maintenance: { last_scraped_at: '2026-05-03T15:20:45.776Z' },
    });
    expect(parseAuthored('observations', '{"outcomes": {"matches": 3}}')).toEqual({ outcomes: { matches: 3 } });
    expect(parseAuthored('observations', '{}')).toEqual({});
  });

  it('says everything that is wrong with observations, in the order of the text', () => {
    const text = [
      'rank:',
      '  quality: 1.2',
      '  qualty: 1',
      '  freshness: -1',
      'outcomes:',
      '  matches: 1.5',
      'verified: yes',
      'capabilities:',
      '  first: {}',
    ];
    expect(refused('observations', text.join('\n'))).toEqual([
      '2:12 error schema/range rank.quality is 1.2; it must be at most 1',
      '3:3 error schema/unknown-key "qualty" is not a key of rank',
      '4:14 error schema/range rank.freshness is -1; it must be at least 0',
      '6:12 error schema/type outcomes.matches should be a whole number, not the number 1.5',
      '7:11 error schema/type verified should be true or false, not the text "yes"',
      '9:3 error schema/unknown-key "first" is not a key of capabilities',
    ]);
  });

  it('refuses times that there are not', () => {
    expect(refused('observations', 'maintenance:\n  last_commit: 2026-02-30T00:00:00Z\n')).toEqual([
      '2:16 error observations/impossible-time maintenance.last_commit is "2026-02-30T00:00:00Z": there is no such time',
    ]);
  });

  it('reads a registry profile, and says what is wrong with one', () => {
    const text = 'base_url: https://passports.example\nissuer: passports.example\ncaps: {permissions: 5}\n';
    expect(parseAuthored('registry-profile', text)).toMatchObject({ caps: { permissions: 5 } });
    expect(refused('registry-profile', 'base_url: https://passports.example/\ncaps: {permissions: 0}\n')).toEqual([
      '1:1 error schema/missing-key the document has no issuer',
      '1:11 error schema/format base_url is "https://passports.example/", which is not an origin',
      '2:21 error schema/range caps.permissions is 0; it must be at least 1',
    ]);
    const weights =
      'base_url: https://a.example\nissuer: a\nweights:\n  modle: {adoption: 1, quality: 0, ecosystem: 0, match_graph: 0, freshness: 0}\n';
    expect(refused('registry-profile', weights)).toEqual([
      '4:3 error schema/unknown-key "modle" is not a key of weights',
    ]);
  });

  it('reads an overlay, and says what is wrong with one', () => {
    expect(parseAuthored('overlay', 'capabilities:\n  "0": {categories: [image-visual]}\n')).toEqual({
      capabilities: { '0': { categories: ['image-visual'] } },
    });
    expect(refused('overlay', 'capabilities:\n  0: {categories: [image-visual]}\n')).toEqual([
      '2:3 error yaml/non-text-key a key is not text',
    ]);
    expect(refused('overlay', 'capabilities: {a: {categories: []}}\nartifact: {tags: [""]}\n')).toEqual([
      '1:32 error schema/empty capabilities.a.categories needs at least one entry',
      '2:19 error schema/empty artifact.tags[0] is empty',
    ]);
  });

  it('says of an empty file what it should hold', () => {
    const hint = (name: Parameters<typeof parseAuthored>[0]) => {
      try {
        return parseAuthored(name, '# nothing\n');
      } catch (error) {
        return (error as PassportError).diagnostics.map((diagnostic) => diagnostic.hint);
      }
    };
    expect(hint('overlay')).toEqual(['write the overlay into it, or leave the file out']);
    expect(hint('observations')).toEqual(['write the observations into it, or leave the file out']);
    expect(hint('registry-profile')).toEqual(['write the registry profile into it, or leave the file out']);
    expect(parseSource('').diagnostics[0]?.hint).toBe('write a source, or start from one of the templates');
  });

  it('applies the rules for texts', () => {
    expect(refused('observations', 'outcomes: {top_intents: ["a\\u202Eb"]}')).toEqual([
      '1:28 error text/bidi-control outcomes.top_intents[0] holds the direction control U+202E, which can make it read as something else',
    ]);
  });
});
