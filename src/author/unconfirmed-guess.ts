import { type Diagnostic, diagnose, type Fix } from '../diagnostic.js';
import { lineTable } from '../encoding/position.js';
import { quoteReceived } from '../validate/received.js';
import { meantBy } from './ignored-place.js';
import { CONFIRM, endOfOrigin, parseProvenance } from './provenance-comment.js';
import type { Comment } from './yaml.js';

/** Values that an import has concluded, and of which nobody has said yet that they are right: their comments say so. */
export function unconfirmedGuesses(
  { comments }: { readonly comments: readonly Comment[] },
  text: string,
  file: string | undefined,
): Diagnostic[] {
  const guesses = comments.flatMap((comment) => {
    const provenance = parseProvenance(comment.text);
    return provenance?.isGuess ? [{ ...comment, origin: provenance.origin }] : [];
  });
  if (guesses.length === 0) return [];
  const at = lineTable(text);
  const aboutOf = meantBy(text, at, { members: new Map(), entries: new Map() });
  return guesses.map(({ text: comment, offset, origin }) => {
    const about = aboutOf(offset);
    const key = /^[ \t]*(?:-[ \t]+)?["']?([A-Za-z_]+)["']?[ \t]*:/.exec(
      text.slice(about.start, about.start + 200),
    )?.[1];
    const from = quoteReceived(`${origin.file}: ${origin.place}`);
    const end = offset + comment.trimEnd().length;
    return diagnose({
      ruleId: 'source/unconfirmed-guess',
      severity: 'warning',
      message: `${key ?? 'the value below'} was guessed from ${from}, and nobody has confirmed it`,
      file,
      range: { start: at(offset), end: at(end) },
      hint: 'delete the word "guess" from the comment if the value is right; write the right value if it is not',
      fix: confirmation(comment.trimEnd(), offset, at),
    });
  });
}

/** The author's word that it is right: the comment then says where the value came from, and nothing more. */
function confirmation(comment: string, offset: number, at: ReturnType<typeof lineTable>): Fix {
  const [head = '', sign = ''] = /^(#\s*)guess\s+/.exec(comment) ?? [];
  const tail = endOfOrigin(comment);
  const range = (start: number, end: number) => ({ start: at(offset + start), end: at(offset + end) });
  const word = { range: range(sign.length, head.length), text: '' };
  // What the author has put there instead of the reason stays.
  const isOurs = /^ \(.*\); /.test(comment.slice(tail)) && comment.endsWith(CONFIRM);
  const edits = isOurs ? [word, { range: range(tail, comment.length), text: '' }] : [word];
  return { description: 'confirm the guess', safe: false, edits };
}
