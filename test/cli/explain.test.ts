import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.js';
import { docsOf } from '../../src/diagnostic.js';
import { catalogue, type RuleId } from '../../src/validate/catalogue.js';
import { memoryIo } from './memory-io.js';

const ids = Object.keys(catalogue) as RuleId[];
const source = 'test/fixtures/library-hours.yaml';

async function explain(words: readonly string[], part: Parameters<typeof memoryIo>[0] = {}) {
  const run = memoryIo(part);
  const status = await main(['explain', ...words], run.io);
  return { status, stdout: run.stdout(), stderr: run.stderr() };
}

describe('passport explain RULE-ID', () => {
  test.each(ids)('prints the page of %s, with all that stands in it', async (id) => {
    const { status, stdout, stderr } = await explain([id]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.startsWith(`${id}\n\n`)).toBe(true);
    const { minimal, registry, strict } = catalogue[id].levels;
    expect(words(stdout)).toContain(`Level: minimal ${minimal}, registry ${registry}, strict ${strict}`);
    expect(words(stdout).includes('neither options nor comments change it')).toBe(catalogue[id].fixed);
    const page = readFileSync(new URL(`../../${docsOf(id)}`, import.meta.url), 'utf8');
    const text = page
      .replace(/^```.*$/gm, '')
      .replace(/^# /, '')
      .replace(/^## /gm, '');
    const printed = words(stdout).replace(/ Level: [^]*?strict \w+(?:; neither options nor comments change it)?/, '');
    expect(printed).toBe(words(text));
  });

  test('sets titles apart on a terminal, and examples everywhere', async () => {
    const { stdout } = await explain(['yaml/tag'], { stdoutIsTerminal: true, columns: 60 });
    expect(stdout).toContain('\u001b[1myaml/tag\u001b[22m\n');
    expect(stdout).toContain('\n\u001b[1mBad\u001b[22m\n\n    artifact:\n      slug: toaster\n');
    const plain = (await explain(['yaml/tag'], { columns: 60 })).stdout;
    expect(plain).not.toContain('\u001b');
    expect(plain.split('\n').filter((line) => line.length > 60)).toEqual([]);
    expect(plain).not.toContain('```');
  });

  test.each([
    [['yaml/dupliate-key'], 'there is no rule "yaml/dupliate-key"', 'did you mean yaml/duplicate-key?'],
    [['missing-key'], 'there is no rule', 'did you mean schema/missing-key?'],
    [['number-range'], 'there is no rule', 'did you mean json/number-range or yaml/number-range?'],
    [['frobnicate'], 'there is no rule', 'passport rules lists all'],
    [['json'], 'json is a group of rules', 'json/syntax, json/byte-order-mark'],
    [['../../package'], 'there is no rule', 'passport rules lists all'],
    [['constructor'], 'there is no rule', 'passport rules lists all'],
    [['json/syntax', source], "a rule's page needs no source", 'passport explain json/syntax'],
    [['json/syntax', '--overlay', 'x.yaml'], "a rule's page needs no --overlay", 'passport explain json/syntax'],
    [['/trust/permissions/0'], 'name the source, too', 'passport explain /trust/permissions/0 SOURCE'],
    [['trust.permissions[0]'], 'name the source, too', 'passport explain trust.permissions[0] SOURCE'],
    [[], 'name the', 'passport explain --help'],
  ])('%j is a wrong command line', async (what, says, hint) => {
    const { status, stdout, stderr } = await explain(what);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).toContain(hint);
  });

  test('does not repeat a secret or act on the terminal', async () => {
    const secret = `AK${'IA'}${'A1B2'.repeat(4)}`;
    expect((await explain([secret])).stderr).not.toContain(secret);
    expect((await explain(['\u001b[2Jx'])).stderr).not.toContain('\u001b');
  });
});

describe('passport explain POINTER SOURCE', () => {
  test.each(['/trust/permissions/0', 'trust.permissions[0]'])('%s is a place in the passport', async (what) => {
    const { status, stdout, stderr } = await explain([what, source]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('library-hours.yaml');
    expect(stdout).toContain('outbound HTTPS to library.lindenau.example');
  });
});

/** A text without its line breaks and indentation. */
function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
