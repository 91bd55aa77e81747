// Payloads of about 25 KB that differ from one another: made from the published seed where the corpus is there, else
// from words.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPassport } from '../../dist/index.js';
import { mulberry32 } from './measure.mjs';

const seedPath = join(process.env.PASSPORT_CORPUS ?? '', 'corpus/seed/passport.json');

export const origin = existsSync(seedPath) ? 'variants of the seed' : 'made from words (PASSPORT_CORPUS is not set)';

export function makePayloads(count) {
  const base = existsSync(seedPath) ? JSON.parse(readFileSync(seedPath, 'utf8')).passport.unfragile : fromWords();
  return Array.from({ length: count }, (_, number) => variant(base, number));
}

/** Another artifact of the same shape: other names, and the words of every description in another order. */
function variant(base, number) {
  const random = mulberry32(number + 1);
  const payload = structuredClone(base);
  const slug = `${base.artifact.slug}-${number}`;
  payload.artifact.slug = slug;
  payload.artifact.id = `${base.artifact.id}-${number}`;
  payload.artifact.page_url = `https://unfragile.ai/${slug}`;
  payload.distribution.claim_url = `https://unfragile.ai/submit?claim=${slug}`;
  payload.distribution.compare_url = `https://unfragile.ai/compare?artifact=${slug}`;
  for (const [index, capability] of payload.capabilities.entries()) {
    capability.id = `${payload.artifact.id}__cap_${index}`;
    capability.description = capability.description
      .split(' ')
      .sort(() => random() - 0.5)
      .join(' ');
  }
  return payload;
}

function fromWords() {
  const words =
    'reads writes a the each invoice photo page — letter sorts finds street bird name with in by at most ten'.split(
      ' ',
    );
  const random = mulberry32(7);
  const text = (length) => Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(' ');
  const texts = (count, length) => Array.from({ length: count }, (_, i) => `${i} ${text(length)}`);
  const capabilities = Array.from({ length: 9 }, (_, i) => ({
    name: `sorting letters of kind ${i}`,
    description: text(120),
    intents: texts(4, 14),
    best_for: texts(3, 14),
    limitations: texts(4, 18),
    requires: texts(3, 12),
    input_types: texts(2, 8),
    output_types: texts(2, 8),
    categories: ['data-processing-analysis', 'image-visual'],
  }));
  const artifact = {
    slug: 'letter-sorter',
    name: 'Letter sorter',
    type: 'model',
    url: 'https://example.org/',
    categories: ['automation'],
  };
  return buildPassport({ artifact: { ...artifact, pricing: { model: 'free' } }, capabilities }).payload;
}
