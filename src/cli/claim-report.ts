import type { Paint } from '../encoding/paint.js';
import { printable, printableJson } from '../encoding/printable.js';
import type { Failure } from '../report/report.js';
import type { ClaimVerdict } from '../verify/claim.js';
import { type ClaimCode, claimCodes } from '../verify/claim-codes.js';
import { exitCodes } from './exit-codes.js';

/** The verdict on one claim, and what it was looked at with. */
export interface CheckedClaim {
  /** As they were named; `-` for standard input. */
  readonly file: string;
  readonly source: string;
  readonly online: boolean;
  /** Whether there was a state to tell used claims by. */
  readonly remembers: boolean;
  readonly verdict: ClaimVerdict;
}

export interface ClaimReport {
  /** Of this package. */
  readonly version: string;
  readonly checkedAt?: string | undefined;
  readonly checked?: CheckedClaim | undefined;
  readonly failures: readonly Failure[];
  readonly exitStatus: number;
}

/** The version of the form, which `schemas/claim-report.json` describes. Members may be added to it, none renamed. */
const VERSION = 1;

/** Whether another try may be answered otherwise is told by the status. */
export function exitStatusOf(code: ClaimCode): number {
  if (code === 'OK') return exitCodes.ok;
  return claimCodes[code].about === 'network' ? exitCodes.network : exitCodes.problems;
}

/** For programs: one JSON document on one line. */
export function claimJson({ version, checkedAt, checked, failures, exitStatus }: ClaimReport): string {
  const report = {
    version: VERSION,
    tool: { name: 'trust-passport', version },
    ok: exitStatus === 0,
    exit_status: exitStatus,
    checked_at: checkedAt ?? null,
    result: checked === undefined ? null : resultJson(checked),
    failures: failures.map(({ code, message, hint = null, file = null }) => ({ code, message, hint, file })),
  };
  return `${printableJson(report)}\n`;
}

function resultJson(checked: CheckedClaim): object {
  const { file, source, online, verdict } = checked;
  const { code, message } = verdict;
  const failed = verdict.holds ? undefined : verdict;
  const { claim, place } = verdict.holds ? verdict : {};
  return {
    file,
    source,
    code,
    about: claimCodes[code].about,
    message,
    pointer: failed?.pointer ?? null,
    hint: failed?.hint ?? null,
    slug: claim?.slug ?? null,
    url: claim?.url ?? null,
    claim_url: claim?.claim_url ?? null,
    key_id: claim?.key_id ?? null,
    public_key: claim?.public_key ?? null,
    payload_digest: claim?.payload_digest ?? null,
    issued_at: claim?.issued_at ?? null,
    expires_at: claim?.expires_at ?? null,
    proof: place ? { address: place.address, read: online ? 'online' : 'file' } : null,
    not_proven: verdict.holds ? notProven(checked) : [],
  };
}

/** For people. */
export function claimText(checked: CheckedClaim, paint: Paint): string {
  const { file, online, verdict } = checked;
  const name = printable(file);
  if (!verdict.holds) {
    const { code, message, pointer, hint } = verdict;
    const word = claimCodes[code].about === 'network' ? paint('warning', 'NO ANSWER') : paint('bad', 'REFUSED');
    const lines = [`${word} ${paint('quiet', code)} ${name}`, `  ${printable(message)}`];
    if (pointer) lines.push(`  at ${printable(pointer)}`);
    if (hint) lines.push(`  ${paint('label', 'hint:')} ${printable(hint)}`);
    return `${lines.join('\n')}\n`;
  }
  const { claim, place, message } = verdict;
  return `${[
    `${paint('good', 'OK')} ${name}`,
    `  ${printable(message)}`,
    `  key:         ${claim.key_id}`,
    `  proof:       ${printable(place.address)}${online ? '' : ', by your own word'}`,
    `  expires at:  ${claim.expires_at}`,
    `  not proven:  ${notProven(checked).join('\n               ')}`,
  ].join('\n')}\n`;
}

/** What OK does not say, each as the end of "it is not proven that …". */
function notProven({ online, remembers }: CheckedClaim): readonly string[] {
  return [
    'what the source says is true',
    'the owner of the host or repository is who people take them for',
    'they still own it, or still have the key, after this moment',
    ...(online ? [] : ['the proof was found there: that is your own word (--proof)']),
    ...(remembers ? [] : ['it was not accepted before: there is no --state to tell that by']),
  ];
}
