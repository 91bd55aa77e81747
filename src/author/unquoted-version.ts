import { fieldName, valueAt } from '../encoding/pointer.js';
import { quote } from '../encoding/printable.js';
import type { Finding } from '../validate/finding.js';
import type { ReadText } from './mend.js';

/**
 * Where a text is meant and a number was read that is spelt otherwise, `1.10` or `0x10`, that is what is wrong: it is
 * said instead of the type.
 */
export function nameLostSpelling(findings: readonly Finding[], read: ReadText | undefined): Finding[] {
  return findings.map((finding) => {
    const isText = finding.ruleId === 'schema/type' && finding.fix?.change.kind === 'quote';
    const isVersion = finding.ruleId === 'schema/enum' && finding.pointer === VERSION;
    return ((isText || isVersion) && lostSpelling(finding.pointer, read)) || finding;
  });
}

const VERSION = '/unfragile_version';

/** The number 1 is taken for the version 1.0, which is a text to whoever else reads the manifest. */
export function unquotedVersion(read: ReadText | undefined): Finding[] {
  const finding = valueAt(read?.value ?? null, VERSION) === 1 ? lostSpelling(VERSION, read) : undefined;
  return finding ? [{ ...finding, severity: 'warning' }] : [];
}

function lostSpelling(pointer: string, read: ReadText | undefined): Finding | undefined {
  if (!read) return undefined;
  const value = valueAt(read.value, pointer);
  const range = read.locate(pointer);
  if (typeof value !== 'number' || !range) return undefined;
  const written = read.text.slice(range.start.offset, range.end.offset);
  if (written === String(value)) return undefined;
  const shown = quote(written, 40);
  return {
    ruleId: 'yaml/unquoted-version',
    severity: 'error',
    message: `${fieldName(pointer)} is ${shown.slice(1, -1)}, which is read as the number ${value}`,
    pointer,
    hint: `put it in quotes: ${shown}`,
    fix: { description: 'put it in quotes', safe: true, change: { kind: 'quote' } },
  };
}
