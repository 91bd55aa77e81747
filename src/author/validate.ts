import { compareDiagnostics, type Diagnostic } from '../diagnostic.js';
import { PassportError } from '../errors.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Observations } from '../passport/types.generated.js';
import { unfragileAi } from '../passport/unfragile-ai.js';
import type { AuthoredSource } from '../trust/failure-modes.js';
import {
  catalogue,
  isRuleId,
  type Level,
  type LevelOf,
  levelsOf,
  type ProfileName,
  type RuleId,
} from '../validate/catalogue.js';
import { toDiagnostic } from '../validate/finding.js';
import { applySourceRules } from '../validate/source-rules.js';
import { viewManifest, viewSource } from '../validate/source-view.js';
import { buildPassport } from './build.js';
import { applyIgnores } from './ignores.js';
import { type ParseSourceOptions, type ReadSource, readSource } from './source.js';

export interface ValidateOptions extends ParseSourceOptions {
  /** What the registry knows; nothing where left out. */
  readonly observations?: Observations | undefined;
  /** The built-in profile, unfragile.ai, where left out. */
  readonly registry?: RegistryProfile | undefined;
  /** RFC 3339: the age of the observations is told against it, where given. */
  readonly now?: string | undefined;
  /** `registry` where left out. */
  readonly profile?: ProfileName | undefined;
  /** Levels of single rules, over those of the profile. What stops a build keeps its own. */
  readonly levels?: Readonly<Partial<Record<RuleId, Level>>> | undefined;
}

export interface ValidatedSource {
  /** What `buildPassport` takes; undefined where nothing can be built from the text. */
  readonly source: AuthoredSource | undefined;
  readonly kind: 'source' | 'manifest';
  /** Everything that is wrong, in the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Everything that a registry, and a reader who knows the domain, would object to in a source.
 * @throws PassportError ERR_USAGE for what is no text
 */
export function validateSource(text: string, options: ValidateOptions = {}): ValidatedSource {
  const { registry = unfragileAi, profile = 'registry', levels = {}, file } = options;
  const levelOf = levelsOf(profile, levels);
  const read = readSource(text, options);
  const found = [...read.diagnostics, ...judge(read, registry, levelOf, file), ...derived(read, options)];
  const adjusted = atTheirLevels(found, levelOf);
  const diagnostics = atTheirLevels(applyIgnores(adjusted, read.comments, text, file), levelOf);
  return { source: read.source, kind: read.kind, diagnostics: diagnostics.toSorted(compareDiagnostics) };
}

/** What the rules say of it, whether or not it can be built. */
function judge(read: ReadSource, registry: RegistryProfile, levelOf: LevelOf, file: string | undefined): Diagnostic[] {
  if (read.value === undefined) return [];
  const view = read.kind === 'manifest' ? viewManifest(read.value) : viewSource(read.value);
  const findings = applySourceRules(view, { registry }, levelOf);
  return findings.map((finding) => toDiagnostic(finding, read.locateWritten, file));
}

/** What only shows in the passport that it would become. */
function derived({ source, locate }: ReadSource, options: ValidateOptions): readonly Diagnostic[] {
  if (!source) return [];
  const { observations, registry, now, file } = options;
  try {
    return buildPassport(source, { observations, registry, now, locate, file }).diagnostics;
  } catch (error) {
    if (!(error instanceof PassportError) || error.diagnostics.length === 0) throw error;
    return error.diagnostics;
  }
}

/** Each diagnostic as loud as was asked for; those that are off are left out. */
function atTheirLevels(diagnostics: readonly Diagnostic[], levelOf: LevelOf): Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const { ruleId } = diagnostic;
    if (!isRuleId(ruleId) || catalogue[ruleId].fixed) return [diagnostic];
    const severity = levelOf(ruleId);
    return severity === 'off' ? [] : [{ ...diagnostic, severity }];
  });
}
