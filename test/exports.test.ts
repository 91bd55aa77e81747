import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { build } from 'esbuild';
import { afterAll, describe, expect, test } from 'vitest';
import * as library from '../src/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'passport-exports-'));
mkdirSync(join(folder, 'node_modules'));
symlinkSync(root, join(folder, 'node_modules/trust-passport'), 'junction');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A module of somebody who has installed the package, run by node; what it prints. */
function asUser(code: string): string {
  const file = join(folder, 'user.mjs');
  writeFileSync(file, code);
  return execFileSync(process.execPath, [file], { encoding: 'utf8', cwd: folder, stdio: 'pipe' }).trim();
}

describe('the package as others import it', () => {
  test('trust-passport has what the sources export', () => {
    const names = asUser(`import * as all from 'trust-passport'; console.log(Object.keys(all).sort().join(' '))`);
    expect(names.split(' ')).toEqual(Object.keys(library).sort());
    for (const name of [
      'parseJson',
      'canonicalize',
      'parseSource',
      'buildPassport',
      'signPassport',
      'verifyPassport',
      'capabilityUri',
      'generateKeyPair',
    ]) {
      expect(names.split(' ')).toContain(name);
    }
  });

  test('trust-passport/ed25519 signs and verifies bytes', () => {
    const code = `
      import { getPublicKey, sign, verify } from 'trust-passport/ed25519';
      const secretKey = new Uint8Array(32).fill(7), message = new Uint8Array([1, 2, 3]);
      const signature = sign(message, secretKey), publicKey = getPublicKey(secretKey);
      console.log(signature.length, publicKey.length, verify(signature, message, publicKey), verify(signature, new Uint8Array(), publicKey), verify('x', message, null));`;
    expect(asUser(code)).toBe('64 32 true false false');
  });

  test('trust-passport/schemas/*.json are there', () => {
    const resolve = createRequire(join(folder, 'user.mjs'));
    for (const name of ['source', 'observations', 'registry-profile', 'passport', 'manifest', 'overlay']) {
      const schema = resolve(`trust-passport/schemas/${name}.json`) as { $schema: string };
      expect(schema.$schema).toContain('draft-07');
    }
  });

  test('nothing else can be imported', () => {
    expect(() => asUser(`await import('trust-passport/dist/index.js')`)).toThrow(/ERR_PACKAGE_PATH_NOT_EXPORTED/);
  });

  test('the whole chain works through the library', () => {
    const code = `
      import { readFileSync } from 'node:fs';
      import { buildPassport, emitDocument, generateKeyPair, parseSource, signPassport, verifyPassport } from 'trust-passport';
      const { source } = parseSource(readFileSync(${JSON.stringify(join(root, 'templates/mcp.yaml'))}, 'utf8'));
      const { payload } = buildPassport(source);
      const pair = generateKeyPair();
      const document = await signPassport(payload, pair, { signedAt: '2026-01-31T09:30:00Z' });
      const verdict = verifyPassport(emitDocument(document), { key: pair.publicKey, now: '2026-06-01T00:00:00Z' });
      console.log(verdict.verdict, verdict.signedAt, verdict.issuer);`;
    expect(asUser(code)).toBe('VALID 2026-01-31T09:30:00.000Z unfragile.ai');
  });

  test('every name is documented in the README', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const missing = Object.keys(library).filter((name) => !readme.includes(name));
    expect(missing).toEqual([]);
  });
});

describe('a bundle for browsers', () => {
  test('has nothing of node, and signs and verifies with the web platform alone', async () => {
    const { outputFiles, metafile } = await build({
      stdin: {
        contents: `
          import { generateKeyPair, parseSource, buildPassport, signPassport, verifyPassport, emitDocument } from 'trust-passport';
          globalThis.run = async (text) => {
            const { payload } = buildPassport(parseSource(text).source);
            const pair = generateKeyPair();
            const document = emitDocument(await signPassport(payload, pair, { signedAt: '2026-01-31T09:30:00Z' }));
            return [document, document.replace('"score":', '"score":1')].map((each) => verifyPassport(each, { key: pair.publicKey, now: '2026-06-01T00:00:00Z' }).code).join(' ');
          };`,
        resolveDir: folder,
      },
      bundle: true,
      platform: 'browser',
      format: 'iife',
      target: 'es2022',
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    const inputs = Object.keys(metafile.inputs).join('\n');
    expect(inputs).not.toMatch(/dist\/(?:node|cli)\/|node:|yargs|inquirer|ajv/);
    expect(inputs).toContain('dist/keys/arithmetic.js');
    const { TextEncoder, TextDecoder, crypto, atob, btoa } = globalThis;
    const web = vm.createContext({ TextEncoder, TextDecoder, crypto, atob, btoa, Uint8Array });
    // eval and new Function are forbidden, as under a strict content security policy.
    const strict = vm.createContext({ ...web }, { codeGeneration: { strings: false, wasm: false } });
    vm.runInContext(outputFiles[0]?.text ?? '', strict);
    const template = readFileSync(join(root, 'templates/mcp.yaml'), 'utf8');
    expect(await vm.runInContext(`run(${JSON.stringify(template)})`, strict)).toBe('OK SIGNATURE_MISMATCH');
  });
});
