import { parseAuthored } from '../author/authored.js';
import { printable } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import { exitCodes } from './exit-codes.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Manifest, Overlay } from '../passport/types.generated.js';

/**
 * Asks for a passphrase without showing it, again until it is not empty; twice where it is a new one.
 * @throws PassportError ERR_CANCELLED, ERR_PASSPHRASE where the two differ
 */
export async function askPassphrase(question: string, isNew: boolean): Promise<string> {
  const first = await askHidden(question);
  if (isNew && (await askHidden('The same once more:')) !== first) {
    throw new PassportError('ERR_PASSPHRASE', 'the two passphrases differ: nothing was written');
  }
  return first;
}

async function askHidden(message: string): Promise<string> {
  const { passphrase } = await ask({
    type: 'password',
    name: 'passphrase',
    message,
    // Otherwise a key stroke would show it.
    toggleMask: false,
    validate: (text: string) => text !== '' || 'an empty passphrase protects nothing',
  });
  return passphrase as string;
}

/** The questions go to standard error: standard output is for results. */
async function ask(question: object, hint?: string): Promise<Record<string, unknown>> {
  // Modules only, which the bundle can import but not require.
  const { default: inquirer } = await import('inquirer');
  const prompt = inquirer.createPromptModule({ output: process.stderr });
  try {
    return await prompt([question] as unknown as Parameters<typeof prompt>[0]);
  } catch (cause) {
    if ((cause as Error).name !== 'ExitPromptError') throw cause;
    // At the end of input the process is already leaving: its status is set now or never.
    process.exitCode = exitCodes.cancelled;
    throw new PassportError('ERR_CANCELLED', 'cancelled: nothing was written', { hint, cause });
  }
}

/**
 * Asks for the categories that a manifest has no place for. What the overlay has is not asked again.
 */
export async function askCategories(
  manifestText: string,
  overlay: Overlay,
  known: RegistryProfile['categories'],
): Promise<Overlay> {
  const manifest = parseAuthored('manifest', manifestText) as unknown as Manifest;
  const choose = async (message: string, choices: readonly string[]): Promise<string[]> => {
    const hint = 'the categories can be given in a file: --overlay FILE';
    const { category } = await ask({ type: 'select', name: 'category', message, choices: [...choices] }, hint);
    return [category as string];
  };
  const artifact = { ...overlay.artifact };
  artifact.categories ??= await choose(`What is ${printable(manifest.artifact.name)} for?`, known.artifact);
  const capabilities: NonNullable<Overlay['capabilities']> = { ...overlay.capabilities };
  for (const [number, { id, name }] of manifest.capabilities.entries()) {
    const key =
      [id, String(number)].find((candidate) => candidate !== undefined && Object.hasOwn(capabilities, candidate)) ??
      String(number);
    const entry = { ...capabilities[key] };
    entry.categories ??= await choose(`What kind of capability is "${printable(name)}"?`, known.capability);
    capabilities[key] = entry;
  }
  return { artifact, capabilities };
}
