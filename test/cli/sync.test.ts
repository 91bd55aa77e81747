import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Run, passport, temporaryFolder } from './run.js';
import { packageJson, serverFolder, tools, writeJson } from './server-folder.js';

const folders = temporaryFolder();
const source = (folder: string): string => readFileSync(join(folder, 'passport.yaml'), 'utf8');
const sync = (folder: string, ...flags: string[]): Run => passport(['sync', ...flags], { cwd: folder });

function begun(parts: { readonly tools?: readonly object[] } = {}): string {
  const folder = serverFolder(folders, parts);
  expect(passport(['init', '--yes'], { cwd: folder }).status).toBe(1);
  return folder;
}

/** Changes the source, which must then be another one. */
function edit(folder: string, from: string | RegExp, to: string): void {
  const before = source(folder);
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(join(folder, 'passport.yaml'), after);
}

describe('passport sync', () => {
  test('says nothing has drifted where nothing has', () => {
    const folder = begun();
    for (const flags of [['--check'], []]) {
      const before = source(folder);
      expect(sync(folder, ...flags)).toEqual({
        status: 0,
        stdout: '',
        stderr: 'passport.yaml says what its files say\n',
      });
      expect(source(folder)).toBe(before);
    }
  });

  test('shows a new version and licence as a diff, then takes them over', () => {
    const folder = begun();
    writeJson(folder, 'package.json', { ...packageJson, version: '2.0.0', license: 'Apache-2.0' });
    const before = source(folder);
    const check = sync(folder, '--check');
    expect(check.status).toBe(1);
    expect(check.stderr).toContain('the version of package.json is "2.0.0", and this was written for "1.4.2"');
    expect(check.stdout).toContain('-# package.json: version is "1.4.2"\n');
    expect(check.stdout).toContain('+# package.json: version is "2.0.0"\n');
    expect(source(folder)).toBe(before);
    expect(sync(folder).status).toBe(0);
    expect(source(folder)).toBe(
      before
        .replace('# package.json: version is "1.4.2"', '# package.json: version is "2.0.0"')
        .replace('# package.json: license is "MIT"', '# package.json: license is "Apache-2.0"'),
    );
    expect(sync(folder, '--check').status).toBe(0);
  });

  test('tells who has changed a value by its digest', () => {
    const [first, second] = tools;
    const newer =
      'Takes a branch and a date, and says when it opens, when it closes, or why it is closed, in any language of the town.';
    const folder = begun();
    // There, and not here.
    writeJson(folder, 'tools.json', { tools: [{ ...first, description: newer }, second] });
    const changed = sync(folder);
    expect(changed).toMatchObject({ status: 0, stdout: '' });
    expect(changed.stderr).toContain(
      'capabilities[0].description was changed at tools.json: tools[opening_hours].description',
    );
    expect(source(folder).replaceAll(/\s+/g, ' ')).toContain(newer);
    // Here, and not there.
    edit(folder, /description: >-\n(?: {6}.*\n)+/, 'description: In the words of its author.\n');
    expect(sync(folder, '--check').status).toBe(0);
    // In both.
    writeJson(folder, 'tools.json', { tools: [{ ...first, description: `${newer} So it is.` }, second] });
    const kept = source(folder);
    const both = sync(folder);
    expect(both.status).toBe(1);
    expect(both.stderr).toContain('was changed here and at tools.json');
    expect(source(folder)).toBe(kept);
    // The author decides for what stands here, as the hint has it.
    const [, digest = ''] = /put \[([0-9a-f]{8})\] into the comment/.exec(both.stderr) ?? [];
    edit(folder, /(tools\[opening_hours\]\.description) \[[0-9a-f]{8}\]/, `$1 [${digest}]`);
    expect(sync(folder, '--check').status).toBe(0);
  });

  test('finds tools that came and went, and a comment that leaves one out', () => {
    const [first, second] = tools;
    const folder = begun({ tools: [first as object] });
    writeJson(folder, 'tools.json', { tools });
    const check = sync(folder, '--check');
    expect(check.status).toBe(1);
    const [, comment = ''] = /put this comment at the end: (.*)/.exec(check.stderr) ?? [];
    expect(comment).toBe('# left out, from tools.json: tools[reset].title');
    const before = source(folder);
    writeFileSync(join(folder, 'passport.yaml'), `${before}${comment}\n`);
    expect(sync(folder, '--check').status).toBe(0);
    writeFileSync(join(folder, 'passport.yaml'), before);
    expect(sync(folder).status).toBe(0);
    expect(source(folder)).toContain('- name: Forget what was read');
    expect(source(folder).startsWith(before.slice(0, before.indexOf('capabilities:')))).toBe(true);
    writeJson(folder, 'tools.json', { tools: [second] });
    const gone = sync(folder);
    expect(gone).toMatchObject({ status: 0 });
    expect(gone.stderr).toContain('"Answer opening hours questions", was found at tools.json');
    expect(source(folder)).not.toContain('opening_hours');
    expect(source(folder)).toContain('- name: Forget what was read');
    expect(sync(folder, '--check').status).toBe(0);
  });

  test('keeps line ends, byte order mark, comments and layout', () => {
    const folder = begun();
    edit(folder, /^[^]*$/, `\ufeff${source(folder).replaceAll('\n', '\r\n')}# the end`);
    writeJson(folder, 'package.json', {
      ...packageJson,
      homepage: 'https://harbour-town.org/desk',
      keywords: ['desk'],
      version: '3.0.0',
    });
    const before = source(folder);
    expect(sync(folder).status).toBe(0);
    const after = source(folder);
    expect(after.startsWith('\ufeff#')).toBe(true);
    expect(after.endsWith('# the end')).toBe(true);
    expect(after).toContain('  tags:\r\n    - desk\r\n  pricing:');
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(after.split('\r\n').filter((line) => !before.includes(line)).length).toBeLessThanOrEqual(3);
  });

  test('refuses a file that is missing, broken, or leads out of the repository', () => {
    const folder = begun();
    writeFileSync(join(folder, 'server.json'), '{ "name": ');
    expect(sync(folder).status).toBe(1);
    rmSync(join(folder, 'package.json'));
    const missing = sync(folder, '--check');
    expect(missing.status).toBe(3);
    expect(missing.stderr).toContain('package.json: there is no such file');
    writeJson(folders, 'secret.json', packageJson);
    symlinkSync(join(folders, 'secret.json'), join(folder, 'package.json'));
    expect(sync(folder)).toMatchObject({ status: 3, stderr: expect.stringContaining('it leads out of the folder') });
    edit(folder, /from package\.json: name/, 'from ../secret.json: name');
    expect(sync(folder)).toMatchObject({ status: 3, stderr: expect.stringContaining('it leads out of the folder') });
    expect(existsSync(join(folder, 'executed'))).toBe(false);
  });

  test('reads files of the repository above the source', () => {
    const folder = serverFolder(folders);
    const inner = join(folder, 'docs');
    mkdirSync(inner);
    expect(
      passport(['init', '--yes', '--from', 'package.json', '-o', 'docs/passport.yaml'], { cwd: folder }).status,
    ).toBe(1);
    expect(source(inner)).toContain('# from ../package.json: name [');
    expect(sync(inner, '--check')).toMatchObject({ status: 0 });
    writeJson(folder, 'package.json', { ...packageJson, version: '9.0.0' });
    expect(sync(inner, '--check')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('+# ../package.json: version'),
    });
  });

  test('is of no use where no comment names a file', () => {
    const folder = begun();
    writeFileSync(join(folder, 'passport.yaml'), 'artifact: { slug: x }\n');
    expect(sync(folder)).toMatchObject({ status: 2, stderr: expect.stringContaining('passport init --update') });
    expect(passport(['sync', '-'], { input: 'a: b' }).status).toBe(2);
  });
});
