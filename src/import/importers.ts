import { dockerfile } from './dockerfile.js';
import { git } from './git.js';
import type { Importer } from './importer.js';
import { mcp } from './mcp.js';
import { mcpb } from './mcpb.js';
import { npm } from './npm.js';
import { pyproject } from './pyproject.js';

/** By the word for it on the command line. Where a file could be of several kinds, the first that recognises it has it. */
export const importers = {
  mcp,
  mcpb,
  npm,
  pyproject,
  dockerfile,
  git,
} as const satisfies Readonly<Record<string, Importer>>;

export type ImportKind = keyof typeof importers;
