import { compareDiagnostics, type Diagnostic, isError } from '../diagnostic.js';
import { locateInJson, parseJson } from '../encoding/json.js';
import type { JsonValue } from '../encoding/json-value.js';
import { PassportError } from '../errors.js';
import type { Manifest, Overlay, Source } from '../passport/types.generated.js';
import type { AuthoredSource } from '../trust/failure-modes.js';
import { type Finding, type Locate, toDiagnostic } from '../validate/finding.js';
import { checkObservations } from '../validate/observations.js';
import { checkRegistryProfile } from '../validate/registry-profile.js';
import { checkSchema, type SchemaName } from '../validate/schema.js';
import { checkTexts } from '../validate/text.js';
import { checkSource } from '../validate/source.js';
import { fromManifest, sourcePointer } from './manifest.js';
import { parseYaml } from './yaml.js';

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
 * told apart by `unfragile_version`. Nothing is repaired; everything wrong is in the diagnostics, with its place.
 */
export function parseSource(text: string, options: ParseSourceOptions = {}): ParsedSource {
  const { value, diagnostics, locate } = parseText(text, options.file);
  if (value === undefined) return { source: undefined, kind: 'source', diagnostics, locate };
  const report = (findings: readonly Finding[], at: Locate): Diagnostic[] =>
    [...diagnostics, ...findings.map((finding) => toDiagnostic(finding, at, options.file))].sort(compareDiagnostics);
  if (!isManifest(value)) {
    const all = report([...checkSchema('source', value), ...checkSource(value), ...idleOverlay(options)], locate);
    const source = all.some(isError) ? undefined : (value as unknown as Source);
    return { source, kind: 'source', diagnostics: all, locate };
  }
  const findings = [...checkSchema('manifest', value), ...checkTexts(value)];
  if (findings.length > 0)
    return { source: undefined, kind: 'manifest', diagnostics: report(findings, locate), locate };
  const mapped = fromManifest(value as unknown as Manifest, options.overlay ?? {});
  const locateMapped: Locate = (pointer, part) =>
    locate(sourcePointer(pointer), part) ??
    (pointer === '/artifact/url' ? locate('/artifact/repository', part) : undefined);
  const all = report(mapped.findings, locate);
  return {
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

/**
 * An observations file, registry profile or overlay, in YAML or JSON.
 * @throws PassportError ERR_INVALID_SOURCE with the diagnostics
 */
export function parseAuthored(
  name: Exclude<SchemaName, 'passport' | 'source'>,
  text: string,
  file?: string,
): JsonValue {
  const { value, diagnostics, locate } = parseText(text, file);
  const check =
    name === 'observations'
      ? checkObservations
      : name === 'registry-profile'
        ? checkRegistryProfile
        : (it: JsonValue) => checkSchema(name, it);
  const findings = value === undefined ? [] : [...check(value), ...checkTexts(value)];
  const all = [...diagnostics, ...findings.map((finding) => toDiagnostic(finding, locate, file))].sort(
    compareDiagnostics,
  );
  if (value === undefined || all.some(isError)) {
    throw new PassportError('ERR_INVALID_SOURCE', `the ${name.replace('-', ' ')} has errors`, { diagnostics: all });
  }
  return value;
}

/** YAML, or JSON where the text is one JSON object: JSON has its own strictness, and positions that hold for it. */
function parseText(text: string, file: string | undefined): ReturnType<typeof parseYaml> {
  if (!/^\s*\{/.test(text)) return parseYaml(text, file);
  try {
    const value = parseJson(text, { file, refuseNegativeZero: true });
    return { value, diagnostics: [], locate: locateInJson(text) };
  } catch (error) {
    // A YAML flow mapping starts with a brace too: it is JSON that is meant only if a name in quotes follows.
    if (!(error instanceof PassportError)) throw error;
    if (!/^\s*\{\s*["}]/.test(text)) return parseYaml(text, file);
    return { value: undefined, diagnostics: error.diagnostics, locate: () => undefined };
  }
}

function isManifest(value: JsonValue): boolean {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, 'unfragile_version')
  );
}
