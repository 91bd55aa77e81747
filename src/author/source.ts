import { type Diagnostic, isError } from '../diagnostic.js';
import type { JsonValue } from '../encoding/json-value.js';
import type { Manifest, Overlay, Source } from '../passport/types.generated.js';
import type { AuthoredSource } from '../trust/failure-modes.js';
import type { Finding, Locate } from '../validate/finding.js';
import { checkSchema } from '../validate/schema.js';
import * as manifestSchema from '../validate/schemas/manifest.generated.js';
import { checkSource, checkSourceSchema } from '../validate/source.js';
import { checkTexts } from '../validate/text.js';
import { located, parseText, writtenOf } from './authored-text.js';
import { fromManifest, misspeltKeys, missingVersion, sourcePointer } from './manifest.js';
import type { ReadText } from './mend.js';
import { firstProblems } from './more-problems.js';
import { unquotedVersion } from './unquoted-version.js';
import { wrongKind } from './wrong-kind.js';
import type { Comment } from './yaml.js';

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
  const { source, kind, diagnostics, notGiven, locate } = readSource(text, options);
  return { source, kind, diagnostics: firstProblems(diagnostics, notGiven), locate };
}

/** What `parseSource` returns, but every diagnostic, and what it was made from. */
export interface ReadSource extends ParsedSource {
  /** Of a text that could not be read, how many more errors there are. */
  readonly notGiven: number;
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
  const { value, diagnostics, notGiven, locate, comments, json } = parseText(text, 'source', options.file);
  const written = writtenOf(text, { value, locate, comments, json });
  const read = { value, notGiven, locate, locateWritten: locate, comments, written };
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

function isManifest(value: JsonValue): boolean {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, 'unfragile_version')
  );
}
