import type { Diagnostic, TextEdit } from '../diagnostic.js';
import { catalogue, isRuleId, type LevelOf, type RuleId } from '../validate/catalogue.js';
import type { Edit } from './edits.js';
import { extentsOf } from './ignored-place.js';
import { applyIgnores, type Unsilenced } from './ignores.js';
import { mendComments } from './mend.js';
import { placeholdersOnce } from './said-once.js';
import { isInOverlay, type ReadSource } from './source.js';

/** What comments are heard by. */
export interface Hearing {
  readonly file: string | undefined;
  readonly levelOf: LevelOf;
  /** Whether all that a rule could find was looked for: only then can it be said that it finds nothing. */
  readonly isJudged: (ruleId: RuleId) => boolean;
}

/**
 * What is left of the diagnostics of a source, and of its overlay, at the levels that were asked for: what the comments
 * of each ask to leave out of it is left out, and what is wrong with those comments is among it.
 */
export function heard(
  read: ReadSource,
  text: string,
  diagnostics: readonly Diagnostic[],
  { file, levelOf, isJudged }: Hearing,
): Unsilenced {
  const { overlay, comments, written, value, locateWritten } = read;
  const loud = (some: readonly Diagnostic[]): readonly Diagnostic[] => placeholdersOnce(atTheirLevels(some, levelOf));
  const own = diagnostics.filter((diagnostic) => !isInOverlay(read, diagnostic));
  const said = applyIgnores(loud(own), comments, text, {
    file,
    extents: () => extentsOf(value, locateWritten),
    isJudged,
    tryOut: (removals) => mendComments(written, removals),
  });
  if (overlay?.text === undefined) return { ...said, diagnostics: atTheirLevels(said.diagnostics, levelOf) };
  const others = diagnostics.filter((diagnostic) => isInOverlay(read, diagnostic));
  const { diagnostics: saidOfOverlay } = applyIgnores(loud(others), overlay.comments, overlay.text, {
    file: overlay.file,
    extents: () => extentsOf(overlay.value, overlay.locate),
    isJudged,
    tryOut: nothingOf,
  });
  return { ...said, diagnostics: atTheirLevels([...said.diagnostics, ...saidOfOverlay], levelOf) };
}

/** An overlay is several manifests': what one of them has no use for is not taken out of it. */
function nothingOf(): ReadonlyMap<Edit, TextEdit> {
  return new Map();
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
