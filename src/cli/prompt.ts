import { parseAuthored } from '../author/authored.js';
import { printable } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import { exitCodes } from './exit-codes.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Manifest, Overlay } from '../passport/types.generated.js';

/**
 * Asks for the categories that a manifest has no place for. What the overlay has is not asked again.
 * The questions go to standard error: standard output is for results.
 */
export async function askCategories(
  manifestText: string,
  overlay: Overlay,
  known: RegistryProfile['categories'],
): Promise<Overlay> {
  const manifest = parseAuthored('manifest', manifestText) as unknown as Manifest;
  // Modules only, which the bundle can import but not require.
  const { default: inquirer } = await import('inquirer');
  const prompt = inquirer.createPromptModule({ output: process.stderr });
  const ask = async (message: string, choices: readonly string[]): Promise<string[]> => {
    try {
      const { category } = await prompt([{ type: 'select', name: 'category', message, choices: [...choices] }]);
      return [category as string];
    } catch (cause) {
      if ((cause as Error).name !== 'ExitPromptError') throw cause;
      // At the end of input the process is already leaving: its status is set now or never.
      process.exitCode = exitCodes.cancelled;
      const hint = 'the categories can be given in a file: --overlay FILE';
      throw new PassportError('ERR_CANCELLED', 'cancelled: nothing was written', { hint, cause });
    }
  };
  const artifact = { ...overlay.artifact };
  artifact.categories ??= await ask(`What is ${printable(manifest.artifact.name)} for?`, known.artifact);
  const capabilities: NonNullable<Overlay['capabilities']> = { ...overlay.capabilities };
  for (const [number, { id, name }] of manifest.capabilities.entries()) {
    const key =
      [id, String(number)].find((candidate) => candidate !== undefined && Object.hasOwn(capabilities, candidate)) ??
      String(number);
    const entry = { ...capabilities[key] };
    entry.categories ??= await ask(`What kind of capability is "${printable(name)}"?`, known.capability);
    capabilities[key] = entry;
  }
  return { artifact, capabilities };
}
