// Compiles src/ into dist/, then bundles the command into dist/bin/: a small file that knows the commands, a file for each
// few of them, and beside those what most runs do not need. The library is not bundled.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });
const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);

/**
 * Which commands share a file: a run reads that of its own command, and none of the others. What several files need is in
 * each of them, so they are few.
 */
const commandGroups = {
  validate: ['validate'],
  verify: ['verify'],
  sign: ['build', 'cosign', 'sign'],
  keys: ['key', 'keygen', 'revoke', 'trust'],
  reading: ['canonicalize', 'completion', 'diff', 'explain', 'inspect', 'rules'],
  authoring: ['claim', 'import', 'init', 'sync'],
  pages: ['preview', 'render', 'verifier'],
  many: ['batch', 'resign'],
};
const commandPath = (name) => resolve('dist/cli/commands', `${name}.js`);
const groupPath = (group) => resolve('dist/cli', `${group}.group.js`);
const grouped = Object.values(commandGroups).flat();
const commands = readdirSync('dist/cli/commands').filter((name) => name.endsWith('.js'));
if (commands.length !== grouped.length)
  throw new Error(`commandGroups has not the commands that there are: ${commands}`);
for (const [group, names] of Object.entries(commandGroups)) {
  writeFileSync(groupPath(group), names.map((name) => `export * from './commands/${name}.js';\n`).join(''));
}

/**
 * Modules that take longer to load than the whole check of a source, and of which most runs have no need: each has a
 * file of its own, which is read when something of it is first used. The class of errors is among them, so that there is
 * one of it: whoever catches an error asks for its class.
 */
const lateModules = new Map([
  ...[
    ...[
      'age-encryption',
      'asn1js',
      'chokidar',
      'cli-progress',
      'diff',
      'dockerfile-ast',
      'smol-toml',
      'spdx-correct',
      'sshpk',
    ],
    ...['tinyglobby', 'yaml', 'yargs'],
  ].map((name) => [name, name]),
  ...readdirSync('dist/validate/schemas')
    .filter((name) => name.endsWith('.generated.js') && !name.startsWith('source.'))
    .map((name) => [resolve('dist/validate/schemas', name), name.replace('.generated.js', '')]),
  ...Object.entries(commandGroups).flatMap(([group, names]) =>
    names.map((name) => [commandPath(name), `commands-${group}`]),
  ),
  [resolve('dist/errors.js'), 'errors'],
  // What reads files of authors and registries.
  ...['authored', 'overlay'].map((name) => [resolve('dist/author', `${name}.js`), `author-${name}`]),
]);
/** @param folder where they are, seen from the bundle that reads them */
const lateFrom = (folder) => ({
  name: 'late',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\w|\.js$/ }, ({ path, resolveDir, kind, importer }) => {
      const known = path.startsWith('.') ? resolve(resolveDir, path) : path;
      return kind !== 'entry-point' && !importer.endsWith('.group.js') && lateModules.has(known)
        ? { path: known, namespace: 'late' }
        : undefined;
    });
    onResolve({ filter: /.*/, namespace: 'late' }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /.*/, namespace: 'late' }, async ({ path }) => {
      const read = `require('${folder}/${lateModules.get(path)}.js')`;
      const names = await import(path);
      // Of packages that are not modules node finds some names only; all are on what they export.
      const getters = [...new Set([...Object.keys(names), ...Object.keys(names.default ?? {})])].map(
        (name) => `${JSON.stringify(name)}: { enumerable: true, get: () => ${read}[${JSON.stringify(name)}] }`,
      );
      // Some packages are a function.
      const call = `(...values) => (typeof ${read} === 'function' ? ${read} : ${read}.default)(...values)`;
      const contents = `module.exports = Object.defineProperties(${call}, { ${getters.join()} });`;
      return { contents };
    });
  },
});

/** Of node itself what few runs need: it is not loaded before that. */
const lateNode = {
  name: 'late-node',
  setup({ onResolve, onLoad }) {
    const names = 'child_process fs/promises http https net os readline timers/promises tty v8 worker_threads zlib';
    const late = new Set(names.split(' ').map((name) => `node:${name}`));
    onResolve({ filter: /^node:/ }, ({ path, namespace }) =>
      namespace !== 'late-node' && late.has(path) ? { path, namespace: 'late-node' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'late-node' }, async ({ path }) => {
      const getters = Object.keys(await import(path)).map(
        (name) => `${JSON.stringify(name)}:{enumerable:true,get:()=>read()[${JSON.stringify(name)}]}`,
      );
      const read = `let known;const read=()=>known??=require(${JSON.stringify(path)});`;
      return { contents: `${read}module.exports=Object.defineProperties({},{${getters.join()}});` };
    });
  },
};

/**
 * The parser of command lines brings three copies of a package that measures texts, each of which makes tables of all
 * scripts when it is loaded: a fifth of a start. Our own measure makes them when it needs them.
 */
const ownWidth = {
  name: 'own-width',
  setup({ onResolve, onLoad }) {
    // The progress bar has its own, which it calls as a function of CommonJS.
    onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      importer.includes('cli-progress') ? undefined : { path: 'string-width', namespace: 'own' },
    );
    onLoad({ filter: /.*/, namespace: 'own' }, () => ({
      contents: "export { displayWidth as default } from './dist/encoding/display-width.js';",
      resolveDir: '.',
    }));
  },
};

const banner = (path) => `'use strict';const moduleUrl=require('node:url').pathToFileURL(${path}).href;`;
const shared = {
  metafile: true,
  bundle: true,
  platform: 'node',
  // Node starts sooner with CommonJS than with modules, and only CommonJS can read something when it is first used.
  format: 'cjs',
  banner: { js: banner('__filename') },
  define: { 'import.meta.url': 'moduleUrl' },
  target: 'node20.19',
  // What is shorter is read sooner; names stay, for whoever reports a bug.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
};
const bundles = await Promise.all([
  build({
    ...shared,
    // The worker is what threads of the command run.
    entryPoints: { passport: 'dist/cli/bin.js', worker: 'dist/cli/worker.js' },
    outdir: 'dist/bin',
    plugins: [lateNode, lateFrom('./late'), ownWidth],
    // Prompts are loaded as they are, on the rare occasion.
    external: ['inquirer'],
  }),
  build({
    ...shared,
    entryPoints: Object.fromEntries([
      ...[...lateModules]
        .filter(([path]) => !path.startsWith(resolve('dist/cli')))
        .map(([path, place]) => [place, path]),
      ...Object.keys(commandGroups).map((group) => [`commands-${group}`, groupPath(group)]),
    ]),
    outdir: 'dist/bin/late',
    // Seen from the command, whatever file of it is running.
    banner: { js: banner("require('node:path').join(__dirname,'../passport.js')") },
    plugins: [lateNode, lateFrom('.'), ownWidth],
    external: ['inquirer'],
  }),
]);
writeFileSync('dist/bin/package.json', '{ "type": "commonjs" }\n');
// Patterns keep their letters, and one letter beyond Latin doubles what node has to read and hold.
for (const { outputs } of bundles.map(({ metafile }) => metafile)) {
  for (const path of Object.keys(outputs)) {
    const escape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    writeFileSync(path, readFileSync(path, 'utf8').replace(/[^\0-\x7f]/g, escape));
  }
}

await import('./build-browser.mjs');

// The bundle holds code of others: their licences go with it.
const packages = new Set(
  bundles
    .flatMap(({ metafile }) => Object.keys(metafile.inputs))
    .flatMap((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []),
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
