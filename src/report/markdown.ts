import { codeSpan, inline } from '../encoding/markdown-text.js';
import { counted, countSeverities, type Formatter, type ReportedFile, sourcesOf, tooManyWarnings } from './report.js';

// A comment on GitHub has 65,536 characters at most.
const MAX_LENGTH = 60_000;

/** For pull requests and job summaries: what was found as tables, one for each file. */
export const markdown: Formatter = (report) => {
  const { files, failures } = report;
  const { error, warning, info } = countSeverities(files);
  const found = [counted(error, 'error'), counted(warning, 'warning'), ...(info > 0 ? [counted(info, 'notice')] : [])];
  let text = `## Trust passport: ${found.join(', ')}\n\n${counted(sourcesOf(report).length, 'source')} checked.\n`;
  const tooMany = tooManyWarnings(report);
  if (tooMany !== undefined) text += `\nFailed: ${tooMany}.\n`;
  if (failures.length > 0) {
    const items = failures.map(({ code, message, hint, file }) => {
      const parts = [code, ...(file === undefined ? [] : [file])].map(codeSpan);
      return `- ${[...parts, inline(message), ...(hint === undefined ? [] : [`<br>hint: ${inline(hint)}`])].join(' ')}\n`;
    });
    text += `\n### Not done\n\n${items.join('')}`;
  }
  let left = error + warning + info;
  for (const file of files) {
    const { diagnostics } = file;
    if (diagnostics.length === 0) continue;
    const rows = rowsOf(file);
    let table = `\n### ${codeSpan(file.file)}\n\n| line | severity | rule | message | hint |\n| ---: | --- | --- | --- | --- |\n`;
    let shown = 0;
    for (const row of rows) {
      if (text.length + table.length + row.length > MAX_LENGTH) break;
      table += row;
      shown++;
    }
    if (shown > 0) text += table;
    left -= shown;
    if (shown < rows.length) break;
  }
  return left > 0 ? `${text}\n${counted(left, 'more problem')} not shown here.\n` : text;
};

function rowsOf({ diagnostics }: ReportedFile): string[] {
  return diagnostics.map(({ range, severity, ruleId, message, hint }) => {
    const cells = [
      range ? String(range.start.line) : '',
      severity,
      codeSpan(ruleId),
      inline(message),
      inline(hint ?? ''),
    ];
    return `| ${cells.join(' | ')} |\n`;
  });
}
