import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeEach, describe, expect, test } from 'vitest';
import { MISSPELT, SOURCE, WARNED } from './artifact-source.js';
import { bin, passport, projectRoot, type Run, temporaryFolder } from './run.js';

const root = temporaryFolder();
let folder = root;
let count = 0;

beforeEach(() => {
  folder = join(root, String(count++));
  // Where the search for a configuration ends.
  mkdirSync(join(folder, '.git'), { recursive: true });
});

function write(name: string, text: string | Uint8Array): string {
  writeFileSync(join(folder, name), text);
  return name;
}

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

function validate(
  words: readonly string[],
  options: { input?: string | Uint8Array; env?: Record<string, string> } = {},
): Run {
  return passport(['validate', ...words], { cwd: folder, ...options });
}

const ajv = new Ajv({ strict: false, validateFormats: false });
const isReport = ajv.compile(JSON.parse(readFileSync(join(projectRoot, 'schemas/report.json'), 'utf8')) as object);

interface JsonReport {
  readonly ok: boolean;
  readonly exit_status: number;
  readonly failures: ReadonlyArray<{ readonly code: string; readonly message: string }>;
}

function jsonReport(text: string): JsonReport & { readonly [name: string]: unknown } {
  const report = JSON.parse(text) as JsonReport & { readonly [name: string]: unknown };
  expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true);
  return report;
}

describe('passport validate', () => {
  test('says nothing of a good source, but that it has looked', () => {
    write('a.yaml', SOURCE);
    expect(validate(['a.yaml'])).toEqual({
      status: 0,
      stdout: '',
      stderr: '1 source checked: 0 errors, 0 warnings\n',
    });
  });

  test('says what is wrong, where, and the way out', () => {
    write('a.yaml', MISSPELT);
    const { status, stdout, stderr } = validate(['a.yaml']);
    expect(status).toBe(1);
    expect(stdout).toContain('a.yaml:4:3 error schema/unknown-key "Name" is not a key of artifact\n');
    expect(stdout).toContain('  hint: did you mean name?\n');
    expect(stderr).toContain('1 source checked: 1 error, 0 warnings\n');
    expect(stderr).toContain('1 can be mended with --fix\n');
  });

  test('writes several formats at once, one of them to standard output', () => {
    write('a.yaml', MISSPELT);
    const words = ['a.yaml', '--format', 'compact', '--format', 'json:r.json', '--format=sarif:r.sarif'];
    const { status, stdout } = validate([...words, '--format', 'junit:r.xml', '--format', 'markdown:r.md']);
    expect(status).toBe(1);
    expect(stdout).toBe('a.yaml:4:3 error schema/unknown-key "Name" is not a key of artifact\n');
    expect(jsonReport(read('r.json'))).toMatchObject({ version: 1, ok: false, exit_status: 1 });
    expect(JSON.parse(read('r.sarif'))).toMatchObject({ version: '2.1.0' });
    expect(read('r.xml')).toMatch(/^<\?xml /);
    expect(read('r.md')).toContain('schema/unknown-key');
  });

  test('writes the page of a job where the environment names its file', () => {
    write('a.yaml', MISSPELT);
    write('summary.md', 'of a step before\n');
    const env = { GITHUB_STEP_SUMMARY: join(folder, 'summary.md') };
    expect(validate(['a.yaml', '--format', 'github'], { env }).stdout).toMatch(/^::error file=a\.yaml,line=4,/);
    expect(read('summary.md')).toMatch(/^of a step before\n[\s\S]*schema\/unknown-key/);
    expect(validate(['a.yaml', '--format', 'compact'], { env }).status).toBe(1);
    expect(read('summary.md').match(/unknown-key/g)).toHaveLength(1);
  });

  test.each([
    [['--format', 'jsn'], /--format jsn is not known/, /did you mean json\?/],
    [['--format', 'json:'], /names no file/, /json:FILE/],
    [['--format', 'compact', '--format', 'plain'], /two formats go to standard output/, /--format NAME:FILE/],
    [['--format', 'json:a', '--format', 'sarif:a'], /two formats go to one file/, /of its own/],
    [['--rule', 'slug/reserved'], /not of the form ID=LEVEL/, /off, info, warning, error/],
    [['--rule', 'slug/reservd=off'], /no rule "slug\/reservd"/, /did you mean slug\/reserved\?/],
    [['--rule', 'schema/type=off'], /level of schema\/type cannot be changed/, /no passport is built/],
    [['--max-warnings', 'many'], /--max-warnings many is not a number/, /0 or more/],
    [['--dry-run'], /--dry-run is for --fix/, /add --fix/],
    [['--unsafe'], /--unsafe is for --fix/, /add --fix/],
    [
      ['--profile', 'lax'],
      /--profile lax is not known: it is one of minimal, registry or strict/,
      /passport validate --help/,
    ],
    [['--profile', 'strct'], /--profile strct is not known/, /did you mean strict\?/],
    [['--config'], /--config needs a value, and none follows/, /--config=VALUE/],
    [
      ['--fail-on', 'panic'],
      /--fail-on panic is not known: it is one of error, warning, info or never/,
      /passport validate --help/,
    ],
  ])('refuses %j', (words, message, hint) => {
    write('a.yaml', SOURCE);
    const { status, stdout, stderr } = validate(['a.yaml', ...words]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(hint);
  });
});

describe('a JSON report', () => {
  test.each<[what: string, words: readonly string[], status: number, code: string]>([
    ['a flag that there is not', ['a.yaml', '--frmat', 'x', '--format', 'json'], 2, 'ERR_USAGE'],
    ['a flag with a wrong value', ['a.yaml', '--profile=lax', '--format=json'], 2, 'ERR_USAGE'],
    ['no source', ['--format', 'json'], 2, 'ERR_USAGE'],
    ['a source that is not there', ['b.yaml', '--format', 'json'], 3, 'ERR_READ'],
    ['a glob that matches nothing', ['*.yml', '--format', 'json'], 3, 'ERR_READ'],
    ['a folder', ['.git', '--format', 'json'], 3, 'ERR_READ'],
    ['a configuration that is not there', ['a.yaml', '--format', 'json', '--config', 'c.yaml'], 3, 'ERR_READ'],
    ['a configuration with errors', ['a.yaml', '--format', 'json', '--config', 'a.yaml'], 1, 'ERR_INVALID_SOURCE'],
    ['a profile with errors', ['a.yaml', '--format', 'json', '--registry', 'a.yaml'], 1, 'ERR_INVALID_SOURCE'],
  ])('is there for %s', (_, words, status, code) => {
    write('a.yaml', SOURCE);
    const run = validate(words);
    expect(run.status).toBe(status);
    expect(jsonReport(run.stdout)).toMatchObject({ ok: false, exit_status: status, failures: [{ code }] });
    expect(run.stderr).not.toBe('');
  });

  test('has what was found in the sources that could be read beside those that could not', () => {
    write('a.yaml', MISSPELT);
    const run = validate(['a.yaml', 'b.yaml', '--format', 'json']);
    expect(run.status).toBe(3);
    expect(jsonReport(run.stdout)).toMatchObject({ failures: [{ code: 'ERR_READ', file: 'b.yaml' }] });
    expect(run.stdout).toContain('schema/unknown-key');
  });
});

describe('the exit status', () => {
  test('depends on what the run is to fail on', () => {
    write('a.yaml', WARNED);
    const status = (...words: string[]): number | null => validate(['a.yaml', ...words]).status;
    expect(status()).toBe(0);
    expect(status('--fail-on', 'warning')).toBe(1);
    expect(status('--fail-on', 'info')).toBe(1);
    expect(status('--max-warnings', '1')).toBe(0);
    expect(status('--max-warnings', '0')).toBe(1);
    expect(status('--rule', 'url/insecure=error')).toBe(1);
    expect(status('--rule', 'url/insecure=off', '--fail-on', 'info')).toBe(0);
    expect(status('--profile', 'strict')).toBe(1);
    expect(status('--profile', 'minimal', '--fail-on', 'info')).toBe(0);
    write('a.yaml', MISSPELT);
    expect(status('--fail-on', 'never')).toBe(0);
  });

  test('is that of input and output where a source cannot be read, whatever the others say', () => {
    write('a.yaml', MISSPELT);
    const { status, stderr } = validate(['a.yaml', 'b.yaml', '--fail-on', 'never']);
    expect(status).toBe(3);
    expect(stderr).toContain('cannot read b.yaml: there is no such file');
  });
});

describe('sources', () => {
  test('can be named by globs, each file once', () => {
    mkdirSync(join(folder, 'deep/er'), { recursive: true });
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    for (const name of ['b.yaml', 'deep/a.yaml', 'deep/er/c.yaml', 'node_modules/d.yaml']) {
      write(name, WARNED.replace('slug: toaster', `slug: ${name.replaceAll('/', '-')}`));
    }
    const once = ['--rule', 'capability/repeated-description=off'];
    const { stdout, stderr } = validate(['b.yaml', '**/*.yaml', '--format', 'compact', ...once]);
    expect(stdout.split('\n').map((line) => line.split(':')[0])).toEqual([
      'b.yaml',
      'deep/a.yaml',
      'deep/er/c.yaml',
      '',
    ]);
    expect(stderr).toContain('3 sources checked');
  });

  test('may have names that look like globs', () => {
    write('a[1].yaml', WARNED);
    expect(validate(['a[1].yaml', '--format', 'compact']).stdout).toMatch(/^a\[1\]\.yaml:6:8 /);
  });

  test('are missed where a glob matches nothing', () => {
    const { status, stderr } = validate(['nothing/*.yaml']);
    expect(status).toBe(3);
    expect(stderr).toContain('nothing matches nothing/*.yaml');
  });

  test('may come on standard input, under another name', () => {
    expect(validate(['-', '--format', 'compact'], { input: WARNED }).stdout).toMatch(/^-:6:8 warning url\/insecure /);
    const named = validate(['-', '--stdin-filename', 'x/y.yaml', '--format', 'compact'], { input: WARNED });
    expect(named.stdout).toMatch(/^x\/y\.yaml:6:8 /);
  });

  test('must not have one slug', () => {
    write('a.yaml', SOURCE);
    write('b.yaml', SOURCE);
    const { status, stdout } = validate(['a.yaml', 'b.yaml']);
    expect(status).toBe(0);
    expect(stdout).toContain('b.yaml:3:9 warning slug/repeated the slug "toaster" is also that of a.yaml\n');
    expect(validate(['a.yaml', 'b.yaml', '--rule', 'slug/repeated=off']).stdout).toBe('');
  });

  test('must not say the same of two artifacts', () => {
    write('a.yaml', SOURCE);
    write('b.yaml', SOURCE.replace('slug: toaster', 'slug: oven'));
    const { stdout } = validate(['a.yaml', 'b.yaml']);
    expect(stdout).toMatch(
      /^b\.yaml:\d+:\d+ warning capability\/repeated-description capabilities\[0\]\.description says the same as capabilities\[0\]\.description of a\.yaml$/m,
    );
    expect(stdout).not.toContain('slug/repeated');
  });

  test('that are no text have a place, too', () => {
    write('a.yaml', Buffer.from([0x61, 0x3a, 0x20, 0xff]));
    expect(validate(['a.yaml', '--format', 'compact']).stdout).toMatch(/^a\.yaml:1:4 error text\/invalid-utf8 /);
  });

  test('have names that cannot act on a terminal', () => {
    write('a\u001b[2J\n::error::b.yaml', WARNED);
    const { stdout } = validate(['a\u001b[2J\n::error::b.yaml', '--format', 'compact']);
    expect(stdout).toMatch(/^a\\u\{1b\}\[2J\\n::error::b\.yaml:6:8 warning url\/insecure [^\n\u001b]*\n$/);
  });
});

describe('a configuration', () => {
  test('is that of the nearest folder, and flags go before it', () => {
    write('passport.config.yaml', 'rules:\n  url/insecure: error\nsources: ["in/*.yaml"]\n');
    mkdirSync(join(folder, 'in'));
    write('in/a.yaml', WARNED);
    expect(validate([])).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^in\/a\.yaml:6:8 error url/) as unknown,
    });
    const inside = passport(['validate', '--format', 'compact'], { cwd: join(folder, 'in') });
    expect(inside).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^(\.\.\/in\/)?a\.yaml:6:8 error url/) as unknown,
    });
    expect(validate(['in/a.yaml', '--rule', 'url/insecure=warning']).status).toBe(0);
  });

  test('may stand in package.json', () => {
    write('package.json', '{"passport": {"profile": "strict", "sources": ["a.yaml"]}}');
    write('a.yaml', WARNED);
    expect(validate([]).status).toBe(1);
    write('package.json', '{"dependencies": {"passport": "0.7.0"}}');
    expect(validate([])).toMatchObject({ status: 2, stderr: expect.stringContaining('name the source') as unknown });
  });

  test('is not looked for above a folder that is in no repository', () => {
    rmSync(join(folder, '.git'), { recursive: true });
    mkdirSync(join(folder, 'in'));
    write('passport.config.yaml', 'rules:\n  url/insecure: off\n');
    write('in/a.yaml', WARNED);
    expect(passport(['validate', 'a.yaml'], { cwd: join(folder, 'in') }).stdout).toContain('url/insecure');
    expect(validate(['in/a.yaml']).stdout).toBe('');
  });

  test('with errors stops the run, with their places', () => {
    write('passport.config.yaml', 'profile: laxer\n');
    write('a.yaml', SOURCE);
    const { status, stdout, stderr } = validate(['a.yaml']);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('passport.config.yaml:1:10 error schema/enum profile is "laxer"');
  });

  test('names files relative to itself', () => {
    mkdirSync(join(folder, 'deep'));
    write('passport.config.yaml', 'observations: seen.yaml\n');
    write('seen.yaml', 'capabilities: { "7": { matches: 1 } }\n');
    write('deep/a.yaml', SOURCE);
    const { status, stdout } = passport(['validate', 'a.yaml'], { cwd: join(folder, 'deep') });
    expect(status).toBe(1);
    expect(stdout).toContain('observations/no-such-capability');
  });
});

describe('--fix', () => {
  test('mends the file, and says what is left', () => {
    write('a.yaml', MISSPELT.replace('url: https:', 'url: http:'));
    const { status, stdout, stderr } = validate(['a.yaml', '--fix', '--format', 'compact']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^a\.yaml:6:8 warning url\/insecure [^\n]*\n$/);
    expect(stderr).toContain('mended a.yaml\n');
    expect(read('a.yaml')).toBe(WARNED);
    expect(validate(['a.yaml', '--fix']).stderr).not.toContain('mended');
    expect(read('a.yaml')).toBe(WARNED);
  });

  test('keeps line ends, the byte order mark and all that it does not mend', () => {
    const before = `\ufeff${MISSPELT.replaceAll('\n', '\r\n')}`;
    write('a.yaml', before);
    expect(validate(['a.yaml', '--fix']).status).toBe(0);
    expect(read('a.yaml')).toBe(before.replace('Name:', 'name:'));
  });

  test('with --dry-run shows a diff, and writes nothing', () => {
    write('a.yaml', MISSPELT);
    const { status, stdout } = validate(['a.yaml', '--fix', '--dry-run']);
    expect(status).toBe(1);
    expect(stdout).toContain('\n-  Name: Toaster\n+  name: Toaster\n');
    expect(read('a.yaml')).toBe(MISSPELT);
  });

  test('of standard input gives the text on standard output', () => {
    const run = validate(['-', '--fix'], { input: MISSPELT });
    expect(run).toMatchObject({ status: 0, stdout: SOURCE });
    expect(validate(['-', '--fix'], { input: SOURCE })).toMatchObject({ status: 0, stdout: SOURCE });
  });

  test('mends what may be meant otherwise only with --unsafe', () => {
    write('a.yaml', SOURCE.replace('name: Toaster', 'nmae: Toaster'));
    expect(validate(['a.yaml', '--fix']).status).toBe(1);
    expect(read('a.yaml')).toContain('nmae');
    expect(validate(['a.yaml', '--fix', '--unsafe']).status).toBe(0);
    expect(read('a.yaml')).toBe(SOURCE);
  });
});

describe('a report', () => {
  test('never goes over a source', () => {
    write('a.yaml', SOURCE);
    const { status, stderr } = validate(['a.yaml', '--format', 'json:./a.yaml']);
    expect(status).toBe(2);
    expect(stderr).toContain('the report ./a.yaml is an input of this run');
    expect(read('a.yaml')).toBe(SOURCE);
  });

  test.skipIf(!existsSync('/dev/full'))('that cannot be written is an error, in every format', () => {
    write('a.yaml', WARNED);
    for (const format of ['pretty', 'json', 'sarif']) {
      const full = openSync('/dev/full', 'w');
      const words = [bin, 'validate', 'a.yaml', '--format', format];
      const { status, stderr } = spawnSync(process.execPath, words, {
        cwd: folder,
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8',
      });
      closeSync(full);
      expect(status).toBe(3);
      expect(stderr).toMatch(/^passport: cannot write to standard output: the disk is full \[ERR_WRITE\]\n$/);
    }
  });

  test('is whole or not there', () => {
    write('a.yaml', SOURCE);
    expect(validate(['a.yaml', '--format', 'json:no/r.json']).status).toBe(3);
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });
});
