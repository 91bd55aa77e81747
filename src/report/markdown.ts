import { printable } from '../encoding/printable.js';
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

// A word in which nothing is markup, a mention, a reference or an address, to any reader of Markdown.
const plainWord = /^["'(“‘«]{0,3}[\p{L}\p{N}][\p{L}\p{M}\p{N}.,;'"()/…–—’”»-]*[!?:]{0,2}["')”’»]{0,2}$|^[–—…]$/u;
const looksLikeReference = /www\.|^\W*gh-\d|[0-9a-f]{7}/i;

/**
 * A text of which every word is text. What has a character with a meaning goes into a code span, the one place where
 * readers leave mentions and addresses alone, too: an escape hides them from Markdown and not from what comes after it.
 */
function inline(text: string): string {
  return printable(text)
    .split(/(\s+)/)
    .map((word) =>
      /^\s*$/.test(word) || (plainWord.test(word) && !looksLikeReference.test(word)) ? word : codeSpan(word),
    )
    .join('');
}

/** CommonMark section 6.1: between runs of backticks longer than any inside. */
function codeSpan(text: string): string {
  // In a table a bar ends the cell even in a code span, and a backslash before it is taken in two ways.
  return printable(text)
    .split('|')
    .map((part) => {
      if (part === '') return '';
      const longest = Math.max(0, ...Array.from(part.matchAll(/`+/g), ([run]) => run.length));
      const fence = '`'.repeat(longest + 1);
      const pad = /^`|`$|^ .* $/.test(part) && part.trim() !== '' ? ' ' : '';
      return `${fence}${pad}${part}${pad}${fence}`;
    })
    .join('&#124;');
}
