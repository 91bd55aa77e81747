import { readFileSync } from 'node:fs';
import type { TemplateWords } from '../import/template-words.js';
import { templateWords } from '../import/template-words.js';

/** The words of the shipped template of a type. */
export function wordsOfType(type: string): TemplateWords {
  // Both the compiled file and the bundle lie two folders below the package's root.
  return templateWords(readFileSync(new URL(`../../templates/${type}.yaml`, import.meta.url), 'utf8'));
}
