// How much memory a run over very many items takes, from its start to its end: `npm run bench:memory`. Lines of about
// 25 KB go into the real command through a pipe, as fast as it takes them; neither side ever holds more than some.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  createReadStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { encodePublicKey, encodeSecretKey, generateKeyPair } from '../../dist/index.js';
import { machine } from './measure.mjs';
import { makePayloads, origin } from './payloads.mjs';

const list = (name, usual) => (process.env[name] ?? usual).split(',').map((word) => word.trim());
const itemCounts = list('BENCH_ITEMS', '10000,100000').map(Number);
const workerCounts = list('BENCH_WORKERS', '1,2');
// Of pipe, checked (the same, with a look at the texts), file, tree and verify.
const kinds = list('BENCH_KINDS', 'pipe,checked,file,tree,verify');
const different = Number(process.env.BENCH_PAYLOADS ?? 2000);
const budget = 300;
/** To make a file for each item tells nothing new of 100,000, and takes much room. */
const most = { tree: 10_000 };
const SAMPLED_EVERY = 20;

const bin = fileURLToPath(new URL('../../dist/bin/passport.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'passport-memory-'));
const path = (name) => join(folder, name);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));

const pair = generateKeyPair();
writeFileSync(path('bench.key'), encodeSecretKey(pair.secretKey), { mode: 0o600 });
writeFileSync(path('bench.pub'), encodePublicKey(pair.publicKey));
const key = ['--key', path('bench.key'), '--signed-at', '2026-01-31T09:30:00Z', '--json'];

/** Everything that follows from a slug has it in itself: a line is its text around the slug, with another one in it. */
const LINE_END = Buffer.from('\n');
const around = makePayloads(different).map((payload) => ({
  slug: payload.artifact.slug,
  pieces: JSON.stringify({ unfragile: payload })
    .split(payload.artifact.slug)
    .map((piece) => Buffer.from(piece)),
}));

function* lines(count) {
  for (let number = 0; number < count; number++) {
    const { slug, pieces } = around[number % different];
    const ownSlug = Buffer.from(`${slug}-${Math.floor(number / different)}`);
    yield Buffer.concat([...pieces.flatMap((piece, index) => (index === 0 ? [piece] : [ownSlug, piece])), LINE_END]);
  }
}

/** Verdicts on the same document twice are two verdicts. */
let documents;
function* signedLines(count) {
  for (let number = 0; number < count; number++) yield documents[number % documents.length];
}

/** What the system says of a process, in MB of 2^20 bytes; undefined where it says nothing, and once it is gone. */
function residentMemory(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    const field = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)[1]) / 1024;
    return { now: field('VmRSS'), peak: field('VmHWM') };
  } catch {
    return undefined;
  }
}

/** Feeds a command as fast as it reads, reads what it writes, and looks at its memory all the while. */
async function run(words, input, take) {
  const start = performance.now();
  const child = spawn(process.execPath, [bin, ...words], { stdio: ['pipe', 'pipe', 'pipe'] });
  const samples = [];
  let peak = 0;
  const look = () => {
    const memory = residentMemory(child.pid);
    if (!memory) return;
    samples.push(memory.now);
    peak = Math.max(peak, memory.peak);
  };
  const timer = setInterval(look, SAMPLED_EVERY);
  const hash = createHash('sha256');
  const written = { bytes: 0, lines: 0 };
  child.stdout.on('data', (chunk) => {
    hash.update(chunk);
    written.bytes += chunk.length;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) written.lines++;
    take?.(chunk);
  });
  const said = text(child.stderr);
  const ended = once(child, 'close');
  // A command that ends early says why; that its pipe is closed says nothing more.
  child.stdin.on('error', () => undefined);
  let read = 0;
  for (const line of input) {
    read += line.length;
    if (!child.stdin.write(line)) await Promise.race([once(child.stdin, 'drain'), ended]);
    if (child.exitCode !== null) break;
  }
  child.stdin.end();
  const [status] = await ended;
  clearInterval(timer);
  const seconds = (performance.now() - start) / 1000;
  const errors = await said;
  if (status !== 0) throw new Error(`passport ${words.join(' ')} has ended with ${status}: ${errors.slice(-2000)}`);
  samples.sort((a, b) => a - b);
  const memory = samples.length > 0 ? { peak, median: samples[samples.length >> 1] } : undefined;
  return { seconds, read, written, digest: `sha256:${hash.digest('hex')}`, errors, memory };
}

/** What the command says that it has done is what is there. */
function assertDone(is, what) {
  if (!is) throw new Error(`the run is not what it says: ${what}`);
}

function summaryOf({ errors }, count) {
  const summary = JSON.parse(errors.trimEnd().split('\n').at(-1));
  assertDone(summary.event === 'summary' && summary.signed === count, `${JSON.stringify(summary)}`);
  return summary;
}

async function toPipe(count, workers, more) {
  const result = await run(['batch', '-', '--out', '-', '--workers', workers, ...more, ...key], lines(count));
  const { digest } = summaryOf(result, count);
  assertDone(result.digest === digest && result.written.lines === count, 'what came out is not what was signed');
  return result;
}

async function toFile(count, workers) {
  const out = path('out.ndjson');
  const words = ['batch', '-', '--out', out, '--workers', workers, '--no-check-texts', ...key];
  const result = await run(words, lines(count));
  const { digest, bytes } = summaryOf(result, count);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(out)) hash.update(chunk);
  assertDone(`sha256:${hash.digest('hex')}` === digest, 'the file is not what was signed');
  assertDone(existsSync(path('.out.ndjson.journal')), 'there is no journal');
  rmSync(out);
  rmSync(path('.out.ndjson.journal'));
  return { ...result, written: { bytes } };
}

async function toTree(count, workers) {
  const out = path('tree');
  const words = ['batch', '-', '--out', out, '--workers', workers, '--no-check-texts', ...key];
  const result = await run(words, lines(count));
  const { bytes } = summaryOf(result, count);
  const files = readdirSync(out, { recursive: true }).filter((name) => name.endsWith('.json'));
  assertDone(files.length === count, `${files.length} files`);
  rmSync(out, { recursive: true });
  return { ...result, written: { bytes } };
}

async function verified(count, workers) {
  if (!documents) {
    const chunks = [];
    const words = ['batch', '-', '--out', '-', '--no-check-texts', ...key];
    await run(words, lines(different), (chunk) => chunks.push(Buffer.from(chunk)));
    documents = Buffer.concat(chunks)
      .toString('latin1')
      .split(/(?<=\n)/)
      .map((line) => Buffer.from(line, 'latin1'));
  }
  const words = ['verify', '--ndjson', '-', '--key', path('bench.pub'), '--workers', workers];
  const result = await run([...words, '--now', '2026-06-01T00:00:00Z'], signedLines(count));
  assertDone(result.errors.includes(`${count} documents: ${count} VALID`), result.errors.slice(-2000));
  return result;
}

const runs = {
  pipe: ['batch to a pipe, --no-check-texts', (count, workers) => toPipe(count, workers, ['--no-check-texts'])],
  checked: ['batch to a pipe, texts looked at', (count, workers) => toPipe(count, workers, [])],
  file: ['batch to a file, --no-check-texts', toFile],
  tree: ['batch to a folder, --no-check-texts', toTree],
  verify: ['verify --ndjson -', verified],
};
/** What a run leaves on the disk, blocks and names included. */
const roomFor = (kind, count) => (kind === 'file' ? count * 26_000 : kind === 'tree' ? count * 40_000 : 0);

console.log(machine());
console.log(`${different} payloads, ${origin}; each time under a slug of its own`);
if (!residentMemory(process.pid)) {
  console.log('resident memory is not to be had here: it is read from /proc/PID/status, which Linux has');
}
console.log(
  `resident MB (2^20 bytes), looked at every ${SAMPLED_EVERY} ms from start to end; peak as the system has it`,
);
console.log(
  'what'.padEnd(39) +
    ['workers', 'items', 'peak', 'median', 'items/s', 'MB in', 'MB out'].map((name) => name.padStart(8)).join(''),
);
for (const kind of kinds) {
  const [title, measureOne] = runs[kind];
  for (const workers of workerCounts) {
    const peaks = [];
    for (const count of itemCounts) {
      if (count > (most[kind] ?? Infinity)) continue;
      const { bavail, bsize } = statfsSync(folder);
      if (bavail * bsize < 2 * roomFor(kind, count)) {
        console.log(
          `${title.padEnd(38)} ${workers.padStart(8)}${String(count).padStart(8)}  left out: no room below ${tmpdir()}`,
        );
        continue;
      }
      const { seconds, read, written, memory } = await measureOne(count, workers);
      const shown = [
        workers,
        count,
        memory?.peak.toFixed(0) ?? '?',
        memory?.median.toFixed(0) ?? '?',
        (count / seconds).toFixed(0),
        (read / 1e6).toFixed(0),
        (written.bytes / 1e6).toFixed(0),
      ];
      const isOver = memory !== undefined && memory.peak >= budget;
      if (isOver) process.exitCode = 1;
      const row = shown.map((one) => String(one).padStart(8)).join('');
      console.log(`${title.padEnd(38)} ${row}${isOver ? `  over ${budget} MB` : ''}`);
      if (memory) peaks.push(memory.peak);
    }
    if (peaks.length > 1)
      console.log(`${' '.repeat(38)} most items / fewest: ${(peaks.at(-1) / peaks[0]).toFixed(2)} ×`);
  }
}
