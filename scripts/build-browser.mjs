// What runs in browsers, into dist/browser/: the scripts of pages, and the verifier, which is one file that needs nothing.
// From src/ and not from dist/, as nobody imports it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * What explains to authors how to write a passport is a third of a verifier, and nobody writes one here: the same
 * findings in fewer words. And of the validators what is checked, without the schemas that explanations are made from.
 */
const brief = {
  name: 'brief',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/(?:schema|received)\.js$/ }, ({ path, importer }) =>
      importer.includes('brief-')
        ? undefined
        : { path: resolve(`src/validate/brief-${path.replace(/^.*\//, '').replace('.js', '.ts')}`) },
    );
    onLoad({ filter: /\.generated\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      // The value that explanations are made from, and where in the schema an error comes from.
      const contents = text
        .replace(/export (?:\{ schema\d+ as schema \}|const schema = [^;]*);/, 'export const schema = {};')
        .replace(/schemaPath:"(?:[^"\\]|\\.)*",/g, (place) => (/propertyNames|anyOf/.test(place) ? place : ''));
      if (contents === text && !path.includes('types.')) throw new Error(`the form of ${path} has changed`);
      return { contents, loader: 'ts' };
    });
  },
};

const { outputFiles } = await build({
  entryPoints: ['page', 'reader'].map((name) => `src/browser/${name}.ts`),
  outdir: 'dist/browser',
  bundle: true,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  minify: true,
  // The licences of what is in it are in dist/bin/THIRD-PARTY-NOTICES.
  legalComments: 'none',
  // What package.json maps to the built file where node is not.
  alias: { '#arithmetic': resolve('src/keys/arithmetic.ts') },
  plugins: [brief],
  logLevel: 'warning',
  write: false,
});
import { mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('dist/browser', { recursive: true });
for (const { path, contents } of outputFiles) writeFileSync(path, contents);
