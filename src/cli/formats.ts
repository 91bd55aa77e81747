import { nearest } from '../encoding/nearest.js';
import { PassportError } from '../errors.js';
import type { Formatter } from '../report/report.js';

/** The formats of a report and where their code is: a run loads those that it writes. */
const loaders = {
  pretty: async () => (await import('../report/pretty.js')).pretty,
  compact: async () => (await import('../report/compact.js')).compact,
  plain: async () => (await import('../report/plain.js')).plain,
  json: async () => (await import('../report/json.js')).json,
  sarif: async () => (await import('../report/sarif.js')).sarif,
  github: async () => (await import('../report/github.js')).github,
  junit: async () => (await import('../report/junit.js')).junit,
  markdown: async () => (await import('../report/markdown.js')).markdown,
} as const satisfies Readonly<Record<string, () => Promise<Formatter>>>;

export type FormatName = keyof typeof loaders;

export const formatNames = Object.keys(loaders) as readonly FormatName[];

/** A format and the file that it goes to; standard output where there is none. */
export interface Output {
  readonly format: FormatName;
  readonly file: string | undefined;
}

/**
 * The values of --format, each NAME or NAME:FILE, as they are written.
 * @throws PassportError ERR_USAGE
 */
export function parseFormats(words: readonly string[]): Output[] {
  return words.map((word): Output => {
    const [, name = '', file] = /^([^:]*)(?::(.*))?$/s.exec(word) ?? [];
    if (!isFormatName(name)) {
      const meant = nearest(name, formatNames);
      const near = meant === undefined ? '' : `did you mean ${meant}? `;
      throw usage(`--format ${word} is not known`, `${near}the formats are ${formatNames.join(', ')}, each with :FILE`);
    }
    if (file === '') throw usage(`--format ${word} names no file`, `write ${name}, or ${name}:FILE`);
    return { format: name, file: file === '-' ? undefined : file };
  });
}

/** Whether nobody but people is to read it. */
export function isForPeople(format: FormatName): boolean {
  return format === 'pretty' || format === 'plain' || format === 'compact';
}

export function loadFormat(name: FormatName): Promise<Formatter> {
  return loaders[name]();
}

function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(loaders, name);
}

function usage(message: string, hint: string): PassportError {
  return new PassportError('ERR_USAGE', message, { hint });
}
