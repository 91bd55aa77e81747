import { a2a } from './a2a.js';
import { cyclonedx } from './cyclonedx.js';
import { dockerfile } from './dockerfile.js';
import { git } from './git.js';
import { huggingface } from './huggingface.js';
import type { Importer } from './importer.js';
import { mcp } from './mcp.js';
import { mcpb } from './mcpb.js';
import { npm } from './npm.js';
import { openrouter } from './openrouter.js';
import { passport } from './passport.js';
import { pyproject } from './pyproject.js';

/** By the word for it on the command line. Where a file could be of several kinds, the first that recognises it has it. */
export const importers = {
  passport,
  a2a,
  openrouter,
  cyclonedx,
  huggingface,
  mcp,
  mcpb,
  npm,
  pyproject,
  dockerfile,
  git,
} as const satisfies Readonly<Record<string, Importer>>;

export type ImportKind = keyof typeof importers;
