import type { Diagnostic, Fix, Range } from '../diagnostic.js';
import { printableJson } from '../encoding/printable.js';
import { countSeverities, type Formatter, sourcesOf } from './report.js';
import { withoutSecrets } from './withheld.js';

/** The version of the form, which `schemas/report.json` describes. Members may be added to it, none is ever renamed. */
const VERSION = 1;

/** For programs: one JSON document on one line. */
export const json: Formatter = ({ version, files, failures, exitStatus }) => {
  const report = {
    version: VERSION,
    tool: { name: 'trust-passport', version },
    ok: exitStatus === 0,
    exit_status: exitStatus,
    counts: countSeverities(files),
    files: sourcesOf({ files }).map(({ file }) => file),
    diagnostics: files.flatMap(({ file, diagnostics }) => diagnostics.map((one) => diagnosticJson(one, file))),
    failures: failures.map(({ code, message, hint = null, file = null }) => ({ code, message, hint, file })),
  };
  return `${printableJson(report)}\n`;
};

function diagnosticJson(diagnostic: Diagnostic, reportedFile: string): object {
  const { ruleId, severity, message, file = reportedFile, ...rest } = withoutSecrets(diagnostic);
  const { range, pointer = null, hint = null, suggestions, fix, docs, related } = rest;
  return {
    ruleId,
    severity,
    message,
    file,
    range: rangeJson(range),
    pointer,
    hint,
    suggestions,
    fix: fixJson(fix),
    docs,
    related: related.map((place) => ({
      message: place.message,
      file: place.file ?? file,
      range: rangeJson(place.range),
      pointer: place.pointer ?? null,
    })),
  };
}

function rangeJson(range: Range | undefined): object | null {
  if (!range) return null;
  const [start, end] = [range.start, range.end].map(({ line, column, offset }) => ({ line, column, offset }));
  return { start, end };
}

function fixJson(fix: Fix | undefined): object | null {
  if (!fix) return null;
  const { description, safe, edits } = fix;
  return { description, safe, edits: edits.map(({ range, text }) => ({ range: rangeJson(range), text })) };
}
