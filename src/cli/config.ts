import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Config } from '../author/config.js';
import { decodeUtf8 } from '../encoding/utf8.js';
import { PassportError } from '../errors.js';
import { exists, readBytes, readIfThere } from '../node/files.js';

/** A configuration, its paths as one names them from the working directory. */
export interface FoundConfig extends Config {
  /** Where it was found; undefined where there is none. */
  readonly file: string | undefined;
}

/** What there is without one. */
export const noConfig: FoundConfig = { file: undefined };

const NAME = 'passport.config.yaml';

/**
 * The configuration of the file named; without one, that of the nearest folder from here up to the repository's root
 * which has any (outside of a repository, of this folder alone): passport.config.yaml, or the member passport of package.json.
 * @throws PassportError ERR_READ, ERR_INVALID_SOURCE, ERR_INVALID_JSON
 */
export async function loadConfig(named: string | undefined): Promise<FoundConfig> {
  if (named !== undefined) return rebased(await parsed(named, await readBytes(named)), named);
  for (const path of await configPaths()) {
    const bytes = await readIfThere(path);
    const config = bytes && (await parsed(path, bytes));
    if (config) return rebased(config, path);
  }
  return noConfig;
}

/** Where a configuration that is not named is looked for, the first that there is. */
export async function configPaths(): Promise<string[]> {
  const folders = await projectFolders();
  return folders.flatMap((folder) => [NAME, 'package.json'].map((name) => relative(resolve('.'), join(folder, name))));
}

/** From here up to the root of the repository. Outside of one, what stands further up is anybody's. */
async function projectFolders(): Promise<string[]> {
  const folders: string[] = [];
  for (let folder = resolve('.'); ; folder = dirname(folder)) {
    folders.push(folder);
    if (await exists(join(folder, '.git'))) return folders;
    if (folder === dirname(folder)) return folders.slice(0, 1);
  }
}

async function parsed(path: string, bytes: Uint8Array): Promise<Config | undefined> {
  const isPackage = path.endsWith('package.json');
  // Most packages say nothing of passports, and need not be understood.
  if (isPackage && !Buffer.from(bytes).includes('"passport"')) return undefined;
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    const { invalidUtf8 } = await import('../encoding/json.js');
    throw invalidUtf8(bytes, path);
  }
  const { parseConfig, parsePackageConfig } = await import('../author/config.js');
  return isPackage ? parsePackageConfig(text, path) : parseConfig(text, path);
}

function rebased(config: Config | undefined, file: string): FoundConfig {
  if (!config) {
    throw new PassportError('ERR_USAGE', `${file} has no member "passport"`, {
      hint: `name a ${NAME}, or a package.json that has one`,
    });
  }
  const { overlay, observations, registry, sources, ...rest } = config;
  const folder = dirname(file);
  const at = (path: string): string => (isAbsolute(path) ? path : join(folder, path));
  return {
    ...rest,
    ...(overlay !== undefined && { overlay: at(overlay) }),
    ...(observations !== undefined && { observations: at(observations) }),
    ...(registry !== undefined && { registry: at(registry) }),
    ...(sources !== undefined && { sources: sources.map(at) }),
    file,
  };
}
