// What a user would write with stock libraries: no duplicate member refused, no text looked at, nothing derived anew, and
// unless it says so nothing verified after signing. From the bytes of a line to those of another.
import { createPrivateKey, createPublicKey, sign as cryptoSign, verify as cryptoVerify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as noble from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import Ajv from 'ajv';
import stockCanonicalize from 'canonicalize';
import { parse } from 'yaml';
import { encodePublicKey, encodeSecretKey } from '../../dist/index.js';

noble.hashes.sha512 = sha512;

const read = (name) => JSON.parse(readFileSync(new URL(`../../schemas/${name}.json`, import.meta.url), 'utf8'));
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const schema = read('passport');
ajv.addSchema(schema);
const validDocument = ajv.getSchema(schema.$id);
const validPayload = ajv.getSchema(`${schema.$id}#/definitions/payload`);
const validSource = new Ajv({ allErrors: true, allowUnionTypes: true, strict: false }).compile(read('source'));

const base = 'https://unfragile.ai';
export const signedAt = '2026-01-31T09:30:00.000Z';

/** @param bytesOf how a value is written to be signed */
function signedLine(unfragile, signBytes, bytesOf) {
  const fields = { unfragile, signedAt, signedBy: 'unfragile.ai', version: 1 };
  const signature = Buffer.from(signBytes(Buffer.from(bytesOf(fields)))).toString('base64');
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
  const passport = { unfragile, signature, signedAt, signedBy: 'unfragile.ai', version: 1 };
  return Buffer.from(`${JSON.stringify({ passport, _links })}\n`);
}

/** Ways to sign one line, by one key. */
export function stockSigners(pair) {
  const seed = pair.secretKey;
  const privateKey = createPrivateKey(encodeSecretKey(seed));
  const publicKey = createPublicKey(encodePublicKey(pair.publicKey));
  const nobleSign = (bytes) => noble.sign(bytes, seed);
  const nodeSign = (bytes) => cryptoSign(null, bytes, privateKey);
  const checked = (sign, verify) => (bytes) => {
    const signature = sign(bytes);
    if (!verify(signature, bytes)) throw new Error('bad signature');
    return signature;
  };
  const nobleVerify = (signature, bytes) => noble.verify(signature, bytes, pair.publicKey, { zip215: false });
  const nodeVerify = (signature, bytes) => cryptoVerify(null, bytes, publicKey, signature);
  const signLine = (signBytes) => (line) => {
    const { unfragile } = JSON.parse(line.toString());
    if (!validPayload(unfragile)) throw new Error('not a payload');
    return signedLine(unfragile, signBytes, stockCanonicalize);
  };
  const verifyLine = (verifyBytes) => (line) => {
    const document = JSON.parse(line.toString());
    if (!validDocument(document)) return false;
    const { signature, ...covered } = document.passport;
    return verifyBytes(Buffer.from(signature, 'base64'), Buffer.from(stockCanonicalize(covered)));
  };
  return {
    sign: {
      '(a) JSON.parse + ajv + canonicalize + noble': signLine(nobleSign),
      '(a) and verifying what it signed': signLine(checked(nobleSign, nobleVerify)),
      '(b) the same with node:crypto': signLine(nodeSign),
      '(b) and verifying what it signed': signLine(checked(nodeSign, nodeVerify)),
      'the floor: JSON.parse + JSON.stringify + node:crypto': (line) =>
        signedLine(JSON.parse(line.toString()).unfragile, nodeSign, JSON.stringify),
    },
    verify: {
      '(a) JSON.parse + ajv + canonicalize + noble': verifyLine(nobleVerify),
      '(b) the same with node:crypto': verifyLine(nodeVerify),
    },
    /** Of a source the payload is given: what it takes to derive one is not counted. */
    signSource: (source, payload) => {
      if (!validSource(parse(source.toString()))) throw new Error(ajv.errorsText(validSource.errors));
      return signedLine(payload, nobleSign, stockCanonicalize);
    },
  };
}

export { stockCanonicalize };
