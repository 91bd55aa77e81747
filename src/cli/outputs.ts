import { PassportError } from '../errors.js';
import { descriptorOf } from '../node/descriptors.js';
import { isSameFile, oneName } from '../node/files.js';
import type { Output } from './formats.js';

/**
 * The outputs by what their names lead to: /dev/stdout is standard output, and no two go to one file.
 * @throws PassportError ERR_USAGE
 */
export async function settleOutputs(outputs: readonly Output[]): Promise<Output[]> {
  const settled: Output[] = [];
  const taken = new Map<string, string>();
  for (const { format, file } of outputs) {
    const descriptor = file === undefined ? 1 : await descriptorOf(file);
    const name = descriptor === undefined ? await oneName(file as string) : `descriptor ${descriptor}`;
    const said = descriptor === 1 ? 'standard output' : (file as string);
    const before = taken.get(name);
    if (before !== undefined) {
      const place = descriptor === 1 ? said : `one file, ${before === said ? said : `${before} and ${said}`}`;
      throw usage(`two formats go to ${place}`, 'give each a file of its own: --format NAME:FILE');
    }
    taken.set(name, said);
    settled.push({ format, file: descriptor === 1 ? undefined : file });
  }
  return settled;
}

/** A report never goes over what it is about. @throws PassportError ERR_USAGE */
export async function refuseInputs(outputs: readonly Output[], used: readonly string[]): Promise<void> {
  for (const { file } of outputs) {
    if (file === undefined) continue;
    for (const path of used) {
      if (await isSameFile(path, file)) {
        throw usage(`the report ${file} is an input of this run`, 'choose another name');
      }
    }
  }
}

function usage(message: string, hint: string): PassportError {
  return new PassportError('ERR_USAGE', message, { hint });
}
