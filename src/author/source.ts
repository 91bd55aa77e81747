import { type Diagnostic, isError } from '../diagnostic.js';
import { type JsonObject, type JsonValue, member } from '../encoding/json-value.js';
import type { Manifest, Overlay, Source } from '../passport/types.generated.js';
import type { AuthoredSource } from '../trust/failure-modes.js';
import type { Finding, Locate } from '../validate/finding.js';
import { checkSchema } from '../validate/schema.js';
import * as manifestSchema from '../validate/schemas/manifest.generated.js';
import { checkSource, checkSourceSchema, underivableUris } from '../validate/source.js';
import { checkTexts } from '../validate/text.js';
import { located, parseText, writtenOf } from './authored-text.js';
import { type GivenOverlay, givenOverlay } from './given-overlay.js';
import { fromManifest, sourcePointer } from './manifest.js';
import { misspeltKeys, missingVersion, notCarriedOver } from './manifest-keys.js';
import { checkOverlay } from './manifest-overlay.js';
import type { ReadText } from './mend.js';
import { firstProblems } from './more-problems.js';
import { unquotedVersion } from './unquoted-version.js';
import { wrongKind } from './wrong-kind.js';
import type { Comment } from './yaml.js';

export interface ParseSourceOptions {
  /** The name for diagnostics. */
  readonly file?: string | undefined;
  /** For a manifest: the categories and other fields that it has no place for. One that was read has places. */
  readonly overlay?: Overlay | GivenOverlay | undefined;
  /** Whether it is given for several files, and passed over for those that are no manifest. */
  readonly overlayMayIdle?: boolean | undefined;
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
  const read = readSource(text, options);
  const { source, kind, diagnostics, locate } = read;
  return { source, kind, diagnostics: firstOfBoth(read, diagnostics), locate };
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
  /** Of a manifest, the overlay that was given. */
  readonly overlay: GivenOverlay | undefined;
}

/** Whether a diagnostic is about the text of the overlay. */
export function isInOverlay({ overlay }: Pick<ReadSource, 'overlay'>, { file }: Diagnostic): boolean {
  return overlay?.text !== undefined && file === overlay.file;
}

/** Those of each file that are worth showing, in the order of the text. */
export function firstOfBoth(read: ReadSource, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const own = diagnostics.filter((diagnostic) => !isInOverlay(read, diagnostic));
  const others = diagnostics.filter((diagnostic) => isInOverlay(read, diagnostic));
  return [...firstProblems(own, read.notGiven), ...firstProblems(others, read.overlay?.notGiven)];
}

/** @throws PassportError ERR_USAGE for what is no text */
export function readSource(text: string, options: ParseSourceOptions = {}): ReadSource {
  const parsed = parseText(text, 'source', options.file);
  const { diagnostics, notGiven, locate, comments, json } = parsed;
  const written = writtenOf(text, parsed);
  const value = parsed.value !== undefined && json ? withoutSchemaHint(parsed.value) : parsed.value;
  const read = { value, notGiven, locate, locateWritten: locate, comments, written, overlay: undefined };
  if (value === undefined) return { ...read, source: undefined, kind: 'source', diagnostics };
  const report = (findings: readonly Finding[], overlay?: GivenOverlay): Diagnostic[] =>
    located(findings, locate, options.file, written, overlay);
  const stranger = isManifest(value) ? undefined : wrongKind(parsed.value as JsonValue);
  if (stranger)
    return { ...read, value: undefined, source: undefined, kind: 'source', diagnostics: report([stranger]) };
  const unversioned = missingVersion(value);
  if (unversioned) return { ...read, source: undefined, kind: 'manifest', diagnostics: report([unversioned]) };
  if (isManifest(value)) {
    const overlay = givenOverlay(options.overlay);
    const findings = [...checkManifest(value, overlay), ...unquotedVersion(written)];
    const all = [...report(findings, overlay), ...(overlay?.diagnostics ?? [])];
    const source = all.some(isError)
      ? undefined
      : fromManifest(value as unknown as Manifest, (overlay?.value ?? {}) as Overlay);
    return { ...read, source, kind: 'manifest', diagnostics: all, locate: locateMapped(locate), overlay };
  }
  const all = report([
    ...checkSourceSchema(value),
    // What an editor's hint holds is in the file all the same.
    ...checkSource(parsed.value as JsonValue),
    ...(json ? [] : schemaHintInYaml(value)),
    ...idleOverlay(options),
  ]);
  const source = all.some(isError) ? undefined : (value as unknown as Source);
  return { ...read, source, kind: 'source', diagnostics: all };
}

/** Everything that keeps a manifest from becoming a passport, or gets lost on the way. */
function checkManifest(value: JsonValue, overlay: GivenOverlay | undefined): readonly Finding[] {
  const findings = [...checkSchema(manifestSchema, value), ...checkTexts(value), ...underivableUris(value)];
  // Where a misspelt key is why another is missing, the schema has said both.
  const said = new Set(findings.map(({ pointer }) => pointer));
  return [...findings, ...checkOverlay(value, overlay), ...misspeltKeys(value, said), ...notCarriedOver(value, said)];
}

function locateMapped(locate: Locate): Locate {
  return (pointer, part) =>
    locate(sourcePointer(pointer), part) ??
    (pointer === '/artifact/url' ? locate('/artifact/repository', part) : undefined);
}

/** JSON has no comments, and editors know its schema by a member. */
function withoutSchemaHint(value: JsonValue): JsonValue {
  if (typeof member(value, '$schema') !== 'string') return value;
  const { $schema: _, ...rest } = value as JsonObject;
  return rest;
}

/** The schema of a source is one for both. */
function schemaHintInYaml(value: JsonValue): Finding[] {
  if (member(value, '$schema') === undefined) return [];
  return [
    {
      ruleId: 'schema/unknown-key',
      severity: 'error',
      message: '"$schema" is not a key of a source in YAML',
      pointer: '/$schema',
      part: 'key',
      hint: 'editors read it from a comment at the top: # yaml-language-server: $schema=…',
      fix: { description: 'remove it', safe: false, change: { kind: 'remove' } },
    },
  ];
}

/** An overlay is for what a manifest cannot say; a source says it itself, and nothing is taken from two places. */
function idleOverlay({ overlay, overlayMayIdle }: ParseSourceOptions): Finding[] {
  if (overlay === undefined || overlayMayIdle) return [];
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
