import { compareDiagnostics, type Diagnostic, isError } from '../diagnostic.js';
import { fieldName } from '../encoding/pointer.js';
import { normalizeTimestamp } from '../encoding/rfc3339.js';
import { PassportError } from '../errors.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Observations, Payload } from '../passport/types.generated.js';
import { unfragileAi } from '../passport/unfragile-ai.js';
import type { Origin } from '../trust/capped-list.js';
import { type Derivation, derive } from '../trust/derive.js';
import type { AuthoredSource } from '../trust/failure-modes.js';
import { evidenceAge } from '../validate/evidence-age.js';
import { type Finding, type Locate, toDiagnostic } from '../validate/finding.js';
import { checkObservations } from '../validate/observations.js';
import { checkSource, checkSourceSchema } from '../validate/source.js';
import { firstProblems } from './more-problems.js';

export interface BuildOptions {
  /** What the registry knows; nothing where left out. */
  readonly observations?: Observations | undefined;
  /** The built-in profile, unfragile.ai, where left out. */
  readonly registry?: RegistryProfile | undefined;
  /** The time of the build, RFC 3339: the age of the observations is told against it. It does not change the payload. */
  readonly now?: string | undefined;
  /** Where values of the source stand, from `parseSource`, so that diagnostics have places. */
  readonly locate?: Locate | undefined;
  readonly file?: string | undefined;
}

export interface BuiltPassport {
  /** The object under `passport.unfragile`, derived and complete, not yet signed. */
  readonly payload: Payload;
  /** What the author should know: what the caps dropped, how old the evidence is. No errors. */
  readonly diagnostics: readonly Diagnostic[];
  /** How the trust block came about. */
  readonly derivation: Derivation;
}

/**
 * The payload that a source, observations and a registry profile give.
 * @throws PassportError ERR_INVALID_SOURCE with diagnostics, when the source or the observations have errors;
 * ERR_INVALID_TIME; ERR_USAGE where the options are none
 */
export function buildPassport(source: AuthoredSource, options: BuildOptions = {}): BuiltPassport {
  const built = tryBuild(source, options);
  if (!('errors' in built)) return built;
  const diagnostics = firstProblems(built.errors);
  const summary = diagnostics.find(isError) as Diagnostic;
  throw new PassportError('ERR_INVALID_SOURCE', `cannot build a passport: ${summary.message}`, {
    hint: summary.hint,
    diagnostics,
  });
}

/**
 * The same, or every error there is.
 * @param isChecked whether it was just found that nothing is wrong with the source
 */
export function tryBuild(
  source: AuthoredSource,
  options: BuildOptions,
  isChecked = false,
): BuiltPassport | { readonly errors: readonly Diagnostic[] } {
  if (!isObject(options)) throw wrongArgument('options should be an object');
  const { observations = {}, registry = unfragileAi, now, locate, file } = options;
  if (!isObject(registry)) throw wrongArgument('options.registry should be a registry profile');
  const time = now === undefined ? undefined : normalizeTimestamp(now, 'now');
  const report = (findings: readonly Finding[]): Diagnostic[] =>
    findings.map((finding) => toDiagnostic(finding, { locate, file })).sort(compareDiagnostics);
  // What is wrong with the observations is nowhere in the source: no place is better than a wrong one.
  const errors = [
    ...(isChecked ? [] : report(checkAuthored(source))),
    ...(options.observations === undefined ? [] : checkObservations(observations, countCapabilities(source))).map(
      (finding) => toDiagnostic(finding),
    ),
  ];
  if (errors.length > 0) return { errors };
  const derivation = derive(source, observations, registry);
  const age = time === undefined ? [] : evidenceAge(observations.maintenance, time);
  const diagnostics = [
    ...report(droppedByCaps(source, derivation, registry)),
    ...age.map((finding) => toDiagnostic(finding)),
  ];
  return { payload: derivation.payload, diagnostics, derivation };
}

function checkAuthored(source: AuthoredSource): Finding[] {
  // Callers in plain JavaScript can pass anything.
  if (!isObject(source)) return checkSourceSchema(source);
  const { failure_modes: declared, ...own } = source;
  const findings = [...checkSourceSchema(own), ...checkSource(source)];
  const list: unknown = declared;
  if (list !== undefined && !(Array.isArray(list) && list.every((text) => typeof text === 'string' && text !== ''))) {
    findings.push({
      ruleId: 'schema/type',
      severity: 'error',
      message: 'failure_modes should be a list of texts',
      pointer: '/failure_modes',
      hint: 'leave it out: parseSource gives it for a manifest',
    });
  }
  return findings;
}

/** Of what is no source the number is not known. */
function countCapabilities(source: AuthoredSource): number | undefined {
  const list: unknown = isObject(source) ? source.capabilities : undefined;
  return Array.isArray(list) ? list.length : undefined;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function wrongArgument(message: string): PassportError {
  return new PassportError('ERR_USAGE', message, { hint: 'leave out what is not needed' });
}

/** The caps are the format's, and they hide things: never without a word. */
export function droppedByCaps(
  source: AuthoredSource,
  { permissions, failureModes }: Pick<Derivation, 'permissions' | 'failureModes'>,
  registry: RegistryProfile,
): Finding[] {
  const findings: Finding[] = [];
  const say = (ruleId: string, dropped: readonly Origin[], what: string, where: string, cap: number): void => {
    if (dropped.length === 0) return;
    const verb = dropped.length === 1 ? 'was' : 'were';
    findings.push({
      ruleId,
      severity: 'warning',
      message: `${dropped.length} ${plural(dropped.length, what)} ${verb} dropped by the cap: ${where} keeps the first ${cap}`,
      pointer: dropped[0]?.pointer ?? '',
      hint: `dropped: ${places(dropped)}; put what matters most first, and join entries that say nearly the same`,
    });
  };
  say('derive/permissions-capped', permissions.dropped, 'requirement', 'trust.permissions', registry.caps.permissions);
  say(
    'derive/failure-modes-capped',
    failureModes.dropped,
    failureModes.dropped.some(({ pointer }) => pointer.startsWith('/failure_modes/')) ? 'failure mode' : 'limitation',
    'trust.failure_modes',
    registry.caps.failure_modes,
  );
  const silent = capabilitiesWithoutEffect(source, permissions.kept, failureModes.kept);
  if (silent.length > 0) {
    findings.push({
      ruleId: 'derive/capability-without-effect',
      severity: 'warning',
      message: `${silent.length === 1 ? 'capability' : 'capabilities'} ${ranges(silent)} ${
        silent.length === 1 ? 'contributes' : 'contribute'
      } nothing to the trust block: the caps are used up before`,
      pointer: `/capabilities/${silent[0]}`,
      part: 'key',
      hint: 'readers of the trust block see nothing of what these need or how they fail',
    });
  }
  return findings;
}

/** Numbers of the capabilities none of whose requirements and limitations were kept, though they have some. */
function capabilitiesWithoutEffect(
  source: AuthoredSource,
  permissions: readonly Origin[],
  failureModes: readonly Origin[],
): number[] {
  const needs = new Set(permissions.map(({ text }) => text));
  const failures = new Set(failureModes.map(({ text }) => text));
  return [...source.capabilities.entries()]
    .filter(([, { requires, limitations }]) => requires.length + limitations.length > 0)
    .filter(
      ([, { requires, limitations }]) =>
        !requires.some((text) => needs.has(text)) && !limitations.some((text) => failures.has(text)),
    )
    .map(([number]) => number);
}

/** Nobody reads the last of hundreds of lists. */
const MOST_LISTS = 12;

/** The lists that they stand in, each with their numbers. */
function places(origins: readonly Origin[]): string {
  const byList = new Map<string, number[]>();
  for (const { pointer } of origins) {
    const end = pointer.lastIndexOf('/');
    const list = pointer.slice(0, end);
    const numbers = byList.get(list) ?? [];
    numbers.push(Number(pointer.slice(end + 1)));
    byList.set(list, numbers);
  }
  const lists = [...byList].slice(0, MOST_LISTS).map(([list, numbers]) => `${fieldName(list)}[${ranges(numbers)}]`);
  return lists.join(', ') + (byList.size > MOST_LISTS ? ` and in ${byList.size - MOST_LISTS} more lists` : '');
}

function plural(count: number, word: string): string {
  return count === 1 ? word : `${word}s`;
}

/** `[3, 4, 5, 8]` as `3–5, 8`. */
function ranges(numbers: readonly number[]): string {
  const parts: Array<[first: number, last: number]> = [];
  for (const number of numbers) {
    const open = parts.at(-1);
    if (open && number === open[1] + 1) open[1] = number;
    else parts.push([number, number]);
  }
  return parts.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(', ');
}
