// Compiles src/ into dist/, then bundles the command into dist/bin/: one small file to start, the rest loaded when
// a command needs it. The library is not bundled.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });
const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);

const { metafile } = await build({
  metafile: true,
  entryPoints: { passport: 'dist/cli/bin.js' },
  outdir: 'dist/bin',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  // Its build for node is CommonJS, which a module bundle cannot require from; this one is the same code as modules.
  alias: { yaml: fileURLToPath(new URL('../node_modules/yaml/browser/index.js', import.meta.url)) },
  // Prompts are loaded as they are, on the rare occasion.
  external: ['inquirer'],
  legalComments: 'none',
  logLevel: 'warning',
});

// The bundle holds code of others: their licences go with it.
const packages = new Set(
  Object.keys(metafile.inputs).flatMap((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []),
);
const notices = [...packages].sort().map((path) => {
  const { name, version } = JSON.parse(readFileSync(`${path}/package.json`, 'utf8'));
  const licence = existsSync(path) && readdirSync(path).find((file) => /^licen[cs]e/i.test(file));
  if (!licence) throw new Error(`${path} has no licence file`);
  return `${name} ${version}\n\n${readFileSync(`${path}/${licence}`, 'utf8').trim()}\n`;
});
writeFileSync('dist/bin/THIRD-PARTY-NOTICES', notices.join(`\n${'-'.repeat(80)}\n\n`));
