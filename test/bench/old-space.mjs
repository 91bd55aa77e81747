// What each item of a batch leaves behind in the old generation, in bytes: V8 clears that up only once it has grown by
// much, so over very many items memory would grow by as much, in each thread. A line for each kind of work.
import { getHeapSpaceStatistics } from 'node:v8';
import { signingWork } from '../../dist/cli/signing-work.js';
import { verifyingWork } from '../../dist/cli/verify-work.js';
import { generateKeyPair, signPassportText } from '../../dist/index.js';
import { mulberry32 } from './measure.mjs';
import { makePayloads } from './payloads.mjs';
import { signedAt } from './stock.mjs';

const [WARM, MEASURED] = [2000, 6000];
const pair = generateKeyPair();
const random = mulberry32(1);
const payloads = makePayloads(50);
for (const { capabilities } of payloads) for (const each of capabilities) each.success_rate = random();
const lines = payloads.map((unfragile) => Buffer.from(JSON.stringify({ unfragile })));
const documents = [];
for (const line of lines) documents.push(Buffer.from(await signPassportText(line, pair, { signedAt })));

const config = { secretKey: pair.secretKey, signedAt, coverage: 'envelope', isJournalled: false, changedOnly: false };
const policy = { key: pair.publicKey, now: '2026-06-01T00:00:00Z' };
const kinds = {
  'sign, --no-check-texts': [lines, signingWork({ ...config, checkTexts: false })],
  sign: [lines, signingWork({ ...config, checkTexts: true })],
  verify: [documents, verifyingWork({ policy, known: undefined, json: false, color: false }).work],
};

function oldSpace() {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space').space_used_size;
}

for (const [name, [inputs, work]] of Object.entries(kinds)) {
  const run = async (count) => {
    for (let first = 0; first < count; first++) {
      const bytes = new Uint8Array(inputs[first % inputs.length]);
      await work({
        first,
        file: '-',
        paths: [],
        read: 0,
        bytes,
        places: Float64Array.of(0, bytes.length, first + 1, 0),
      });
    }
  };
  await run(WARM);
  globalThis.gc();
  const before = oldSpace();
  await run(MEASURED);
  console.log(`${name}: ${((oldSpace() - before) / MEASURED).toFixed(0)} bytes an item`);
}
