import { compareDiagnostics, type Diagnostic, diagnose } from '../diagnostic.js';
import { locateInJson, parseJson } from '../encoding/json.js';
import type { JsonValue } from '../encoding/json-value.js';
import { rangeAt } from '../encoding/position.js';
import { PassportError } from '../errors.js';
import { type Finding, type Locate, type FoundIn, toDiagnostic } from '../validate/finding.js';
import { secret } from '../validate/rules/secret.js';
import { mendText, type ReadText } from './mend.js';
import { narrowIn } from './narrow.js';
import { parsePlainYaml } from './plain-yaml.js';
import { nameLostSpelling } from './unquoted-version.js';
import { MAX_CHARACTERS, MAX_TOKENS, type ParsedYaml, parseYaml, tooManyTokens } from './yaml.js';

/** Findings with their places and fixes, in the order of the text. */
export function located(
  findings: readonly Finding[],
  locate: Locate,
  file: string | undefined,
  written: ReadText | undefined,
  overlay?: FoundIn['overlay'],
): Diagnostic[] {
  const named = nameLostSpelling(findings, written);
  const mend = written && mendText(written, named);
  const narrow = written && narrowIn(written);
  const foundIn = { locate, file, mend, narrow, overlay };
  return named.map((finding) => toDiagnostic(finding, foundIn)).sort(compareDiagnostics);
}

export interface ParsedText extends ParsedYaml {
  /** The reader of JSON took it. */
  readonly json: boolean;
}

/** What fixes are made from; undefined for a text that could not be read. */
export function writtenOf(text: string, parsed: Omit<ParsedText, 'diagnostics' | 'notGiven'>): ReadText | undefined {
  const { value } = parsed;
  if (value === undefined) return undefined;
  return { ...parsed, text, value, read: (edited) => parseYamlOrJson(edited, undefined) };
}

/** A text by its own reader. What the readers say has a value only where they say nothing. */
export function parseText(text: string, what: string, file: string | undefined): ParsedText {
  // Callers in plain JavaScript can pass anything.
  if (typeof text !== 'string') {
    throw new PassportError(
      'ERR_USAGE',
      `the ${what} should be a string, not ${text === null ? 'null' : typeof text}`,
      {
        hint: 'pass the text itself; bytes are decoded with new TextDecoder("utf-8", { fatal: true })',
      },
    );
  }
  const key = /^\s*(-----BEGIN [A-Z ]{0,40}KEY-----)/.exec(text);
  if (!key) return namingWhatIsEmpty(withoutSecrets(text, parseYamlOrJson(text, file)), what);
  const start = key[0].length - (key[1] as string).length;
  const diagnostic = diagnose({
    ruleId: 'text/secret',
    severity: 'error',
    message: `this is a key, not ${what === 'observations' ? '' : /^[aeiou]/.test(what) ? 'an ' : 'a '}${what}`,
    hint: 'name the YAML file; a secret key belongs to --key, and nowhere else',
    range: rangeAt(text, start, key[0].length),
    file,
  });
  return refused([diagnostic], false);
}

function refused(diagnostics: readonly Diagnostic[], json: boolean): ParsedText {
  return { value: undefined, diagnostics, notGiven: 0, locate: () => undefined, comments: [], json };
}

/** The reader of YAML does not know what the text was to be. */
function namingWhatIsEmpty(parsed: ParsedText, what: string): ParsedText {
  const hint =
    what === 'source'
      ? 'write a source, or start from one of the templates'
      : `write the ${what} into it, or leave the file out`;
  const diagnostics = parsed.diagnostics.map((diagnostic) =>
    diagnostic.ruleId === 'yaml/empty' ? { ...diagnostic, hint } : diagnostic,
  );
  return { ...parsed, diagnostics };
}

/** The readers know nothing of secrets, and quote what they refuse. */
function withoutSecrets(text: string, parsed: ParsedText): ParsedText {
  const diagnostics = parsed.diagnostics.map((diagnostic): Diagnostic => {
    const { message, range } = diagnostic;
    if (!message.includes('"')) return diagnostic;
    const found = secret.find(message) ?? (range && secret.find(text.slice(range.start.offset, range.end.offset)));
    return found === undefined
      ? diagnostic
      : { ...diagnostic, message: `what stands here is refused, and ${found.what}` };
  });
  return { ...parsed, diagnostics };
}

/** YAML, or JSON where the text is one JSON object: JSON has its own strictness, and positions that hold for it. */
function parseYamlOrJson(text: string, file: string | undefined): ParsedText {
  const brace = /^(\ufeff?)[ \t\r\n]*\{\s*(["}]?)/.exec(text);
  // What is too long is neither: its reader says so for both.
  if (text.length > MAX_CHARACTERS) return { ...parseYaml(text, file), json: false };
  if (!brace) return { ...(parsePlainYaml(text) ?? parseYaml(text, file)), json: false };
  try {
    const value = parseJson(text, { file, refuseNegativeZero: true });
    if (hasTooManyTokens(text, value)) {
      const range = rangeAt(text, 0, 0);
      return refused([diagnose({ ruleId: 'yaml/too-large', severity: 'error', ...tooManyTokens, range, file })], true);
    }
    return { value, diagnostics: [], notGiven: 0, locate: locateInJson(text), comments: [], json: true };
  } catch (error) {
    if (!(error instanceof PassportError)) throw error;
    // A YAML flow mapping starts with a brace too, and may have a byte order mark: it is JSON that is meant only if a
    // name in quotes follows, or nothing and no mark.
    const [, mark, next] = brace;
    if (next === '' || (next === '}' && mark !== '')) return { ...parseYaml(text, file), json: false };
    return refused(error.diagnostics, true);
  }
}

/** As a reader of YAML would count: a name, a value, and each sign between them. */
function hasTooManyTokens(text: string, value: JsonValue): boolean {
  // Each has a character at least.
  if (text.length <= MAX_TOKENS) return false;
  let count = 0;
  const open = [value];
  for (let top = open.pop(); top !== undefined && count <= MAX_TOKENS; top = open.pop()) {
    if (typeof top !== 'object' || top === null) {
      count++;
      continue;
    }
    const inner = Array.isArray(top) ? top : Object.values(top);
    count += 2 + inner.length * (Array.isArray(top) ? 1 : 3);
    for (const one of inner) open.push(one);
  }
  return count > MAX_TOKENS;
}
