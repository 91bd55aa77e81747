import { type Diagnostic, diagnose, isError, type Range } from '../diagnostic.js';
import { quote } from '../encoding/printable.js';
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
import { type SourceView, viewManifest, viewSource } from '../validate/source-view.js';
import { tryBuild } from './build.js';
import { commentsInTexts } from './comment-in-text.js';
import { foldedEntries } from './folded-entry.js';
import { heard } from './heard.js';
import type { Unsilenced } from './ignores.js';
import { mendText } from './mend.js';
import { narrowIn } from './narrow.js';
import { deriveFromParts } from './parts.js';
import { firstOfBoth, type ParseSourceOptions, type ReadSource, readSource } from './source.js';
import { unconfirmedGuesses } from './unconfirmed-guess.js';

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

/** The description of a capability and where it stands. */
export interface Description {
  readonly text: string;
  readonly pointer: string;
  readonly range: Range | undefined;
}

export interface ValidatedSource {
  /** What `buildPassport` takes; undefined where nothing can be built from the text. */
  readonly source: AuthoredSource | undefined;
  readonly kind: 'source' | 'manifest';
  readonly slug:
    | {
        readonly text: string;
        readonly range: Range | undefined;
        /** A comment of the author's lets another source have it, too. */
        readonly mayRepeat: boolean;
      }
    | undefined;
  /** What the capabilities say they do, to be compared with those of other sources; none that a comment lets repeat. */
  readonly descriptions: readonly Description[];
  /** Everything that is wrong, in the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Everything that a registry, and a reader who knows the domain, would object to in a source.
 * @throws PassportError ERR_USAGE for what is no text
 */
export function validateSource(text: string, options: ValidateOptions = {}): ValidatedSource {
  const read = readSource(text, options);
  return validated(read, judgeRead(read, text, options));
}

/** What is returned of a text that was read, with all that was found in it. */
export function validated(read: ReadSource, { diagnostics, isIgnored }: Unsilenced): ValidatedSource {
  const slug = viewOf(read)?.artifact.slug;
  const range = slug && read.locateWritten(slug.pointer);
  const mayRepeat = range !== undefined && isIgnored('slug/repeated', range.start.offset);
  return {
    source: read.source,
    kind: read.kind,
    slug: slug && { text: slug.text, range, mayRepeat },
    descriptions: describedIn(read).filter(
      (one) => one.range === undefined || !isIgnored('capability/repeated-description', one.range.start.offset),
    ),
    diagnostics: firstOfBoth(read, diagnostics),
  };
}

function describedIn(read: ReadSource): Description[] {
  const capabilities = viewOf(read)?.capabilities ?? [];
  return capabilities.flatMap(({ description }) =>
    description === undefined || description.text === ''
      ? []
      : { ...description, range: read.locateWritten(description.pointer) },
  );
}

/** Every diagnostic, in no order. */
export function judgeRead(read: ReadSource, text: string, options: ValidateOptions): Unsilenced {
  const { registry = unfragileAi, profile = 'registry', levels = {}, file } = options;
  const levelOf = levelsOf(profile, levels);
  const { overlay } = read;
  const found = [
    ...read.diagnostics,
    ...commentsInTexts(read, text, file),
    ...foldedEntries(read, text, file),
    ...unconfirmedGuesses(read, text, file),
    ...judge(read, registry, levelOf, file),
    ...derived(read, options),
  ];
  if (overlay?.text !== undefined) {
    const { text: itsText, file: itsFile, locate } = overlay;
    found.push(...commentsInTexts(overlay, itsText, itsFile));
    found.push(...foldedEntries({ ...overlay, locateWritten: locate }, itsText, itsFile));
  }
  // What stops a build may keep a rule from seeing what it would find.
  const isWholly = read.source !== undefined && !found.some((one) => isError(one) && isFixed(one.ruleId));
  const isJudged = (ruleId: RuleId): boolean =>
    isWholly && levelOf(ruleId) !== 'off' && !isJudgedElsewhere(ruleId, options);
  return heard(read, text, found, { file, levelOf, isJudged });
}

/** What finds something only beside other files, or with what was not given. */
function isJudgedElsewhere(ruleId: RuleId, { observations, now }: ValidateOptions): boolean {
  if (ruleId === 'derive/stale-evidence' || ruleId === 'derive/evidence-in-future') {
    return observations === undefined || now === undefined;
  }
  return ruleId === 'slug/repeated' || ruleId === 'capability/repeated-description';
}

/**
 * Slugs that stand in two of several sources: they would be one page. By the place of the source in the list.
 * @param sources each with the name of its file
 */
export function repeatedSlugs(
  sources: ReadonlyArray<Pick<ValidatedSource, 'slug'> & { readonly file: string }>,
  options: Pick<ValidateOptions, 'profile' | 'levels'> = {},
): ReadonlyMap<number, Diagnostic> {
  const found = new Map<number, Diagnostic>();
  const severity = levelsOf(options.profile ?? 'registry', options.levels)('slug/repeated');
  if (severity === 'off') return found;
  const first = new Map<string, (typeof sources)[number]>();
  for (const [index, source] of sources.entries()) {
    const { slug, file } = source;
    // Of two addresses that differ in capitals only, a file system or a host may know one.
    const folded = slug?.text.toLowerCase();
    if (slug === undefined || folded === undefined) continue;
    const before = first.get(folded);
    if (!before) first.set(folded, source);
    else if (before.file !== file && !slug.mayRepeat) {
      const related = [{ message: 'the first one', file: before.file, range: before.slug?.range }];
      const message = `the slug ${quote(slug.text)} is also that of ${quote(before.file).slice(1, -1)}`;
      const hint = 'give each artifact a slug of its own: the later passport would take the place of the first';
      found.set(
        index,
        diagnose({
          ruleId: 'slug/repeated',
          severity,
          message,
          file,
          range: slug.range,
          pointer: '/artifact/slug',
          hint,
          related,
        }),
      );
    }
  }
  return found;
}

/** What the rules say of it, whether or not it can be built. */
function judge(read: ReadSource, registry: RegistryProfile, levelOf: LevelOf, file: string | undefined): Diagnostic[] {
  const view = viewOf(read);
  if (!view) return [];
  const findings = applySourceRules(view, { registry }, levelOf);
  const mend = read.written && mendText(read.written, findings);
  const narrow = read.written && narrowIn(read.written);
  const foundIn = { locate: read.locateWritten, file, mend, narrow, overlay: read.overlay };
  return findings.map((finding) => toDiagnostic(finding, foundIn));
}

function viewOf({ value, kind, overlay }: ReadSource): SourceView | undefined {
  if (value === undefined) return undefined;
  return kind === 'manifest' ? viewManifest(value, overlay?.value) : viewSource(value);
}

/** What only shows in the passport that it would become. */
function derived(read: ReadSource, options: ValidateOptions): readonly Diagnostic[] {
  const { source, locate } = read;
  const { observations, registry, now, file } = options;
  const view = viewOf(read);
  try {
    if (!source) return view ? deriveFromParts(view, read.locateWritten, options) : [];
    const built = tryBuild(source, { observations, registry, now, locate, file }, read.kind === 'source');
    return 'errors' in built ? built.errors : built.diagnostics;
  } catch (error) {
    if (!(error instanceof PassportError) || error.diagnostics.length === 0) throw error;
    return error.diagnostics;
  }
}

function isFixed(ruleId: string): boolean {
  return !isRuleId(ruleId) || catalogue[ruleId].fixed;
}
