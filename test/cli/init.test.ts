import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { validateSource } from '../../src/author/validate.js';
import { isError } from '../../src/diagnostic.js';
import { passport, temporaryFolder } from './run.js';
import { packageJson, serverFolder, tools, writeJson } from './server-folder.js';
import { hasTerminal, onTerminal } from './terminal.js';

const folders = temporaryFolder();
const empty = (): string => mkdtempSync(join(folders, 'empty-'));
const source = (folder: string): string => readFileSync(join(folder, 'passport.yaml'), 'utf8');
const DOWN = '\u001b[B';

/** The source has no error, and becomes a document that verifies. */
function expectSound(folder: string): void {
  expect(validateSource(source(folder)).diagnostics.filter(isError)).toEqual([]);
  writeFileSync(join(folder, 'passphrase'), 'five opening hours\n', { mode: 0o600 });
  const key = ['--passphrase-file', 'passphrase'];
  for (const words of [
    ['validate', 'passport.yaml'],
    ['keygen', '-o', 'my', ...key],
    ['sign', 'passport.yaml', '--key', 'my.key.age', '-o', 'passport.json', ...key],
    ['verify', 'passport.json', '--key', 'my.pub'],
  ]) {
    expect(passport(words, { cwd: folder }), words.join(' ')).toMatchObject({ status: 0 });
  }
}

const list = (question: string, entry: string): Array<[string, string]> => [
  [question, entry],
  ['And what else?', ''],
];

describe.skipIf(!hasTerminal)('passport init on a terminal', () => {
  test('begins the source of an MCP server from its files', async () => {
    const folder = serverFolder(folders);
    const { status, shown } = await onTerminal(
      ['init'],
      [
        ['What does the passport describe?', `${DOWN} `],
        ['Concluded from your files', ''],
        ...list('What would somebody say', 'Is the library open on Sunday?'),
        ...list('Whom or what does it suit', 'Residents'),
        ...list('How does it fail', 'Closures announced within the last hour may be missing'),
        ...list('What does it need to run', 'Network access to https://harbour-town.org/calendar'),
        ...list('What comes out?', 'opening time (JSON)'),
      ],
      folder,
    );
    expect(status, shown).toBe(0);
    expect(shown).toContain('these become its failure modes');
    expect(shown).toContain("Assistants repeat a tool's answer as fact");
    expect(shown).toContain('passport keygen -o my');
    expect(source(folder)).toContain('# left out, from tools.json: tools[reset].title');
    expect(source(folder)).not.toContain('guess');
    expect(source(folder)).not.toMatch(/Town Library Desk \(|Is the library open on Sunday\?[^]*Is the library open/);
    expectSound(folder);
    expect(passport(['sync', '--check'], { cwd: folder })).toMatchObject({ status: 0 });
    expect(existsSync(join(folder, 'executed'))).toBe(false);
  });

  test('begins the source of a model from its card', async () => {
    const folder = empty();
    writeFileSync(
      join(folder, 'README.md'),
      [
        ...['---', 'license: apache-2.0', 'language: [en]', 'pipeline_tag: text-classification', '---'],
        ...['# Support Mail Sorter', '', 'Sorts support e-mails into queues.', ''],
        ...['## Limitations', '', '- English only', '- Mails about two matters get one queue', ''],
      ].join('\n'),
    );
    const { status, shown } = await onTerminal(
      ['init', '--slug', 'support-mail-sorter'],
      [
        ['Concluded from your files', ''],
        ['Where does it live?', 'https://harbour-town.org/models/sorter'],
        [
          'How does it work, and what comes out?',
          ' It reads subject and body, up to 512 tokens, and returns a probability for each of eight queues.',
        ],
        ...list('What would somebody say', 'Send every incoming e-mail to the right team'),
        ...list('Whom or what does it suit', 'Small support teams'),
        ...list('What does it need to run', 'Python 3.10 or later'),
      ],
      folder,
    );
    expect(status, shown).toBe(0);
    expect(source(folder)).toContain('- Mails about two matters get one queue');
    expect(source(folder).replaceAll(/\s+/g, ' ')).toContain('into queues. It reads subject and body');
    expectSound(folder);
    // The description is its author's now, and that is no drift.
    expect(passport(['sync', '--check'], { cwd: folder })).toMatchObject({ status: 0 });
  });

  test('begins the source of a dataset from nothing', async () => {
    const folder = empty();
    const { status, shown } = await onTerminal(
      ['init'],
      [
        ['What is it?', DOWN + DOWN],
        ['What do people call it?', 'Harbour Birds by Hand'],
        ['Short name for its address?', ''],
        ['Where does it live?', 'https://harbour-town.org/birds'],
        ['What is it for?', `${DOWN.repeat(9)} `],
        ['How is it paid for?', DOWN],
        ['What can it do', 'Train a harbour bird classifier'],
        [
          'How does it work',
          'Each of 24,300 photos of 38 species carries one species and a box, checked by two bird watchers. It comes as JPEG and CSV.',
        ],
        ...list('What would somebody say', 'Where do I find labelled pictures of gulls?'),
        ...list('Whom or what does it suit', 'Image classifiers for cameras'),
        ...list('How does it fail', 'Gulls make up 31 % of the photos'),
        ...list('What does it need to run', '9 GB of disk space'),
        ...list('What goes in?', 'photos (JPEG)'),
        ...list('What comes out?', 'pairs of photo and species'),
        ['What kind of ability is it?', `${DOWN.repeat(3)} `],
        ['something else that it can do?', 'n'],
      ],
      folder,
    );
    expect(status, shown).toBe(0);
    expect(source(folder)).toContain('slug: harbour-birds-by-hand');
    expect(source(folder)).toContain('type: dataset');
    expect(source(folder)).toContain('- model-training');
    // Words of the template explain, and none of them stays.
    expect(shown).toContain('Write the use, not the file format');
    expect(source(folder)).not.toContain('example.org');
    expectSound(folder);
  });

  test('leaves no file where it is broken off', async () => {
    const folder = serverFolder(folders);
    const before = readdirSync(folder);
    const { status, shown } = await onTerminal(['init'], [['What does the passport describe?', '\u0003']], folder);
    expect(status).toBe(130);
    expect(shown).toContain('nothing was written');
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('passport init without a terminal', () => {
  test('asks for --yes, and never for anything else', () => {
    const folder = empty();
    const run = passport(['init'], { cwd: folder });
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain('there is no terminal to ask them on');
    expect(readdirSync(folder)).toEqual([]);
  });

  const capability = [
    ...['--capability', 'Tell opening hours', '--limitation', 'Knows four branches', '--requires', 'Node.js 20'],
    ...['--intent', 'Is it open?', '--best-for', 'Residents', '--input-type', 'date', '--output-type', 'time'],
    ...['--capability-category', 'search-retrieval', '--description', `${tools[0]?.description ?? ''}`],
  ];
  const artifact = [
    ...['--name', 'Desk', '--slug', 'harbour-desk', '--url', 'https://harbour-town.org/desk'],
    ...['--category', 'automation', '--category', 'mcp-servers', '--pricing', 'paid', '--price', '$5 per month'],
  ];

  test.each(['mcp', 'model', 'dataset'])('writes a whole source of the type %s from flags alone', (type) => {
    const folder = empty();
    const run = passport(['init', '--yes', '--type', type, ...artifact, ...capability], { cwd: folder });
    expect(run).toMatchObject({ status: 0, stdout: '' });
    expect(validateSource(source(folder)).diagnostics.filter(isError)).toEqual([]);
    // Nothing but what was said, and what such an artifact is.
    expect(source(folder).match(/#.*/g)).toHaveLength(1);
  });

  test.each(['mcp', 'benchmark'])('says in comments what is missing of the type %s', (type) => {
    const folder = empty();
    const run = passport(['init', '--yes', '--type', type], { cwd: folder });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('artifact has no slug');
    expect(source(folder)).toContain('# slug: still to be written\n  #   ');
    expect(source(folder)).not.toContain('example.org');
    const rest = passport(['init', '--update', '--yes', ...artifact, ...capability], { cwd: folder });
    expect(rest).toMatchObject({ status: 0, stdout: '' });
    expect(source(folder)).not.toContain('still to be written');
  });

  test('refuses flags by the rules of sources', () => {
    const folder = serverFolder(folders);
    for (const [flags, message] of [
      [['--slug', 'Not A Slug'], '--slug: '],
      [['--type', 'spaceship'], '--type: '],
      [['--url', 'https://localhost/desk'], '--url: '],
      [['--description', 'short'], 'there are 2 capabilities'],
      [['--capability', 'reset', '--description', 'short'], '--description: '],
    ] as const) {
      const run = passport(['init', '--yes', ...flags], { cwd: folder });
      expect(run.status, message).toBe(2);
      expect(run.stderr).toContain(message);
      expect(existsSync(join(folder, 'passport.yaml'))).toBe(false);
    }
  });

  test('overwrites nothing, and reads only what is named with --from', () => {
    const folder = serverFolder(folders);
    expect(passport(['init', '--yes', '--from', 'server.json'], { cwd: folder }).status).toBe(1);
    expect(source(folder)).not.toContain('package.json');
    const before = source(folder);
    const again = passport(['init', '--yes'], { cwd: folder });
    expect(again).toMatchObject({ status: 3, stderr: expect.stringContaining('--update') });
    expect(source(folder)).toBe(before);
    writeFileSync(join(folder, 'notes.txt'), 'nothing');
    const unknown = passport(['init', '--yes', '-o', 'x.yaml', '--from', 'notes.txt'], { cwd: folder });
    expect(unknown).toMatchObject({ status: 1, stderr: expect.stringContaining('of no kind') });
    expect(passport(['init', '--yes', '--from', 'no.json', '-o', 'x.yaml'], { cwd: folder }).status).toBe(3);
    expect(passport(['init', 'nowhere', '--yes'], { cwd: folder }).status).toBe(3);
    expect(passport(['init', '--update', '--yes', '-o', 'x.yaml'], { cwd: folder }).status).toBe(3);
  });
});

describe('passport init in a folder of a stranger', () => {
  test('follows no link out of it, runs nothing, and shows nothing that acts', () => {
    const folder = empty();
    const outside = empty();
    writeJson(outside, 'server.json', { name: 'io.github.x/secret', description: 'secret' });
    mkdirSync(join(outside, 'git'));
    writeFileSync(join(outside, 'git/config'), '[remote "origin"]\n\turl = https://github.com/x/secret.git\n');
    symlinkSync(join(outside, 'server.json'), join(folder, 'server.json'));
    symlinkSync(join(outside, 'git'), join(folder, '.git'));
    symlinkSync('/dev/zero', join(folder, 'manifest.json'));
    writeFileSync(join(folder, 'pyproject.toml'), `[project]\n${'#'.repeat(5 << 20)}`);
    writeFileSync(join(folder, 'Dockerfile'), Buffer.from([0xff, 0xfe, 0x00]));
    mkdirSync(join(folder, 'openrouter.json'));
    writeFileSync(join(folder, 'README.md'), '---js\nrequire("fs").writeFileSync("executed", "")\n---\n# x');
    writeJson(folder, 'package.json', {
      ...packageJson,
      name: 'a\u001b[2Jb',
      description: 'x\n::error::y',
      version: '1\n# from a: b',
    });
    const run = passport(['init', '--yes'], { cwd: folder });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('server.json is passed over: it leads out of the folder');
    expect(run.stderr).toContain('pyproject.toml is passed over: it has more than 4 MiB');
    expect(run.stderr).toContain('Dockerfile is passed over: it is not UTF-8');
    expect(run.stderr).not.toContain('\u001b');
    expect(source(folder)).not.toMatch(/secret|\u001b/);
    expect(existsSync(join(folder, 'executed'))).toBe(false);
  });
});

describe('passport init --update', () => {
  const before = [
    '# My own words at the head.',
    'artifact:',
    '    slug: harbour-desk # short',
    '    name: "Harbour  Desk"',
    '    type: mcp',
    '',
    '    # and between',
    "    categories: ['mcp-servers']",
    'capabilities:',
    '- name: Answer opening hours questions',
    '  limitations: [Knows four branches] # more to come',
    '  # the end of it',
    '# the end of all',
    '',
  ];
  const golden = (name: string): string => fileURLToPath(new URL(`../golden/update/${name}`, import.meta.url));

  test.each([
    ['lf', '\n', ''],
    ['crlf', '\r\n', '\ufeff'],
  ])('adds what is missing and keeps all else letter for letter (%s)', (name, eol, mark) => {
    const folder = serverFolder(folders);
    const text = mark + before.join(eol);
    writeFileSync(join(folder, 'passport.yaml'), text);
    const run = passport(['init', '--update', '--yes'], { cwd: folder });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('artifact.name is left as it is; server.json says otherwise');
    const after = source(folder);
    const left = after.split(eol);
    // Every line that was there is there, in its order.
    for (const line of text.split(eol)) {
      const at = left.indexOf(line);
      expect(at, line).not.toBe(-1);
      left.splice(0, at + 1);
    }
    if (process.env.UPDATE_GOLDEN && name === 'lf') writeFileSync(golden('server.out.yaml'), after);
    expect(after.replace(/^\ufeff/, '').replaceAll(eol, '\n')).toBe(readFileSync(golden('server.out.yaml'), 'utf8'));
    expect(passport(['init', '--update', '--yes'], { cwd: folder }).stderr).toContain('nothing to add');
    expect(source(folder)).toBe(after);
  });

  test('completes JSON, and leaves a manifest alone', () => {
    const folder = serverFolder(folders);
    writeJson(folder, 'passport.json', { artifact: { slug: 'desk' }, capabilities: [{ name: 'Reset' }] });
    expect(passport(['init', '--update', '--yes', '-o', 'passport.json'], { cwd: folder }).status).toBe(1);
    const value = JSON.parse(readFileSync(join(folder, 'passport.json'), 'utf8'));
    expect(value.artifact).toMatchObject({
      slug: 'desk',
      name: 'Town Library Desk',
      pricing: { model: 'open_source' },
    });
    expect(value.artifact.id).toBeUndefined();
    expect(value.capabilities.map(({ name }: { name: string }) => name)).toEqual([
      ...['Reset', 'Answer opening hours questions', 'Forget what was read'],
    ]);
    writeFileSync(join(folder, 'unfragile.yml'), 'unfragile_version: "1.0"\n');
    expect(passport(['init', '--update', '--yes', '-o', 'unfragile.yml'], { cwd: folder }).status).toBe(2);
    writeFileSync(join(folder, 'broken.yaml'), 'a: [');
    expect(passport(['init', '--update', '--yes', '-o', 'broken.yaml'], { cwd: folder }).status).toBe(1);
  });
});
