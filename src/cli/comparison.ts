import type { ReadJson } from '../encoding/json.js';
import type { Paint } from '../encoding/paint.js';
import { printable } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import { type Change, type Comparison, readComparable } from '../verify/changes.js';
import type { Inputs } from './inputs.js';

/** A document or payload to compare with. @throws PassportError ERR_READ, also where it is neither: status 1 would say that it differs */
export async function comparableFile(inputs: Inputs, path: string): Promise<ReadJson> {
  const bytes = await inputs.bytes(path);
  try {
    return readComparable(bytes, path);
  } catch (cause) {
    if (!(cause instanceof PassportError)) throw cause;
    const name = path === '-' ? 'standard input' : path;
    throw new PassportError('ERR_READ', `${name} cannot be compared: ${cause.message}`, {
      hint: 'give a document or payload; passport build SOURCE makes the payload of a source',
      file: path,
      cause,
    });
  }
}

export function changeJson({ kind, pointer, before, after }: Change): object {
  return { kind, pointer, before: before ?? null, after: after ?? null };
}

/** For people: each change with what was and what is, one of them a line. */
export function changesText({ total, changes }: Comparison, paint: Paint, indent: string): string[] {
  const lines = changes.flatMap(({ kind, pointer, before, after }) => [
    `${indent}${paint('warning', kind)} ${pointer === '' ? 'the whole' : printable(pointer)}`,
    ...(before === undefined ? [] : [`${indent}  ${paint('bad', `- ${printable(before)}`)}`]),
    ...(after === undefined ? [] : [`${indent}  ${paint('good', `+ ${printable(after)}`)}`]),
  ]);
  const more = total - changes.length;
  return more > 0 ? [...lines, `${indent}and ${more} more`] : lines;
}
