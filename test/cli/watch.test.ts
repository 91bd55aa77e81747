import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { bin, temporaryFolder } from './run.js';

const root = temporaryFolder();
let folder = root;
let count = 0;

beforeEach(() => {
  folder = join(root, String(count++));
  // Where the search for a configuration ends.
  mkdirSync(join(folder, '.git'), { recursive: true });
});

const SOURCE = `artifact:
  slug: toaster
  name: Toaster
  type: app
  url: http://toaster.lindenau.town/
  categories: [automation]
  pricing: { model: free }
capabilities:
  - name: toast bread
    description: >-
      Toasts one slice of bread on both sides until it is as brown as the dial says, and lifts it out when it is done.
    intents: []
    best_for: []
    limitations: [burns thin slices]
    requires: []
    input_types: [bread]
    output_types: [toast]
    categories: [automation-workflow]
`;
const GOOD = SOURCE.replace('http:', 'https:');
const MISSPELT = GOOD.replace('name: Toaster', 'Name: Toaster');

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

/** The command as it watches, until the test is over. */
class Watching {
  private output = '';
  private readonly child: ChildProcess;
  private look: () => void = () => undefined;

  constructor(words: readonly string[]) {
    this.child = spawn(process.execPath, [bin, 'validate', ...words, '--watch', '--format', 'compact'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
        this.look();
      });
    }
    this.child.on('exit', () => this.look());
    onTestFinished(() => {
      this.child.kill();
    });
  }

  /** What it has said since the last call, once it has said that and watches on. */
  async says(pattern: RegExp): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.look = () => {
        if (this.child.exitCode !== null) reject(new Error(`it ended: ${this.output}`));
        const run = this.output.lastIndexOf('watching for changes');
        if (run !== -1 && pattern.test(this.output.slice(0, run))) resolve();
      };
      this.look();
    });
    this.look = () => undefined;
    const said = this.output;
    this.output = '';
    expect(said).not.toContain('\u001b');
    return said;
  }
}

const LONG = 30_000;

describe('--watch', () => {
  test(
    'validates again whenever a file changes, and says which',
    async () => {
      write('a.yaml', MISSPELT);
      const watching = new Watching(['a.yaml']);
      expect(await watching.says(/unknown-key/)).not.toContain('---');
      write('a.yaml', GOOD);
      expect(await watching.says(/1 source checked: 0 errors, 0 warnings/)).toMatch(/^\n--- a\.yaml changed ---\n/);
      rmSync(join(folder, 'a.yaml'));
      expect(await watching.says(/cannot read a\.yaml/)).toContain('--- a.yaml gone ---');
      write('a.yaml', SOURCE);
      expect(await watching.says(/url\/insecure/)).toContain('--- a.yaml added ---');
    },
    LONG,
  );

  test(
    'sees what comes to match a glob, and passes over what does not',
    async () => {
      mkdirSync(join(folder, 'in'));
      write('in/a.yaml', GOOD);
      const watching = new Watching(['in/**/*.yaml']);
      await watching.says(/1 source checked/);
      write('in/notes.txt', 'no source');
      mkdirSync(join(folder, 'in/deep/node_modules'), { recursive: true });
      write('in/deep/node_modules/x.yaml', MISSPELT);
      write('in/deep/b.yaml', MISSPELT.replace('slug: toaster', 'slug: other'));
      const said = await watching.says(/2 sources checked: 1 error/);
      expect(said).toContain('--- in/deep/b.yaml added ---');
      expect(said).not.toMatch(/notes|x\.yaml/);
    },
    LONG,
  );

  test(
    'goes by the configuration as it is now',
    async () => {
      write('a.yaml', SOURCE);
      const watching = new Watching(['a.yaml']);
      await watching.says(/warning url\/insecure/);
      write('passport.config.yaml', 'rules: { url/insecure: error }\n');
      expect(await watching.says(/error url\/insecure/)).toContain('--- passport.config.yaml added ---');
      write('passport.config.yaml', 'rules: { url/insecure: loud }\n');
      expect(await watching.says(/passport\.config\.yaml:1:\d+ error schema\/enum/)).not.toContain('checked');
      write('passport.config.yaml', 'sources: [b.yaml]\nrules: { url/insecure: off }\n');
      await watching.says(/1 source checked: 0 errors, 0 warnings/);
    },
    LONG,
  );
});
