import { parseText } from '../author/authored-text.js';
import { MAX_CHARACTERS } from '../author/yaml.js';
import { type Diagnostic, diagnose, isError } from '../diagnostic.js';
import { isObject, type JsonObject } from '../encoding/json-value.js';
import { rangeAt } from '../encoding/position.js';
import { quote } from '../encoding/printable.js';
import type { ImportedFile } from './importer.js';
import { cannotImport } from './json-file.js';

export interface FrontMatter {
  /** What stands between the two lines of dashes; nothing where they are not there. */
  readonly data: JsonObject;
  /** What stands behind them. */
  readonly body: string;
  readonly diagnostics: readonly Diagnostic[];
}

// The dashes alone, as hubs have it: a word behind them names a language that some readers would run.
const opening = /^\ufeff?---[ \t]*(?:\r?\n|$)/;
const closing = /\n---[ \t]*(?:\r?\n|$)/g;
const named = /^\ufeff?(?:---[ \t]*[^\s-][^\r\n]*|;;;|\+\+\+)/;

/** Whether a text has front matter in YAML; it is not read. */
export function hasFrontMatter(text: string): boolean {
  return opening.test(text);
}

/**
 * The front matter of a Markdown file: cut out by its dashes and read as strictly as a source, never run.
 * @param used keys that are of use. Where others alone cannot be read strictly, they are passed over, and that is said.
 * @throws PassportError ERR_INVALID_IMPORT
 */
export function readFrontMatter({ file, text }: ImportedFile, what: string, used: readonly string[]): FrontMatter {
  const opened = opening.exec(text)?.[0];
  if (opened === undefined) {
    if (named.test(text)) {
      const line = /^[^\r\n]*/.exec(text)?.[0] ?? '';
      throw cannotImport(file, what, [
        diagnose({
          ruleId: 'import/unreadable',
          severity: 'error',
          message: `its front matter begins with ${quote(line)}, and only YAML between lines of three dashes is read`,
          hint: 'write --- and nothing else into that line, and YAML below it',
          file,
          range: rangeAt(text, 0, line.length),
        }),
      ]);
    }
    return { data: {}, body: text, diagnostics: [] };
  }
  closing.lastIndex = opened.length - 1;
  const end = closing.exec(text);
  if (end === null) {
    throw cannotImport(file, what, [
      diagnose({
        ruleId: 'import/unreadable',
        severity: 'error',
        message: 'its front matter has no end',
        hint: 'write a line of three dashes behind it',
        file,
        range: rangeAt(text, 0, opened.trimEnd().length),
      }),
    ]);
  }
  // Spaces for the dashes: so every place in the cut is the same in the file.
  const cut = `${opened.replaceAll(/[^\r\n]/g, ' ')}${text.slice(opened.length, end.index + 1)}`;
  return { ...readCut(cut, file, what, used), body: text.slice(end.index + end[0].length) };
}

function readCut(cut: string, file: string, what: string, used: readonly string[]): Omit<FrontMatter, 'body'> {
  if (/^\s*$/.test(cut)) return { data: {}, diagnostics: [] };
  const whole = parseText(cut, 'front matter', file);
  if (isObject(whole.value)) return { data: whole.value, diagnostics: [] };
  const errors = whole.diagnostics.filter(isError);
  if (errors.length > 0 && whole.notGiven === 0 && errors.every(({ ruleId }) => forgiven.has(ruleId))) {
    const lenient = withoutUnused(cut, used);
    const rest = parseText(lenient.text, 'front matter', file);
    if (lenient.passedOver.length > 0 && isObject(rest.value)) {
      const passedOver = diagnose({
        ruleId: 'import/left-out',
        severity: 'warning',
        message: `${lenient.passedOver.map((key) => quote(key)).join(', ')} cannot be read strictly, and nothing of it is needed: ${errors[0]?.message ?? ''}`,
        file,
        range: errors[0]?.range,
      });
      return { data: rest.value, diagnostics: [passedOver] };
    }
  }
  if (errors.length > 0) throw cannotImport(file, what, errors);
  throw cannotImport(file, what, [
    diagnose({
      ruleId: 'import/unreadable',
      severity: 'error',
      message: 'its front matter is no mapping of keys to values',
      hint: 'write key: value, one a line',
      file,
      range: rangeAt(cut, 0, 0),
    }),
  ]);
}

/** What tables of results and features have that a source may not; what could change a meaning is not among them. */
const forgiven: ReadonlySet<string> = new Set([
  ...['yaml/number-precision', 'yaml/number-range', 'yaml/not-a-number', 'yaml/negative-zero'],
  ...['yaml/non-text-key', 'yaml/too-large'],
]);

/** The text with everything blank that belongs to a key of no use: by its indentation, as YAML has it. */
function withoutUnused(
  text: string,
  used: readonly string[],
): { readonly text: string; readonly passedOver: string[] } {
  const passedOver: string[] = [];
  if (text.length > MAX_CHARACTERS) return { text, passedOver };
  let blank = false;
  const lines = text.split(/(?<=\n)/).map((line) => {
    const key = /^(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^\s#'"-][^:\r\n]*)):(?=\s|$)/.exec(line);
    if (key !== null) {
      const name = (key[1] ?? key[2] ?? key[3] ?? '').trim();
      blank = !used.includes(name);
      if (blank) passedOver.push(name);
    }
    return blank ? line.replaceAll(/[^\r\n]/g, ' ') : line;
  });
  return { text: lines.join(''), passedOver };
}
