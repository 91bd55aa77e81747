import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.js';
import { docsOf } from '../../src/diagnostic.js';
import { catalogue, profileNames, type RuleId } from '../../src/validate/catalogue.js';
import { memoryIo } from './memory-io.js';

const ids = Object.keys(catalogue) as RuleId[];

async function rules(...flags: string[]): Promise<string> {
  const run = memoryIo();
  expect(await main(['rules', ...flags], run.io)).toBe(0);
  expect(run.stderr()).toBe('');
  return run.stdout();
}

describe('passport rules', () => {
  test.each(profileNames)('lists every rule with its level in the profile %s and its summary', async (profile) => {
    const text = await rules('--profile', profile);
    for (const id of ids) {
      const { levels, fixed, summary } = catalogue[id];
      const [line = '', ...rest] = text.slice(text.indexOf(`  ${id} `)).split('\n');
      const [, said, mark, words] = /^ {2}\S+ +(error|warning|info|off)(\*?) +(.+)$/.exec(line) ?? [];
      expect([said, mark], id).toEqual([levels[profile], fixed ? '*' : '']);
      const folded = [words ?? ''];
      for (const more of rest) {
        if (!/^ {12}/.test(more)) break;
        folded.push(more.trim());
      }
      expect(folded.join(' ')).toBe(summary);
    }
  });

  test('can be read in 80 columns, group by group', async () => {
    const text = await rules();
    expect(text).toBe(await rules('--profile', 'registry'));
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    const headings = text.split('\n').filter((line) => /^[a-z]+$/.test(line));
    expect(headings).toEqual([...new Set(ids.map((id) => id.slice(0, id.indexOf('/'))))]);
    expect(text.match(/^ {2}[a-z]+\/\S+/gm)?.length).toBe(ids.length);
  });

  test('gives programs all levels and where the pages are', async () => {
    const {
      version,
      profile,
      rules: list,
    } = JSON.parse(await rules('--format', 'json', '--profile', 'minimal')) as {
      version: number;
      profile: string;
      rules: ReadonlyArray<Record<string, unknown>>;
    };
    expect([version, profile]).toEqual([1, 'minimal']);
    expect(list).toEqual(
      ids.map((id) => ({ id, level: catalogue[id].levels.minimal, ...catalogue[id], docs: docsOf(id) })),
    );
  });

  test('makes a table of all profiles, or of one', async () => {
    const table = await rules('--format', 'markdown');
    expect(table).toContain(
      '| rule | minimal | registry | strict | what it finds |\n| --- | --- | --- | --- | --- |\n',
    );
    expect(table).toContain('| [`json/syntax`](rules/json/syntax.md) | **error** | **error** | **error** | text that');
    expect(table).toContain('(rules/yaml/comment-in-text.md) | off | warning | warning | ');
    expect(await rules('--format', 'markdown', '--profile', 'strict')).toContain('| rule | strict | what it finds |\n');
  });

  test.each([
    [['--profile', 'loose'], /profile.*minimal/],
    [['--format', 'sarif'], /format.*markdown/],
    [['json'], /json is an argument too many/],
  ])('refuses %j', async (flags, says) => {
    const run = memoryIo();
    expect(await main(['rules', ...flags], run.io)).toBe(2);
    expect(run.stderr()).toMatch(says);
    expect(run.stdout()).toBe('');
  });
});
