import type { JsonValue } from './json-value.js';
import { appendPointer } from './pointer.js';

/** The first thing wrong with a JSON text, with the offsets it covers. */
export interface JsonProblem {
  readonly ruleId: string;
  readonly message: string;
  readonly hint: string;
  readonly start: number;
  readonly end: number;
  /** Offsets of the first one, where there is one too many. */
  readonly first?: readonly [start: number, end: number];
}

/** Where a member or element stands: offsets of its value and, for a member, of its name with the quotes. */
export interface JsonPlace {
  readonly value: readonly [start: number, end: number];
  readonly key?: readonly [start: number, end: number];
}

export interface ScanOptions {
  readonly maxDepth: number;
  readonly refuseNegativeZero: boolean;
}

/**
 * Reads a JSON text character by character (RFC 8259, within I-JSON, RFC 7493) and names the first violation.
 * Slow beside JSON.parse: it runs only where that refused the text, where something looks suspicious, or to find places.
 */
export function scanJson(text: string, options: ScanOptions): JsonProblem | undefined {
  try {
    new Scanner(text, options).document();
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error.problem;
    throw error;
  }
}

/** The value of a well-formed JSON text, read without JSON.parse. */
export function readSlowly(text: string, maxDepth: number): JsonValue {
  return new Scanner(text, { maxDepth, refuseNegativeZero: false }).document();
}

/** The place of every value of a well-formed JSON text, by RFC 6901 pointer. */
export function locateJson(text: string, maxDepth: number): Map<string, JsonPlace> {
  const places = new Map<string, JsonPlace>();
  const scanner = new Scanner(text, { maxDepth, refuseNegativeZero: false }, places);
  scanner.document();
  return places;
}

class Problem extends Error {
  constructor(readonly problem: JsonProblem) {
    super(problem.message);
  }
}

const numberToken = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const plainCharacters = /[^"\\\u0000-\u001f\ud800-\udfff]*/y;

class Scanner {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly options: ScanOptions,
    private readonly places?: Map<string, JsonPlace>,
  ) {}

  document(): JsonValue {
    if (this.text.charCodeAt(0) === 0xfeff) {
      this.refuse(
        'json/byte-order-mark',
        'the text starts with a byte order mark',
        0,
        1,
        'save the file as UTF-8 without BOM',
      );
    }
    this.space();
    const value = this.value('', 1);
    this.space();
    if (this.at < this.text.length) {
      this.syntax('more text follows the end of the JSON value', 'a document is one JSON value: remove the rest');
    }
    return value;
  }

  private value(pointer: string, depth: number, key?: readonly [number, number]): JsonValue {
    const start = this.at;
    const value = this.unplacedValue(pointer, depth);
    this.places?.set(pointer, key ? { value: [start, this.at], key } : { value: [start, this.at] });
    return value;
  }

  private unplacedValue(pointer: string, depth: number): JsonValue {
    const character = this.text[this.at];
    if (character === '{') return this.object(pointer, depth);
    if (character === '[') return this.array(pointer, depth);
    if (character === '"') return this.string();
    if (character === '-' || (character !== undefined && character >= '0' && character <= '9')) return this.number();
    if (this.literal('true')) return true;
    if (this.literal('false')) return false;
    if (this.literal('null')) return null;
    return this.noValue();
  }

  private object(pointer: string, depth: number): JsonValue {
    this.nest(depth);
    const members = new Map<string, JsonValue>();
    // In the order of the members.
    const names: Array<readonly [start: number, end: number]> = [];
    this.at++;
    this.space();
    if (this.text[this.at] === '}') {
      this.at++;
      return {};
    }
    for (;;) {
      const start = this.at;
      if (this.text[start] !== '"') this.syntax('expected a member name in double quotes', 'write "name": value');
      const name = this.string();
      const key = [start, this.at] as const;
      if (members.has(name)) {
        this.refuse(
          'json/duplicate-member',
          `the member ${this.text.slice(start, Math.min(this.at, start + 80))} appears twice in this object`,
          ...key,
          'keep one of them: readers disagree on which one counts (RFC 7493 section 2.3)',
          names[[...members.keys()].indexOf(name)],
        );
      }
      names.push(key);
      if (name === '__proto__') {
        this.refuse('json/prototype-member', 'a member named "__proto__" is refused', ...key, 'rename the member');
      }
      this.space();
      if (this.text[this.at] !== ':') this.syntax('expected ":" after the member name', 'write "name": value');
      this.at++;
      this.space();
      members.set(name, this.value(this.places ? appendPointer(pointer, name) : '', depth + 1, key));
      this.space();
      // Defined, not assigned: Object.prototype may have a setter of that name, or be frozen.
      if (this.next('}', 'object')) return Object.fromEntries(members);
      if (this.text[this.at] === '}')
        this.syntax('a comma is followed by the end of the object', 'remove the last comma');
    }
  }

  private array(pointer: string, depth: number): JsonValue {
    this.nest(depth);
    const items: JsonValue[] = [];
    this.at++;
    this.space();
    if (this.text[this.at] === ']') {
      this.at++;
      return items;
    }
    for (let index = 0; ; index++) {
      items.push(this.value(this.places ? appendPointer(pointer, index) : '', depth + 1));
      this.space();
      if (this.next(']', 'array')) return items;
      if (this.text[this.at] === ']')
        this.syntax('a comma is followed by the end of the array', 'remove the last comma');
    }
  }

  /** After a member or element: true at the closing character, false after a comma. */
  private next(close: string, what: string): boolean {
    const character = this.text[this.at];
    if (character === close) {
      this.at++;
      return true;
    }
    if (character !== ',')
      this.syntax(`expected "," or "${close}" in this ${what}`, 'a comma or a closing bracket is missing');
    this.at++;
    this.space();
    return false;
  }

  private nest(depth: number): void {
    if (depth > this.options.maxDepth) {
      const message = `nested deeper than ${this.options.maxDepth} levels`;
      this.refuse('json/nesting', message, this.at, this.at + 1, 'flatten the document: no passport needs this depth');
    }
  }

  private string(): string {
    const start = this.at;
    this.at++;
    for (;;) {
      plainCharacters.lastIndex = this.at;
      plainCharacters.test(this.text);
      this.at = plainCharacters.lastIndex;
      const code = this.text.charCodeAt(this.at);
      if (code === 0x22) {
        this.at++;
        // The token has been checked: unescaping is all that is left to JSON.parse.
        return JSON.parse(this.text.slice(start, this.at)) as string;
      }
      if (code === 0x5c) this.escape();
      else if (code >= 0xd800 && code <= 0xdbff && isLowSurrogate(this.text.charCodeAt(this.at + 1))) this.at += 2;
      else if (code >= 0xd800 && code <= 0xdfff) this.loneSurrogate(this.at, this.at + 1);
      else if (code < 0x20) {
        const escape = `\\u${code.toString(16).padStart(4, '0')}`;
        this.syntax(
          `a control character (U+00${escape.slice(4).toUpperCase()}) stands in a string`,
          `write it as ${escape}`,
        );
      } else {
        this.refuse('json/syntax', 'the string is not closed', start, this.at, 'add the closing double quote');
      }
    }
  }

  private escape(): void {
    const start = this.at;
    const kind = this.text[start + 1];
    if (kind !== undefined && '"\\/bfnrt'.includes(kind)) {
      this.at += 2;
      return;
    }
    const unit = this.unicodeEscape(start);
    if (unit === undefined) {
      this.syntax(
        'an unknown escape sequence stands in a string',
        'JSON knows \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\uXXXX',
      );
    }
    this.at += 6;
    if (unit >= 0xd800 && unit <= 0xdfff) {
      const low = unit <= 0xdbff ? this.unicodeEscape(this.at) : undefined;
      if (!isLowSurrogate(low)) this.loneSurrogate(start, start + 6);
      this.at += 6;
    }
  }

  private unicodeEscape(at: number): number | undefined {
    const match = /^\\u([0-9a-fA-F]{4})$/.exec(this.text.slice(at, at + 6));
    return match ? Number.parseInt(match[1] as string, 16) : undefined;
  }

  private loneSurrogate(start: number, end: number): never {
    const hint = 'write the whole character: UTF-16 surrogates come in pairs (RFC 7493 section 2.1)';
    this.refuse('json/lone-surrogate', 'half of a surrogate pair stands alone in a string', start, end, hint);
  }

  private number(): number {
    numberToken.lastIndex = this.at;
    const token = numberToken.exec(this.text)?.[0];
    const following = this.text[this.at + (token?.length ?? 0)];
    if (token === undefined || (following !== undefined && /[0-9.eE+\-\w]/.test(following))) {
      this.syntax(
        'this is not a JSON number',
        'no leading zero or plus, digits on both sides of the point, no hexadecimal',
      );
    }
    const start = this.at;
    this.at += token.length;
    const problem = numberProblem(token, this.options.refuseNegativeZero);
    if (problem) this.refuse(problem.ruleId, problem.message, start, this.at, problem.hint);
    return Number(token);
  }

  private literal(word: string): boolean {
    if (!this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  private noValue(): never {
    if (this.at >= this.text.length)
      this.syntax('the text ends where a value is expected', 'the file may be cut short');
    if (this.text[this.at] === "'") this.syntax('expected a value', 'JSON strings take double quotes');
    if (this.text[this.at] === '/') this.syntax('expected a value', 'JSON has no comments');
    this.syntax('expected a value', 'a value is an object, array, string, number, true, false or null');
  }

  private space(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.at++;
    }
  }

  private syntax(message: string, hint: string): never {
    this.refuse('json/syntax', message, this.at, Math.min(this.at + 1, this.text.length), hint);
  }

  private refuse(
    ruleId: string,
    message: string,
    start: number,
    end: number,
    hint: string,
    first?: JsonProblem['first'],
  ): never {
    throw new Problem({ ruleId, message, start, end, hint, ...(first && { first }) });
  }
}

function isLowSurrogate(code: number | undefined): boolean {
  return code !== undefined && code >= 0xdc00 && code <= 0xdfff;
}

/**
 * What is lost when a JSON number token becomes a binary64 (RFC 7493 section 2.2), if anything that matters is.
 * Refused: beyond the range; zero where the text is not zero; from 2^53 on, a token that does not come back
 * digit for digit; below, more than the 17 significant digits that a binary64 can tell apart.
 * A fraction of up to 17 digits is rounded to the nearest binary64, as RFC 8785 section 3.2.2.3 has it.
 */
export function numberProblem(
  token: string,
  refuseNegativeZero: boolean,
): Pick<JsonProblem, 'ruleId' | 'message' | 'hint'> | undefined {
  const value = Number(token);
  const shown = token.length > 40 ? `${token.slice(0, 39)}…` : token;
  if (!Number.isFinite(value)) {
    const message = `the number ${shown} is beyond the range of a binary64`;
    return { ruleId: 'json/number-range', message, hint: 'write it as a string if it must be kept' };
  }
  const written = decimal(token);
  if (value === 0 && written.digits === '') {
    if (!token.startsWith('-') || !refuseNegativeZero) return undefined;
    return { ruleId: 'json/negative-zero', message: 'negative zero does not survive signing', hint: 'write 0' };
  }
  const kept = decimal(String(value));
  if (value !== 0 && written.digits === kept.digits && written.exponent === kept.exponent) return undefined;
  if (value !== 0 && Math.abs(value) < 2 ** 53 && written.digits.length <= 17) return undefined;
  return {
    ruleId: 'json/number-precision',
    message: `the number ${shown} would become ${value}`,
    hint: 'numbers are binary64 (integers up to 2^53 exactly): write it as a string if every digit counts',
  };
}

/** A decimal token as 0.DIGITS × 10^exponent, without leading or trailing zeros; zero has no digits. */
function decimal(token: string): { readonly digits: string; readonly exponent: number } {
  const [mantissa = '', power = '0'] = token.replace(/^-/, '').toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const all = whole + fraction;
  const digits = all.replace(/^0+/, '');
  const exponent = whole.length - (all.length - digits.length) + Number(power);
  // By hand: /0+$/ tries again from every zero, which takes minutes on a number with a million of them.
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === 0x30) end--;
  return { digits: digits.slice(0, end), exponent: digits === '' ? 0 : exponent };
}
