import { docsOf } from '../diagnostic.js';
import type { Paint, Tone } from '../encoding/paint.js';
import { catalogue, type Level, type ProfileName, profileNames, type RuleId } from '../validate/catalogue.js';
import { foldText } from './folded-text.js';

const ruleIds = Object.keys(catalogue) as RuleId[];

const tones: Readonly<Record<Level, Tone>> = { error: 'bad', warning: 'warning', info: 'label', off: 'quiet' };

export interface RuleListOptions {
  readonly paint: Paint;
  /** Columns. */
  readonly width: number;
}

/** All rules in their groups, one a line where there is room, with their levels in a profile. */
export function rulesAsText(profile: ProfileName, { paint, width }: RuleListOptions): string {
  const legend = 'What is marked * has one level in all profiles, which can be neither changed nor ignored.';
  const lines = foldText(`Rules and their levels in the profile ${profile}. ${legend}`, width);
  for (const group of new Set(ruleIds.map(groupOf))) {
    const ids = ruleIds.filter((id) => groupOf(id) === group);
    lines.push('', paint('title', group));
    const idColumns = Math.max(...ids.map((id) => id.length));
    for (const id of ids) {
      const { summary, levels, fixed } = catalogue[id];
      const level = levels[profile];
      const start = `  ${id.padEnd(idColumns)}  `;
      const mark = fixed ? '*' : '';
      const indent = start.length + LEVEL_COLUMNS + 2;
      const [first = '', ...rest] = foldText(summary, Math.max(20, width - indent));
      const padding = ' '.repeat(LEVEL_COLUMNS - level.length - mark.length + 2);
      lines.push(`${start}${paint(tones[level], level)}${mark}${padding}${first}`);
      lines.push(...rest.map((line) => ' '.repeat(indent) + line));
    }
  }
  return `${lines.join('\n')}\n`;
}

const LEVEL_COLUMNS = 'warning'.length;

function groupOf(id: RuleId): string {
  return id.slice(0, id.indexOf('/'));
}

/** For programs. */
export function rulesAsJson(profile: ProfileName): string {
  const rules = ruleIds.map((id) => {
    const { summary, levels, fixed } = catalogue[id];
    return { id, level: levels[profile], levels, fixed, summary, docs: docsOf(id) };
  });
  return `${JSON.stringify({ version: 1, profile, rules }, null, 2)}\n`;
}

/** The table of docs/diagnostics.md: each rule leads to its page, and what is fixed is bold. */
export function rulesAsMarkdown(profiles: readonly ProfileName[] = profileNames): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const head = ['rule', ...profiles, 'what it finds'];
  const rows = ruleIds.map((id) => {
    const { summary, levels, fixed } = catalogue[id];
    const shown = profiles.map((profile) => (fixed ? `**${levels[profile]}**` : levels[profile]));
    return row([`[\`${id}\`](${docsOf(id).replace(/^docs\//, '')})`, ...shown, summary]);
  });
  return [row(head), row(head.map(() => '---')), ...rows].join('');
}
