import { headline } from './headline.js';
import type { Formatter } from './report.js';

/** A line for each diagnostic: `file:line:col severity rule-id message`. */
export const compact: Formatter = ({ files }, { paint }) =>
  files.flatMap(({ diagnostics }) => diagnostics.map((diagnostic) => `${headline(diagnostic, paint)}\n`)).join('');
