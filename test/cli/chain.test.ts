import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { corpusPath, describeWithCorpus, readCorpus } from '../corpus.js';
import { passport, projectRoot, temporaryFolder } from './run.js';

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const template = join(projectRoot, 'templates/mcp.yaml');
const signedAt = '2026-01-31T09:30:00.000Z';

passport(['keygen', '-o', at('my'), '--no-encrypt', '--insecure']);
passport(['keygen', '-o', at('other'), '--no-encrypt', '--insecure']);
passport(['sign', template, '--key', at('my.key'), '--signed-at', signedAt, '-o', at('passport.json')]);

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

describe('from a source to a verdict', () => {
  test('keygen writes a secret key for the owner alone and a public key', () => {
    expect(statSync(at('my.key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(at('my.key'), 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
    expect(readFileSync(at('my.pub'), 'utf8')).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
  });

  test('keygen never overwrites', () => {
    const before = readFileSync(at('my.key'));
    const run = passport(['keygen', '-o', at('my'), '--no-encrypt', '--insecure']);
    expect(run.status).toBe(3);
    expect(run.stderr).toContain('exists and is not overwritten');
    expect(readFileSync(at('my.key'))).toEqual(before);
  });

  test('build prints the payload alone, the same each time', () => {
    const run = passport(['build', template]);
    expect(run.status).toBe(0);
    expect(Object.keys(JSON.parse(run.stdout) as object)).toEqual(['unfragile']);
    expect(passport(['build', template]).stdout).toBe(run.stdout);
    expect(JSON.parse(passport(['build', template, '--pretty']).stdout)).toEqual(JSON.parse(run.stdout));
  });

  test('sign takes a source, a payload, a bare payload or a document, and gives the same bytes', () => {
    const document = readFileSync(at('passport.json'), 'utf8');
    writeFileSync(at('payload.json'), passport(['build', template]).stdout);
    const bare = JSON.stringify(
      (JSON.parse(readFileSync(at('payload.json'), 'utf8')) as { unfragile: object }).unfragile,
    );
    writeFileSync(at('bare.json'), bare);
    for (const input of [template, at('payload.json'), at('bare.json'), at('passport.json')]) {
      const run = passport(['sign', input, '--key', at('my.key'), '--signed-at', signedAt]);
      expect(run.stderr).toBe('');
      expect(run.stdout).toBe(document);
    }
  });

  test('verify says VALID with status 0 for the key that signed, and only for that', () => {
    const run = passport(['verify', at('passport.json'), '--key', at('my.pub')]);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toMatch(/^VALID /);
    const other = passport(['verify', at('passport.json'), '--key', at('other.pub')]);
    expect(other.status).toBe(1);
    expect(other.stdout).toMatch(/^INVALID SIGNATURE_MISMATCH /);
  });

  test('verify --json is one JSON document, valid or not', () => {
    const valid = passport(['verify', at('passport.json'), '--key', at('my.pub'), '--json']);
    expect(JSON.parse(valid.stdout)).toMatchObject({
      ok: true,
      results: [{ verdict: 'VALID', code: 'OK', uncovered: ['/_links'], links: [], signed_at: signedAt }],
    });
    const invalid = passport(['verify', '-', '--key', at('my.pub'), '--json'], { input: '{' });
    expect(invalid.status).toBe(1);
    expect(JSON.parse(invalid.stdout)).toMatchObject({
      ok: false,
      results: [{ verdict: 'INVALID', code: 'MALFORMED_JSON', covered: [] }],
    });
  });

  test('a coverage is asked for, never found out', () => {
    const signed = passport(['sign', template, '--key', at('my.key'), '--coverage', 'payload']).stdout;
    expect(passport(['verify', '-', '--key', at('my.pub')], { input: signed }).status).toBe(1);
    const run = passport(['verify', '-', '--key', at('my.pub'), '--coverage', 'payload', '--json'], { input: signed });
    expect(run.status).toBe(0);
    const { results } = JSON.parse(run.stdout) as { results: unknown[] };
    expect(results[0]).toMatchObject({
      covered: ['/passport/unfragile'],
      uncovered: ['/passport/signedAt', '/passport/signedBy', '/passport/version', '/_links'],
    });
  });

  test('links that were changed are reported, and do not change the verdict', () => {
    const changed = readFileSync(at('passport.json'), 'utf8').replace(
      '/api/v1/trust-passport-public-key',
      '/my-own-key',
    );
    const run = passport(['verify', '-', '--key', at('my.pub')], { input: changed });
    expect(run.status).toBe(0);
    expect(run.stdout).toContain('/_links/publicKey is https://unfragile.ai/my-own-key; it should be');
  });

  test('inspect shows a card, and says that it verified nothing', () => {
    const run = passport(['inspect', at('passport.json')]);
    expect(run.status).toBe(0);
    for (const part of ['Capabilities', 'risk', 'score', 'Failure modes', 'signed at', 'not checked here'])
      expect(run.stdout).toContain(part);

    expect(run.stdout).not.toMatch(/\u001b/);

    expect(passport(['inspect', at('passport.json'), '--color', 'always']).stdout).toMatch(/\u001b\[/);
  });

  test('canonicalize adds no newline', () => {
    const run = passport(['canonicalize', '-'], { input: '{"b":1, "a":[2.0, 1e2]}\n' });
    expect(run).toEqual({ status: 0, stdout: '{"a":[2,100],"b":1}', stderr: '' });
    expect(passport(['canonicalize'], { input: '[-0]' }).stdout).toBe('[0]');
  });

  test('the published example key signs with a warning', () => {
    const key = join(projectRoot, 'keys.example/example.key');
    const run = passport(['sign', template, '--key', key]);
    expect(run.status).toBe(0);
    expect(run.stderr).toContain('published example key');
  });

  test('another registry has its own addresses, issuer and weights', () => {
    const profile =
      'base_url: https://registry.example.org/ai\nissuer: registry.example.org\ncaps: { permissions: 1 }\n';
    writeFileSync(at('registry.yaml'), profile);
    const signed = passport(['sign', template, '--key', at('my.key'), '--registry', at('registry.yaml')]);
    const { passport: envelope, _links } = JSON.parse(signed.stdout) as {
      passport: {
        signedBy: string;
        unfragile: { artifact: { page_url: string; slug: string }; trust: { permissions: string[] } };
      };
      _links: { self: string };
    };
    const { slug, page_url } = envelope.unfragile.artifact;
    expect(envelope.signedBy).toBe('registry.example.org');
    expect(page_url).toBe(`https://registry.example.org/ai/${slug}`);
    expect(_links.self).toBe(`https://registry.example.org/ai/api/v1/passport/${slug}`);
    expect(envelope.unfragile.trust.permissions).toHaveLength(1);
    const unknown = passport(['verify', '-', '--key', at('my.pub')], { input: signed.stdout });
    expect(unknown).toMatchObject({ status: 1, stdout: expect.stringContaining('REGISTRY_UNKNOWN') as string });
    expect(unknown.stdout).toContain('--registry FILE');
    const known = passport(['verify', '-', '--key', at('my.pub'), '--registry', at('registry.yaml')], {
      input: signed.stdout,
    });
    expect(known.stdout).toContain('as they should be');
  });

  test('a payload of another registry is signed with a warning, and its own profile can come from standard input', () => {
    const profile = readFileSync(at('registry.yaml'));
    const run = passport(['sign', template, '--key', at('my.key'), '--registry', '-', '-o', at('theirs.json')], {
      input: profile,
    });
    expect(run.status).toBe(0);
    expect(passport(['sign', at('theirs.json'), '--key', at('my.key')]).stderr).toContain('sign/other-registry');
    const known = passport(['sign', at('theirs.json'), '--key', at('my.key'), '--registry', at('registry.yaml')]);
    expect(known.stderr).toBe('');
  });

  test('a failed run leaves no output file and no temporary', () => {
    const bad = at('bad.yaml');
    writeFileSync(bad, 'artifact: &a {}\n');
    expect(passport(['sign', bad, '--key', at('my.key'), '-o', at('bad.json')]).status).toBe(1);
    expect(passport(['build', bad, '-o', at('bad.json')]).status).toBe(1);
    expect(passport(['build', template, '-o', join(folder, 'missing', 'x.json')]).status).toBe(3);
    expect(existsSync(at('bad.json'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('a secret key that others can read is refused, with the way out', () => {
    copyFileSync(at('my.key'), at('loose.key'));
    chmodSync(at('loose.key'), 0o644);
    const run = passport(['sign', template, '--key', at('loose.key')]);
    expect(run.status).toBe(4);
    expect(run.stderr).toContain(`chmod 600 ${at('loose.key')}`);
    expect(run.stdout).toBe('');
  });
});

describe.skipIf(!hasOpenssl)(
  `what we sign, openssl verifies${hasOpenssl ? '' : ' (skipped: openssl is not installed)'}`,
  () => {
    test('canonicalize gives the bytes that were signed; a signature by openssl over them is VALID', () => {
      const document = JSON.parse(readFileSync(at('passport.json'), 'utf8')) as { passport: Record<string, unknown> };
      const { signature, ...envelope } = document.passport;
      const canonical = passport(['canonicalize'], { input: JSON.stringify(envelope) }).stdout;
      writeFileSync(at('input.bin'), canonical);
      writeFileSync(at('signature.bin'), Buffer.from(signature as string, 'base64'));
      const verified = execFileSync('openssl', [
        'pkeyutl',
        '-verify',
        '-rawin',
        '-pubin',
        '-inkey',
        at('my.pub'),
        '-in',
        at('input.bin'),
        '-sigfile',
        at('signature.bin'),
      ]);
      expect(verified.toString()).toContain('Signature Verified Successfully');

      execFileSync('openssl', [
        'pkeyutl',
        '-sign',
        '-rawin',
        '-inkey',
        at('other.key'),
        '-in',
        at('input.bin'),
        '-out',
        at('theirs.bin'),
      ]);
      document.passport.signature = readFileSync(at('theirs.bin')).toString('base64');
      const run = passport(['verify', '-', '--key', at('other.pub')], { input: JSON.stringify(document) });
      expect(run.stdout).toMatch(/^VALID /);
    });
  },
);

describeWithCorpus('the published seed', () => {
  const source = corpusPath('corpus/seed/source.yaml');
  const observations = corpusPath('corpus/seed/observations.yaml');

  test('is rebuilt byte for byte, but for the signature', () => {
    const run = passport([
      'sign',
      source,
      '--observations',
      observations,
      '--signed-at',
      '2026-06-21T05:51:43.443Z',
      '--key',
      at('my.key'),
    ]);
    expect(run.status).toBe(0);
    const blank = (text: string): string =>
      text.trimEnd().replace(/"signature":"[A-Za-z0-9+/=]{88}"/, '"signature":""');
    expect(blank(run.stdout)).toBe(blank(readCorpus('corpus/seed/passport.json')));
    expect(run.stderr).toContain('15 requirements were dropped by the cap');
    expect(run.stderr).toContain('26 limitations were dropped by the cap');
    expect(run.stderr).toContain('capabilities 3–8 contribute nothing');
    expect(passport(['verify', '-', '--key', at('my.pub')], { input: run.stdout }).status).toBe(0);
  });

  test("is not verified under a key of ours, and no claim is made about the registry's", () => {
    const run = passport(['verify', corpusPath('corpus/seed/passport.json'), '--key', at('my.pub')]);
    expect(run.status).toBe(1);
    expect(run.stdout).toMatch(/^INVALID SIGNATURE_MISMATCH /);
  });
});
