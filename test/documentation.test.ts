import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { exitCodeOf } from '../src/cli/exit-codes.js';
import { rulesAsMarkdown } from '../src/cli/rule-list.js';
import type { ErrorCode } from '../src/errors.js';
import { catalogue, profileNames } from '../src/validate/catalogue.js';
import { claimCodes } from '../src/verify/claim-codes.js';
import { clueCodes } from '../src/verify/clue-codes.js';
import { cosignatureCodes, verdictCodes } from '../src/verify/verdict-codes.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const pagePath = join(root, 'docs/diagnostics.md');
const page = readFileSync(pagePath, 'utf8');
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.generated.ts'))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(root, 'src', path), 'utf8') }));

function sourceOf(path: string): string {
  return sources.find((source) => source.path === path)?.text ?? '';
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] as string);
}

const catalogued = Object.keys(catalogue);

/** Every rule id that the sources can give: whole ones, and those put together from a group and a name. */
function ruleIds(): Set<string> {
  const ids = new Set<string>();
  const groups = [...new Set(catalogued.map((id) => id.slice(0, id.indexOf('/'))))].join('|');
  for (const { path, text } of sources) {
    // The media types of a proof have the form of an id, too.
    if (path === 'validate/catalogue.ts' || path === 'passport/proof-place.ts') continue;
    for (const id of all(text, new RegExp(`'((?:${groups})/[a-z][a-z0-9-]+)'`, 'g'))) ids.add(id);
  }
  for (const name of all(sourceOf('author/yaml.ts'), /\.(?:refuse|refuseToken)\(\s*'([a-z-]+)'/g))
    ids.add(`yaml/${name}`);
  for (const name of all(sourceOf('validate/schema.ts'), /\bfinding\(\s*'([a-z-]+)'/g)) ids.add(`schema/${name}`);
  return ids;
}

describe('docs/diagnostics.md', () => {
  test('names every error code with its exit status', () => {
    const codes = all(sourceOf('errors.ts'), /\| '(ERR_[A-Z0-9_]+)'/g) as ErrorCode[];
    expect(codes.length).toBeGreaterThan(12);
    for (const code of codes) expect(page).toMatch(new RegExp(`^\\| \`${code}\` \\| ${exitCodeOf(code)} \\| `, 'm'));
  });

  test('has the table of rules that passport rules prints', () => {
    const table = rulesAsMarkdown();
    expect(table.split('\n')).toHaveLength(catalogued.length + 3);
    const start = page.indexOf('| rule |');
    if (process.env.UPDATE_GOLDEN) writeFileSync(pagePath, page.slice(0, start) + table);
    expect(readFileSync(pagePath, 'utf8').slice(start)).toBe(table);
  });

  test('says which profiles there are', () => {
    for (const profile of profileNames) expect(page).toContain(`- \`${profile}\``);
  });
});

describe('docs/verdicts.md', () => {
  test('has every code with its verdict and its meaning', () => {
    const path = join(root, 'docs/verdicts.md');
    const rows = Object.entries(verdictCodes).map(
      ([code, { verdict, meaning }]) => `| \`${code}\` | ${verdict} | ${meaning} |`,
    );
    const table = [
      ...['| code | verdict | when |', '| --- | --- | --- |', ...rows, ''],
      ...['## Codes of cosignatures', '', '| code | when |', '| --- | --- |'],
      ...Object.entries(cosignatureCodes).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`),
      '',
    ].join('\n');
    const text = readFileSync(path, 'utf8');
    const start = text.indexOf('| code |');
    if (process.env.UPDATE_GOLDEN) writeFileSync(path, text.slice(0, start) + table);
    expect(readFileSync(path, 'utf8').slice(start)).toBe(table);
  });

  test('has every code of a clue', () => {
    const path = join(root, 'docs/verdicts.md');
    const rows = Object.entries(clueCodes).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
    const table = ['| clue | when |', '| --- | --- |', ...rows, '', ''].join('\n');
    const text = readFileSync(path, 'utf8');
    const [start, end] = [text.indexOf('| clue |'), text.indexOf('## All codes')];
    if (process.env.UPDATE_GOLDEN) writeFileSync(path, text.slice(0, start) + table + text.slice(end));
    expect(readFileSync(path, 'utf8')).toContain(`\n${table}## All codes\n`);
    expect(Object.keys(clueCodes).join('\n')).toMatchSnapshot();
  });

  test('has the codes that it had in every release', () => {
    // No code is ever renamed or given to another verdict: a line may be added to the snapshot, and none changed.
    const codes = Object.entries(verdictCodes).map(([code, { verdict }]) => `${verdict} ${code}`);
    expect(codes.join('\n')).toMatchSnapshot();
    expect(codes.length).toBeGreaterThan(40);
    expect(Object.keys(cosignatureCodes).join('\n')).toMatchSnapshot('of cosignatures');
  });
});

describe('docs/claims.md', () => {
  test('has every code with what it is about and its meaning', () => {
    const path = join(root, 'docs/claims.md');
    const rows = Object.entries(claimCodes).map(
      ([code, { about, meaning }]) => `| \`${code}\` | ${about} | ${meaning} |`,
    );
    const table = ['| code | about | when |', '| --- | --- | --- |', ...rows, ''].join('\n');
    const text = readFileSync(path, 'utf8');
    const start = text.indexOf('| code |');
    if (process.env.UPDATE_GOLDEN) writeFileSync(path, text.slice(0, start) + table);
    expect(readFileSync(path, 'utf8').slice(start)).toBe(table);
  });

  test('has the codes that it had in every release', () => {
    // No code is ever renamed: a line may be added to the snapshot, and none changed.
    expect(
      Object.entries(claimCodes)
        .map(([code, { about }]) => `${about} ${code}`)
        .join('\n'),
    ).toMatchSnapshot();
  });
});

describe('the catalogue', () => {
  const ids = ruleIds();

  test('has every rule that the sources name', () => {
    expect(ids.size).toBeGreaterThan(60);
    expect([...ids].filter((id) => !catalogued.includes(id))).toEqual([]);
  });

  test('has no rule that no source names', () => {
    // Numbers in YAML are judged by the rules of JSON under names of their own.
    const borrowed = ['yaml/number-range', 'yaml/number-precision', 'yaml/negative-zero'];
    expect(catalogued.filter((id) => !ids.has(id) && !borrowed.includes(id))).toEqual([]);
  });
});
