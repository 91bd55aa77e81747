import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildPassport } from '../src/author/build.js';
import { parseSource } from '../src/author/source.js';

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

const [before = '', after = ''] = payloadLine('SLUG'.toLowerCase()).split('"slug":"slug"');

/** As many lines with slugs of their own, fast. */
export function payloadLines(count: number): string[] {
  return Array.from({ length: count }, (_, number) => {
    const text = `${before}"slug":"item-${number}"${after}`;
    return text
      .replaceAll(/"slug__cap_/g, `"item-${number}__cap_`)
      .replace('"id":"slug"', `"id":"item-${number}"`)
      .replaceAll(/([/=])slug"/g, `$1item-${number}"`);
  });
}
