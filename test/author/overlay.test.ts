import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixSource } from '../../src/author/fix.js';
import { readOverlay } from '../../src/author/overlay.js';
import { parseSource } from '../../src/author/source.js';
import { validateSource, type ValidateOptions } from '../../src/author/validate.js';

const manifest = readFileSync(new URL('../fixtures/unfragile.yml', import.meta.url), 'utf8');

const OVERLAY = `artifact:
  categories: [mcp-servers]
  tags: [food]
  starting_price: "€0"
capabilities:
  find-recipe:
    categories: [search-retrieval]
    input_types: [list of ingredients]
  "1": { categories: [data-processing-analysis] }
  "2": { categories: [automation-workflow] }
`;

/** The overlay with one stretch replaced, which must be there. */
function changed(part: string, by: string): string {
  expect(OVERLAY.split(part)).toHaveLength(2);
  return OVERLAY.replace(part, () => by);
}

/** What is said of the overlay: place, level, rule, and what is pointed at. */
function found(overlay: string, options: ValidateOptions = {}, text = manifest): string[] {
  const { diagnostics } = validateSource(text, {
    file: 'unfragile.yml',
    overlay: readOverlay(overlay, 'overlay.yaml'),
    ...options,
  });
  return diagnostics
    .filter(({ file }) => file === 'overlay.yaml')
    .map(({ range, severity, ruleId }) => {
      const there = overlay.slice(range?.start.offset, range?.end.offset).split('\n')[0];
      return `${range?.start.line}:${range?.start.column} ${severity} ${ruleId} ${there}`;
    });
}

describe('an overlay', () => {
  it('that is right gets no word', () => {
    expect(found(OVERLAY, { profile: 'strict' })).toEqual([]);
    expect(parseSource(manifest, { overlay: readOverlay(OVERLAY, 'overlay.yaml') }).source).toMatchObject({
      artifact: { categories: ['mcp-servers'] },
    });
  });

  it.each([
    ['"€0"', '"-5 USD"', '4:19 error pricing/negative "-5 USD"'],
    ['"€0"', 'cheap', '4:19 warning pricing/unparsable cheap'],
    ['"€0"', '"€20 / month"', '4:19 warning pricing/at-odds "€20 / month"'],
    ['[mcp-servers]', '[mpc-servers]', '2:16 warning artifact/unknown-category mpc-servers'],
    ['[food]', '[food, Food]', '3:16 warning list/repeated-entry Food'],
    ['[food]', '[\u0430pple]', '3:10 error text/confusable \u0430'],
    ['[food]', '[TODO]', '3:10 warning text/placeholder TODO'],
    ['[food]', '["a\\u202Eb"]', '3:12 error text/bidi-control \\u202E'],
    [
      '[food]',
      '[ghp_0123456789abcdefghijABCDEFGHIJ012345]',
      '3:10 error text/secret ghp_0123456789abcdefghijABCDEFGHIJ012345',
    ],
    ['[search-retrieval]', '[search-retreival]', '7:18 warning capability/unknown-category search-retreival'],
    ['categories: [mcp-servers]', 'categories: []', '2:15 error schema/empty []'],
    ['tags: [food]', 'tgas: [food]', '3:3 error schema/unknown-key tgas'],
    ['tags: [food]', 'tags: [food', '3:9 error yaml/syntax ['],
    ['tags: [food]', 'tags:\n    - food #1 there', '4:12 warning yaml/comment-in-text #1 there'],
    ['  "2": {', '  "7": {', '10:3 error manifest/overlay-unused "7"'],
  ])('with %s written %s is told so, where it stands', (part, by, said) => {
    const overlay = changed(part, by);
    const all = found(overlay);
    expect(all).toContain(said);
    const others = all.filter((one) => one !== said);
    // A category that is missing altogether is at odds with the type as well.
    expect(others.filter((one) => !/category-at-odds|yaml\/syntax/.test(one))).toEqual([]);
    const { diagnostics } = validateSource(manifest, {
      file: 'unfragile.yml',
      overlay: readOverlay(overlay, 'o.yaml'),
    });
    const own = diagnostics.filter(({ file }) => file === 'unfragile.yml').map(({ ruleId }) => ruleId);
    // What follows from it is not said again: only the entry of another number is missing for what it was meant for.
    expect(own.filter((id) => !/not-carried-over|placeholder-host/.test(id))).toEqual(
      said.includes('"7"') ? ['manifest/missing-category'] : [],
    );
    for (const { fix, file } of diagnostics) if (file === 'o.yaml') expect(fix).toBeUndefined();
  });

  it('has messages that name its own fields, and points at what belongs to them in the manifest', () => {
    const overlay = readOverlay(changed('"€0"', '"€20 / month"'), 'overlay.yaml');
    const { diagnostics } = validateSource(manifest, { file: 'unfragile.yml', overlay });
    const priced = diagnostics.find(({ ruleId }) => ruleId === 'pricing/at-odds');
    expect(priced?.message).toMatch(/^artifact\.starting_price is /);
    expect(priced?.pointer).toBe('/artifact/starting_price');
    const [place] = priced?.related ?? [];
    expect(place).toMatchObject({ file: 'unfragile.yml', pointer: '/pricing/model' });
    expect(manifest.slice(place?.range?.start.offset, place?.range?.end.offset)).toBe('open-source');
  });

  it('can ignore by comments of its own, and of the manifest none', () => {
    const price = (comment: string) => changed('"€0"', `cheap  ${comment}`);
    expect(found(price('# passport: ignore[pricing/unparsable] on request'))).toEqual([]);
    expect(found(price('# passport: ignore[pricing/negative] on request'))).toEqual([
      expect.stringContaining('pricing/unparsable'),
      expect.stringContaining('ignore/unused'),
    ]);
    const silent = manifest.replace('\n', '\n# passport: ignore[pricing/unparsable] on request\n');
    expect(found(price(''), {}, silent)).toEqual([expect.stringContaining('pricing/unparsable')]);
  });

  it('is never written into the manifest by a fix', () => {
    const overlay = readOverlay(changed('"€0"', '"-5 USD"'), 'overlay.yaml');
    expect(fixSource(manifest, { overlay, unsafe: true }).text).toBe(fixSource(manifest, { unsafe: true }).text);
  });

  it('with errors of form gives no source, and what it would give is not missed', () => {
    const overlay = readOverlay(changed('artifact:', 'artefact:'), 'overlay.yaml');
    const { source, diagnostics } = parseSource(manifest, { overlay });
    expect(source).toBeUndefined();
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId)).toEqual([
      'schema/unknown-key',
    ]);
  });

  it('given as a value is judged, too', () => {
    const overlay = { artifact: { categories: ['mcp-servers'], starting_price: '-1' } };
    const { diagnostics } = validateSource(manifest, { overlay });
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ ruleId: 'pricing/negative', pointer: '/artifact/starting_price', range: undefined }),
    );
    const unsafe = { artifact: { categories: ['mcp-servers'], tags: ['a\u202eb'] } };
    expect(validateSource(manifest, { overlay: unsafe }).diagnostics).toContainEqual(
      expect.objectContaining({ ruleId: 'text/bidi-control', pointer: '/artifact/tags/0' }),
    );
  });

  it('that is given for several files is not used for a source', () => {
    const source = readFileSync(new URL('../fixtures/library-hours.yaml', import.meta.url), 'utf8');
    const overlay = readOverlay(changed('"€0"', '"-5 USD"'), 'overlay.yaml');
    const ids = (overlayMayIdle: boolean) =>
      validateSource(source, { overlay, overlayMayIdle }).diagnostics.map(({ ruleId }) => ruleId);
    expect(ids(false)).toContain('manifest/overlay-unused');
    expect(ids(true).filter((id) => /overlay|pricing/.test(id))).toEqual([]);
  });
});

describe('a broken source or manifest', () => {
  const requires = Array.from({ length: 60 }, (_, number) => `      - permission number ${number}`).join('\n');

  it('is told what the caps drop of its sound parts', () => {
    const broken = manifest
      .replace('model: open-source', 'model: gratis')
      .replace(/requires:\n(?: +- .*\n)+/, `requires:\n${requires}\n`);
    expect(broken).toContain('permission number 59');
    const ids = validateSource(broken, { overlay: readOverlay(OVERLAY, 'o.yaml') }).diagnostics.map(
      ({ ruleId, range }) => `${range?.start.line} ${ruleId}`,
    );
    expect(ids.some((id) => id.endsWith('schema/enum'))).toBe(true);
    const line = broken.split('\n').findIndex((one) => one.includes('permission number 0'));
    const capped = ids.find((id) => id.endsWith('derive/permissions-capped'));
    expect(Number(capped?.split(' ')[0])).toBeGreaterThan(line + 1);
  });

  it('is told how old the observations are all the same', () => {
    const observations = { maintenance: { last_scraped_at: '2020-01-01T00:00:00.000Z' } };
    const broken = manifest.replace('model: open-source', 'model: gratis');
    const found = validateSource(broken, { observations, now: '2026-01-01T00:00:00.000Z' });
    expect(found.diagnostics.map(({ ruleId }) => ruleId)).toContain('derive/stale-evidence');
  });
});

describe('the hint of a schema for editors', () => {
  const value = {
    $schema: './node_modules/trust-passport/schemas/source.json',
    artifact: {
      slug: 'toaster',
      name: 'Toaster',
      type: 'app',
      url: 'https://a.dev/',
      categories: ['automation'],
      pricing: { model: 'free' },
    },
    capabilities: [
      {
        name: 'toast',
        description: 'x'.repeat(120),
        intents: [],
        best_for: [],
        limitations: [],
        requires: [],
        input_types: [],
        output_types: [],
        categories: ['automation-workflow'],
      },
    ],
  };

  it('may stand in JSON, and is no part of the source', () => {
    const { source, diagnostics } = parseSource(JSON.stringify(value));
    expect(diagnostics).toEqual([]);
    const { $schema: _, ...rest } = value;
    expect(source).toEqual(rest);
  });

  it('is refused in YAML, and where it is no text', () => {
    const yaml = parseSource(`$schema: a\n${JSON.stringify(value.artifact) && 'artifact: {}\n'}capabilities: []\n`);
    expect(yaml.diagnostics.map(({ ruleId, pointer }) => `${ruleId} ${pointer}`)).toContain(
      'schema/unknown-key /$schema',
    );
    const number = parseSource(JSON.stringify({ ...value, $schema: 7 }));
    expect(number.diagnostics.map(({ ruleId, pointer }) => `${ruleId} ${pointer}`)).toEqual(['schema/type /$schema']);
    const secret = parseSource(
      JSON.stringify({ ...value, $schema: 'https://a.dev/?ghp_0123456789abcdefghijABCDEFGHIJ012345' }),
    );
    expect(secret.diagnostics.map(({ ruleId }) => ruleId)).toEqual(['text/secret']);
  });
});
