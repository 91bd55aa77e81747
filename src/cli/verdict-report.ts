import type { Paint } from '../encoding/paint.js';
import { printable, printableJson } from '../encoding/printable.js';
import type { Failure } from '../report/report.js';
import type { Comparison } from '../verify/changes.js';
import type { Clue } from '../verify/diagnosis.js';
import type { CosignatureInfo, Difference, FailedVerdict, ValidVerdict, Verdict } from '../verify/verdict.js';
import type { VerdictName } from '../verify/verdict-codes.js';
import { relationText } from '../verify/changes.js';
import { changeJson, changesText } from './comparison.js';

/** The verdict on one document, and where that stands. */
export interface Judged {
  /** As it was named; `-` for standard input. */
  readonly file: string;
  /** Where there is one document a line. */
  readonly line?: number | undefined;
  readonly verdict: Verdict;
  readonly clues: readonly Clue[];
  /** With the document of --against, where one was given. */
  readonly compared?: { readonly against: string; readonly comparison: Comparison } | undefined;
}

export interface VerdictReport {
  /** Of this package. */
  readonly version: string;
  readonly checkedAt?: string | undefined;
  readonly counts: Readonly<VerdictCounts>;
  readonly failures: readonly Failure[];
  readonly exitStatus: number;
}

/** The version of the form, which `schemas/verdict.json` describes. Members may be added to it, none is ever renamed. */
const VERSION = 1;

export type VerdictCounts = Record<VerdictName, number>;

export const noVerdicts: Readonly<VerdictCounts> = { VALID: 0, INVALID: 0, UNTRUSTED: 0, UNVERIFIABLE: 0 };

/** For programs: one JSON document on one line. Of very many verdicts none is kept: so their number comes after them. */
export function verdictJsonStart({ version, checkedAt }: Pick<VerdictReport, 'version' | 'checkedAt'>): string {
  const start = { version: VERSION, tool: { name: 'trust-passport', version }, checked_at: checkedAt ?? null };
  return `${printableJson(start).slice(0, -1)},"results":[`;
}

export function verdictJsonEnd({ counts, failures, exitStatus }: Omit<VerdictReport, 'version' | 'checkedAt'>): string {
  const end = {
    failures: failures.map(({ code, message, hint = null, file = null }) => ({ code, message, hint, file })),
    counts,
    ok: exitStatus === 0,
    exit_status: exitStatus,
  };
  return `],${printableJson(end).slice(1)}\n`;
}

export function resultJson(judged: Judged): string {
  return printableJson(resultOf(judged));
}

function resultOf({ file, line, verdict, clues, compared }: Judged): object {
  const { code, message, coverage = null, covered, uncovered } = verdict;
  const failed = verdict.verdict === 'VALID' ? undefined : verdict;
  const valid = verdict.verdict === 'VALID' ? verdict : undefined;
  return {
    file,
    line: line ?? null,
    verdict: verdict.verdict,
    code,
    message,
    pointer: failed?.pointer ?? null,
    hint: failed?.hint ?? null,
    coverage,
    covered,
    uncovered,
    slug: valid?.payload.artifact.slug ?? null,
    payload_digest: valid?.payloadDigest ?? null,
    issuer: valid?.issuer ?? null,
    signed_at: valid?.signedAt ?? null,
    signer: valid ? signerJson(valid) : null,
    links: valid?.links?.map(differenceJson) ?? null,
    cosignatures: (verdict.cosignatures ?? []).map(cosignatureJson),
    differences: failed?.differences?.map(differenceJson) ?? [],
    not_proven: valid?.notProven ?? [],
    diagnosis: clues.map(({ code, message, pointer = null }) => ({ code, message, pointer })),
    changes: compared ? comparisonJson(compared) : null,
  };
}

function comparisonJson({ against, comparison }: NonNullable<Judged['compared']>): object {
  const { relation, compared, total, changes } = comparison;
  return { against, relation, compared, total, list: changes.map(changeJson) };
}

function signerJson({ signer }: ValidVerdict): object {
  const { keyId, issuer, role, status } = signer;
  return { key_id: keyId, issuer: issuer ?? null, role: role ?? null, status: status ?? null };
}

function cosignatureJson({ issuer, role, signedAt, keyId, code, message }: CosignatureInfo): object {
  return { issuer, role, signed_at: signedAt, key_id: keyId ?? null, counts: code === 'OK', code, message };
}

function differenceJson({ pointer, expected, received }: Difference): object {
  return { pointer, expected: expected ?? null, received: received ?? null };
}

/** For people: everything about one document, or of one among many what is wrong with it. */
export function verdictText(one: Judged, isOneOfMany: boolean, paint: Paint): string {
  return (isOneOfMany ? shortText(one, paint) : longText(one, paint)) + comparedText(one, paint);
}

function nameOf({ file, line }: Judged): string {
  return printable(line === undefined ? file : `${file}:${line}`);
}

function shortText(one: Judged, paint: Paint): string {
  const { verdict } = one;
  return verdict.verdict === 'VALID' ? `${paint('good', 'VALID')} ${nameOf(one)}\n` : failedText(one, verdict, paint);
}

function longText(one: Judged, paint: Paint): string {
  const { verdict } = one;
  return verdict.verdict === 'VALID' ? validText(one, verdict, paint) : failedText(one, verdict, paint);
}

function failedText(one: Judged, verdict: FailedVerdict, paint: Paint): string {
  const { code, message, pointer, hint, differences = [] } = verdict;
  const lines = [
    `${paint('bad', verdict.verdict)} ${paint('quiet', code)} ${nameOf(one)}`,
    `  ${printable(message)}`,
    ...(differences.length > 0 ? differences.map((one) => differenceText(one, paint)) : []),
  ];
  lines.push(...(verdict.cosignatures ?? []).map((cosignature) => cosignatureText(cosignature, paint)));
  if (pointer && differences.length === 0) lines.push(`  at ${printable(pointer)}`);
  if (hint) lines.push(`  ${paint('label', 'hint:')} ${printable(hint)}`);
  lines.push(...cluesText(one, paint));
  return `${lines.join('\n')}\n`;
}

function validText(one: Judged, verdict: ValidVerdict, paint: Paint): string {
  const { payload, issuer, signedAt, signer, covered, uncovered, links, notProven } = verdict;
  const lines = [
    `${paint('good', 'VALID')} ${nameOf(one)}`,
    `  ${printable(payload.artifact.name)} (${payload.artifact.slug})`,
  ];
  if (signedAt !== undefined) lines.push(`  signed at ${signedAt} in the name of ${printable(issuer ?? '')}`);
  else if (issuer !== undefined) lines.push(`  signed with a key of ${printable(issuer)}`);
  if (signer.role !== undefined) lines.push(`  key:         ${signer.keyId} (${signer.role}, ${signer.status})`);
  lines.push(`  covered:     ${covered.join(' ')}`, `  not covered: ${uncovered.join(' ')}`);
  if (links === undefined) lines.push('  _links: of a registry not known here, not compared (--registry FILE)');
  else if (links.length === 0) lines.push('  _links: as they should be');
  lines.push(...(links ?? []).map((link) => differenceText(link, paint)));
  lines.push(...verdict.cosignatures.map((cosignature) => cosignatureText(cosignature, paint)));
  lines.push(...cluesText(one, paint));
  lines.push(`  not proven:  ${notProven.join('\n               ')}`);
  return `${lines.join('\n')}\n`;
}

function cosignatureText({ issuer, role, signedAt, code, message }: CosignatureInfo, paint: Paint): string {
  const name = `${printable(issuer)} (${role})`;
  if (code === 'OK') return `  cosigned:    at ${signedAt} in the name of ${name}`;
  return paint('warning', `  not counted: the cosignature of ${name}, ${code}: ${printable(message)}`);
}

function differenceText({ pointer, expected, received }: Difference, paint: Paint): string {
  const is = received === undefined ? 'missing' : printable(received);
  const should = expected === undefined ? 'not be there' : `be ${printable(expected)}`;
  return paint('warning', `  ${printable(pointer)} is ${is}; it should ${should}`);
}

function cluesText({ clues }: Judged, paint: Paint): string[] {
  return clues.map(({ code, message, pointer }) => {
    const place = pointer === undefined ? '' : `, at ${printable(pointer)}`;
    return `  ${paint('label', 'clue:')} ${printable(message)} ${paint('quiet', code)}${place}`;
  });
}

function comparedText({ compared }: Judged, paint: Paint): string {
  if (!compared) return '';
  const { against, comparison } = compared;
  const headline = `  ${paint('label', 'against')} ${printable(against)}: ${relationText(comparison)}`;
  return `${[headline, ...changesText(comparison, paint, '    ')].join('\n')}\n`;
}
