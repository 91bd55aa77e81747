import { type Diagnostic, diagnose } from '../diagnostic.js';
import { fieldName } from '../encoding/pointer.js';
import { quote } from '../encoding/printable.js';
import { levelsOf } from '../validate/catalogue.js';
import { plainText } from '../validate/plain-text.js';
import { MAX_DIAGNOSTICS } from './more-problems.js';
import type { Description, ValidatedSource, ValidateOptions } from './validate.js';

interface First {
  readonly file: string;
  readonly slug: string | undefined;
  readonly description: Description;
}

/**
 * Descriptions that stand in two of several sources: who reads one cannot tell what sets the artifacts apart. By the
 * place of the source in the list.
 * @param sources each with the name of its file
 */
export function repeatedDescriptions(
  sources: ReadonlyArray<Pick<ValidatedSource, 'slug' | 'descriptions'> & { readonly file: string }>,
  options: Pick<ValidateOptions, 'profile' | 'levels'> = {},
): ReadonlyMap<number, readonly Diagnostic[]> {
  const found = new Map<number, readonly Diagnostic[]>();
  const ruleId = 'capability/repeated-description';
  const severity = levelsOf(options.profile ?? 'registry', options.levels)(ruleId);
  if (severity === 'off' || sources.length < 2) return found;
  const firsts = new Map<string, First>();
  for (const [index, { file, slug, descriptions }] of sources.entries()) {
    const said: Diagnostic[] = [];
    for (const description of descriptions) {
      if (said.length === MAX_DIAGNOSTICS) break;
      const plain = plainText(description.text);
      const first = firsts.get(plain);
      if (plain !== '' && !first) firsts.set(plain, { file, slug: slug?.text, description });
      // Two of one slug are two editions of one artifact, and have their message.
      if (!first || first.file === file || first.slug?.toLowerCase() === slug?.text.toLowerCase()) continue;
      const { pointer, range } = description;
      said.push(
        diagnose({
          ruleId,
          severity,
          message: `${fieldName(pointer)} says the same as ${fieldName(first.description.pointer)} of ${quote(first.file).slice(1, -1)}`,
          file,
          range,
          pointer,
          hint: 'say what sets this artifact apart from the other',
          related: [{ message: 'the first of them', file: first.file, range: first.description.range }],
        }),
      );
    }
    if (said.length > 0) found.set(index, said);
  }
  return found;
}
