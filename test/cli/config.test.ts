import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeEach, describe, expect, test } from 'vitest';
import { passport, projectRoot, type Run, temporaryFolder } from './run.js';

const root = temporaryFolder();
let folder = root;
let count = 0;

beforeEach(() => {
  folder = join(root, String(count++));
  // Where the search for a configuration ends.
  mkdirSync(join(folder, '.git'), { recursive: true });
  for (const name of ['unfragile.yml', 'library-hours.yaml']) {
    writeFileSync(join(folder, name), readFileSync(join(projectRoot, 'test/fixtures', name)));
  }
  write('overlay.yaml', OVERLAY);
  write('passport.config.yaml', CONFIG);
});

const OVERLAY = `artifact:
  categories: [mcp-servers]
  starting_price: "€0"
capabilities:
  find-recipe: { categories: [search-retrieval] }
  "1": { categories: [data-processing-analysis] }
  "2": { categories: [automation-workflow] }
`;
const CONFIG = 'overlay: overlay.yaml\nrules: { url/placeholder-host: off, manifest/not-carried-over: off }\n';

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const run = (...words: string[]): Run => passport(words, { cwd: folder });

describe('an overlay of the configuration', () => {
  test('is for the manifests among the sources', () => {
    expect(run('validate', 'unfragile.yml', 'library-hours.yaml')).toEqual({
      status: 0,
      stdout: '',
      stderr: '2 sources checked: 0 errors, 0 warnings\n',
    });
    const { status, stdout } = run('validate', 'library-hours.yaml', '--overlay', 'overlay.yaml');
    expect([status, stdout]).toEqual([1, expect.stringContaining('manifest/overlay-unused')]);
    for (const command of ['build', 'explain']) {
      const words = command === 'build' ? [command] : [command, 'artifact.slug'];
      expect(run(...words, 'library-hours.yaml').status).toBe(0);
      expect(run(...words, 'library-hours.yaml', '--overlay', 'overlay.yaml').status).toBe(1);
    }
  });

  test('is reported as a file of its own, with frames, and once for several manifests', () => {
    write('overlay.yaml', OVERLAY.replace('"€0"', '"-5 USD"'));
    write('second.yml', readFileSync(join(folder, 'unfragile.yml'), 'utf8').replace('slug: recipe-box', 'slug: other'));
    const pretty = run(
      'validate',
      'unfragile.yml',
      'second.yml',
      '--format',
      'pretty',
      '--rule',
      'capability/repeated-description=off',
    );
    expect(pretty.status).toBe(1);
    expect(pretty.stdout).toMatch(
      /^overlay\.yaml:3:19 error pricing\/negative .*\n3 \| {3}starting_price: "-5 USD"\n {2}\| {19}\^{8} /,
    );
    expect(pretty.stdout.split('pricing/negative')).toHaveLength(3);
    expect(pretty.stderr).toMatch(/^2 sources checked: 1 error,/);
    const report = JSON.parse(run('validate', 'unfragile.yml', '--format', 'json').stdout) as { files: string[] };
    const isReport = new Ajv({ strict: false }).compile(
      JSON.parse(readFileSync(join(projectRoot, 'schemas/report.json'), 'utf8')) as object,
    );
    expect(isReport(report)).toBe(true);
    expect(report.files).toEqual(['unfragile.yml']);
  });

  test('may ignore what only one of the manifests meets', () => {
    const ignore = '  # passport: ignore[pricing/at-odds] on request\n';
    write('overlay.yaml', OVERLAY.replace('  starting_price: "€0"', `${ignore}  starting_price: "€20"`));
    const paid = readFileSync(join(folder, 'unfragile.yml'), 'utf8')
      .replace('slug: recipe-box', 'slug: other')
      .replace('model: open-source', 'model: paid');
    write('paid.yml', paid);
    expect(run('validate', 'unfragile.yml', 'paid.yml', '--rule', 'capability/repeated-description=off').stdout).toBe(
      '',
    );
    expect(run('validate', 'paid.yml').stdout).toContain('ignore/unused');
  });

  test('with errors stops validate, build and sign alike, in its own file', () => {
    write('overlay.yaml', OVERLAY.replace('artifact:', 'artefact:'));
    expect(run('keygen', '-o', 'my', '--no-encrypt', '--insecure').status).toBe(0);
    for (const words of [['validate'], ['build'], ['sign', '--key', 'my.key']]) {
      const { status, stdout, stderr } = run(...words, 'unfragile.yml');
      expect(status).toBe(1);
      expect(stdout + stderr).toContain('overlay.yaml:1:1 error schema/unknown-key "artefact"');
      expect(stdout + stderr).not.toContain('missing-category');
    }
  });

  test('is never written over by a result', () => {
    for (const name of ['overlay.yaml', 'passport.config.yaml']) {
      expect(run('build', 'unfragile.yml', '-o', name).status).toBe(2);
      expect(readFileSync(join(folder, name), 'utf8')).toBe(name === 'overlay.yaml' ? OVERLAY : CONFIG);
    }
  });
});

describe('the configuration', () => {
  test('holds for build, sign and explain, and can be left out', () => {
    expect(run('keygen', '-o', 'my', '--no-encrypt', '--insecure').status).toBe(0);
    const commands = [['build'], ['sign', '--key', 'my.key'], ['explain', 'artifact.categories']];
    for (const words of commands) {
      const { status, stderr } = run(...words, 'unfragile.yml');
      expect([status, stderr]).toEqual([0, '']);
      expect(run(...words, 'unfragile.yml', '--no-config').status).toBe(1);
      expect(run(...words, 'unfragile.yml', '--no-config', '--config', 'passport.config.yaml').status).toBe(2);
      write('other.yaml', CONFIG);
      write('passport.config.yaml', 'overlay: nowhere.yaml\n');
      expect(run(...words, 'unfragile.yml').status).toBe(3);
      expect(run(...words, 'unfragile.yml', '--config', 'other.yaml').status).toBe(0);
      write('passport.config.yaml', CONFIG);
    }
    expect(run('explain', 'artifact.categories', 'unfragile.yml').stdout).toContain('overlay.yaml:2:16');
    expect(run('validate', 'unfragile.yml', '--no-config').stdout).toContain('manifest/missing-category');
  });

  test('says how loud build is, and what stops it; comments that ignore hold there, too', () => {
    write('passport.config.yaml', CONFIG.replace('over: off', 'over: error'));
    const { status, stdout, stderr } = run('build', 'unfragile.yml');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('error manifest/not-carried-over');
    const manifest = readFileSync(join(folder, 'unfragile.yml'), 'utf8');
    write('unfragile.yml', `# passport: ignore[manifest/not-carried-over] on purpose\n${manifest}`);
    expect(run('build', 'unfragile.yml')).toMatchObject({ status: 0, stderr: '' });
    write('unfragile.yml', `# passport: ignore[url/insecure] what build does not look at\n${manifest}`);
    write('passport.config.yaml', CONFIG);
    expect(run('build', 'unfragile.yml')).toMatchObject({ status: 0, stderr: '' });
  });

  test('gives sign its observations and levels, for a payload what applies to it', () => {
    write('seen.yaml', 'maintenance: { last_scraped_at: "2020-01-01T00:00:00.000Z" }\n');
    write('passport.config.yaml', `${CONFIG}observations: seen.yaml\n`);
    expect(run('keygen', '-o', 'my', '--no-encrypt', '--insecure').status).toBe(0);
    const built = run('build', 'unfragile.yml', '-o', 'payload.json');
    expect(built.stderr).toContain('warning derive/stale-evidence');
    expect(run('sign', 'payload.json', '--key', 'my.key')).toMatchObject({ status: 0 });
    write('passport.config.yaml', `${CONFIG}profile: strict\n`);
    const refused = run('sign', 'payload.json', '--key', 'my.key');
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toContain('error derive/stale-evidence');
  });
});
