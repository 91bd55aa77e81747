// Contenders run in one process, in a new random order each round, on inputs that differ from one another; what counts
// are the ratios within a round, as the machine's speed moves between rounds.
import { cpus } from 'node:os';

/**
 * @param {Record<string, (index: number) => unknown>} contenders each does the whole job on input number `index`
 * @param {{ rounds: number, batch: number, items?: number, wall?: boolean }} size batch: calls a round; items: what one
 *   call does; wall: by the clock, for what other processes and threads do
 * @returns {Promise<Record<string, number[]>>} microseconds an item, a sample a round
 */
export async function measure(contenders, { rounds, batch, items = 1, wall = false }) {
  const names = Object.keys(contenders);
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  const random = mulberry32(1);
  let index = 0;
  for (let round = -Math.ceil(rounds / 4); round < rounds; round++) {
    for (const name of shuffle(names, random)) {
      const run = contenders[name];
      // What one has thrown away is not for the next to clear up.
      globalThis.gc?.({ type: 'minor' });
      const start = process.cpuUsage();
      const startOfWall = performance.now();
      for (let i = 0; i < batch; i++) {
        const result = run(index++);
        if (result instanceof Promise) await result;
      }
      const { user, system } = process.cpuUsage(start);
      const time = wall ? 1000 * (performance.now() - startOfWall) : user + system;
      // Negative rounds warm up.
      if (round >= 0) samples[name].push(time / batch / items);
    }
  }
  return samples;
}

/**
 * One line a contender: median, spread, and how many times faster `subject` is, by the median of paired ratios.
 * @returns the same for a chart
 */
export function report(title, samples, subject) {
  console.log(`\n${title}`);
  const rows = Object.entries(samples).map(([name, times]) => {
    const sorted = [...times].sort((a, b) => a - b);
    const ratios = times.map((time, round) => time / samples[subject][round]).sort((a, b) => a - b);
    const spread = (values) => ({ low: at(values, 0.1), median: at(values, 0.5), high: at(values, 0.9) });
    return { name, time: spread(sorted), ratio: spread(ratios) };
  });
  for (const { name, time, ratio } of rows) {
    const shown =
      name === subject ? '' : `${ratio.median.toFixed(2)} × [${ratio.low.toFixed(2)}–${ratio.high.toFixed(2)}]`;
    const line = `  ${name.padEnd(50)} ${time.median.toFixed(1).padStart(8)} µs  (${time.low.toFixed(0)}–${time.high.toFixed(0)})`;
    console.log(line.padEnd(82), shown);
  }
  return { title, subject, rows };
}

export function machine() {
  return `node ${process.version}, V8 ${process.versions.v8}, OpenSSL ${process.versions.openssl}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`;
}

function at(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

function shuffle(items, random) {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}

/** A small seeded generator: the same order in every run. */
export function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
