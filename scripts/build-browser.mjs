// What runs in browsers, into dist/browser/: the scripts of pages, and the verifier, which is one file that needs nothing.
// Bundled from src/ and not from dist/, as nobody imports it. What makes the verifier's page is in dist/ already.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { build } from 'esbuild';
import { renderVerifierPage } from '../dist/render/verifier-page.js';

/**
 * What explains to authors how to write a passport would be a fifth of a verifier, and nobody writes one there: the
 * same findings in fewer words. And of the validators what checks, without the schemas that explanations are made from.
 */
const brief = {
  name: 'brief',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/(?:schema|received)\.js$/ }, ({ path, importer }) => {
      const name = basename(path, '.js');
      return importer.includes('brief-') ? undefined : { path: resolve(`src/validate/brief-${name}.ts`) };
    });
    // A shorter way to the same bytes, for whoever verifies many.
    onLoad({ filter: /jcs-slices\.ts$/ }, () => ({
      contents: 'export const canonicalSlices = () => undefined;',
      loader: 'ts',
    }));
    // When a code is given stands in docs/verdicts.md; what a page needs is which verdict it has.
    onLoad({ filter: /verdict-codes\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const contents = text.replace(/\b(invalid|untrusted|unverifiable)\(\s*(?:'[^']*'|"[^"]*"),?\s*\)/g, "$1('')");
      if (contents.length > text.length - 2000) throw new Error(`the form of ${path} has changed`);
      return { contents, loader: 'ts' };
    });
    onLoad({ filter: /schemas[/\\][a-z-]+\.generated\.ts$/ }, ({ path }) => {
      // Of no page's policy there is a state, and without one nobody asks.
      if (basename(path).startsWith('state.')) {
        return { contents: 'export const validate = () => false, schema = {};', loader: 'ts' };
      }
      const text = readFileSync(path, 'utf8');
      const contents = text
        .replace(/export \{ schema\d+ as schema \};/, 'export const schema = {};')
        // Where in the schema an error comes from is asked of these two keywords alone.
        .replace(/schemaPath:"(?:[^"\\]|\\.)*",/g, (place) => (/propertyNames|anyOf/.test(place) ? place : ''));
      if (contents.length === text.length) throw new Error(`the form of ${path} has changed`);
      return { contents, loader: 'ts' };
    });
  },
};

const { outputFiles } = await build({
  entryPoints: ['page', 'reader', 'preview', 'verifier'].map((name) => `src/browser/${name}.ts`),
  outdir: 'dist/browser',
  bundle: true,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  minify: true,
  // Whose code is in it; the whole of their licences is in dist/bin/THIRD-PARTY-NOTICES.
  legalComments: 'eof',
  // What package.json maps to the built file where node is not.
  alias: {
    '#arithmetic': resolve('src/keys/arithmetic.ts'),
    '#compact-json': resolve('src/encoding/compact-json.ts'),
  },
  plugins: [brief],
  logLevel: 'warning',
  write: false,
});

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
mkdirSync('dist/browser', { recursive: true });
for (const { path, text } of outputFiles) {
  const name = basename(path);
  if (name === 'verifier.js') writeFileSync('dist/browser/verifier.html', renderVerifierPage(text, version));
  else writeFileSync(path, text);
}
