import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { randomFrom } from '../random.js';
import { payloadLines } from '../payload-lines.js';
import { digestsBelow } from './file-digests.js';
import { bin, passport, temporaryFolder } from './run.js';

/** How many runs are killed that write a tree; half as many for a file. The long form: PASSPORT_BATCH_KILLS=1000. */
const KILLS = Number(process.env.PASSPORT_BATCH_KILLS ?? 100);
/** Kills in a row, each of a run that goes on where the last one was killed, before a run is left to end. */
const IN_A_ROW = 10;
/** PASSPORT_BATCH_SEED draws the same moments again; what a run has come to by then is the machine's. */
const SEED = Number(process.env.PASSPORT_BATCH_SEED ?? Math.floor(Math.random() * 2 ** 31));
const ITEMS = 300;
/** What takes longer than this hangs. */
const LONGEST = 20_000;

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);

// Without a look at the texts a run is over soon, and writes for a larger part of its time.
const words = (out: string): string[] =>
  ['batch', 'in.ndjson', '--key', 'my.key', '--out', out, '--workers', '2', '--no-check-texts'].concat(
    '--signed-at',
    '2026-01-31T09:30:00Z',
  );

interface End {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly milliseconds: number;
  readonly said: string;
}

/** One run, killed at that moment unless it has ended before. */
async function run(out: string, flags: readonly string[], killedAfter = LONGEST): Promise<End> {
  const start = performance.now();
  const child = spawn(process.execPath, [bin, ...words(out), ...flags], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<End>((resolve) => {
    child.on('close', (status, signal) => resolve({ status, signal, milliseconds: performance.now() - start, said }));
  });
  const over = new AbortController();
  void ended.then(() => over.abort());
  await pause(killedAfter, undefined, { signal: over.signal }).catch(() => undefined);
  child.kill('SIGKILL');
  return ended;
}

let tree: Record<string, string>;
let lines: Buffer;
beforeAll(async () => {
  expect(passport(['keygen', '-o', 'my', '--no-encrypt', '--insecure'], { cwd: folder }).status).toBe(0);
  writeFileSync(at('in.ndjson'), `${payloadLines(ITEMS).join('\n')}\n`);
  for (const out of ['whole', 'whole.ndjson']) {
    const { status, said } = await run(out, []);
    expect(status, said).toBe(0);
  }
  tree = digestsBelow(at('whole'));
  expect(Object.keys(tree)).toHaveLength(ITEMS);
  lines = readFileSync(at('whole.ndjson'));
}, 60_000);

/** Whether all that there is of a tree is whole, and how much there is. */
function lookAtTree(out: string, hint: string): number {
  const found = digestsBelow(at(out));
  // Each of them absent or complete.
  expect(tree, hint).toMatchObject(found);
  return Object.keys(found).length;
}

function lookAtLines(out: string, hint: string): number {
  if (existsSync(at(out))) {
    expect(readFileSync(at(out)).equals(lines), hint).toBe(true);
    return ITEMS;
  }
  if (!existsSync(at(`${out}.part`))) return 0;
  const part = readFileSync(at(`${out}.part`));
  expect(part.equals(lines.subarray(0, part.length)), hint).toBe(true);
  return part.toString('latin1').split('\n').length - 1;
}

/** Nothing but the journal is left beside what there is to be. */
function lookAtRest(out: string, hint: string): void {
  const hidden = (path: string): string[] => readdirSync(path).filter((name) => name.startsWith('.') && path !== name);
  if (out.endsWith('.ndjson')) {
    expect(
      readdirSync(folder)
        .filter((name) => name.includes(out))
        .sort(),
      hint,
    ).toEqual([`.${out}.journal`, out]);
  } else expect(hidden(at(out)), hint).toEqual(['.passport-batch.journal']);
}

test.each([
  { form: 'tree', out: 'killed', look: lookAtTree, kills: KILLS, seed: SEED },
  { form: 'file of lines', out: 'killed.ndjson', look: lookAtLines, kills: Math.ceil(KILLS / 2), seed: ~SEED },
])(
  'kill -9 at any moment, again and again, and then --resume, leave the $form of an undisturbed run',
  { timeout: KILLS * LONGEST },
  async ({ out, look, kills, seed }) => {
    const random = randomFrom(seed);
    const hintOf = (what: string): string => `${what}; PASSPORT_BATCH_SEED=${SEED} draws these moments again`;
    const remove = (): void => {
      for (const name of [out, `${out}.part`, `.${out}.journal`]) rmSync(at(name), { recursive: true, force: true });
    };
    /** @returns milliseconds */
    const finish = async (...flags: string[]): Promise<number> => {
      const { status, milliseconds, said } = await run(out, flags);
      expect(status, hintOf(said)).toBe(0);
      expect(look(out, hintOf('run to its end'))).toBe(ITEMS);
      lookAtRest(out, hintOf('run to its end'));
      return milliseconds;
    };
    // How long runs take is asked of those that end by themselves: others may be at work on the machine.
    let whole = await finish();
    let rest = await finish('--resume');
    remove();
    let [killed, ended, unfinished, inRow] = [0, 0, 0, 0];
    while (killed < kills) {
      const moment = random() * (inRow === 0 ? whole : rest);
      const flags = inRow === 0 && random() < 0.5 ? [] : ['--resume'];
      const { status, signal, milliseconds, said } = await run(out, flags, moment);
      const hint = hintOf(`${killed} killed, ${ended} ended by themselves; at ${moment} ms: ${said}`);
      const count = look(out, hint);
      if (signal === 'SIGKILL') {
        killed++;
        inRow++;
        if (count > 0 && count < ITEMS) unfinished++;
        if (inRow < IN_A_ROW && killed < kills) continue;
        rest = await finish('--resume');
      } else {
        ended++;
        expect({ status, count }, hint).toEqual({ status: 0, count: ITEMS });
        if (inRow === 0) whole = milliseconds;
        else rest = milliseconds;
      }
      remove();
      inRow = 0;
    }
    // Otherwise nobody would know what was killed: runs that were over, or had not begun.
    const counts = `${killed} killed, ${unfinished} of them with a part of the output there, ${ended} ended before`;
    expect(killed, hintOf(counts)).toBeGreaterThan(ended);
    expect(unfinished, hintOf(counts)).toBeGreaterThanOrEqual(Math.floor(killed / 10));
  },
);

// The longest cut of a journal leaves its head: without that there is no run to go on with.
const HEAD = 8192;

test.each([
  ['1', 11],
  ['2', 12],
  ['3', 13],
])('what a power failure has kept from the disk is found and done again (%s)', { timeout: 60_000 }, async (_, salt) => {
  const random = randomFrom(SEED + salt);
  const hint = `PASSPORT_BATCH_SEED=${SEED}`;
  const upTo = (count: number): number => Math.floor(random() * (count + 1));
  /** Cut off, and zeros in the place of what is gone or not, as file systems do. */
  const damaged = (bytes: Buffer, from = 0): Buffer => {
    const cut = Buffer.from(bytes);
    const kept = from + upTo(bytes.length - from);
    if (random() < 0.5) return cut.subarray(0, kept);
    return cut.fill(0, kept, kept + upTo(bytes.length - kept));
  };
  const journals = [
    { of: 'whole/.passport-batch.journal', to: 'lost/.passport-batch.journal' },
    { of: '.whole.ndjson.journal', to: '.lost.ndjson.journal' },
  ];
  rmSync(at('lost'), { recursive: true, force: true });
  cpSync(at('whole'), at('lost'), { recursive: true });
  for (const path of Object.keys(tree)) {
    if (random() < 0.7) continue;
    if (random() < 0.3) rmSync(at(`lost/${path}`));
    else writeFileSync(at(`lost/${path}`), damaged(readFileSync(at(`lost/${path}`))));
  }
  mkdirSync(at('lost/.passport-batch.tmp'));
  writeFileSync(at('lost/.passport-batch.tmp/7'), '{"passport":');
  rmSync(at('lost.ndjson'), { force: true });
  writeFileSync(at('lost.ndjson.part'), damaged(lines));
  for (const { of, to } of journals) writeFileSync(at(to), damaged(readFileSync(at(of)), HEAD));
  for (const [out, look] of [
    ['lost', lookAtTree],
    ['lost.ndjson', lookAtLines],
  ] as const) {
    const { status, said } = await run(out, ['--resume']);
    expect(status, `${hint}: ${said}`).toBe(0);
    expect(look(out, hint)).toBe(ITEMS);
    lookAtRest(out, hint);
  }
});
