import { fileURLToPath } from 'node:url';
import { docsOf } from '../diagnostic.js';
import type { Paint } from '../encoding/paint.js';
import { readBytes } from '../node/files.js';
import { catalogue, profileNames, type RuleId } from '../validate/catalogue.js';
import { foldText } from './folded-text.js';

/** The page of a rule, Markdown. @throws PassportError ERR_READ */
export async function readRulePage(id: RuleId): Promise<string> {
  // Both the compiled file and the bundle lie two folders below the package's root.
  const path = fileURLToPath(new URL(`../../${docsOf(id)}`, import.meta.url));
  return new TextDecoder().decode(await readBytes(path));
}

/**
 * The page as it is read in a terminal, with the rule's levels below its summary.
 * @param page in the form that every rule's page has: headings, paragraphs and fences
 * @param width columns
 */
export function renderRulePage(id: RuleId, page: string, paint: Paint, width: number): string {
  const lines: string[] = [];
  let paragraph: string[] = [];
  let paragraphs = 0;
  let isFenced = false;
  for (const line of [...page.trimEnd().split('\n'), '']) {
    if (line.startsWith('```')) isFenced = !isFenced;
    else if (isFenced) lines.push(line === '' ? '' : `    ${line}`);
    else if (line.startsWith('#')) lines.push(paint('title', line.replace(/^#+ /, '')));
    else if (line !== '') paragraph.push(line);
    else {
      if (paragraph.length > 0) {
        lines.push(...foldText(paragraph.join(' '), width));
        paragraph = [];
        if (++paragraphs === 1) lines.push('', ...foldText(levelsLine(id), width).map((text) => paint('label', text)));
      }
      lines.push('');
    }
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function levelsLine(id: RuleId): string {
  const { levels, fixed } = catalogue[id];
  const all = profileNames.map((profile) => `${profile} ${levels[profile]}`).join(', ');
  return `Level: ${all}${fixed ? '; neither options nor comments change it' : ''}`;
}
