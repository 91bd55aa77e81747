import { type Diagnostic, diagnose } from '../diagnostic.js';
import { lineTable } from '../encoding/position.js';
import { quoteReceived, receivedField } from '../validate/received.js';
import { isMeantToIgnore } from './ignores.js';
import type { Comment } from './yaml.js';

// Fields of one word or address: what follows a # behind them cannot have been meant as a part.
const ofOneWord =
  /\/(?:id|slug|type|url|status|model|homepage|repository|protocol|unfragile_version)$|\/categories\/\d+$/;

/**
 * Texts that end where a # was meant as a part of them: `- ranked #1 in town` is the text `ranked`, and what is lost is
 * nowhere to be seen. Comments are written with a space behind the #.
 */
export function commentsInTexts(
  { comments }: { readonly comments: readonly Comment[] },
  text: string,
  file: string | undefined,
): Diagnostic[] {
  const meant = comments.filter(
    ({ text: comment, behind }) =>
      behind !== undefined && /^#[^\s#!]/.test(comment) && !isMeantToIgnore(comment) && !ofOneWord.test(behind),
  );
  if (meant.length === 0) return [];
  const at = lineTable(text);
  return meant.map(({ text: comment, offset, behind = '' }) => {
    const lost = comment.trimEnd();
    return diagnose({
      ruleId: 'yaml/comment-in-text',
      severity: 'warning',
      message: `${receivedField(behind)} ends before ${quoteReceived(lost)}: a # behind a space begins a comment`,
      file,
      range: { start: at(offset), end: at(offset + lost.length) },
      pointer: behind,
      hint: 'put the whole text in quotes, or write a space behind the # if it is a comment',
    });
  });
}
