import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  type AuthoredSource,
  buildPassport,
  emitDocument,
  generateKeyPair,
  parseSource,
  signPassport,
  unfragileAi,
  verifyPassport,
} from '../src/index.js';

const root = new URL('../', import.meta.url);
const folder = new URL('templates/', root);
const files = readdirSync(folder).sort();
const modeline = '# yaml-language-server: $schema=../schemas/source.json';

function read(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8');
}

function parse(file: string): AuthoredSource {
  const { source, diagnostics } = parseSource(read(file), { file });
  expect(diagnostics).toEqual([]);
  return source as AuthoredSource;
}

/** The comments of a template, one text for each line, without the hash. */
function comments(file: string): string[] {
  return [...read(file).matchAll(/^ *# ?(.*)$/gm)].map(([, text]) => text as string);
}

describe('templates', () => {
  it('are one for each artifact type, and nothing else', () => {
    const schema = JSON.parse(readFileSync(new URL('schemas/source.json', root), 'utf8'));
    const types: string[] = schema.properties.artifact.properties.type.enum;
    expect(types).toHaveLength(19);
    expect(files).toEqual(types.map((type) => `${type}.yaml`).sort());
  });

  it('share no text and no artifact', () => {
    const places = new Map<string, string[]>();
    for (const file of files) {
      const { artifact, capabilities } = parse(file);
      const texts = capabilities.flatMap(({ name, description, intents, best_for, limitations }) => [
        name,
        description,
        ...intents,
        ...best_for,
        ...limitations,
      ]);
      for (const text of [artifact.slug, artifact.name, artifact.url, ...texts]) {
        const normal = text.toLowerCase();
        places.set(normal, [...(places.get(normal) ?? []), file]);
      }
    }
    // The slug and the name of one artifact may be the same word.
    const repeated = [...places].filter(([, where]) => new Set(where).size > 1);
    expect(repeated).toEqual([]);
  });
});

describe.each(files)('templates/%s', (file) => {
  it('is of the type in its name', () => {
    expect(`${parse(file).artifact.type}.yaml`).toBe(file);
  });

  it('builds without a diagnostic', () => {
    expect(buildPassport(parse(file)).diagnostics).toEqual([]);
  });

  it('signs and verifies', async () => {
    const { payload } = buildPassport(parse(file));
    const pair = generateKeyPair();
    const document = await signPassport(payload, pair, { signedAt: '2026-05-04T12:00:00.000Z' });
    const verdict = verifyPassport(emitDocument(document), { key: pair.publicKey, now: '2026-06-01T00:00:00Z' });
    expect(verdict).toMatchObject({ verdict: 'VALID', code: 'OK', payload });
  });

  it('describes two or three capabilities in full', () => {
    const { capabilities } = parse(file);
    expect([2, 3]).toContain(capabilities.length);
    for (const { name, description, intents, best_for, limitations, input_types, output_types } of capabilities) {
      expect([...description].length, name).toBeGreaterThanOrEqual(120);
      expect(description.match(/\.(?= |$)/g)?.length, `sentences of ${name}`).toBeGreaterThanOrEqual(2);
      expect(limitations.length, `limitations of ${name}`).toBeGreaterThanOrEqual(2);
      expect(limitations.length, `limitations of ${name}`).toBeLessThanOrEqual(4);
      for (const list of [intents, best_for, input_types, output_types]) expect(list, name).not.toEqual([]);
    }
    expect(capabilities.some(({ requires }) => requires.length > 0)).toBe(true);
  });

  it('gives the reason where a capability requires nothing', () => {
    const lines = read(file).split('\n');
    for (const [index, line] of lines.entries()) {
      if (/^ *requires: \[\]$/.test(line)) expect(lines[index - 1]).toMatch(/^ *# \S/);
    }
  });

  it('uses categories that the registry is known to have', () => {
    const { artifact, capabilities } = parse(file);
    const unknown = [
      ...artifact.categories.filter((category) => !unfragileAi.categories.artifact.includes(category)),
      ...capabilities
        .flatMap(({ categories }) => categories)
        .filter((category) => !unfragileAi.categories.capability.includes(category)),
    ];
    expect(unknown).toEqual([]);
  });

  it('says in comments what it is and what to write', () => {
    const [first, second] = read(file).split('\n');
    expect(first).toMatch(/^# Source of a trust passport for an? \S/);
    expect(second).toBe(modeline);
    expect(existsSync(fileURLToPath(new URL('../schemas/source.json', new URL(file, folder))))).toBe(true);
    const all = comments(file);
    expect(all.length).toBeGreaterThanOrEqual(12);
    const text = all.join(' ');
    expect(text).toContain('trust.permissions');
    expect(text).toContain('trust.failure_modes');
  });

  it('names in comments only addresses that its capabilities get', () => {
    const uris = buildPassport(parse(file)).payload.capabilities.map(({ uri }) => uri);
    const named = comments(file).flatMap((text) => text.match(/capability:\/\/[a-z0-9.]+/g) ?? []);
    for (const uri of named) expect(uris).toContain(uri);
  });

  it('keeps to its length, and holds neither gaps nor advertising', () => {
    const text = read(file);
    const lines = text.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(60);
    expect(lines.length).toBeLessThanOrEqual(110);
    expect(lines.filter((line) => line.length > 120)).toEqual([]);
    expect(text).not.toMatch(/\b(?:todo|fixme|tbd|lorem|unknown|not documented|your[- ]name)\b/i);
    expect(text).not.toMatch(
      /\b(?:seamless|powerful|cutting[- ]edge|state[- ]of[- ]the[- ]art|revolutionary|robust|effortless|blazing|world[- ]class|leverage|innovative|comprehensive|ultimate)/i,
    );
    expect(parse(file).artifact.url).toMatch(/^https:\/\/example\.org\/./);
  });
});
