import { compareDiagnostics, type Diagnostic, diagnose, isError } from '../diagnostic.js';
import { locateInJson, parseJson } from '../encoding/json.js';
import type { JsonValue } from '../encoding/json-value.js';
import { rangeAt } from '../encoding/position.js';
import { PassportError } from '../errors.js';
import type { Manifest, Overlay, Source } from '../passport/types.generated.js';
import type { AuthoredSource } from '../trust/failure-modes.js';
import { type Finding, type Locate, toDiagnostic } from '../validate/finding.js';
import { checkObservations } from '../validate/observations.js';
import { checkRegistryProfile } from '../validate/registry-profile.js';
import { secret } from '../validate/rules/secret.js';
import { checkSchema } from '../validate/schema.js';
import * as manifestSchema from '../validate/schemas/manifest.generated.js';
import * as overlaySchema from '../validate/schemas/overlay.generated.js';
import { checkSource, checkSourceSchema } from '../validate/source.js';
import { checkTexts } from '../validate/text.js';
import { fromManifest, misspeltKeys, missingVersion, sourcePointer } from './manifest.js';
import { mendText, type ReadText } from './mend.js';
import { firstProblems } from './more-problems.js';
import { nameLostSpelling, unquotedVersion } from './unquoted-version.js';
import { wrongKind } from './wrong-kind.js';
import { type Comment, MAX_CHARACTERS, type ParsedYaml, parseYaml } from './yaml.js';

export interface ParseSourceOptions {
  /** The name for diagnostics. */
  readonly file?: string | undefined;
  /** For a manifest: the categories and other fields that it has no place for. */
  readonly overlay?: Overlay | undefined;
}

export interface ParsedSource {
  /** What `buildPassport` takes; `undefined` when there is an error among the diagnostics. */
  readonly source: AuthoredSource | undefined;
  /** The toolkit's own form, or the registry's manifest `unfragile.yml`. */
  readonly kind: 'source' | 'manifest';
  readonly diagnostics: readonly Diagnostic[];
  /** Where a value of the source stands in the text. */
  readonly locate: Locate;
}

/**
 * A source as its author wrote it: YAML (or JSON), the toolkit's own form or an `unfragile.yml` manifest,
 * told apart by `unfragile_version`. Nothing is repaired; what is wrong is in the diagnostics, with its place.
 * @throws PassportError ERR_USAGE for what is no text
 */
export function parseSource(text: string, options: ParseSourceOptions = {}): ParsedSource {
  const { source, kind, diagnostics, locate } = readSource(text, options);
  return { source, kind, diagnostics: firstProblems(diagnostics), locate };
}

/** What `parseSource` returns, but every diagnostic, and what it was made from. */
export interface ReadSource extends ParsedSource {
  /** As it was written, valid or not; undefined for a text that could not be read, or is something else altogether. */
  readonly value: JsonValue | undefined;
  /** Where a value stands, by its pointer in what was written, a manifest or a source. */
  readonly locateWritten: Locate;
  readonly comments: readonly Comment[];
  /** What fixes are made from; undefined for a text that could not be read. */
  readonly written: ReadText | undefined;
}

/** @throws PassportError ERR_USAGE for what is no text */
export function readSource(text: string, options: ParseSourceOptions = {}): ReadSource {
  const { value, diagnostics, locate, comments, json } = parseText(text, 'source', options.file);
  const written = writtenOf(text, { value, locate, comments, json });
  const read = { value, locate, locateWritten: locate, comments, written };
  if (value === undefined) return { ...read, source: undefined, kind: 'source', diagnostics };
  const report = (findings: readonly Finding[]): Diagnostic[] => located(findings, locate, options.file, written);
  const stranger = isManifest(value) ? undefined : wrongKind(value);
  if (stranger)
    return { ...read, value: undefined, source: undefined, kind: 'source', diagnostics: report([stranger]) };
  const unversioned = missingVersion(value);
  if (unversioned) return { ...read, source: undefined, kind: 'manifest', diagnostics: report([unversioned]) };
  if (!isManifest(value)) {
    const all = report([...checkSourceSchema(value), ...checkSource(value), ...idleOverlay(options)]);
    const source = all.some(isError) ? undefined : (value as unknown as Source);
    return { ...read, source, kind: 'source', diagnostics: all };
  }
  const findings = [...checkSchema(manifestSchema, value), ...checkTexts(value)];
  if (findings.length > 0) {
    // Where a misspelt key is why another is missing, the schema has said both.
    const said = new Set(findings.map(({ pointer }) => pointer));
    const all = report([
      ...findings,
      ...unquotedVersion(written),
      ...misspeltKeys(value).filter(({ pointer }) => !said.has(pointer)),
    ]);
    return { ...read, source: undefined, kind: 'manifest', diagnostics: all };
  }
  const mapped = fromManifest(value as unknown as Manifest, options.overlay ?? {});
  const locateMapped: Locate = (pointer, part) =>
    locate(sourcePointer(pointer), part) ??
    (pointer === '/artifact/url' ? locate('/artifact/repository', part) : undefined);
  const all = report([...unquotedVersion(written), ...mapped.findings]);
  return {
    ...read,
    source: all.some(isError) ? undefined : mapped.source,
    kind: 'manifest',
    diagnostics: all,
    locate: locateMapped,
  };
}

/** An overlay is for what a manifest cannot say; a source says it itself, and nothing is taken from two places. */
function idleOverlay({ overlay }: ParseSourceOptions): Finding[] {
  if (overlay === undefined) return [];
  return [
    {
      ruleId: 'manifest/overlay-unused',
      severity: 'error',
      message: 'an overlay is given, but this is a source, not a manifest',
      pointer: '',
      hint: 'write the fields into the source, and leave the overlay out',
    },
  ];
}

const checks = {
  observations: (value: JsonValue) => checkObservations(value),
  'registry-profile': checkRegistryProfile,
  overlay: (value: JsonValue) => checkSchema(overlaySchema, value),
  manifest: (value: JsonValue) => checkSchema(manifestSchema, value),
};

/**
 * An observations file, registry profile, overlay or manifest, in YAML or JSON.
 * @throws PassportError ERR_INVALID_SOURCE with the diagnostics; ERR_USAGE for another kind, and for what is no text
 */
export function parseAuthored(kind: keyof typeof checks, text: string, file?: string): JsonValue {
  if (!Object.hasOwn(checks, kind)) {
    const hint = `the kinds are ${Object.keys(checks).join(', ')}`;
    throw new PassportError('ERR_USAGE', 'parseAuthored does not know this kind of file', { hint });
  }
  const name = kind.replace('-', ' ');
  const { value, diagnostics, locate, comments, json } = parseText(text, name, file);
  const written = writtenOf(text, { value, locate, comments, json });
  const findings = value === undefined ? [] : [...checks[kind](value), ...checkTexts(value)];
  const all = [...diagnostics, ...located(findings, locate, file, written)];
  if (value === undefined || all.some(isError)) {
    throw new PassportError('ERR_INVALID_SOURCE', `the ${name} has errors`, { diagnostics: firstProblems(all) });
  }
  return value;
}

/** In the order of the text. */
function located(
  findings: readonly Finding[],
  locate: Locate,
  file: string | undefined,
  written: ReadText | undefined,
): Diagnostic[] {
  const named = nameLostSpelling(findings, written);
  const mend = written && mendText(written, named);
  return named.map((finding) => toDiagnostic(finding, locate, file, mend)).sort(compareDiagnostics);
}

interface ParsedText extends ParsedYaml {
  /** The reader of JSON took it. */
  readonly json: boolean;
}

function writtenOf(text: string, parsed: Omit<ParsedText, 'diagnostics'>): ReadText | undefined {
  const { value } = parsed;
  if (value === undefined) return undefined;
  return { ...parsed, text, value, read: (edited) => parseYamlOrJson(edited, undefined) };
}

/** A text by its own reader. What the readers say has a value only where they say nothing. */
function parseText(text: string, what: string, file: string | undefined): ParsedText {
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
  return { value: undefined, diagnostics: [diagnostic], locate: () => undefined, comments: [], json: false };
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
    return found === undefined ? diagnostic : { ...diagnostic, message: `what stands here is refused, and ${found}` };
  });
  return { ...parsed, diagnostics };
}

/** YAML, or JSON where the text is one JSON object: JSON has its own strictness, and positions that hold for it. */
function parseYamlOrJson(text: string, file: string | undefined): ParsedText {
  // What is too long is neither: its reader says so for both.
  if (!/^\s*\{/.test(text) || text.length > MAX_CHARACTERS) return { ...parseYaml(text, file), json: false };
  try {
    const value = parseJson(text, { file, refuseNegativeZero: true });
    return { value, diagnostics: [], locate: locateInJson(text), comments: [], json: true };
  } catch (error) {
    // A YAML flow mapping starts with a brace too: it is JSON that is meant only if a name in quotes follows.
    if (!(error instanceof PassportError)) throw error;
    if (!/^\s*\{\s*["}]/.test(text)) return { ...parseYaml(text, file), json: false };
    return { value: undefined, diagnostics: error.diagnostics, locate: () => undefined, comments: [], json: true };
  }
}

function isManifest(value: JsonValue): boolean {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, 'unfragile_version')
  );
}
