import type { Diagnostic, TextEdit } from '../diagnostic.js';
import { catalogue, isRuleId, type LevelOf } from '../validate/catalogue.js';
import type { Edit } from './edits.js';
import { applyIgnores } from './ignores.js';
import { mendComments } from './mend.js';
import { placeholdersOnce } from './said-once.js';
import { isInOverlay, type ReadSource } from './source.js';
import type { Comment } from './yaml.js';

/**
 * What is left of the diagnostics of a source, and of its overlay, at the levels that were asked for: what the comments
 * of each ask to leave out of it is left out, and what is wrong with those comments is among it.
 */
export function heard(
  read: ReadSource,
  text: string,
  file: string | undefined,
  diagnostics: readonly Diagnostic[],
  levelOf: LevelOf,
): Diagnostic[] {
  const { overlay, comments, written } = read;
  const inText = (
    own: readonly Diagnostic[],
    itsComments: readonly Comment[],
    itsText: string,
    itsFile: string | undefined,
    tryOut?: (removals: readonly Edit[]) => ReadonlyMap<Edit, TextEdit>,
  ): Diagnostic[] =>
    atTheirLevels(
      applyIgnores(placeholdersOnce(atTheirLevels(own, levelOf)), itsComments, itsText, itsFile, tryOut),
      levelOf,
    );
  const own = diagnostics.filter((diagnostic) => !isInOverlay(read, diagnostic));
  const said = inText(own, comments, text, file, (removals) => mendComments(written, removals));
  if (overlay?.text === undefined) return said;
  const others = diagnostics.filter((diagnostic) => isInOverlay(read, diagnostic));
  return [...said, ...inText(others, overlay.comments, overlay.text, overlay.file)];
}

/** Each diagnostic as loud as was asked for; those that are off are left out. */
export function atTheirLevels(diagnostics: readonly Diagnostic[], levelOf: LevelOf): Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const { ruleId } = diagnostic;
    if (!isRuleId(ruleId) || catalogue[ruleId].fixed) return [diagnostic];
    const severity = levelOf(ruleId);
    return severity === 'off' ? [] : [{ ...diagnostic, severity }];
  });
}
