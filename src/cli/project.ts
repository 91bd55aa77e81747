import type { Level, ProfileName, RuleId } from '../validate/catalogue.js';
import type { Arguments } from './command.js';
import { type FoundConfig, loadConfig, noConfig } from './config.js';
import { PassportError } from '../errors.js';

/** The files that a source is built with: those that flags name, else those of the configuration. */
export interface GivenFiles {
  readonly overlay: string | undefined;
  readonly observations: string | undefined;
  readonly registry: string | undefined;
  /** Whether the overlay is the configuration's: for the manifests among the sources, and no others. */
  readonly overlayMayIdle: boolean;
}

/** What a run takes from its project. */
export interface Project {
  readonly given: GivenFiles;
  readonly profile: ProfileName | undefined;
  readonly levels: Readonly<Partial<Record<RuleId, Level>>> | undefined;
  readonly configFile: string | undefined;
}

/** @throws PassportError ERR_USAGE, and what reading the configuration throws */
export async function readProject(args: Arguments): Promise<Project> {
  const config = await configOf(args);
  return { given: givenFiles(args, config), profile: config.profile, levels: config.rules, configFile: config.file };
}

/** The configuration that --config and --no-config leave. */
export async function configOf(args: Arguments): Promise<FoundConfig> {
  const named = args.text('config');
  if (!args.flag('no-config')) return loadConfig(named);
  if (named === undefined) return noConfig;
  throw new PassportError('ERR_USAGE', '--config and --no-config exclude each other', {
    hint: 'leave one of them out',
  });
}

export function givenFiles(args: Arguments, config: FoundConfig): GivenFiles {
  const overlay = args.text('overlay');
  return {
    overlay: overlay ?? config.overlay,
    observations: args.text('observations') ?? config.observations,
    registry: args.text('registry') ?? config.registry,
    overlayMayIdle: overlay === undefined,
  };
}

/** Every file that the project names, itself among them: inputs that nothing may be written over. */
export function projectPaths({ given, configFile }: Pick<Project, 'given' | 'configFile'>): string[] {
  const { overlay, observations, registry } = given;
  return [overlay, observations, registry, configFile].filter((path) => path !== undefined && path !== '-') as string[];
}
