import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildPassport } from '../src/author/build.js';
import { parseSource } from '../src/author/source.js';
import { sourceValue as smallSource } from './source-value.js';

const template = readFileSync(fileURLToPath(new URL('../templates/mcp.yaml', import.meta.url)), 'utf8');
const { source: parsed } = parseSource(template);
if (!parsed) throw new Error('the template is no source');
const source = parsed;

/** A payload as `build` prints it, of the shipped template under another slug. */
export function payloadLine(slug: string, name = 'Désk — 図書館'): string {
  const { payload } = buildPassport({ ...source, artifact: { ...source.artifact, slug, name } });
  return JSON.stringify({ unfragile: payload });
}

/** The same as a source in JSON. */
export function sourceValue(slug: string): Record<string, unknown> {
  return structuredClone({ ...source, artifact: { ...source.artifact, slug } });
}

const templateLine = payloadLine('slug');
const smallest = JSON.stringify({ unfragile: buildPassport(smallSource({ artifact: { slug: 'slug' } })).payload });

/** As many lines with slugs of their own, fast. */
export function payloadLines(count: number): string[] {
  return Array.from({ length: count }, (_, number) => underSlug(templateLine, `item-${number}`));
}

/** The same of payloads that say next to nothing. */
export function smallLines(count: number): string[] {
  return Array.from({ length: count }, (_, number) => underSlug(smallest, `item-${number}`));
}

/** Of a payload whose slug is `slug`, with all that is derived from it. */
function underSlug(line: string, slug: string): string {
  return line
    .replace('"slug":"slug"', `"slug":"${slug}"`)
    .replaceAll(/"slug__cap_/g, `"${slug}__cap_`)
    .replace('"id":"slug"', `"id":"${slug}"`)
    .replaceAll(/([/=])slug"/g, `$1${slug}"`);
}
