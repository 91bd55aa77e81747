// Many payloads, documents and sources, from bytes to bytes: what `passport batch` and `passport verify` do with each line,
// beside what one would write with stock libraries.
import { stringify } from 'yaml';
import { buildPassport, parseSource } from '../../dist/index.js';
import { ItemResults } from '../../dist/cli/item-results.js';
import { signingWork } from '../../dist/cli/signing-work.js';
import { giveForParcels, lineParcels, PLACE } from '../../dist/node/line-parcels.js';
import { WorkerPool } from '../../dist/node/worker-pool.js';
import { itemSigner } from '../../dist/registry/item-signer.js';
import { inOrder } from '../../dist/registry/in-order.js';
import { passportVerifier } from '../../dist/verify/verify.js';
import { measure, report } from './measure.mjs';
import { signedAt, stockSigners } from './stock.mjs';

/** Lines of one call. */
const LINES = 40;
const LONGEST = 4 << 20;
const now = '2026-06-01T00:00:00Z';

const rounds = Number(process.env.BENCH_ROUNDS ?? 40);

function config(pair, checkTexts) {
  return {
    ...{
      secretKey: pair.secretKey,
      signedAt,
      coverage: 'envelope',
      checkTexts,
      isJournalled: false,
      changedOnly: false,
    },
    ...{ issuer: undefined, registry: undefined, observations: undefined, shard: undefined, tree: undefined },
    resign: undefined,
  };
}

async function* once(bytes) {
  yield bytes;
}

function* linesOf(bytes) {
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0x0a, at);
    yield bytes.subarray(at, end);
    at = end + 1;
  }
}

/** The lines of a file, in pieces of so many. */
function pieces(lines) {
  const joined = [];
  for (let at = 0; at < lines.length; at += LINES)
    joined.push(Buffer.concat(lines.slice(at, at + LINES).map((line) => Buffer.concat([line, Buffer.from('\n')]))));
  return joined;
}

function countSigned({ items }) {
  const results = new ItemResults(items);
  let signed = 0;
  for (let at = 0; at < results.count; at++) if (results.status(at) === 'signed') signed++;
  return signed;
}

const pick = (list, index) => list[index % list.length];

function productSigner(pair, checkTexts) {
  const work = signingWork(config(pair, checkTexts));
  return async (bytes) => {
    for await (const parcel of lineParcels(once(bytes), LONGEST)) {
      const result = await work({ first: 0, file: '-', paths: [], ...parcel });
      if (countSigned(result) !== parcel.places.length / PLACE) throw new Error('not all were signed');
      giveForParcels(result.bytes);
    }
  };
}

/** @param lines of wrapped payloads, in bytes */
export async function benchSigning(lines, pair) {
  const files = pieces(lines);
  const stock = Object.entries(stockSigners(pair).sign).map(([name, sign]) => [
    name,
    (index) => {
      for (const line of linesOf(pick(files, index))) sign(line);
    },
  ]);
  const [checked, unchecked] = [productSigner(pair, true), productSigner(pair, false)];
  const samples = await measure(
    {
      [product]: (index) => unchecked(pick(files, index)),
      'trust-passport, looking at texts and derivations': (index) => checked(pick(files, index)),
      ...Object.fromEntries(stock),
    },
    { rounds, batch: 1, items: LINES },
  );
  return report(`unsigned line → signed line, one thread: ${lines.length} payloads that differ`, samples, product);
}

const product = 'trust-passport (verifies what it signed)';

/** @param lines of documents, in bytes */
export async function benchVerifying(lines, pair) {
  const files = pieces(lines);
  const verify = passportVerifier({ key: pair.publicKey, now });
  const stock = Object.entries(stockSigners(pair).verify).map(([name, verifyLine]) => [
    name,
    (index) => {
      for (const line of linesOf(pick(files, index))) if (!verifyLine(line)) throw new Error('not valid');
    },
  ]);
  const samples = await measure(
    {
      'trust-passport (derives everything anew)': async (index) => {
        for await (const { bytes, places } of lineParcels(once(pick(files, index)), LONGEST)) {
          for (let at = 0; at < places.length; at += PLACE) {
            const { verdict, message } = verify(bytes.subarray(places[at], places[at + 1]));
            if (verdict !== 'VALID') throw new Error(message);
          }
        }
      },
      ...Object.fromEntries(stock),
    },
    { rounds, batch: 1, items: LINES },
  );
  return report(
    `signed line → verdict, one thread: ${lines.length} documents that differ`,
    samples,
    'trust-passport (derives everything anew)',
  );
}

/** A source of what an author would have written of a payload; each text on one line, as in the published one, or folded. */
function sourceOf({ artifact, capabilities }, lineWidth) {
  const { slug, name, type, url, categories, tags, pricing } = artifact;
  const { model, starting_price } = pricing;
  const lists = ['intents', 'best_for', 'limitations', 'requires', 'input_types', 'output_types', 'categories'];
  const source = {
    artifact: { slug, name, type, url, categories, tags, pricing: { model, starting_price } },
    capabilities: capabilities.map((capability) => ({
      ...{ name: capability.name, description: capability.description },
      ...Object.fromEntries(lists.map((list) => [list, capability[list]])),
    })),
  };
  return Buffer.from(stringify(source, { lineWidth }));
}

export async function benchSources(payloads, pair) {
  const [lines, folded] = [0, 80].map((width) => payloads.map((payload) => sourceOf(payload, width)));
  const built = lines.map((source) => buildPassport(parseSource(source.toString()).source).payload);
  const sign = itemSigner(pair, { signedAt });
  const { signSource } = stockSigners(pair);
  const signOurs = (sources) => async (index) => {
    const { status, message } = await sign({ input: pick(sources, index) });
    if (status !== 'signed') throw new Error(message);
  };
  const signStock = (sources) => (index) => signSource(pick(sources, index), pick(built, index));
  const subject = 'trust-passport, each text on one line';
  const samples = await measure(
    {
      [subject]: signOurs(lines),
      'yaml + ajv + canonicalize + noble, payload given': signStock(lines),
      'trust-passport, texts folded at 80 columns': signOurs(folded),
      'yaml + ajv + canonicalize + noble, the same': signStock(folded),
      'of ours, on one line: reading and checking': (index) => {
        if (!parseSource(pick(lines, index).toString()).source) throw new Error('no source');
      },
    },
    { rounds, batch: 4 },
  );
  const about = `source in YAML (${lines[0].length} bytes) → signed line, one thread: ${lines.length} that differ`;
  return report(about, samples, subject);
}

/** Threads that are kept, as over a long run; by the clock. */
export async function benchThreads(lines, pair) {
  const file = Buffer.concat(pieces(lines));
  const worker = new URL('../../dist/bin/worker.js', import.meta.url);
  const pools = [1, 2].map((size) => new WorkerPool(worker, { name: 'sign', config: config(pair, true) }, size));
  const signAll = (pool) => async () => {
    async function* parcels() {
      for await (const parcel of lineParcels(once(file), LONGEST)) yield { first: 0, file: '-', paths: [], ...parcel };
    }
    let signed = 0;
    const run = (parcel) => pool.run(parcel, [parcel.bytes.buffer]);
    for await (const result of inOrder(parcels(), run, pool.size * 3)) {
      signed += countSigned(result);
      giveForParcels(result.bytes);
    }
    if (signed !== lines.length) throw new Error(`${signed} were signed`);
  };
  try {
    const samples = await measure(
      { 'two threads': signAll(pools[1]), 'one thread': signAll(pools[0]) },
      { rounds: Math.ceil(rounds / 3), batch: 1, items: lines.length, wall: true },
    );
    return report(
      `unsigned line → signed line, texts looked at, by the clock: ${lines.length} payloads`,
      samples,
      'two threads',
    );
  } finally {
    await Promise.all(pools.map((pool) => pool.close()));
  }
}
