// What the product takes beside what a user would write with stock libraries. `npm run bench`.
import { createPrivateKey, createPublicKey, sign as cryptoSign, verify as cryptoVerify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as noble from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import Ajv from 'ajv';
import stockCanonicalize from 'canonicalize';
import {
  canonicalize,
  emitDocument,
  encodePublicKey,
  encodeSecretKey,
  generateKeyPair,
  parseJson,
  signPassport,
  signPassportText,
  verifyPassport,
} from '../../dist/index.js';
import { verify } from '../../dist/keys/ed25519.js';
import { machine, measure, report } from './measure.mjs';
import { makePayloads, origin } from './payloads.mjs';
import { benchStart } from './start.mjs';

noble.hashes.sha512 = sha512;

const size = { rounds: Number(process.env.BENCH_ROUNDS ?? 60), batch: 20 };
const signedAt = '2026-01-31T09:30:00.000Z';
const pair = generateKeyPair();
const seed = pair.secretKey;
const privateKey = createPrivateKey(encodeSecretKey(seed));
const publicKey = createPublicKey(encodePublicKey(pair.publicKey));

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const schema = JSON.parse(readFileSync(new URL('../../schemas/passport.json', import.meta.url), 'utf8'));
ajv.addSchema(schema);
const validDocument = ajv.getSchema(schema.$id);
const validPayload = ajv.getSchema(`${schema.$id}#/definitions/payload`);

// As many as stay in the processor's cache, where a payload is when it has just been read.
const payloads = makePayloads(Number(process.env.BENCH_INPUTS ?? 16));
const lines = payloads.map((unfragile) => JSON.stringify({ unfragile }));
const signed = [];
for (const payload of payloads) signed.push(emitDocument(await signPassport(payload, pair, { signedAt })));
const verifying = { key: pair.publicKey, now: '2026-06-01T00:00:00Z' };
// Of a document at odds with itself the product would say why, which is not what is compared.
for (const document of signed) {
  const { verdict, message } = verifyPassport(document, verifying);
  if (verdict !== 'VALID') throw new Error(message);
}
const pick = (list, index) => list[index % list.length];

console.log(machine());
console.log(
  `${payloads.length} payloads, ${origin}, ${Buffer.byteLength(lines[0])} bytes each; CPU time an item: median (10 %–90 %)`,
);
console.log('paired ratios to the product: above 1, the product is faster');

report(
  'RFC 8785 canonical bytes of a payload',
  await measure(
    {
      'trust-passport': (i) => canonicalize(pick(payloads, i)),
      'Buffer.from(JSON.stringify(v)), not canonical': (i) => Buffer.from(JSON.stringify(pick(payloads, i))),
      'canonicalize 4': (i) => Buffer.from(stockCanonicalize(pick(payloads, i))),
    },
    size,
  ),
  'trust-passport',
);

/** What a user would write: no duplicate member refused, nothing verified after signing. */
function stockSign(line, signBytes) {
  const { unfragile } = JSON.parse(line);
  if (!validPayload(unfragile)) throw new Error('not a payload');
  const fields = { unfragile, signedAt, signedBy: 'unfragile.ai', version: 1 };
  const signature = Buffer.from(signBytes(Buffer.from(stockCanonicalize(fields)))).toString('base64');
  const base = 'https://unfragile.ai';
  const { slug } = unfragile.artifact;
  const _links = {
    self: `${base}/api/v1/passport/${slug}`,
    artifact: `${base}/${slug}`,
    verify: `${base}/api/v1/verify?slug=${slug}`,
    publicKey: `${base}/api/v1/trust-passport-public-key`,
    spec: `${base}/trust`,
    schema: `${base}/schema.json`,
    docs: `${base}/docs`,
  };
  return JSON.stringify({ passport: { unfragile, signature, signedAt, signedBy: 'unfragile.ai', version: 1 }, _links });
}

const nobleSign = (bytes) => noble.sign(bytes, seed);
const nodeSign = (bytes) => cryptoSign(null, bytes, privateKey);
const nobleSignAndCheck = (bytes) => {
  const signature = noble.sign(bytes, seed);
  if (!noble.verify(signature, bytes, pair.publicKey, { zip215: false })) throw new Error('bad signature');
  return signature;
};
const nodeSignAndCheck = (bytes) => {
  const signature = cryptoSign(null, bytes, privateKey);
  if (!cryptoVerify(null, bytes, publicKey, signature)) throw new Error('bad signature');
  return signature;
};

report(
  'unsigned JSON line → signed line',
  await measure(
    {
      'trust-passport (verifies what it signed)': (i) => signPassportText(pick(lines, i), pair, { signedAt }),
      'trust-passport, by way of objects': async (i) =>
        emitDocument(await signPassport(parseJson(pick(lines, i)).unfragile, pair, { signedAt })),
      '(a) JSON.parse + ajv + canonicalize + noble': (i) => stockSign(pick(lines, i), nobleSign),
      '(a) and verifying what it signed': (i) => stockSign(pick(lines, i), nobleSignAndCheck),
      '(b) the same with node:crypto': (i) => stockSign(pick(lines, i), nodeSign),
      '(b) and verifying what it signed': (i) => stockSign(pick(lines, i), nodeSignAndCheck),
    },
    size,
  ),
  'trust-passport (verifies what it signed)',
);

function stockVerify(line, verifyBytes) {
  const document = JSON.parse(line);
  if (!validDocument(document)) return false;
  const { signature, ...covered } = document.passport;
  return verifyBytes(Buffer.from(signature, 'base64'), Buffer.from(stockCanonicalize(covered)));
}

report(
  'signed line → verdict',
  await measure(
    {
      'trust-passport': (i) => verifyPassport(pick(signed, i), verifying),
      '(a) JSON.parse + ajv + canonicalize + noble': (i) =>
        stockVerify(pick(signed, i), (signature, bytes) =>
          noble.verify(signature, bytes, pair.publicKey, { zip215: false }),
        ),
      '(b) the same with node:crypto': (i) =>
        stockVerify(pick(signed, i), (signature, bytes) => cryptoVerify(null, bytes, publicKey, signature)),
    },
    size,
  ),
  'trust-passport',
);

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

await benchStart();
