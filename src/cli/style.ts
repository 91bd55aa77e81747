import { PassportError } from '../errors.js';
import type { Io } from '../node/io.js';
import type { Paint, Tone } from '../encoding/paint.js';

// SGR parameters (ECMA-48 section 8.3.117): what starts each tone, and what ends it.
const codes: Readonly<Record<Tone, readonly [start: number, end: number]>> = {
  title: [1, 22],
  label: [2, 22],
  good: [32, 39],
  warning: [33, 39],
  bad: [31, 39],
  quiet: [2, 22],
};

export type ColorChoice = 'auto' | 'always' | 'never';

/** Colours where asked for, or on a terminal unless NO_COLOR is set (no-color.org) or the terminal is dumb. */
export function painter(choice: ColorChoice, io: Io, isTerminal: boolean): Paint {
  const automatic = isTerminal && !io.env.NO_COLOR && io.env.TERM !== 'dumb';
  return choice === 'never' || (choice === 'auto' && !automatic) ? plainly : inColours;
}

export const plainly: Paint = (_, text) => text;

export const inColours: Paint = (tone, text) => `\u001b[${codes[tone][0]}m${text}\u001b[${codes[tone][1]}m`;

/** The value of --color: WHEN, nothing for always; --no-color is never. */
export function colorChoice(value: unknown): ColorChoice {
  if (value === undefined || value === 'auto') return 'auto';
  if (value === '' || value === true || value === 'always') return 'always';
  if (value === false || value === 'never') return 'never';
  throw new PassportError('ERR_USAGE', `--color ${String(value)} is not known`, { hint: 'use auto, always or never' });
}
