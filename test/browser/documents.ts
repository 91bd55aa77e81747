import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPassport } from '../../src/author/build.js';
import { parseAuthored } from '../../src/author/authored.js';
import { parseSource } from '../../src/author/source.js';
import { encodeBase64 } from '../../src/encoding/base64.js';
import { sign } from '../../src/keys/ed25519.js';
import { KeyPair } from '../../src/keys/key-pair.js';
import { assembleDocument, emitDocument } from '../../src/passport/document.js';
import { deriveLinks } from '../../src/passport/links.js';
import { signingInput } from '../../src/passport/signing-input.js';
import type { Observations, Payload } from '../../src/passport/types.generated.js';
import { unfragileAi } from '../../src/passport/unfragile-ai.js';
import { seedOf } from '../bytes.js';
import { projectRoot } from '../cli/run.js';
import { hasCorpus, readCorpus } from '../corpus.js';

export const issuer = new KeyPair(seedOf('the issuer of pages'));
export const stranger = new KeyPair(seedOf('a stranger to pages'));
export const SIGNED_AT = '2026-01-31T09:30:00.000Z';

const templates = join(projectRoot, 'templates');
export const templateNames = readdirSync(templates).sort();

export function payloadOf(source: string, observations?: Observations): Payload {
  const { source: parsed, diagnostics } = parseSource(source);
  if (!parsed) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return buildPassport(parsed, { observations }).payload;
}

export function templatePayload(name: string): Payload {
  return payloadOf(readFileSync(join(templates, name), 'utf8'));
}

/** The richest document at hand: the seed of the corpus, or a template. */
export function richPayload(): Payload {
  if (!hasCorpus) return templatePayload('mcp.yaml');
  const observed = parseAuthored(
    'observations',
    readCorpus('corpus', 'seed', 'observations.yaml'),
    'observations.yaml',
  );
  return payloadOf(readCorpus('corpus', 'seed', 'source.yaml'), observed as Observations);
}

/** Signed whatever it says: a signer can lie. */
export function signed(
  payload: Payload,
  pair: KeyPair = issuer,
  signedBy = 'unfragile.ai',
  signedAt = SIGNED_AT,
): string {
  const envelope = { unfragile: payload, signedAt, signedBy, version: 1 as const };
  const signature = encodeBase64(sign(signingInput(envelope, 'envelope'), pair.secretKey));
  return emitDocument(assembleDocument(envelope, signature, deriveLinks(unfragileAi, payload.artifact.slug)));
}

/** Two hundred capabilities in seven categories. */
export function manyCapabilities(count = 200): Payload {
  const base = richPayload();
  const categories = [
    'search-retrieval',
    'code-editing',
    'image-visual',
    'memory',
    'planning',
    'safety',
    'data-analysis',
  ];
  const capabilities = Array.from({ length: count }, (_, index) => {
    const like = base.capabilities[index % base.capabilities.length] as Payload['capabilities'][number];
    const name = `${like.name} number ${index + 1}`;
    return { ...like, id: `${base.artifact.id}__cap_${index}`, name, categories: [categories[index % 7] as string] };
  });
  return { ...base, capabilities };
}
