import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { PassportDocument } from '../../src/passport/types.generated.js';
import { readSchema } from '../schemas.js';
import { passport, projectRoot, type Run, temporaryFolder } from './run.js';

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const run = (...args: string[]): Run => passport(args, { cwd: folder });
const ok = (...args: string[]): Run => {
  const done = run(...args);
  expect(done, args.join(' ')).toMatchObject({ status: 0 });
  return done;
};
const read = (name: string): PassportDocument => JSON.parse(readFileSync(at(name), 'utf8')) as PassportDocument;

for (const name of ['builder', 'registry', 'other']) ok('keygen', '-o', name, '--no-encrypt', '--insecure');
const template = join(projectRoot, 'templates/mcp.yaml');
const signing = ['--key', 'builder.key', '--signed-by', 'builder.example', '--signed-at', '2026-01-31T09:30:00Z'];
ok('sign', template, ...signing, '-o', 'one.json');
ok('trust', 'init', 'trust.yaml', '--require-cosignatures', 'registry=1');
ok('trust', 'add', 'trust.yaml', 'builder.pub', '--issuer', 'builder.example', '--role', 'builder');
ok('trust', 'add', 'trust.yaml', 'registry.pub', '--issuer', 'unfragile.ai', '--role', 'registry');

const who = ['--key', 'registry.key', '--issuer', 'unfragile.ai', '--role', 'registry'];
const cosign = (document: string, ...args: string[]): Run => run('cosign', document, ...who, ...args);
const codeOf = (document: string, trust = 'trust.yaml'): string => {
  const report = JSON.parse(run('verify', document, '--trust', trust, '--json').stdout) as {
    results: { code: string }[];
  };
  const isReport = new Ajv({ strict: true, allowUnionTypes: true }).compile(readSchema('verdict') as object);
  expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true);
  return report.results[0]?.code as string;
};

describe('passport cosign', () => {
  test('adds what the trust file asks for, and says what it signs', () => {
    expect(codeOf('one.json')).toBe('COSIGNATURES_MISSING');
    const { status, stderr } = cosign('one.json', '--trust', 'trust.yaml', '-o', 'both.json');
    expect(status).toBe(0);
    expect(stderr).toMatch(/^cosigning .+, signed at 2026-01-31T09:30:00\.000Z in the name of builder\.example\n/);
    expect(codeOf('both.json')).toBe('OK');
    const { _cosignatures, ...rest } = read('both.json');
    expect(rest).toEqual(read('one.json'));
    expect(_cosignatures).toMatchObject([{ signedBy: 'unfragile.ai', role: 'registry' }]);
    const said = ok('verify', 'both.json', '--trust', 'trust.yaml').stdout;
    expect(said).toMatch(/ {2}cosigned: {4}at \S+ in the name of unfragile\.ai \(registry\)\n/);
    expect(said).toContain('not covered: /_links /_cosignatures\n');
  });

  test('in its place, twice, is one cosignature', () => {
    writeFileSync(at('place.json'), readFileSync(at('one.json')));
    for (const time of ['2026-02-01T00:00:00Z', '2026-02-02T00:00:00Z']) {
      const { status } = cosign('place.json', '--trust', 'trust.yaml', '--signed-at', time, '-o', 'place.json');
      expect(status).toBe(0);
    }
    expect(read('place.json')._cosignatures).toMatchObject([{ signedAt: '2026-02-02T00:00:00.000Z' }]);
    expect(codeOf('place.json')).toBe('OK');
  });

  test('with the one public key that must have signed', () => {
    const { status, stdout } = cosign('one.json', '--public', 'builder.pub', '--pretty');
    expect(status).toBe(0);
    writeFileSync(at('public.json'), stdout);
    expect(codeOf('public.json')).toBe('OK');
    ok('sign', template, ...signing, '--coverage', 'payload', '-o', 'payload.json');
    expect(cosign('payload.json', '--public', 'builder.pub').status).toBe(1);
    expect(cosign('payload.json', '--public', 'builder.pub', '--coverage', 'payload').status).toBe(0);
  });

  test('with a signer', () => {
    const script = join(folder, 'signer.mjs');
    writeFileSync(
      script,
      `import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
       import { readFileSync } from 'node:fs';
       const key = createPrivateKey(readFileSync(${JSON.stringify(at('registry.key'))}));
       if (process.argv[2] === 'info') console.log(JSON.stringify({ publicKey: Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x, 'base64url').toString('base64') }));
       else process.stdout.write(sign(null, readFileSync(0), key));`,
    );
    const signer = ['--signer', `exec:${process.execPath} ${script}`, '--issuer', 'unfragile.ai', '--role', 'registry'];
    const done = run('cosign', 'one.json', ...signer, '--trust', 'trust.yaml', '-o', 'by-signer.json');
    expect(done).toMatchObject({ status: 0 });
    expect(codeOf('by-signer.json')).toBe('OK');
  });

  test('nothing of what does not hold, and says why, before a key is asked for', () => {
    const text = readFileSync(at('one.json'), 'utf8');
    writeFileSync(at('changed.json'), text.replace('"tags":[', '"tags":["x",'));
    for (const [document, code, ...by] of [
      ['changed.json', 'SIGNATURE_MISMATCH', '--trust', 'trust.yaml'],
      ['one.json', 'SIGNATURE_MISMATCH', '--public', 'other.pub'],
    ] as const) {
      const words = ['--key', 'missing.key', '--issuer', 'unfragile.ai', '--role', 'registry', '-o', 'never.json'];
      const { status, stderr, stdout } = run('cosign', document, ...words, ...by);
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).toContain(code);
      expect(stderr).toContain('nothing was cosigned\n');
    }
    expect(existsSync(at('never.json'))).toBe(false);
  });

  test.each<[string, number, string[]]>([
    ['nothing to verify with', 2, who],
    ['both ways', 2, [...who, '--trust', 'trust.yaml', '--public', 'builder.pub']],
    ['a root without a trust file', 2, [...who, '--public', 'builder.pub', '--root', 'other.pub']],
    ['lists without a trust file', 2, [...who, '--public', 'builder.pub', '--revocations', 'x.json']],
    ['a coverage beside a trust file', 2, [...who, '--trust', 'trust.yaml', '--coverage', 'payload']],
    ['no role', 2, ['--key', 'registry.key', '--issuer', 'unfragile.ai', '--trust', 'trust.yaml']],
    ['no key', 2, ['--issuer', 'unfragile.ai', '--role', 'registry', '--trust', 'trust.yaml']],
    ['another role than its key has', 2, [...who.slice(0, 5), 'auditor', '--trust', 'trust.yaml']],
    ['a key of another', 2, ['--key', 'other.key', ...who.slice(2), '--trust', 'trust.yaml']],
    [
      'itself',
      2,
      ['--key', 'builder.key', '--issuer', 'builder.example', '--role', 'builder', '--trust', 'trust.yaml'],
    ],
    ['a time before the passport', 2, [...who, '--trust', 'trust.yaml', '--signed-at', '2026-01-01T00:00:00Z']],
    ['a time to come', 2, [...who, '--trust', 'trust.yaml', '--signed-at', '2999-01-01T00:00:00Z']],
    ['a key that is not there', 3, ['--key', 'missing.key', ...who.slice(2), '--trust', 'trust.yaml']],
    ['an output over its key', 2, [...who, '--trust', 'trust.yaml', '-o', 'trust.yaml']],
  ])('refuses %s', (_, status, args) => {
    const before = readFileSync(at('trust.yaml'), 'utf8');
    const done = run('cosign', 'one.json', ...(args.includes('-o') ? args : [...args, '-o', 'never.json']));
    expect(done).toMatchObject({ status, stdout: '' });
    expect(existsSync(at('never.json'))).toBe(false);
    expect(readFileSync(at('trust.yaml'), 'utf8')).toBe(before);
  });

  test('looks at revocations and at what was seen, where the trust file asks', () => {
    ok('trust', 'init', 'strict.yaml', '--require-revocations', '--require-state');
    ok('trust', 'add', 'strict.yaml', 'builder.pub', '--issuer', 'builder.example', '--role', 'builder');
    expect(cosign('one.json', '--trust', 'strict.yaml').stderr).toContain('STATE_MISSING');
    writeFileSync(at('state.json'), '{"type":"trust-passport/state/1","passports":[],"lists":[]}');
    const state = ['--state', 'state.json'];
    expect(cosign('one.json', '--trust', 'strict.yaml', ...state).stderr).toContain('REVOCATIONS_MISSING');
    ok('revoke', 'list.json', '--key', 'builder.key', '--issuer', 'builder.example');
    expect(cosign('one.json', '--trust', 'strict.yaml', ...state, '--revocations', 'list.json').status).toBe(0);
    const { slug } = read('one.json').passport.unfragile.artifact;
    ok('revoke', 'list.json', '--key', 'builder.key', '--slug', slug, '--reason', 'leaks');
    expect(cosign('one.json', '--trust', 'strict.yaml', ...state, '--revocations', 'list.json').stderr).toContain(
      'REVOKED',
    );
    expect(readFileSync(at('state.json'), 'utf8')).toBe('{"type":"trust-passport/state/1","passports":[],"lists":[]}');
  });
});

describe('passport sign of a document that was cosigned', () => {
  test('leaves the cosignatures out, and says so', () => {
    ok('cosign', 'one.json', ...who, '--trust', 'trust.yaml', '-o', 'stale.json');
    const { stderr } = ok('sign', 'stale.json', ...signing, '-o', 'stale.json');
    expect(stderr).toMatch(/warning: cosignatures are left out/);
    expect(Object.keys(read('stale.json'))).toEqual(['passport', '_links']);
    expect(ok('sign', 'one.json', ...signing).stderr).not.toContain('cosignatures');
  });

  test('inspect shows it as any other', () => {
    ok('cosign', 'one.json', ...who, '--trust', 'trust.yaml', '-o', 'shown.json');
    expect(ok('inspect', 'shown.json').stdout).toBe(ok('inspect', 'one.json').stdout);
  });
});

describe('passport trust init --require-cosignatures', () => {
  test('writes what is asked for, role by role', () => {
    ok('trust', 'init', 'two.yaml', '--require-cosignatures', 'registry=1', '--require-cosignatures', 'auditor=2');
    expect(readFileSync(at('two.yaml'), 'utf8')).toContain('  cosignatures: {"registry":1,"auditor":2}\n');
    ok('trust', 'list', 'two.yaml');
    ok('trust', 'add', 'two.yaml', 'other.pub', '--issuer', 'other.example');
    expect(readFileSync(at('two.yaml'), 'utf8')).toContain('  cosignatures: {"registry":1,"auditor":2}\n');
  });

  test.each(['registry', 'registry=0', 'registry=33', 'registry=1.5', 'Registry=1', '=1', 'registry=1=2', ''])(
    'refuses %s',
    (word) => {
      expect(run('trust', 'init', 'none.yaml', '--require-cosignatures', word).status).toBe(2);
      expect(existsSync(at('none.yaml'))).toBe(false);
    },
  );

  test('refuses a role twice, and a command that it is not for', () => {
    const twice = ['--require-cosignatures', 'registry=1', '--require-cosignatures', 'registry=2'];
    expect(run('trust', 'init', 'none.yaml', ...twice).status).toBe(2);
    expect(run('trust', 'list', 'trust.yaml', '--require-cosignatures', 'registry=1').status).toBe(2);
  });
});
