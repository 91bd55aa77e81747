import type { Diagnostic, Fix, Range, Severity } from '../diagnostic.js';
import { printableJson } from '../encoding/printable.js';
import { catalogue, isRuleId, type Level } from '../validate/catalogue.js';
import { fingerprintOf } from './fingerprint.js';
import type { Failure, Formatter, Report, ReportedFile } from './report.js';
import { tellable, withoutSecrets } from './withheld.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** Of the form of the fingerprints: section 3.27.17 has the name of each end with it. */
const FINGERPRINT = 'trustPassport/v1';
// Enough to tell two texts apart; a range can be a whole file.
const MAX_FINGERPRINTED = 1_000;

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Readonly<
  Record<Severity, string>
>;

/** SARIF 2.1.0 (OASIS), on one line. Sections in comments are its. */
export const sarif: Formatter = (report) => {
  const { version, files, failures, exitStatus } = report;
  const ruleIds = [...new Set(files.flatMap(({ diagnostics }) => diagnostics.map(({ ruleId }) => ruleId)))].sort();
  const run = {
    tool: { driver: { name: 'trust-passport', semanticVersion: version, rules: ruleIds.map(ruleOf) } },
    invocations: [
      {
        executionSuccessful: failures.length === 0,
        exitCode: exitStatus,
        toolExecutionNotifications: failures.map(notificationOf),
      },
    ],
    artifacts: files.map(({ file }) => ({
      location: artifactOf(file),
      roles: ['analysisTarget'],
      sourceLanguage: 'yaml',
    })),
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    results: resultsOf(report, ruleIds),
  };
  return `${printableJson({ $schema: SCHEMA, version: '2.1.0', runs: [run] })}\n`;
};

function ruleOf(id: string): object {
  const group = { tags: [id.split('/')[0]] };
  if (!isRuleId(id)) return { id, properties: group };
  const { summary } = catalogue[id];
  const { registry, strict }: Readonly<Record<string, Level>> = catalogue[id].levels;
  const level = registry === 'off' ? strict : registry;
  return {
    id,
    shortDescription: message(summary),
    help: {
      text: escapeMessage(`${summary}. For why and what to do: passport explain ${id}`),
      markdown: escapeMessage(`${summary}. For why and what to do: \`passport explain ${id}\``),
    },
    defaultConfiguration: { enabled: registry !== 'off', level: level && level !== 'off' ? levels[level] : 'none' },
    properties: group,
  };
}

function notificationOf({ code, message: text, hint, file }: Failure): object {
  return {
    descriptor: { id: code },
    level: 'error',
    message: message(hint === undefined ? text : `${text}; ${hint}`),
    ...(file === undefined ? {} : { locations: [{ physicalLocation: { artifactLocation: artifactOf(file) } }] }),
  };
}

function resultsOf({ files }: Report, ruleIds: readonly string[]): object[] {
  const boms = new Set(files.flatMap(({ file, text }) => (text?.startsWith('\ufeff') ? [file] : [])));
  const seen = new Map<string, number>();
  return files.flatMap((reported) =>
    reported.diagnostics.map((original) => {
      const diagnostic = withoutSecrets(original);
      const { ruleId, severity, hint, range, pointer, fix, related, file = reported.file } = diagnostic;
      const physical = (name: string, at: Range | undefined): object => ({
        artifactLocation: artifactOf(name),
        ...(at && { region: regionOf(at, boms.has(name)) }),
      });
      const fingerprint = fingerprintOf(identity(reported, diagnostic));
      const occurrence = (seen.get(fingerprint) ?? 0) + 1;
      seen.set(fingerprint, occurrence);
      return {
        ruleId,
        ruleIndex: ruleIds.indexOf(ruleId),
        level: levels[severity],
        message: message(diagnostic.message),
        locations: [
          {
            physicalLocation: physical(file, range),
            ...(pointer && { logicalLocations: [{ fullyQualifiedName: pointer }] }),
          },
        ],
        ...(related.length > 0 && {
          relatedLocations: related.map((place, id) => ({
            id,
            message: message(place.message),
            physicalLocation: physical(place.file ?? file, place.range),
          })),
        }),
        ...(fix && { fixes: [fixOf(fix, file, boms.has(file))] }),
        partialFingerprints: { [FINGERPRINT]: `${fingerprint}:${occurrence}` },
        ...(hint !== undefined && { properties: { hint } }),
      };
    }),
  );
}

/** What makes a problem the same in the next run, wherever in the file it has gone (appendix B: no line numbers). */
function identity({ file, text }: ReportedFile, { ruleId, pointer, range }: Diagnostic): string {
  const offending = range && text?.slice(range.start.offset, range.end.offset).slice(0, MAX_FINGERPRINTED);
  // A hash of a secret could be guessed at.
  return JSON.stringify([ruleId, file, pointer ?? '', tellable(offending)?.replaceAll('\r\n', '\n') ?? '']);
}

/** Section 3.30. A byte order mark is no character there (3.30.2), and no column anywhere. */
function regionOf({ start, end }: Range, hasBom: boolean): object {
  const offset = ({ offset }: { readonly offset: number }): number => Math.max(0, offset - (hasBom ? 1 : 0));
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: offset(start),
    charLength: offset(end) - offset(start),
  };
}

function fixOf({ description, edits }: Fix, file: string, hasBom: boolean): object {
  return {
    description: message(description),
    artifactChanges: [
      {
        artifactLocation: artifactOf(file),
        replacements: edits.map(({ range, text }) => ({
          deletedRegion: regionOf(range, hasBom),
          ...(text !== '' && { insertedContent: { text } }),
        })),
      },
    ],
  };
}

/** Section 3.4: a relative reference (RFC 3986) for what was named relative to where the run was started. */
function artifactOf(file: string): object {
  if (file === '-') return { uri: '-', description: message('standard input') };
  const path = file.toWellFormed();
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return { uri: `file://${encoded}` };
  const [, drive, rest] = /^([A-Za-z]):[\\/](.*)$/s.exec(path) ?? [];
  if (drive !== undefined && rest !== undefined) {
    return { uri: `file:///${drive}:/${rest.split(/[\\/]/).map(encodeURIComponent).join('/')}` };
  }
  return { uri: encoded.replace(/^(?:\.\/)+(?=[^/])/, '') };
}

function message(text: string): object {
  return { text: escapeMessage(text) };
}

/** Sections 3.11.5 and 3.11.6: braces mean an argument, `[text](target)` a link. Neither is ever meant. */
function escapeMessage(text: string): string {
  return text.replace(/(\\*)\]\(/g, '$1$1\\](').replace(/[{}]/g, '$&$&');
}
