// Compiles src/ into dist/, then bundles the command into dist/bin/: one small file to start, the rest loaded when
// a command needs it. The library is not bundled.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });
const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);

/**
 * A package that takes longer to load than the whole check of a source, and of which few sources have need: read when
 * it is first called, which a module may do with what is bundled and is no module itself.
 */
const late = {
  name: 'late',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^spdx-correct$/ }, ({ path, kind, resolveDir }) =>
      kind === 'import-statement' ? { path, namespace: 'late', pluginData: resolveDir } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'late' }, ({ path, pluginData }) => ({
      contents: `export default (...values) => require(${JSON.stringify(path)})(...values);`,
      resolveDir: pluginData,
    }));
  },
};

/**
 * The parser of command lines brings three copies of a package that measures texts, each of which makes tables of all
 * scripts when it is loaded: a fifth of a start. Our own measure makes them when it needs them.
 */
const ownWidth = {
  name: 'own-width',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^string-width$/ }, () => ({ path: 'string-width', namespace: 'own' }));
    onLoad({ filter: /.*/, namespace: 'own' }, () => ({
      contents: "export { displayWidth as default } from './dist/encoding/display-width.js';",
      resolveDir: '.',
    }));
  },
};

const { metafile } = await build({
  metafile: true,
  entryPoints: { passport: 'dist/cli/bin.js' },
  outdir: 'dist/bin',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  // What is shorter is read sooner; names stay, for whoever reports a bug.
  minifyWhitespace: true,
  minifySyntax: true,
  plugins: [late, ownWidth],
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
  const { name, version, license, author, repository } = JSON.parse(readFileSync(`${path}/package.json`, 'utf8'));
  const licence = readdirSync(path).find((file) => /^licen[cs]e/i.test(file));
  if (licence) return `${name} ${version}\n\n${readFileSync(`${path}/${licence}`, 'utf8').trim()}\n`;
  // Lists of names come without the text of their licence, which asks for its name and for theirs.
  if (!license || !repository) throw new Error(`${path} says nothing of its licence`);
  const by = author === undefined ? '' : ` by ${author.name ?? author}`;
  return `${name} ${version}${by}, ${repository.url ?? repository}\n\nLicensed under ${license}, unchanged.\n`;
});
writeFileSync('dist/bin/THIRD-PARTY-NOTICES', notices.join(`\n${'-'.repeat(80)}\n\n`));
