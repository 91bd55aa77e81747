import type { CST } from 'yaml';
import { MAX_DEPTH } from '../encoding/json-value.js';
import { quoteReceived } from '../validate/received.js';
import { lineEnd, lineStart, nextLine } from './edits.js';
import type { Span } from './scalar-text.js';
import { layoutProblem } from './yaml-layout.js';
import type { SyntaxProblem } from './yaml-problem.js';

/** A problem with the rule that finds it. */
export interface TokenProblem extends SyntaxProblem {
  readonly ruleId: string;
}

export function tooDeeplyNested(offset: number): TokenProblem {
  const hint = 'flatten the document: no source needs this depth';
  return {
    ruleId: 'yaml/nesting',
    message: `nested deeper than ${MAX_DEPTH} levels`,
    start: offset,
    end: offset + 1,
    hint,
  };
}

/**
 * What is refused before anything is composed: directives, tags, anchors, aliases, several documents, quotes that are
 * never closed and nesting that is too deep. Tokens only are looked at, so an alias is never followed.
 */
export function surveyTokens(text: string, tokens: readonly CST.Token[]): readonly TokenProblem[] {
  return new TokenSurvey(text, tokens).problems;
}

class TokenSurvey {
  readonly problems: TokenProblem[] = [];
  /** Found once, for all quotes that are left over. */
  private layout: { readonly problem: SyntaxProblem | undefined } | undefined;
  /** Where a quote opens that was said to be never closed. */
  private readonly openQuotes = new Set<number>();

  constructor(
    private readonly text: string,
    tokens: readonly CST.Token[],
  ) {
    const stack: Array<readonly [CST.Token, number]> = [];
    let documents = 0;
    for (const token of tokens) {
      if (token.type === 'directive') {
        this.refuse(
          'yaml/directive',
          'a % directive is refused: it can change what the text means',
          token,
          'remove the line',
        );
      } else if (token.type === 'document') {
        if (++documents === 2) this.secondDocument(token, tokens);
        this.properties(token.start);
        if (token.value) stack.push([token.value, 1]);
      }
    }
    for (let top = stack.pop(); top; top = stack.pop()) {
      const [token, depth] = top;
      if (token.type === 'alias') {
        this.refuse('yaml/alias', `the alias ${shown(token)} is refused`, token, this.aliasHint(token.source));
      } else if ((token.type === 'double-quoted-scalar' || token.type === 'single-quoted-scalar') && !isClosed(token)) {
        this.openQuote(token.offset);
      } else if ('items' in token) {
        if (depth > MAX_DEPTH) {
          this.problems.push(tooDeeplyNested(token.offset));
          break;
        }
        // Pushed last to first, so that they are met in the order of the text.
        for (const item of token.items.toReversed()) {
          this.properties(item.start);
          if (item.sep) this.properties(item.sep);
          if (item.value) stack.push([item.value, depth + 1]);
          if (item.key) stack.push([item.key, depth + 1]);
        }
      }
    }
  }

  private secondDocument({ offset }: CST.Document, tokens: readonly CST.Token[]): void {
    const [start, end] = [offset, offset + 3];
    const documents = tokens.filter((token) => token.type === 'document');
    const isOne = documents.filter(({ value }) => value !== undefined).length < 2;
    if (documents.length === 2 && isOne && /^---[ \t]*$/.test(this.text.slice(offset, lineEnd(this.text, offset)))) {
      const message = 'this line begins another document, and one of the two is empty';
      const span: Span = [lineStart(this.text, offset), nextLine(this.text, offset)];
      const repair = { description: 'remove the line', safe: true, edits: [{ span, text: '' }] };
      this.problems.push({ ruleId: 'yaml/several-documents', message, start, end, hint: 'remove it', repair });
      return;
    }
    const hint = /^\ufeff?---/.test(this.text)
      ? 'a file describes one artifact: split it, and give the YAML at the head of a Markdown file a file of its own'
      : 'a file describes one artifact: split it';
    this.problems.push({
      ruleId: 'yaml/several-documents',
      message: 'the file holds more than one document',
      start,
      end,
      hint,
    });
  }

  private properties(tokens: readonly CST.SourceToken[]): void {
    for (const token of tokens) {
      if (token.type === 'anchor') {
        const hint = this.text.includes(`*${token.source.slice(1)}`)
          ? 'write the value out where it is used'
          : 'put the text in quotes: a & at its beginning gives a value a name';
        this.refuse('yaml/anchor', `the anchor ${shown(token)} is refused`, token, hint);
      } else if (token.type === 'tag') {
        this.refuse('yaml/tag', `the tag ${shown(token)} is refused`, token, 'remove it; quote what is meant as text');
      }
    }
  }

  private aliasHint(source: string): string {
    const name = source.slice(1);
    if (name === '') return 'a list has dashes: write - instead of *, or put a text that begins with * in quotes';
    if (this.text.includes(`&${name}`)) return 'write the value out';
    return 'put the text in quotes: a * at its beginning refers to an anchor';
  }

  private openQuote(offset: number): void {
    // The quote that is left over is the last one; the one that was not closed may stand further up.
    this.layout ??= { problem: layoutProblem(this.text) };
    const layout = this.layout.problem;
    const isEarlier = layout !== undefined && layout.start < offset && /["']/.test(this.text.charAt(layout.start));
    const start = isEarlier ? layout.start : offset;
    if (this.openQuotes.has(start)) return;
    this.openQuotes.add(start);
    const hint = 'close it, or put a text that holds quotes in the other kind';
    this.problems.push({ ruleId: 'yaml/syntax', message: 'this quote is never closed', start, end: start + 1, hint });
  }

  private refuse(ruleId: string, message: string, token: { offset: number; source: string }, hint: string): void {
    const { offset, source } = token;
    this.problems.push({ ruleId, message, start: offset, end: offset + source.trimEnd().length, hint });
  }
}

/** The composer looks at the last character only, and takes `"a\"` and `'a''` for closed. */
function isClosed({ type, source }: CST.FlowScalar): boolean {
  const last = source.length - 1;
  if (last < 1 || source[last] !== source[0]) return false;
  const escape = type === 'double-quoted-scalar' ? '\\' : "'";
  let before = last - 1;
  while (before > 0 && source[before] === escape) before--;
  return (last - 1 - before) % 2 === 0;
}

/** A token of which not much can be right, for a message. */
function shown(token: { readonly source: string }): string {
  return quoteReceived(token.source, '', 30);
}
