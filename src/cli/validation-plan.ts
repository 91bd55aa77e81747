import type { Level, ProfileName, RuleId } from '../validate/catalogue.js';
import type { Output } from './formats.js';
import type { GivenFiles } from './project.js';

/** What --fail-on can be. */
export const thresholds = ['error', 'warning', 'info', 'never'] as const;

/** What a run of `validate` is to do: its flags, completed by the configuration. */
export interface ValidationPlan {
  /** Names of files, globs, or `-`. */
  readonly words: readonly string[];
  readonly outputs: readonly Output[];
  readonly failOn: (typeof thresholds)[number];
  readonly maxWarnings: number;
  readonly profile: ProfileName | undefined;
  readonly levels: Readonly<Partial<Record<RuleId, Level>>>;
  readonly fix: 'no' | 'show' | 'write';
  readonly unsafe: boolean;
  /** The name that standard input is reported under. */
  readonly stdinName: string;
  readonly given: GivenFiles;
  readonly configFile: string | undefined;
}
