import { styleText } from 'node:util';
import { PassportError } from '../errors.js';
import type { Io } from '../node/io.js';
import type { Paint, Tone } from '../render/card.js';

const formats: Readonly<Record<Tone, Parameters<typeof styleText>[0]>> = {
  title: 'bold',
  label: 'dim',
  good: 'green',
  warning: 'yellow',
  bad: 'red',
  quiet: 'dim',
};

export type ColorChoice = 'auto' | 'always' | 'never';

/** Colours where asked for, or on a terminal unless NO_COLOR is set (no-color.org) or the terminal is dumb. */
export function painter(choice: ColorChoice, io: Io, isTerminal: boolean): Paint {
  const automatic = isTerminal && !io.env.NO_COLOR && io.env.TERM !== 'dumb';
  if (choice === 'never' || (choice === 'auto' && !automatic)) return (_, text) => text;
  return (tone, text) => styleText(formats[tone], text);
}

/** The value of --color: WHEN, nothing for always; --no-color is never. */
export function colorChoice(value: unknown): ColorChoice {
  if (value === undefined || value === 'auto') return 'auto';
  if (value === '' || value === true || value === 'always') return 'always';
  if (value === false || value === 'never') return 'never';
  throw new PassportError('ERR_USAGE', `--color ${String(value)} is not known`, { hint: 'use auto, always or never' });
}
