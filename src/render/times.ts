import { formatTimestamp, parseTimestamp } from '../encoding/rfc3339.js';
import { observedTime } from '../validate/evidence-age.js';
import { html, type Html } from './html.js';
import { words } from './words.js';

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** A time for people, in UTC; whatever else stands there as it is. */
export function time(text: string, at: string): Html {
  const milliseconds = observedTime(text);
  if (milliseconds === undefined) return words(text, at);
  return html`<time datetime="${formatTimestamp(milliseconds)}" data-at="${at}">${dayOf(milliseconds)}</time>`;
}

export function dayOf(milliseconds: number): string {
  const [, year, month, day, clock] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(
    formatTimestamp(milliseconds),
  ) as string[] & Record<number, string>;
  return `${Number(day)} ${months[Number(month) - 1]} ${year}, ${clock} UTC`;
}

/** Whole days from an observed time to another; undefined where one of them is none. */
export function daysBetween(observed: string | null, later: string | undefined): number | undefined {
  const from = observed === null ? undefined : observedTime(observed);
  const to = later === undefined ? undefined : parseTimestamp(later);
  return from === undefined || to === undefined ? undefined : Math.floor((to - from) / 86_400_000);
}
