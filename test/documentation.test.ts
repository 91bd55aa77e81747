import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { exitCodeOf } from '../src/cli/exit-codes.js';
import type { ErrorCode } from '../src/errors.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = readFileSync(join(root, 'docs/diagnostics.md'), 'utf8');
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.generated.ts'))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(root, 'src', path), 'utf8') }));

function sourceOf(path: string): string {
  return sources.find((source) => source.path === path)?.text ?? '';
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] as string);
}

/** Every rule id that the sources can give: whole ones, and those put together from a group and a name. */
function ruleIds(): Set<string> {
  const ids = new Set<string>();
  for (const { text } of sources)
    for (const id of all(
      text,
      /'((?:json|yaml|schema|text|capability|manifest|observations|registry|derive|sign)\/[a-z][a-z0-9-]+)'/g,
    ))
      ids.add(id);
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

  test('names every verdict code', () => {
    for (const code of all(sourceOf('verify/verdict.ts'), /^ {2}\| '([A-Z_]+)'/gm))
      expect(page).toContain(`| \`${code}\` | `);
  });

  test('names every rule, and none that is not there', () => {
    const ids = ruleIds();
    expect(ids.size).toBeGreaterThan(40);
    const [, table = ''] = page.split('## Rules');
    const named = all(table, /`([a-z]+\/[a-z0-9-]+)`/g);
    expect([...ids].filter((id) => !named.includes(id))).toEqual([]);
    // Numbers in YAML are judged by the rules of JSON under names of their own.
    const borrowed = ['yaml/number-range', 'yaml/number-precision', 'yaml/negative-zero'];
    expect(named.filter((id) => !ids.has(id) && !borrowed.includes(id))).toEqual([]);
  });
});
