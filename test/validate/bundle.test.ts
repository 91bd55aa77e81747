import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The files of which something is left in a bundle for browsers of these sources. */
async function bundled(contents: string): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root },
    bundle: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    // What package.json maps to the built file.
    alias: {
      '#arithmetic': join(root, 'src/keys/arithmetic.ts'),
      '#compact-json': join(root, 'src/encoding/compact-json.ts'),
    },
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
}

describe('a bundle of verifyPassport alone', () => {
  test('holds the validators that it asks, the arithmetic, and nothing for authors', async () => {
    const files = await bundled(`export { verifyPassport } from './src/index.ts';`);
    const named = (pattern: RegExp) => files.filter((file) => pattern.test(file)).sort();
    expect(named(/\.generated\.ts$/)).toEqual(
      ['passport', 'revocations', 'state', 'trust-file'].map((name) => `src/validate/schemas/${name}.generated.ts`),
    );
    expect(named(/src\/(?:author|sign|render|node|cli)\//)).toEqual([]);
    expect(named(/node_modules/).map((file) => file.replace(/.*node_modules\//, ''))).toEqual(
      expect.arrayContaining(['@noble/ed25519/index.js', '@noble/hashes/sha2.js']),
    );
    expect(named(/node_modules\/(?!@noble\/(?:ed25519\/index|hashes\/(?:sha2|_md|_u64|utils))\.js$)/)).toEqual([]);
  });

  test('a bundle of parseSource holds the validators for sources', async () => {
    const files = await bundled(`export { parseSource } from './src/index.ts';`);
    expect(files).toContain('src/validate/schemas/source.generated.ts');
    expect(files).not.toContain('src/validate/schemas/passport.generated.ts');
  });
});
