import { readFile } from 'node:fs/promises';
import { PassportError } from '../errors.js';

/** What `npm run build` makes for browsers. */
export type Asset = 'page.js' | 'reader.js' | 'preview.js' | 'verifier.html';

/** The text of a file that is shipped with the command. @throws PassportError ERR_READ where it was not built */
export async function readAsset(name: Asset): Promise<string> {
  try {
    // Both the compiled file and the bundle lie one folder below dist.
    return await readFile(new URL(`../browser/${name}`, import.meta.url), 'utf8');
  } catch (cause) {
    throw new PassportError('ERR_READ', `cannot read ${name}, which belongs to passport`, {
      hint: 'install passport anew, or build it: npm run build',
      cause,
    });
  }
}
