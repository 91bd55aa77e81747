// Compiles src/ into dist/, then bundles the command into dist/bin/: one small file to start, the rest loaded when
// a command needs it. The library is not bundled.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });
const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);

await build({
  entryPoints: { passport: 'dist/cli/bin.js' },
  outdir: 'dist/bin',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  // Its build for node is CommonJS, which a module bundle cannot require from; this one is the same code as modules.
  alias: { yaml: new URL('../node_modules/yaml/browser/index.js', import.meta.url).pathname },
  // Prompts are loaded as they are, on the rare occasion.
  external: ['inquirer'],
  legalComments: 'none',
  logLevel: 'warning',
});
