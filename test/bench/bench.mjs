// What the product takes beside what a user would write with stock libraries. `npm run bench`; the figures as a picture
// go to BENCH_CHART.
import { writeFileSync } from 'node:fs';
import { canonicalize, generateKeyPair, signPassportText, verifyPassport } from '../../dist/index.js';
import { verify } from '../../dist/keys/ed25519.js';
import { benchSigning, benchSources, benchThreads, benchVerifying } from './bulk.mjs';
import { chart } from './chart.mjs';
import { machine, measure, report } from './measure.mjs';
import { makePayloads, origin } from './payloads.mjs';
import { benchStart } from './start.mjs';
import { signedAt, stockCanonicalize } from './stock.mjs';

const size = { rounds: Number(process.env.BENCH_ROUNDS ?? 40), batch: 20 };
const payloads = makePayloads(Number(process.env.BENCH_PAYLOADS ?? 2000));
const lines = payloads.map((unfragile) => Buffer.from(JSON.stringify({ unfragile })));
const pair = generateKeyPair();
const signed = [];
for (const line of lines) signed.push(Buffer.from(await signPassportText(line, pair, { signedAt })));
// Of a document at odds with itself the product would say why, which is not what is compared.
for (const document of signed) {
  const { verdict, message } = verifyPassport(document, { key: pair.publicKey, now: '2026-06-01T00:00:00Z' });
  if (verdict !== 'VALID') throw new Error(message);
}
const pick = (list, index) => list[index % list.length];

const about = `${payloads.length} payloads, ${origin}, ${lines[0].length} bytes each; time an item: median (10 %–90 %)`;
console.log(machine());
console.log(about);
console.log('CPU time, unless it says by the clock; paired ratios to the first: above 1, that is faster');

const subject = 'trust-passport';
const groups = [
  report(
    'RFC 8785 canonical bytes of a payload',
    await measure(
      {
        [subject]: (i) => canonicalize(pick(payloads, i)),
        'Buffer.from(JSON.stringify(v)), not canonical': (i) => Buffer.from(JSON.stringify(pick(payloads, i))),
        'canonicalize 4': (i) => Buffer.from(stockCanonicalize(pick(payloads, i))),
      },
      size,
    ),
    subject,
  ),
  await benchSigning(lines, pair),
  await benchVerifying(signed, pair),
  await benchSources(payloads.slice(0, 200), pair),
  await benchThreads(lines, pair),
];

const messages = payloads.map((payload) => canonicalize(payload));
const signatures = messages.map((message) => pair.sign(message));
report(
  'of that, the arithmetic of node:crypto alone',
  await measure(
    {
      sign: (i) => pair.sign(pick(messages, i)),
      verify: (i) => verify(pick(signatures, i), pick(messages, i), pair.publicKey),
    },
    size,
  ),
  'sign',
);
groups.push(await benchStart());
if (process.env.BENCH_CHART) writeFileSync(process.env.BENCH_CHART, chart(groups, machine()));
