import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loaders } from '../src/cli/commands.js';
import { formatNames, parseFormats } from '../src/cli/formats.js';
import { thresholds } from '../src/cli/validation-plan.js';
import { profileNames } from '../src/validate/catalogue.js';
import { passport, projectRoot, temporaryFolder } from './cli/run.js';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  version: string;
  bin: Record<string, string>;
  files: string[];
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const { options } = await (loaders.validate as NonNullable<typeof loaders.validate>)();
const folder = temporaryFolder();

/** The blocks of a page in a language. */
function blocks(page: string, language: string): string[] {
  return [...read(page).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    (match) => match[1] as string,
  );
}

/** Every flag in a command is one of validate, and its value is one that there is. */
function checkFlags(command: string): void {
  const words = command.split(/\s+/).map((word) => word.replace(/^["']|["']$/g, ''));
  for (const [place, word] of words.entries()) {
    const [, flag, joined] = /^--([a-z-]+)(?:=(.*))?$/.exec(word) ?? [];
    if (flag === undefined || flag === 'yes') continue;
    const option = options[flag];
    expect(option, `--${flag} in ${command}`).toBeDefined();
    const value = joined ?? words[place + 1] ?? '';
    if (option?.choices) expect(option.choices, command).toContain(value);
    if (flag === 'format') expect(() => parseFormats([value])).not.toThrow();
  }
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: ReadonlyArray<{
      readonly id: string;
      readonly shell: string;
      readonly env: Readonly<Record<string, string>>;
      readonly run: string;
    }>;
  };
}

const action = parse(read('action.yml')) as Action;
const [step] = action.runs.steps;
if (!step) throw new Error('action.yml has no step');
/** Variables by the input that they hold. */
const variables = Object.fromEntries(
  Object.entries(step.env).map(([name, value]) => [/^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)?.[1] ?? '', name]),
);

interface ActionRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly output: string;
  readonly summary: string;
  /** What the command was called with, where it was the stub. */
  readonly called: string[] | undefined;
}

/** The step's script in bash, as the runner starts it, in a folder of its own. */
function runAction(
  inputs: Record<string, string>,
  setup: { readonly workspace: string; readonly actionPath?: string; readonly path?: string },
): ActionRun {
  const { workspace, actionPath = projectRoot, path = '' } = setup;
  const calledFile = join(workspace, '.called');
  for (const name of ['.output', '.summary']) writeFileSync(join(workspace, name), '');
  rmSync(calledFile, { force: true });
  const env: Record<string, string | undefined> = {
    PATH: `${path}${path && ':'}${process.env.PATH}`,
    HOME: workspace,
    CALLED: calledFile,
    GITHUB_ACTION_PATH: actionPath,
    GITHUB_OUTPUT: join(workspace, '.output'),
    GITHUB_STEP_SUMMARY: join(workspace, '.summary'),
  };
  for (const [input, { default: value }] of Object.entries(action.inputs))
    env[variables[input] as string] = inputs[input] ?? value;
  writeFileSync(join(workspace, '.step.sh'), step?.run ?? '');
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '.step.sh'], {
    cwd: workspace,
    env,
    encoding: 'utf8',
  });
  const text = (name: string): string => readFileSync(join(workspace, name), 'utf8');
  const called = existsSync(calledFile) ? (JSON.parse(readFileSync(calledFile, 'utf8')) as string[]) : undefined;
  return { status, stdout, stderr, output: text('.output'), summary: text('.summary'), called };
}

let count = 0;
function newFolder(): string {
  const path = join(folder, `w${count++}`);
  mkdirSync(path);
  return path;
}

const stub = `require('node:fs').writeFileSync(process.env.CALLED, JSON.stringify(process.argv.slice(2)));`;

/** A checkout of the action whose built command only says what it was called with. */
function stubAction(): string {
  const path = newFolder();
  mkdirSync(join(path, 'dist/bin'), { recursive: true });
  writeFileSync(join(path, 'dist/bin/passport.js'), stub);
  writeFileSync(join(path, 'package.json'), '{ "version": "1.2.3" }');
  return path;
}

/** A folder for the PATH with an npx that only says what it was called with. */
function stubNpx(): string {
  const path = newFolder();
  writeFileSync(join(path, 'npx'), `#!${process.execPath}\n${stub}`, { mode: 0o755 });
  return path;
}

describe('action.yml', () => {
  test('is a composite action whose inputs reach bash as variables only', () => {
    expect(action.runs.using).toBe('composite');
    expect(action.runs.steps).toHaveLength(1);
    expect(step.shell).toBe('bash');
    expect(step.run).toMatch(/^set -euo pipefail\n/);
    expect(step.run).not.toContain('${{');
    expect(step.run).not.toMatch(/\beval\b|\bbash -c\b|\bsh -c\b/);
    expect(Object.keys(variables).sort()).toEqual(Object.keys(action.inputs).sort());
    for (const name of Object.keys(step.env)) expect(step.run).toContain(name);
    for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)])
      expect(description).not.toBe('');
    expect(action.outputs.sarif?.value).toBe('${{ steps.validate.outputs.sarif }}');
    expect(step.id).toBe('validate');
  });

  test('uses flags, formats and words that there are', () => {
    const flags = [...step.run.matchAll(/--([a-z-]+)=/g)].map((match) => match[1] as string);
    expect(flags.sort()).toEqual(['config', 'fail-on', 'format', 'format', 'profile']);
    for (const flag of flags) expect(Object.keys(options)).toContain(flag);
    for (const format of step.run.matchAll(/--format=([a-z]+)/g)) expect(formatNames).toContain(format[1]);
    for (const name of profileNames) expect(action.inputs.profile?.description).toContain(name);
    for (const name of thresholds) expect(action.inputs['fail-on']?.description).toContain(name);
  });

  test('says the same as its table in docs/ci.md', () => {
    const rows = [...read('docs/ci.md').matchAll(/^\| `([a-z-]+)` \| /gm)].map((match) => match[1]);
    expect(rows).toEqual(Object.keys(action.inputs));
  });

  test('calls the build beside it, with every input as one argument', () => {
    const workspace = newFolder();
    mkdirSync(join(workspace, 'packages/one'), { recursive: true });
    const actionPath = stubAction();
    expect(runAction({}, { workspace, actionPath }).called).toEqual([
      'validate',
      '--format=github',
      '--',
      '**/{passport,unfragile,*.passport}.{yaml,yml}',
    ]);
    const inputs = {
      sources: '  passport.yaml\r\n\n\tb c.yaml\n/abs.yaml',
      profile: 'strict',
      'fail-on': 'never',
      sarif: 'out dir/x.sarif',
      'working-directory': './packages/one/',
    };
    const some = [
      'validate',
      '--format=github',
      '--format=sarif:out dir/x.sarif',
      '--profile=strict',
      '--fail-on=never',
    ];
    const sources = ['--', 'packages/one/passport.yaml', 'packages/one/b c.yaml', '/abs.yaml'];
    expect(runAction(inputs, { workspace, actionPath }).called).toEqual([...some, ...sources]);
    writeFileSync(join(workspace, 'packages/one/passport.config.yaml'), '');
    expect(runAction(inputs, { workspace, actionPath }).called).toEqual([
      ...some,
      '--config=packages/one/passport.config.yaml',
      ...sources,
    ]);
    expect(runAction({ sources: ' \n' }, { workspace, actionPath }).called).toEqual(['validate', '--format=github']);
  });

  test('builds its own checkout where it is not built, and fetches a version that is asked for', () => {
    const workspace = newFolder();
    const call = ['validate', '--format=github', '--', 'p.yaml'];
    const actionPath = stubAction();
    const path = stubNpx();
    expect(runAction({ version: '0.9.0-rc.1', sources: 'p.yaml' }, { workspace, actionPath, path }).called).toEqual([
      '--yes',
      'trust-passport@0.9.0-rc.1',
      ...call,
    ]);
    // What npm is called with, and the build that its prepare script makes.
    rmSync(join(actionPath, 'dist'), { recursive: true });
    const asked = join(workspace, '.npm');
    const build = `mkdir -p dist/bin && printf '%s' "$BUILT" > dist/bin/passport.js`;
    const npm = `#!/bin/bash\npwd > '${asked}'; echo "$@" >> '${asked}'; echo noise; BUILT='${stub.replaceAll("'", '"')}'; ${build}\n`;
    writeFileSync(join(path, 'npm'), npm, { mode: 0o755 });
    const first = runAction({ sources: 'p.yaml' }, { workspace, actionPath, path });
    expect(first).toMatchObject({ status: 0, stdout: '', called: call });
    expect(readFileSync(asked, 'utf8')).toBe(`${actionPath}\nci --include dev --no-audit --no-fund --loglevel error\n`);
    // Once is enough.
    rmSync(asked);
    expect(runAction({ sources: 'p.yaml' }, { workspace, actionPath, path }).called).toEqual(call);
    expect(existsSync(asked)).toBe(false);
    rmSync(join(actionPath, 'dist'), { recursive: true });
    writeFileSync(join(path, 'npm'), '#!/bin/bash\nexit 1\n', { mode: 0o755 });
    const failed = runAction({ sources: 'p.yaml' }, { workspace, actionPath, path });
    expect([failed.status, failed.called]).toEqual([2, undefined]);
    expect(failed.stdout).toMatch(/^::error title=trust-passport::trust-passport could not be built[^\n]*\n$/);
  });

  test('refuses what is no version', () => {
    const workspace = newFolder();
    const path = stubNpx();
    const actionPath = stubAction();
    for (const version of [
      'https://evil.example/x.tgz',
      'file:../x',
      '1.0.0 --registry=x',
      '-1',
      '1;touch x',
      '$(touch x)',
      '1\n2',
    ]) {
      const refused = runAction({ version, sources: 'p.yaml' }, { workspace, actionPath, path });
      expect({ version, status: refused.status, called: refused.called }).toEqual({
        version,
        status: 2,
        called: undefined,
      });
      expect(refused.stdout).toMatch(/^::error title=trust-passport::the input version is not a version.*\n$/);
    }
  });

  const hostile = [
    '$(touch executed)',
    '`touch executed`',
    '; touch executed',
    '&& touch executed',
    '| touch executed',
    "'; touch executed; '",
    '"; touch executed; "',
    '\\"; touch executed',
    '${IFS}touch${IFS}executed',
    'a b  c',
    '*',
    '~',
    '--fix',
    '-',
    '$HOME',
    '<(touch executed)',
    '%0A::error::x',
  ];

  test.each(hostile)('passes %j on as what it is, and executes nothing', (value) => {
    const workspace = newFolder();
    writeFileSync(join(workspace, 'other.txt'), '');
    const { called, status } = runAction(
      { sources: value, profile: value, 'fail-on': value, sarif: value, 'working-directory': value },
      { workspace, actionPath: stubAction() },
    );
    expect(status).toBe(0);
    expect(called).toEqual([
      'validate',
      '--format=github',
      `--format=sarif:${value}`,
      `--profile=${value}`,
      `--fail-on=${value}`,
      '--',
      `${value}/${value}`,
    ]);
    expect(readdirSync(workspace).sort()).toEqual(['.called', '.output', '.step.sh', '.summary', 'other.txt']);
  });

  test.each(['$(touch executed)', '"; touch executed; "', '*', '--fix', '-', '%0A::error::x'])(
    'gives the command itself %j without effect',
    (value) => {
      const workspace = newFolder();
      cpSync(join(projectRoot, 'templates/mcp.yaml'), join(workspace, 'passport.yaml'));
      const before = readFileSync(join(workspace, 'passport.yaml'), 'utf8');
      for (const input of ['profile', 'fail-on'] as const) {
        expect(runAction({ sources: 'passport.yaml', [input]: value }, { workspace })).toMatchObject({
          status: 2,
          output: '',
        });
      }
      const { status, stdout } = runAction({ sources: `${value}.yaml` }, { workspace });
      expect(status).toBe(value === '*' ? 0 : 3);
      expect(stdout.split('\n').filter((line) => /^\s*::error::/.test(line))).toEqual([]);
      expect(existsSync(join(workspace, 'executed'))).toBe(false);
      expect(readFileSync(join(workspace, 'passport.yaml'), 'utf8')).toBe(before);
    },
  );

  test('refuses a SARIF file whose name would write outputs of its own', () => {
    const workspace = newFolder();
    const { status, output, called } = runAction(
      { sarif: 'x.sarif\nsarif=/etc/passwd' },
      { workspace, actionPath: stubAction() },
    );
    expect({ status, output, called }).toEqual({ status: 2, output: '', called: undefined });
  });

  test('validates: annotations, summary, SARIF, and the status of the command', () => {
    const workspace = newFolder();
    cpSync(join(projectRoot, 'templates/mcp.yaml'), join(workspace, 'passport.yaml'));
    const good = runAction({ sarif: 'good.sarif' }, { workspace });
    expect(good).toMatchObject({ status: 0, output: 'sarif=good.sarif\n' });
    expect(JSON.parse(readFileSync(join(workspace, 'good.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    mkdirSync(join(workspace, 'sub'));
    writeFileSync(
      join(workspace, 'sub/a.passport.yml'),
      readFileSync(join(workspace, 'passport.yaml'), 'utf8').replace(/^ {2}slug:/m, '  slugg:'),
    );
    const bad = runAction({ sarif: 'bad.sarif', sources: '*.passport.yml', 'working-directory': 'sub' }, { workspace });
    expect(bad).toMatchObject({ status: 1, output: 'sarif=bad.sarif\n' });
    expect(bad.stdout).toMatch(/^::error [^\n]*file=sub\/a\.passport\.yml,line=\d+/m);
    expect(bad.summary).toContain('a.passport.yml');
    expect(
      runAction({ sources: '*.passport.yml', 'working-directory': 'sub', 'fail-on': 'never' }, { workspace }).status,
    ).toBe(0);
    expect(runAction({ sources: 'nowhere.yaml' }, { workspace })).toMatchObject({ status: 3, output: '' });
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const hooks = parse(read('.pre-commit-hooks.yaml')) as Array<Record<string, unknown>>;

  test('is one hook whose command there is', () => {
    expect(hooks).toHaveLength(1);
    expect(hooks[0]).toMatchObject({
      id: 'passport-validate',
      language: 'node',
      types: ['yaml'],
      entry: 'passport validate',
      require_serial: true,
    });
    const [program = '', command = ''] = String(hooks[0]?.entry).split(' ');
    expect(Object.keys(manifest.bin)).toEqual([program]);
    expect(Object.keys(loaders)).toContain(command);
  });

  test.each([
    ['passport.yaml', true],
    ['unfragile.yml', true],
    ['a/b/passport.yml', true],
    ['my.passport.yaml', true],
    ['a/x.passport.yml', true],
    ['passport.config.yaml', false],
    ['mypassport.yaml', false],
    ['passport.yaml.bak', false],
    ['passport.json', false],
    ['unfragile.yamlx', false],
  ])('sees %s: %s', (path, seen) => {
    expect(new RegExp(String(hooks[0]?.files)).test(path)).toBe(seen);
  });

  test('runs on a good and on a bad file as pre-commit runs it', () => {
    const workspace = newFolder();
    cpSync(join(projectRoot, 'templates/mcp.yaml'), join(workspace, 'passport.yaml'));
    const run = (...args: string[]) => passport(['validate', ...args], { cwd: workspace }).status;
    expect(run('passport.yaml')).toBe(0);
    writeFileSync(join(workspace, 'unfragile.yml'), 'unfragile_version: "1.0"\n');
    expect(run('--profile=strict', '--fail-on=warning', 'passport.yaml', 'unfragile.yml')).toBe(1);
  });

  test('can be installed from the repository: what prepare needs is a dependency, and npm pack says one name', () => {
    expect(manifest.scripts.prepare).toBe('node scripts/prepare.mjs');
    expect(read('scripts/prepare.mjs')).toMatch(/await import\('\.\/build\.mjs'\);\n$/);
    expect(manifest.scripts.build).toBe('node scripts/build.mjs');
    const script = read('scripts/build.mjs');
    const needed = [
      ...script.matchAll(/from '(?!node:|\.)([^']+)'/g),
      ...script.matchAll(/node_modules\/([a-z-]+)\//g),
    ].map((match) => match[1]);
    expect(needed).toContain('esbuild');
    for (const name of needed)
      expect(Object.keys({ ...manifest.devDependencies, ...manifest.dependencies })).toContain(name);
    const workspace = newFolder();
    cpSync(join(projectRoot, '.npmrc'), join(workspace, '.npmrc'));
    writeFileSync(
      join(workspace, 'package.json'),
      JSON.stringify({ name: 'x', version: '1.0.0', scripts: { prepare: 'echo noise' } }),
    );
    const { status, stdout } = spawnSync('npm', ['pack', '--offline'], {
      cwd: workspace,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'x-1.0.0.tgz\n' });
  });
});

describe('docs/ci.md', () => {
  const yaml = blocks('docs/ci.md', 'yaml').map((block) => parse(block) as Record<string, unknown>);
  const [config, workflow, plain, gitlab, preCommit] = yaml as [object, object, object, object, object];

  test('has an example of each, whose commands are right', () => {
    expect(yaml).toHaveLength(5);
    const commands = [...read('docs/ci.md').matchAll(/(?:trust-passport@[\d.]+|passport) validate [^\n"]*/g)].map(
      ([command]) => command.replace(/`.*$/, ''),
    );
    expect(commands.length).toBeGreaterThanOrEqual(4);
    for (const command of commands) checkFlags(command);
    for (const [, version] of read('docs/ci.md').matchAll(/trust-passport(?:@v?|": ")(\d[\d.]*\d)/g))
      expect(version).toBe(manifest.version);
    for (const [, version] of read('docs/ci.md').matchAll(/rev: v(.*)/g)) expect(version).toBe(manifest.version);
    expect(gitlab).toHaveProperty('passport.artifacts.reports.junit', 'passport.junit.xml');
    expect(plain).toHaveProperty('steps.1.run', expect.stringContaining('--format github'));
  });

  test('uses inputs and outputs that the action has', () => {
    const { jobs } = workflow as {
      jobs: { validate: { steps: Array<{ id?: string; uses?: string; if?: string; with?: Record<string, string> }> } };
    };
    const used = jobs.validate.steps.find(({ uses }) => uses?.includes('/trust-passport@'));
    for (const input of Object.keys(used?.with ?? {})) expect(Object.keys(action.inputs)).toContain(input);
    expect(options.profile?.choices).toContain(used?.with?.profile);
    expect(options['fail-on']?.choices).toContain(used?.with?.['fail-on']);
    const upload = jobs.validate.steps.find(({ uses }) => uses?.startsWith('github/codeql-action/upload-sarif@'));
    expect(upload?.with?.sarif_file).toBe(`\${{ steps.${used?.id}.outputs.sarif }}`);
    expect(upload?.if).toContain('always()');
  });

  test('the hook and the configuration are accepted', async () => {
    const { repos } = preCommit as { repos: Array<{ hooks: Array<{ id: string; args: string[] }> }> };
    const [hook] = repos[0]?.hooks ?? [];
    expect(hook?.id).toBe('passport-validate');
    checkFlags(['passport', 'validate', ...(hook?.args ?? [])].join(' '));
    const { parseConfig } = await import('../src/author/config.js');
    expect(parseConfig(blocks('docs/ci.md', 'yaml')[0] as string, 'passport.config.yaml')).toMatchObject(config);
  });

  test('the prepublishOnly line runs', () => {
    const [text = ''] = blocks('docs/ci.md', 'json');
    const { scripts } = JSON.parse(text) as { scripts: Record<string, string> };
    const workspace = newFolder();
    cpSync(join(projectRoot, 'templates/mcp.yaml'), join(workspace, 'passport.yaml'));
    for (const script of [scripts['validate:passport'], scripts.prepublishOnly]) {
      const [program, ...words] = (script ?? '').split(' ');
      expect(program).toBe('passport');
      // A template has examples for addresses: strict may object to them, but the call is right.
      expect([0, 1]).toContain(passport(words, { cwd: workspace }).status);
    }
    writeFileSync(join(workspace, 'passport.yaml'), 'artifact: {}\n');
    expect(passport((scripts.prepublishOnly ?? '').split(' ').slice(1), { cwd: workspace }).status).toBe(1);
  });
});

describe('docs/editors.md', () => {
  const [settings, catalogue] = blocks('docs/editors.md', 'json').map((block) => JSON.parse(block) as unknown) as [
    { 'yaml.schemas': Record<string, string[]> },
    Array<Record<string, unknown> & { name: string; fileMatch: string[]; url: string }>,
  ];
  const matches = (pattern: string, name: string): boolean =>
    new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`).test(name);

  test('names schemas that are published', () => {
    expect(manifest.files).toContain('schemas');
    const paths = [
      ...read('docs/editors.md').matchAll(/(?:node_modules\/trust-passport\/|`)(schemas\/[a-z-]+\.json)/g),
    ].map((match) => match[1] as string);
    expect(paths.length).toBeGreaterThan(8);
    for (const path of paths) expect(existsSync(join(projectRoot, path)), path).toBe(true);
    const [modeline = ''] = blocks('docs/editors.md', 'yaml');
    expect(modeline).toMatch(
      /^# yaml-language-server: \$schema=\.\/node_modules\/trust-passport\/schemas\/source\.json\n/,
    );
  });

  test('has entries as the catalogue of SchemaStore wants them', () => {
    expect(catalogue.map(({ name }) => name)).toEqual([
      'Trust passport',
      'Trust passport configuration',
      'unfragile.yml',
    ]);
    for (const entry of catalogue) {
      expect(Object.keys(entry)).toEqual(['name', 'description', 'fileMatch', 'url']);
      expect(entry.url).toMatch(/^https:\/\/www\.schemastore\.org\/[a-z-]+\.json$/);
      expect(new Set(entry.fileMatch).size).toBe(entry.fileMatch.length);
    }
    expect(Object.values(settings['yaml.schemas'])).toEqual([
      catalogue[0]?.fileMatch,
      catalogue[2]?.fileMatch,
      catalogue[1]?.fileMatch,
    ]);
  });

  test.each([
    ['passport.yaml', 'Trust passport'],
    ['passport.yml', 'Trust passport'],
    ['my.passport.yaml', 'Trust passport'],
    ['my.passport.yml', 'Trust passport'],
    ['passport.config.yaml', 'Trust passport configuration'],
    ['unfragile.yml', 'unfragile.yml'],
    ['observations.yaml', undefined],
    ['docker-compose.yaml', undefined],
  ])('%s is %s, and nothing else', (file, name) => {
    const found = catalogue.filter(({ fileMatch }) => fileMatch.some((pattern) => matches(pattern, file)));
    expect(found.map((entry) => entry.name)).toEqual(name === undefined ? [] : [name]);
  });
});
