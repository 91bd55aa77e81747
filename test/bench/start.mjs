// How long a whole command takes beside a node that does nothing: start-up is most of it. Part of `npm run bench`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { emitDocument, encodePublicKey, generateKeyPair, signPassport } from '../../dist/index.js';
import { measure, report } from './measure.mjs';
import { makePayloads } from './payloads.mjs';

const rounds = Number(process.env.BENCH_STARTS ?? 30);
const bin = fileURLToPath(new URL('../../dist/bin/passport.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'passport-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const [payload] = makePayloads(1);
const pair = generateKeyPair();
const path = (name) => join(folder, name);
writeFileSync(path('source.yaml'), sourceText());
writeFileSync(path('key.pub'), encodePublicKey(pair.publicKey));
const document = await signPassport(payload, pair, { signedAt: '2026-01-31T09:30:00.000Z' });
writeFileSync(path('passport.json'), emitDocument(document));

/** The seed where it is at hand; else a source of the payload's own texts, which has the same size. */
function sourceText() {
  const seed = join(process.env.PASSPORT_CORPUS ?? '', 'corpus/seed/source.yaml');
  if (process.env.PASSPORT_CORPUS && existsSync(seed)) return readFileSync(seed, 'utf8');
  const { slug, name, type, url, categories, tags, pricing } = payload.artifact;
  const { model, starting_price } = pricing;
  const capabilities = payload.capabilities.map(
    ({ name, description, intents, best_for, limitations, requires, input_types, output_types, categories }) => ({
      ...{ name, description, intents, best_for, limitations, requires, input_types, output_types, categories },
    }),
  );
  const artifact = { slug, name, type, url, categories, tags, pricing: { model, starting_price } };
  return stringify({ artifact, capabilities });
}

function start(...words) {
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

export async function benchStart() {
  return report(
    `whole processes, wall time; a source of ${readFileSync(path('source.yaml')).length} bytes`,
    await measure(
      {
        'node -e 0': () => start('-e', '0'),
        'passport validate source.yaml': () => start(bin, 'validate', 'source.yaml'),
        'passport validate source.yaml --format json': () => start(bin, 'validate', 'source.yaml', '--format', 'json'),
        'passport verify passport.json': () => start(bin, 'verify', 'passport.json', '--key', 'key.pub'),
      },
      { rounds, batch: 1, wall: true },
    ),
    'node -e 0',
  );
}
