import { Composer, type CST, isMap, isScalar, isSeq, Lexer, type ParsedNode, Parser, type YAMLError } from 'yaml';
import { compareDiagnostics, type Diagnostic, diagnose, type Fix, type Range } from '../diagnostic.js';
import { type JsonValue, MAX_DEPTH } from '../encoding/json-value.js';
import { numberProblem } from '../encoding/json-scanner.js';
import { appendPointer } from '../encoding/pointer.js';
import { printable } from '../encoding/printable.js';
import { endOfMembers, lineTable } from '../encoding/position.js';
import type { Locate } from '../validate/finding.js';
import { quoteReceived } from '../validate/received.js';
import { secret } from '../validate/rules/secret.js';
import { MAX_DIAGNOSTICS } from './more-problems.js';
import { lineStart, spliceText } from './edits.js';
import { quotingEdits } from './scalar-text.js';
import type { Repair, SyntaxProblem } from './yaml-problem.js';
import { surveyTokens, type TokenProblem, tooDeeplyNested } from './yaml-tokens.js';
import { syntaxProblems, templateProblem } from './yaml-syntax.js';
import { fenced, lookalikes, onlyCarriageReturns } from './yaml-whole.js';

export interface ParsedYaml {
  /** The value, unless there is an error among the diagnostics. */
  readonly value: JsonValue | undefined;
  /** No more than `MAX_DIAGNOSTICS`. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many more errors there are. */
  readonly notGiven: number;
  readonly locate: Locate;
  readonly comments: readonly Comment[];
}

export interface Comment {
  /** With its `#`. */
  readonly text: string;
  /** Offset of the `#`. */
  readonly offset: number;
  /** Pointer of the text without quotes that it puts an end to, on the same line. */
  readonly behind?: string | undefined;
}

// A source is written by hand; the seed of the format, a long one, has 22 KB.
export const MAX_CHARACTERS = 1 << 20;
// Keys, values, signs, comments and line breaks, each of which costs some microseconds: the seed has 840, and two
// hundred long capabilities have fewer than this.
export const MAX_TOKENS = 60_000;

/**
 * A YAML 1.2 text as a JSON value, strictly: one document, core schema, no directives, tags, anchors, aliases or merge
 * keys, text keys, each once, and numbers that a binary64 holds. What is refused says where and why.
 * @param file the name for diagnostics
 */
export function parseYaml(text: string, file?: string): ParsedYaml {
  return new YamlReader(text, file, Math.min(MAX_READINGS, Math.floor(BUDGET / (text.length + 1)))).read();
}

/** The same of YAML and of JSON. */
export const tooManyTokens = {
  message: 'the file has more than 60,000 keys, values and signs',
  hint: 'describe one artifact a file',
};

interface Place {
  readonly key: readonly [number, number];
  readonly value: readonly [number, number];
}

type Span = readonly [start: number, end: number];

// What is read again, in characters, to find the fixes for what keeps a text from being YAML.
const BUDGET = 1 << 18;
const MAX_READINGS = 24;
const MAX_EDITS = 20_000;

const SCALAR = '\u001f';
// What the lexer adds to the text of its own: beginning and end of the document, end of a flow collection, scalar.
const control: ReadonlySet<string> = new Set(['\u0002', '\u0018', SCALAR]);

class YamlReader {
  private readonly at: ReturnType<typeof lineTable>;
  private readonly diagnostics: Diagnostic[] = [];
  private readonly places = new Map<string, Place>();
  private readonly comments: Comment[] = [];
  /** Pointers of texts without quotes, by the offset behind them. */
  private readonly plainTexts = new Map<number, string>();
  /** What would mend a diagnostic, by its number. */
  private readonly repairs = new Map<number, Repair>();
  /** Errors beyond those that are kept. */
  private notGiven = 0;

  constructor(
    private readonly text: string,
    private readonly file: string | undefined,
    /** How often a text like it may be read to see what becomes of a repair; not for a text that is one. */
    private readings: number,
  ) {
    this.at = lineTable(text);
  }

  read(): ParsedYaml {
    const value = this.value();
    this.offerFixes();
    const failed = this.diagnostics.some(({ severity }) => severity === 'error');
    const locate: Locate = (pointer, part = 'value') => {
      const place = this.places.get(pointer);
      if (part !== 'end') return place && this.range(...place[part]);
      const end = place && endOfMembers(this.text, ...place.value);
      return end === undefined ? undefined : this.range(end, end);
    };
    const comments = this.comments.map((comment) => ({ ...comment, behind: this.textBefore(comment.offset) }));
    const diagnostics = this.diagnostics.toSorted(compareDiagnostics);
    return { value: failed ? undefined : value, diagnostics, notGiven: this.notGiven, locate, comments };
  }

  private textBefore(offset: number): string | undefined {
    let end = offset;
    while (end > 0 && ' \t'.includes(this.text.charAt(end - 1))) end--;
    return this.plainTexts.get(end);
  }

  private value(): JsonValue | undefined {
    if (this.text.length > MAX_CHARACTERS) {
      this.refuse('too-large', 'the file has more than 1,048,576 characters', 0, 0, 'describe one artifact a file');
      return undefined;
    }
    const tokens = this.tokens();
    // Before anything is composed: an alias is never followed and deep nesting never entered.
    for (const problem of surveyTokens(this.text, tokens)) this.refuseProblem(problem);
    if (this.diagnostics.length > 0) {
      const fence = fenced(this.text);
      if (fence) this.onlyProblem(fence);
      return undefined;
    }
    // Only an explicit schema holds: a directive would change what `no` or a date means even with a version set.
    const composer = new Composer({ schema: 'core', version: '1.2', uniqueKeys: false, prettyErrors: false });
    const [document] = [...composer.compose(tokens, true, this.text.length)];
    this.syntaxErrors(document?.errors ?? []);
    if (this.diagnostics.length > 0) return undefined;
    if (!document?.contents || (isScalar(document.contents) && document.contents.value === null)) {
      // All of it is one line, and that a comment.
      const problem = onlyCarriageReturns(this.text);
      if (problem) {
        this.onlyProblem(problem);
        return undefined;
      }
      this.refuse('empty', 'the file is empty', 0, 0, 'write what belongs into it');
      return undefined;
    }
    // A text of many lines is what a file without one right colon is.
    const colons = isScalar(document.contents) ? lookalikes(this.text, -1, (text) => this.reads(text)) : undefined;
    if (colons) {
      this.onlyProblem(colons);
      return undefined;
    }
    return this.node(document.contents as ParsedNode, '', undefined);
  }

  /** The parser is driven lexeme by lexeme, to stop it where it has nested too deep: that takes it quadratic time. */
  private tokens(): CST.Token[] {
    const parser = new Parser();
    const tokens: CST.Token[] = [];
    let errors = 0;
    let offset = 0;
    let count = 0;
    let isScalar = false;
    for (const lexeme of new Lexer().lex(this.text)) {
      // The lexer announces the text of a scalar, in which a # is only a character, by a control character.
      if (lexeme[0] === '#' && !isScalar) this.comments.push({ text: lexeme, offset });
      isScalar = lexeme === SCALAR;
      if (!control.has(lexeme)) {
        offset += lexeme.length;
        if ((isBlank(lexeme) ? count : ++count) > MAX_TOKENS) {
          this.refuse('too-large', tooManyTokens.message, offset, offset, tooManyTokens.hint);
          return [];
        }
      }
      for (const token of parser.next(lexeme)) {
        tokens.push(token);
        if (token.type === 'error') errors++;
      }
      if (errors > MAX_DIAGNOSTICS) break;
      // An entry is at least the half of a level.
      if (parser.stack.length > 2 * MAX_DEPTH + 4) {
        const tooDeep = parser.stack.filter((token) => 'items' in token)[MAX_DEPTH];
        if (tooDeep) {
          this.refuseProblem(tooDeeplyNested(tooDeep.offset));
          return [];
        }
      }
    }
    tokens.push(...parser.end());
    return tokens;
  }

  // --- nodes ------------------------------------------------------------------------------------------------------

  private node(node: ParsedNode, pointer: string, key: readonly [number, number] | undefined): JsonValue {
    const value: readonly [number, number] = [node.range[0], node.range[1]];
    this.places.set(pointer, { key: key ?? value, value });
    if (isScalar(node) && node.type === 'PLAIN' && typeof node.value === 'string') {
      this.plainTexts.set(value[1], pointer);
    }
    if (isMap(node)) return this.map(node as ParsedNode & { items: readonly PairNode[] }, pointer);
    if (isSeq(node)) {
      return node.items.map((item, index) => this.node(item as ParsedNode, appendPointer(pointer, index), undefined));
    }
    return this.scalar(node);
  }

  private map(node: { items: readonly PairNode[] }, pointer: string): JsonValue {
    // Made into an object at once: an assignment would ask Object.prototype, which others may have changed.
    const members: Array<[name: string, value: JsonValue]> = [];
    const first = new Map<string, readonly [start: number, end: number]>();
    for (const [index, { key, value }] of node.items.entries()) {
      const range: readonly [number, number] = [key.range[0], key.range[1]];
      const name = isScalar(key) ? key.value : undefined;
      if (typeof name !== 'string') {
        if (this.isTemplate(range)) continue;
        this.refuse('non-text-key', 'a key is not text', ...range, 'put the key in quotes');
        continue;
      }
      if (first.has(name) && this.beginsEntry(node.items, index, first)) first.clear();
      const before = first.get(name);
      if (before !== undefined) {
        const { line } = this.position(before[0]);
        const message = `the key ${quoteReceived(name, '')} stands twice in this mapping, first on line ${line}`;
        this.refuse('duplicate-key', message, ...range, 'keep one of them', { first: before });
        continue;
      }
      first.set(name, range);
      if (name === '<<' && isScalar(key) && key.type === 'PLAIN') {
        this.refuse('merge-key', 'the merge key << is refused', ...range, 'write the keys out');
      } else if (name === '__proto__') {
        this.refuse('prototype-key', 'a key named __proto__ is refused', ...range, 'rename it');
      } else {
        const at = appendPointer(pointer, name);
        // A key without a value has none to point at.
        if (!value) this.places.set(at, { key: range, value: range });
        members.push([name, value ? this.node(value, at, range) : null]);
      }
    }
    return Object.fromEntries(members);
  }

  /** The first key of an entry once more, and others after it: what is missing is a dash. */
  private beginsEntry(items: readonly PairNode[], index: number, seen: ReadonlyMap<string, Span>): boolean {
    const [opening, repeated] = [items[0]?.key, items[index]?.key];
    if (!opening || !repeated || textOf(opening) !== textOf(repeated)) return false;
    let hasOthers = false;
    for (let next = index + 1; next < items.length && !hasOthers; next++) {
      const name = textOf((items[next] as PairNode).key);
      if (name === textOf(opening)) break;
      hasOthers = name !== undefined && seen.has(name);
    }
    if (!hasOthers) return false;
    const start = opening.range[0];
    const dash = /-[ ]{1,20}$/.exec(this.text.slice(lineStart(this.text, start), start));
    if (!dash) return false;
    const [from, to] = [repeated.range[0], repeated.range[1]];
    const at = from - dash[0].length;
    const message = `the key ${quoteReceived(textOf(repeated) ?? '', '')} begins another entry here, and there is no dash in front of it`;
    const repair = {
      description: 'put a dash in front',
      safe: true,
      edits: [{ span: [at, at + 1] as Span, text: '-' }],
    };
    this.refuse('duplicate-key', message, from, to, 'put a dash in front, in the column of the one above', {
      first: [start, opening.range[1]],
      repair: this.text.slice(at, from).trim() === '' ? repair : undefined,
    });
    return true;
  }

  /** @param key a mapping in braces that stands in braces */
  private isTemplate([start, end]: Span): boolean {
    const [written] = /^\{\{[^{}\n]{0,200}\}\}/.exec(this.text.slice(start - 1, start + 210)) ?? [];
    if (written === undefined || start - 1 + written.length < end) return false;
    const from = start - 1;
    const { message, hint } = templateProblem(written);
    const edits = quotingEdits(written, from);
    const repair = edits && { description: 'put it in quotes', safe: false, edits };
    this.refuse('non-text-key', message, from, from + written.length, hint, { repair });
    return true;
  }

  private scalar(node: ParsedNode): JsonValue {
    const value: unknown = isScalar(node) ? node.value : undefined;
    const range: readonly [number, number] = [node.range[0], node.range[1]];
    if (typeof value === 'number') {
      const source = (isScalar(node) && node.source) || String(value);
      if (!Number.isFinite(value) && !/\d/.test(source)) {
        this.refuse(
          'not-a-number',
          `${source} is not a number a passport can hold`,
          ...range,
          'put it in quotes if text is meant',
        );
        return value;
      }
      const problem = /^0[ox]/.test(source)
        ? Number.isSafeInteger(value)
          ? undefined
          : {
              ruleId: 'json/number-precision',
              message: `the number ${source} would become ${value}`,
              hint: 'write it as text',
            }
        : numberProblem(source.replace(/^\+/, ''), true);
      // The same three things can be wrong with a number as in JSON.
      if (problem) this.refuse(problem.ruleId.slice('json/'.length), problem.message, ...range, problem.hint);
      return value;
    }
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    this.refuse('unknown-value', 'this is not text, a number, true, false or null', ...range, 'put it in quotes');
    return null;
  }

  // --- diagnostics ------------------------------------------------------------------------------------------------

  private syntaxErrors(errors: readonly YAMLError[]): void {
    this.syntaxProblems(syntaxProblems(this.text, errors, (text) => this.reads(text)));
  }

  /** What throws off the whole text, said instead of all that follows from it. */
  private onlyProblem(problem: SyntaxProblem): void {
    this.diagnostics.length = 0;
    this.repairs.clear();
    this.notGiven = 0;
    this.syntaxProblems([problem]);
  }

  private reads(text: string): boolean {
    return this.mistakesIn(text)?.length === 0;
  }

  private syntaxProblems(problems: readonly SyntaxProblem[]): void {
    // The words may repeat what is written, and a secret may be a part of that.
    const isSecret = problems.length > 0 && secret.find(this.text) !== undefined;
    const said = problems.map(({ message, hint }) => {
      return isSecret
        ? { message: 'this is not well-formed YAML', hint: 'check quotes and indentation' }
        : { message: printable(message), hint: printable(hint) };
    });
    for (const [index, { start, end, repair }] of problems.entries()) {
      const { message, hint } = said[index] as (typeof said)[number];
      this.refuse('syntax', message, start, end, hint, { repair });
    }
  }

  /** Once all is known that is wrong: a repair must leave the rest as it is. */
  private offerFixes(): void {
    for (const [index, repair] of this.repairs) {
      const fix = this.tried(
        repair,
        this.diagnostics.flatMap((other, at) => (at === index ? [] : mistakeOf(other))),
      );
      if (fix) this.diagnostics[index] = { ...(this.diagnostics[index] as Diagnostic), fix };
    }
  }

  /** What is wrong with a text that is like this one; undefined where that has been asked often enough. */
  private mistakesIn(text: string): string[] | undefined {
    if (this.readings <= 0) return undefined;
    this.readings--;
    return new YamlReader(text, undefined, 0).read().diagnostics.map(mistakeOf);
  }

  /** A repair that leaves nothing wrong but what was wrong elsewhere. */
  private tried(repair: Repair, others: readonly string[]): Fix | undefined {
    const mistakes = repair.edits.length > MAX_EDITS ? undefined : this.mistakesIn(spliceText(this.text, repair.edits));
    if (!mistakes) return undefined;
    const left = [...others];
    for (const mistake of mistakes) {
      const index = left.indexOf(mistake);
      if (index === -1) return undefined;
      left.splice(index, 1);
    }
    const edits = repair.edits.map(({ span, text }) => ({ range: this.range(...span), text }));
    return { description: repair.description, safe: repair.safe, edits };
  }

  private refuseProblem({ ruleId, message, start, end, hint, repair }: TokenProblem): void {
    this.refuse(ruleId.slice('yaml/'.length), message, start, end, hint, { repair });
  }

  /** `first` are the offsets of the first one, where there is one too many. */
  private refuse(
    rule: string,
    message: string,
    start: number,
    end: number,
    hint: string,
    { first, repair }: { readonly first?: Span | undefined; readonly repair?: Repair | undefined } = {},
  ): void {
    if (this.diagnostics.length >= MAX_DIAGNOSTICS) {
      this.notGiven++;
      return;
    }
    const range = this.range(start, Math.max(start, Math.min(end, this.text.length)));
    if (repair) this.repairs.set(this.diagnostics.length, repair);
    const related = first && [{ message: 'the first one', range: this.range(...first) }];
    this.diagnostics.push(
      diagnose({ ruleId: `yaml/${rule}`, severity: 'error', message, hint, range, file: this.file, related }),
    );
  }

  private range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  private position(offset: number): Range['start'] {
    return this.at(offset);
  }
}

function mistakeOf({ ruleId, message }: Diagnostic): string {
  return `${ruleId} ${message}`;
}

function textOf(key: ParsedNode): string | undefined {
  return isScalar(key) && typeof key.value === 'string' ? key.value : undefined;
}

interface PairNode {
  readonly key: ParsedNode;
  readonly value: ParsedNode | null;
}

function isBlank(lexeme: string): boolean {
  const first = lexeme.charCodeAt(0);
  return first === 32 || first === 9;
}
