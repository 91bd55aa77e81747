import { readdirSync, readFileSync } from 'node:fs';
import type { KeyPair } from '../src/keys/key-pair.js';
import { decodeSecretKey } from '../src/keys/pkcs8.js';

const folder = new URL('../keys.example/', import.meta.url);

/** The published key, with which anybody can sign. */
export function exampleKeyPair(): KeyPair {
  const name = readdirSync(folder).find((file) => file.endsWith('.key')) as string;
  return decodeSecretKey(readFileSync(new URL(name, folder), 'utf8'));
}
