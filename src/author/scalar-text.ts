import { printable, printableJson } from '../encoding/printable.js';

/** A stretch of a text, by offsets. */
export type Span = readonly [start: number, end: number];

// What the core schema of YAML 1.2 takes for something else than text (section 10.3.2).
const otherThanText =
  /^(?:null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** The ways to write a text as a scalar in place of another, the first as near to that one's style as can be. */
export function scalarsLike(replaced: string, text: string, place: { json: boolean; flow: boolean }): string[] {
  const double = printableJson(text);
  if (place.json || replaced.startsWith('"')) return [double];
  if (replaced.startsWith("'")) return [single(text) ?? double];
  return !/^[|>]/.test(replaced) && isPlain(text, place.flow) ? [text, double] : [double];
}

/** Quotes around what is written, which stays letter for letter; undefined where no quotes can do that. */
export function quoted(written: string, json: boolean): string | undefined {
  if (!/["\\]/.test(written)) return `"${written}"`;
  return json ? undefined : single(written);
}

/** What puts quotes around a text that is written without any, as insertions; undefined where no quotes can do that. */
export function quotingEdits(written: string, start: number): Array<{ span: Span; text: string }> | undefined {
  if (written === '' || printable(written) !== written) return undefined;
  const end = start + written.length;
  const mark = /["\\]/.test(written) ? "'" : '"';
  const insert = (at: number, text: string): { span: Span; text: string } => ({ span: [at, at], text });
  const doubled = mark === "'" ? [...written.matchAll(/'/g)].map(({ index }) => insert(start + index, "'")) : [];
  const first = doubled[0]?.span[0] === start ? doubled.shift() : undefined;
  return [insert(start, mark + (first ? "'" : '')), ...doubled, insert(end, mark)];
}

function single(text: string): string | undefined {
  return printable(text) === text ? `'${text.replaceAll("'", "''")}'` : undefined;
}

/** Whether a text needs no quotes, and looks as if it needed none: some that YAML would take are quoted all the same. */
function isPlain(text: string, flow: boolean): boolean {
  return (
    /^[^\s?:,[\]{}#&*!|>'"%@`=<~.-]/.test(text) &&
    !/\s$|:$|: | #|\t/.test(text) &&
    !otherThanText.test(text) &&
    !(flow && /[,[\]{}]/.test(text)) &&
    printable(text) === text
  );
}

/** One character of a scalar as it is written, raw or escaped, and the character that it stands for. */
interface Atom {
  readonly span: Span;
  readonly character: string;
}

// YAML 1.2 section 5.7; JSON's are among them.
const namedEscapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

const escapeOrCharacter =
  /(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|U([0-9a-fA-F]{8})|([^]))|[^]/gu;

/**
 * Where the characters at some offsets of a text stand in the scalar that it is written as, each by itself; undefined
 * where that cannot be told.
 * @param scalar with its quotes
 * @param offsets of whole characters, ascending
 */
export function spansOf(scalar: string, text: string, offsets: readonly number[]): Span[] | undefined {
  const wanted = new Set(offsets);
  const kinds = new Set(offsets.map((offset) => characterAt(text, offset)));
  // What becomes of line breaks and spaces is no matter: as many as the text has of each kind are written.
  const written = atomsOf(scalar).filter(({ character }) => kinds.has(character));
  const read: Atom[] = [];
  for (let at = 0; at < text.length;) {
    const character = characterAt(text, at);
    if (kinds.has(character)) read.push({ span: [at, at + character.length], character });
    at += character.length;
  }
  if (read.length !== written.length) return undefined;
  const spans: Span[] = [];
  for (const [index, { span, character }] of read.entries()) {
    const atom = written[index] as Atom;
    if (atom.character !== character) return undefined;
    if (wanted.has(span[0])) spans.push(atom.span);
  }
  return spans;
}

/**
 * Where a stretch of a text stands in the scalar that it is written as, line breaks and escapes included; undefined
 * where that cannot be told.
 * @param scalar with its quotes, and nothing behind it
 */
export function spanWithin(scalar: string, text: string, [start, end]: Span): Span | undefined {
  // White space is what folding changes: the first and last that is none of it are the ends.
  const offsets: number[] = [];
  for (let at = start; at < end; at += characterAt(text, at).length) {
    if (!/[ \t\n]/.test(text.charAt(at))) offsets.push(at);
  }
  const spans = spansOf(scalar, text, offsets);
  const [first, last] = [spans?.[0], spans?.at(-1)];
  return first && last && spans?.length === offsets.length ? [first[0], last[1]] : undefined;
}

function characterAt(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) ?? 0);
}

function atomsOf(scalar: string): Atom[] {
  const atoms: Atom[] = [];
  if (!scalar.startsWith('"')) {
    // Between single quotes a quote is doubled; the header of a block scalar may have a comment behind it.
    const isSingle = scalar.startsWith("'");
    const from = isSingle ? 1 : /^[|>]/.test(scalar) ? scalar.indexOf('\n') + 1 : 0;
    const inner = isSingle ? scalar.slice(from, -1) : scalar.slice(from);
    for (const { 0: source, index } of inner.matchAll(isSingle ? /''|[^]/gu : /[^]/gu)) {
      const at = from + index;
      atoms.push({ span: [at, at + source.length], character: source === "''" && isSingle ? "'" : source });
    }
    return atoms;
  }
  for (const { 0: source, 1: pair, 2: four, 3: two, 4: eight, 5: name, index } of scalar
    .slice(0, -1)
    .matchAll(escapeOrCharacter)) {
    if (index === 0) continue;
    const span: Span = [index, index + source.length];
    const code = Number.parseInt(four ?? two ?? eight ?? '', 16);
    if (pair !== undefined) atoms.push({ span, character: JSON.parse(`"${pair}"`) as string });
    else if (name !== undefined) atoms.push({ span, character: namedEscapes[name] ?? name });
    else if (!Number.isNaN(code)) atoms.push({ span, character: code > 0x10ffff ? '' : String.fromCodePoint(code) });
    else atoms.push({ span, character: source });
  }
  return atoms;
}
