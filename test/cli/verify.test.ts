import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { digestText } from '../../src/encoding/digest.js';
import { acting, runnerCommands } from '../report/reports.js';
import { readSchema } from '../schemas.js';
import { bin, passport, projectRoot, type Run, temporaryFolder } from './run.js';

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const template = (name: string): string => join(projectRoot, `templates/${name}.yaml`);
const run = (...args: string[]): Run => passport(args, { cwd: folder });
const ok = (...args: string[]): Run => {
  const done = run(...args);
  expect(done, args.join(' ')).toMatchObject({ status: 0 });
  return done;
};

for (const name of ['my', 'other', 'root']) ok('keygen', '-o', name, '--no-encrypt', '--insecure');
for (const [name, time] of Object.entries({ old: '2026-01-01T00:00:00Z', new: '2026-02-01T00:00:00Z' })) {
  ok('sign', template('mcp'), '--key', 'my.key', '--signed-at', time, '-o', `${name}.json`);
}
ok('sign', template('agent'), '--key', 'my.key', '--signed-at', '2026-01-15T00:00:00Z', '-o', 'agent.json');
ok('sign', template('agent'), '--key', 'other.key', '--signed-at', '2026-01-15T00:00:00Z', '-o', 'strange.json');
ok('trust', 'init', 'trust.yaml');
ok('trust', 'add', 'trust.yaml', 'my.pub', '--issuer', 'unfragile.ai', '--not-before', '2025-01-01T00:00:00Z');

const { slug } = (
  JSON.parse(readFileSync(at('new.json'), 'utf8')) as { passport: { unfragile: { artifact: { slug: string } } } }
).passport.unfragile.artifact;

interface Result {
  readonly file: string;
  readonly line: number | null;
  readonly verdict: string;
  readonly code: string;
  readonly covered: readonly string[];
  readonly uncovered: readonly string[];
  readonly not_proven: readonly string[];
  readonly diagnosis: ReadonlyArray<{ readonly code: string }>;
  readonly signer: { readonly key_id: string; readonly role: string | null } | null;
}

interface Report {
  readonly ok: boolean;
  readonly exit_status: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly results: readonly Result[];
  readonly failures: readonly { readonly code: string; readonly file: string | null }[];
}

const isReport = new Ajv({ strict: true, allowUnionTypes: true }).compile(readSchema('verdict') as object);

/** What --json says, which is of its schema whatever happens, and never OK without a document that is VALID. */
function report(...args: string[]): Report {
  const { stdout, status } = run('verify', ...args, '--json');
  const value = JSON.parse(stdout) as Report;
  expect(isReport(value), JSON.stringify(isReport.errors)).toBe(true);
  expect(stdout.trim()).not.toContain('\n');
  expect(value).toMatchObject({ exit_status: status, ok: status === 0 });
  expect(value.ok).toBe(
    value.failures.length === 0 &&
      value.results.length > 0 &&
      value.results.every(({ verdict }) => verdict === 'VALID'),
  );
  for (const { verdict, covered, uncovered } of value.results) {
    expect(covered.length > 0).toBe(verdict === 'VALID');
    expect(uncovered).toContain('/_links');
  }
  return value;
}

const codes = (...args: string[]): string[] => report(...args).results.map(({ code }) => code);

describe('passport verify', () => {
  test('with a trust file says who signed, what that covers, and what it does not prove', () => {
    const { stdout } = ok('verify', 'new.json', '--trust', 'trust.yaml');
    expect(stdout).toMatch(
      /^VALID new\.json\n.*\n {2}signed at 2026-02-01T00:00:00\.000Z in the name of unfragile\.ai\n/,
    );
    expect(stdout).toMatch(/ {2}key: {9}[\w-]{43} \(registry, active\)\n/);
    expect(stdout).toContain('not proven:  what the passport says is true\n');
    const [result] = report('new.json', '--trust', 'trust.yaml').results;
    expect(result).toMatchObject({ verdict: 'VALID', uncovered: ['/_links'], signer: { role: 'registry' } });
    expect(result?.not_proven.length).toBeGreaterThan(2);
  });

  test('takes several documents, globs and lines, and says of each', () => {
    const many = run('verify', 'new.json', 'strange.json', 'a*.json', '--trust', 'trust.yaml');
    expect(many.status).toBe(1);
    expect(many.stdout).toMatch(
      /^VALID new\.json\nINVALID SIGNATURE_MISMATCH strange\.json\n(?: {2}.*\n)+VALID agent\.json\n$/,
    );
    expect(many.stderr).toBe('3 documents: 2 VALID, 1 INVALID\n');
    writeFileSync(
      at('all.ndjson'),
      `${readFileSync(at('new.json'), 'utf8')}\n \r\n${readFileSync(at('agent.json'), 'utf8')}{\n`,
    );
    const lines = report('all.ndjson', '--trust', 'trust.yaml').results;
    expect(lines.map(({ line, code }) => [line, code])).toEqual([
      [1, 'OK'],
      [4, 'OK'],
      [5, 'MALFORMED_JSON'],
    ]);
    const input = readFileSync(at('new.json'));
    expect(passport(['verify', '-', '--ndjson', '--key', at('my.pub')], { input }).status).toBe(0);
  });

  test.each<[string, number, string[]]>([
    ['no document', 2, ['--trust', 'trust.yaml']],
    ['nothing to verify with', 2, ['new.json']],
    ['both ways', 2, ['new.json', '--trust', 'trust.yaml', '--key', 'my.pub']],
    ['a coverage beside a trust file', 2, ['new.json', '--trust', 'trust.yaml', '--coverage', 'payload']],
    ['a root without a trust file', 2, ['new.json', '--key', 'my.pub', '--root', 'root.pub']],
    ['an unknown flag', 2, ['new.json', '--keys', 'my.pub']],
    ['an age that is none', 2, ['new.json', '--key', 'my.pub', '--max-age', 'old']],
    ['a time that is none', 2, ['new.json', '--key', 'my.pub', '--now', '2026-02-31T00:00:00Z']],
    ['a digest that is none', 2, ['new.json', '--trust', 'trust.yaml', '--trust-digest', 'abc']],
    ['a document that is not there', 3, ['new.json', 'missing.json', '--key', 'my.pub']],
    ['a glob that matches nothing', 3, ['missing*.json', '--key', 'my.pub']],
    ['no line', 3, ['empty.ndjson', '--key', 'my.pub']],
    ['a trust file that is not there', 3, ['new.json', '--trust', 'missing.yaml']],
    ['a list that is not there', 3, ['new.json', '--trust', 'trust.yaml', '--revocations', 'missing.json']],
    [
      'a state in a folder that is not there',
      3,
      ['new.json', '--trust', 'trust.yaml', '--state', 'nowhere/state.json'],
    ],
    ['a key that is none', 4, ['new.json', '--key', 'trust.yaml']],
    ['a secret key', 4, ['new.json', '--key', 'my.key']],
  ])('--json says in its own form: %s', (_, status, args) => {
    writeFileSync(at('empty.ndjson'), '\n\n');
    const { exit_status, failures } = report(...args);
    expect(exit_status).toBe(status);
    expect(failures.length).toBeGreaterThan(0);
  });

  test('a broken trust file is a verdict, with its place on standard error', () => {
    writeFileSync(at('broken.yaml'), readFileSync(at('trust.yaml'), 'utf8').replace('not_after', 'not_afer'));
    expect(codes('new.json', '--trust', 'broken.yaml')).toEqual(['TRUST_FILE_MALFORMED']);
    expect(run('verify', 'new.json', '--trust', 'broken.yaml').stderr).toMatch(
      /broken\.yaml:\d+:\d+ error schema\/unknown-key/,
    );
    writeFileSync(at('broken.yaml'), '');
    expect(codes('new.json', '--trust', 'broken.yaml')).toEqual(['TRUST_FILE_MALFORMED']);
  });

  test('times: an age, the future, a skew', () => {
    const judgedAt = (now: string, ...more: string[]): string[] =>
      codes('new.json', '--key', 'my.pub', '--now', now, ...more);
    expect(judgedAt('2026-03-01T00:00:00Z', '--max-age', '4w')).toEqual(['OK']);
    expect(judgedAt('2026-03-01T00:00:01Z', '--max-age', '4w')).toEqual(['TOO_OLD']);
    expect(judgedAt('2026-01-31T23:55:00Z')).toEqual(['OK']);
    expect(judgedAt('2026-01-31T23:54:59Z')).toEqual(['SIGNED_IN_FUTURE']);
    expect(judgedAt('2026-01-31T23:54:59Z', '--skew', '1h')).toEqual(['OK']);
    for (const none of ['0', '0s', '0d'])
      expect(judgedAt('2026-01-31T23:59:59Z', '--skew', none)).toEqual(['SIGNED_IN_FUTURE']);
    expect(run('verify', 'new.json', '--key', 'my.pub', '--max-age', '0s').status).toBe(2);
  });

  test.skipIf(process.platform === 'win32')('files that everybody can write decide nothing', () => {
    writeFileSync(at('open.yaml'), readFileSync(at('trust.yaml')));
    chmodSync(at('open.yaml'), 0o666);
    const refused = run('verify', 'new.json', '--trust', 'open.yaml');
    expect(refused).toMatchObject({ status: 3, stdout: '' });
    expect(refused.stderr).toMatch(/trust file open\.yaml is refused: everybody .*\n.*chmod o-w open\.yaml/);
    const digest = digestText(readFileSync(at('open.yaml')));
    expect(codes('new.json', '--trust', 'open.yaml', '--trust-digest', digest)).toEqual(['OK']);
    expect(run('trust', 'retire', 'open.yaml', 'my.pub')).toMatchObject({ status: 3 });
    expect(readFileSync(at('open.yaml'))).toEqual(readFileSync(at('trust.yaml')));
    chmodSync(at('open.yaml'), 0o664);
    expect(codes('new.json', '--trust', 'open.yaml', '--state', 'open.json')).toEqual(['OK']);
    const state = readFileSync(at('open.json'));
    chmodSync(at('open.json'), 0o602);
    expect(report('new.json', '--trust', 'trust.yaml', '--state', 'open.json')).toMatchObject({
      exit_status: 3,
      failures: [{ code: 'ERR_UNSAFE_FILE' }],
    });
    expect(readFileSync(at('open.json'))).toEqual(state);
  });

  test('what a command has made of a trust file is shown at once', () => {
    const made = run('trust', 'init', 'shown.yaml');
    expect(made.stderr).toMatch(/wrote shown\.yaml, which trusts nobody yet: passport trust add/);
    const added = run('trust', 'add', 'shown.yaml', 'my.pub', '--issuer', 'a.example', '--role', 'builder');
    expect(added.stderr).toMatch(/wrote shown\.yaml\n[\w-]{43} active a\.example builder envelope 1970.* – …\n$/);
    const retired = run('trust', 'retire', 'shown.yaml', 'my.pub', '--at', '2026-02-01T00:00:00Z');
    expect(retired.stderr).toMatch(/ retired a\.example .* – 2026-02-01T00:00:00Z\n$/);
  });

  test('an issuer, links that are asked for', () => {
    expect(codes('new.json', '--trust', 'trust.yaml', '--issuer', 'unfragile.ai')).toEqual(['OK']);
    expect(codes('new.json', '--trust', 'trust.yaml', '--issuer', 'Unfragile.ai')).toEqual(['UNEXPECTED_ISSUER']);
    writeFileSync(at('links.json'), readFileSync(at('new.json'), 'utf8').replace('trust-passport-public-key', 'x'));
    expect(codes('links.json', '--trust', 'trust.yaml')).toEqual(['OK']);
    expect(codes('links.json', '--trust', 'trust.yaml', '--strict-links')).toEqual(['LINKS_MISMATCH']);
    expect(run('verify', 'links.json', '--trust', 'trust.yaml', '--strict-links').stdout).toContain(
      '/_links/publicKey is',
    );
  });

  test('the digest that sha256sum prints pins a trust file', () => {
    const digest = createHash('sha256')
      .update(readFileSync(at('trust.yaml')))
      .digest('hex');
    expect(codes('new.json', '--trust', 'trust.yaml', '--trust-digest', `sha256:${digest}`)).toEqual(['OK']);
    writeFileSync(at('comment.yaml'), `${readFileSync(at('trust.yaml'), 'utf8')}# one more line\n`);
    expect(codes('new.json', '--trust', 'comment.yaml', '--trust-digest', `sha256:${digest}`)).toEqual([
      'TRUST_FILE_DIGEST_MISMATCH',
    ]);
  });
});

describe('passport verify --state', () => {
  const verify = (document: string, state: string): string[] =>
    codes(document, '--trust', 'trust.yaml', '--state', state);

  test('remembers the newest passport of an artifact, and refuses an older one', () => {
    expect(verify('old.json', 's1.json')).toEqual(['OK']);
    expect(verify('new.json', 's1.json')).toEqual(['OK']);
    expect(verify('new.json', 's1.json')).toEqual(['OK']);
    const before = readFileSync(at('s1.json'));
    expect(verify('old.json', 's1.json')).toEqual(['ROLLBACK']);
    expect(readFileSync(at('s1.json'))).toEqual(before);
    expect(verify('agent.json', 's1.json')).toEqual(['OK']);
    expect(statSync(at('s1.json')).mode & 0o777).toBe(0o600);
    expect(existsSync(at('s1.json.lock'))).toBe(false);
  });

  test('remembers the newest trust file of a root key, whatever it says of documents', () => {
    ok('trust', 'init', 'replay.yaml');
    ok('trust', 'add', 'replay.yaml', 'my.pub', '--issuer', 'unfragile.ai', '--root-key', 'root.key');
    const first = readFileSync(at('replay.yaml'));
    ok('trust', 'revoke', 'replay.yaml', 'my.pub', '--root-key', 'root.key');
    const words = ['new.json', '--trust', 'replay.yaml', '--root', 'root.pub', '--state', 'replay.json'];
    expect(codes(...words)).toEqual(['KEY_COMPROMISED']);
    writeFileSync(at('replay.yaml'), first);
    expect(codes(...words)).toEqual(['TRUST_FILE_ROLLBACK']);
  });

  test('keeps what a key alone has signed apart from what a trust file says', () => {
    ok('sign', template('mcp'), '--key', 'other.key', '--signed-at', '2026-03-01T00:00:00Z', '-o', 'forged.json');
    expect(codes('forged.json', '--key', 'other.pub', '--state', 'apart.json')).toEqual(['OK']);
    expect(verify('new.json', 'apart.json')).toEqual(['OK']);
    expect(codes('new.json', '--key', 'my.pub', '--state', 'apart.json')).toEqual(['OK']);
    expect(codes('old.json', '--key', 'my.pub', '--state', 'apart.json')).toEqual(['ROLLBACK']);
  });

  test('says that a state is begun, once', () => {
    const words = ['verify', 'new.json', '--trust', 'trust.yaml', '--state', 'begun.json'];
    expect(ok(...words).stderr).toMatch(/^began begun\.json: /);
    expect(ok(...words).stderr).toBe('');
    mkdirSync(at('no-state'));
    const failed = run('verify', 'new.json', '--trust', 'trust.yaml', '--state', 'no-state/begun.json/');
    expect(failed).toMatchObject({ status: 3, stdout: '' });
    expect(failed.stderr).not.toContain('began');
    ok('trust', 'init', 'asks.yaml', '--require-root');
    expect(codes('new.json', '--trust', 'asks.yaml')).toEqual(['TRUST_FILE_NO_ROOT']);
    expect(run('trust', 'init', '-').status).toBe(2);
  });

  test('within one run, too', () => {
    expect(codes('new.json', 'old.json', '--trust', 'trust.yaml', '--state', 's2.json')).toEqual(['OK', 'ROLLBACK']);
  });

  test('what is not VALID is not remembered', () => {
    expect(verify('strange.json', 's3.json')).toEqual(['SIGNATURE_MISMATCH']);
    expect(readFileSync(at('s3.json'), 'utf8')).not.toContain('signed_at');
  });

  test('a broken state is never "nothing seen", and never written over', () => {
    for (const text of ['', '{}', '{"type":"trust-passport/state/1","passports":[]']) {
      writeFileSync(at('s4.json'), text);
      expect(verify('new.json', 's4.json')).toEqual(['STATE_MALFORMED']);
      expect(readFileSync(at('s4.json'), 'utf8')).toBe(text);
    }
  });

  test.skipIf(process.getuid?.() === 0)('nor is one that cannot be read', () => {
    writeFileSync(at('s5.json'), '{}');
    chmodSync(at('s5.json'), 0);
    expect(report('new.json', '--trust', 'trust.yaml', '--state', 's5.json').exit_status).toBe(3);
  });

  test('where the trust file asks for a state, one that is lost is not begun in silence', () => {
    ok('trust', 'init', 'stateful.yaml', '--require-state');
    ok('trust', 'add', 'stateful.yaml', 'my.pub', '--issuer', 'unfragile.ai', '--not-before', '2025-01-01T00:00:00Z');
    const words = ['new.json', '--trust', 'stateful.yaml'];
    expect(codes(...words)).toEqual(['STATE_MISSING']);
    expect(codes(...words, '--state', 's6.json')).toEqual(['STATE_MISSING']);
    expect(existsSync(at('s6.json'))).toBe(false);
    expect(codes(...words, '--state', 's6.json', '--new-state')).toEqual(['OK']);
    expect(codes(...words, '--state', 's6.json')).toEqual(['OK']);
  });

  test('runs side by side forget nothing that another has seen', async () => {
    const documents = ['app', 'cli', 'dataset', 'model', 'prompt', 'repo'];
    for (const name of documents) {
      ok('sign', template(name), '--key', 'my.key', '--signed-at', '2026-01-15T00:00:00Z', '-o', `side-${name}.json`);
    }
    const statuses = await Promise.all(
      documents.map(
        (name) =>
          new Promise<number | null>((resolve) => {
            const words = ['verify', `side-${name}.json`, '--trust', 'trust.yaml', '--state', 'side.json'];
            spawn(process.execPath, [bin, ...words], { cwd: folder, stdio: 'ignore' }).on('close', resolve);
          }),
      ),
    );
    expect(statuses).toEqual(documents.map(() => 0));
    const state = JSON.parse(readFileSync(at('side.json'), 'utf8')) as { passports: unknown[] };
    expect(state.passports).toHaveLength(documents.length);
  });

  test('the lock of a run that was killed is no obstacle', () => {
    // The second does not say whose it is: it gets a second for that.
    for (const owner of [`999999999 ${hostname()}\n`, '']) {
      writeFileSync(at('s7.json.lock'), owner);
      expect(verify('new.json', 's7.json')).toEqual(['OK']);
      expect(existsSync(at('s7.json.lock'))).toBe(false);
    }
  });
});

describe('passport revoke', () => {
  const list = ['--trust', 'trust.yaml', '--revocations', 'list.json'];

  test('a list takes back an artifact, a digest, a document; current lists are asked for', () => {
    expect(ok('revoke', 'list.json', '--key', 'my.key').stderr).toMatch(/list 1 of unfragile\.ai, 0 entries/);
    expect(codes('new.json', ...list)).toEqual(['OK']);
    ok('revoke', 'list.json', '--key', 'my.key', '--document', 'old.json', '--reason', 'wrong price');
    expect(codes('new.json', 'agent.json', ...list)).toEqual(['REVOKED', 'OK']);
    ok('revoke', 'other.json', '--key', 'my.key', '--slug', slug, '--reason', 'leaks keys');
    expect(codes('new.json', '--key', 'my.pub', '--revocations', 'other.json')).toEqual(['REVOKED']);
    expect(run('verify', 'new.json', '--key', 'my.pub', '--revocations', 'other.json').stdout).toContain('leaks keys');
    expect(codes('agent.json', ...list, '--now', new Date(Date.now() + 8 * 86_400_000).toISOString())).toEqual([
      'REVOCATIONS_STALE',
    ]);
    const both = [...list, '--revocations', 'other.json'];
    expect(codes('agent.json', 'new.json', ...both)).toEqual(['OK', 'REVOKED']);
  });

  test('a list seen before is not followed by an older one', () => {
    ok('revoke', 'seq.json', '--key', 'my.key');
    const first = readFileSync(at('seq.json'));
    ok('revoke', 'seq.json', '--key', 'my.key', '--slug', 'toaster', '--reason', 'burns');
    const words = ['agent.json', '--trust', 'trust.yaml', '--revocations', 'seq.json', '--state', 'seq-state.json'];
    expect(codes(...words)).toEqual(['OK']);
    writeFileSync(at('seq.json'), first);
    expect(codes(...words)).toEqual(['REVOCATIONS_ROLLBACK']);
  });

  test('a list is remembered also where it revokes all there is, and one that is refused is not', () => {
    const words = ['agent.json', '--trust', 'trust.yaml', '--revocations', 'gone.json', '--state', 'gone-state.json'];
    const agent = readFileSync(at('agent.json'), 'utf8');
    const { passport: signed } = JSON.parse(agent) as { passport: { unfragile: { artifact: { slug: string } } } };
    ok('revoke', 'gone.json', '--key', 'my.key');
    const first = readFileSync(at('gone.json'));
    ok('revoke', 'gone.json', '--key', 'my.key', '--slug', signed.unfragile.artifact.slug, '--reason', 'burns');
    expect(codes(...words)).toEqual(['REVOKED']);
    writeFileSync(at('gone.json'), first);
    expect(codes(...words)).toEqual(['REVOCATIONS_ROLLBACK']);
    for (let i = 0; i < 3; i++) ok('revoke', 'strange-list.json', '--key', 'other.key');
    writeFileSync(at('gone.json'), readFileSync(at('strange-list.json')));
    expect(codes(...words)).toEqual(['REVOCATIONS_SIGNATURE_MISMATCH']);
    expect(readFileSync(at('gone-state.json'), 'utf8')).toContain('"sequence": 2');
  });

  test('nothing is added to a list of somebody else, or to a broken one', () => {
    ok('revoke', 'theirs.json', '--key', 'other.key');
    const before = readFileSync(at('theirs.json'));
    expect(run('revoke', 'theirs.json', '--key', 'my.key', '--slug', slug, '--reason', 'x').status).toBe(4);
    expect(readFileSync(at('theirs.json'))).toEqual(before);
    expect(codes('new.json', '--trust', 'trust.yaml', '--revocations', 'theirs.json')).toEqual([
      'REVOCATIONS_SIGNATURE_MISMATCH',
    ]);
    writeFileSync(at('cut.json'), before.subarray(0, 100));
    expect(run('revoke', 'cut.json', '--key', 'other.key').status).toBe(1);
    expect(readFileSync(at('cut.json'))).toEqual(before.subarray(0, 100));
  });

  test('a list goes on with another key, and keeps its number and entries', () => {
    ok('revoke', 'moved.json', '--key', 'other.key', '--slug', 'toaster', '--reason', 'burns');
    const before = readFileSync(at('moved.json'));
    const words = ['revoke', 'moved.json', '--key', 'my.key'];
    expect(run(...words).stderr).toContain('--previous-key');
    expect(run(...words, '--previous-key', 'root.pub').status).toBe(4);
    expect(readFileSync(at('moved.json'))).toEqual(before);
    expect(ok(...words, '--previous-key', 'other.pub').stderr).toMatch(/list 2 of unfragile\.ai, 1 entry/);
    expect(codes('agent.json', '--trust', 'trust.yaml', '--revocations', 'moved.json')).toEqual(['OK']);
    // Again, as a script would.
    expect(ok(...words, '--previous-key', 'other.pub').stderr).toContain('list 3 ');
    expect(run('revoke', 'none.json', '--key', 'my.key', '--previous-key', 'other.pub').status).toBe(2);
    expect(existsSync(at('none.json'))).toBe(false);
  });

  test.each<[string, string[]]>([
    ['no reason', ['--slug', 'x']],
    ['two things at once', ['--slug', 'x', '--digest', 'y', '--reason', 'z']],
    ['a slug that is none', ['--slug', 'A b', '--reason', 'z']],
    ['a digest that is none', ['--digest', 'abc', '--reason', 'z']],
    ['a reason for nothing', ['--reason', 'z']],
    ['a document that is none', ['--document', 'trust.yaml', '--reason', 'z']],
  ])('refuses %s, and writes nothing', (_, words) => {
    expect(run('revoke', 'refused.json', '--key', 'my.key', ...words).status).toBe(2);
    expect(existsSync(at('refused.json'))).toBe(false);
  });
});

describe('passport trust', () => {
  const trustOf = (name: string, ...more: string[]): void => {
    ok('trust', 'init', name, ...more);
    ok('trust', 'add', name, 'my.pub', '--issuer', 'unfragile.ai', '--not-before', '2025-01-01T00:00:00Z');
  };
  const idOf = (name: string): string => ok('trust', 'list', name).stdout.split(' ')[0] as string;

  test('writes what a verifier reads, and never over an existing file', () => {
    expect(run('trust', 'init', 'trust.yaml')).toMatchObject({ status: 3 });
    expect(ok('trust', 'list', 'trust.yaml').stdout).toMatch(
      /^[\w-]{43} active unfragile\.ai registry envelope 2025-01-01T00:00:00Z – …\n$/,
    );
    expect(JSON.parse(ok('trust', 'list', 'trust.yaml', '--json').stdout)).toMatchObject({
      keys: [{ key_id: idOf('trust.yaml'), issuer: 'unfragile.ai' }],
    });
    expect(run('trust', 'add', 'trust.yaml', 'my.pub', '--issuer', 'x').stderr).toContain('has this key');
    expect(run('trust', 'add', 'trust.yaml', 'other.pub').stderr).toContain('--issuer');
  });

  test('trusts what a key has signed before, unless it is said otherwise', () => {
    ok('trust', 'init', 'plain.yaml');
    ok('trust', 'add', 'plain.yaml', 'my.pub', '--issuer', 'unfragile.ai');
    expect(codes('old.json', '--trust', 'plain.yaml')).toEqual(['OK']);
    ok('trust', 'init', 'since.yaml');
    ok('trust', 'add', 'since.yaml', 'my.pub', '--issuer', 'unfragile.ai', '--not-before', '2026-01-20T00:00:00Z');
    expect(codes('old.json', 'new.json', '--trust', 'since.yaml')).toEqual(['SIGNED_BEFORE_WINDOW', 'OK']);
  });

  test('retires and revokes, by file or by id', () => {
    trustOf('retire.yaml');
    ok('trust', 'retire', 'retire.yaml', 'my.pub', '--at', '2026-01-20T00:00:00Z');
    expect(codes('old.json', 'new.json', '--trust', 'retire.yaml')).toEqual(['OK', 'SIGNED_AFTER_WINDOW']);
    trustOf('stolen.yaml');
    ok('trust', 'revoke', 'stolen.yaml', idOf('stolen.yaml'), '--at', '2026-01-20T00:00:00Z');
    expect(codes('old.json', 'new.json', '--trust', 'stolen.yaml')).toEqual([
      'KEY_COMPROMISED',
      'SIGNED_AFTER_COMPROMISE',
    ]);
    ok('trust', 'revoke', 'stolen.yaml', 'my.pub', '--at', '2026-01-25T00:00:00Z', '--keep-earlier');
    expect(codes('old.json', 'new.json', '--trust', 'stolen.yaml')).toEqual(['OK', 'SIGNED_AFTER_COMPROMISE']);
    expect(ok('trust', 'list', 'stolen.yaml').stdout).toContain(' compromised ');
    // The earliest time stays.
    expect(readFileSync(at('stolen.yaml'), 'utf8')).toContain('compromised_at: "2026-01-20T00:00:00.000Z"');
    expect(run('trust', 'retire', 'stolen.yaml', 'my.pub').status).toBe(2);
    expect(run('trust', 'retire', 'stolen.yaml', 'other.pub').stderr).toContain('no such key');
  });

  test('is signed by a root key, and then changed by nobody else', () => {
    trustOf('rooted.yaml');
    ok('trust', 'sign', 'rooted.yaml', '--root-key', 'root.key');
    const words = ['new.json', '--trust', 'rooted.yaml'];
    expect(codes(...words, '--root', 'root.pub')).toEqual(['OK']);
    expect(codes(...words)).toEqual(['TRUST_FILE_NO_ROOT']);
    expect(codes(...words, '--root', 'other.pub')).toEqual(['TRUST_FILE_SIGNATURE_MISMATCH']);
    expect(run('trust', 'retire', 'rooted.yaml', 'my.pub').stderr).toContain('--root-key');
    ok('trust', 'add', 'rooted.yaml', 'other.pub', '--issuer', 'other.example', '--root-key', 'root.key');
    expect(codes(...words, '--root', 'root.pub')).toEqual(['OK']);
    writeFileSync(at('rooted.yaml'), readFileSync(at('rooted.yaml'), 'utf8').replace('other.example', 'unfragile.ai'));
    expect(codes(...words, '--root', 'root.pub')).toEqual(['TRUST_FILE_SIGNATURE_MISMATCH']);
    expect(codes('new.json', '--trust', 'trust.yaml', '--root', 'root.pub')).toEqual(['TRUST_FILE_UNSIGNED']);
  });

  test('exports what a registry serves', () => {
    trustOf('export.yaml');
    ok('trust', 'retire', 'export.yaml', 'my.pub', '--at', '2026-01-20T00:00:00Z');
    ok('trust', 'add', 'export.yaml', 'other.pub', '--issuer', 'unfragile.ai');
    const served = JSON.parse(ok('trust', 'export', 'export.yaml').stdout) as {
      keys: { kid: string; x: string; nbf: number; exp?: number; status: string }[];
      current: { kid: string; pem: string };
    };
    expect(served.keys).toMatchObject([
      { kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', status: 'retired', nbf: 1735689600, exp: 1768867200 },
      { status: 'active' },
    ]);
    expect(served.current).toEqual({ kid: served.keys[1]?.kid, pem: readFileSync(at('other.pub'), 'utf8') });
    expect(ok('trust', 'export', 'export.yaml', '--pem').stdout).toBe(readFileSync(at('other.pub'), 'utf8'));
    expect(run('trust', 'export', 'retire.yaml', '--pem')).toMatchObject({ status: 4, stdout: '' });
    expect(run('trust', 'export', 'export.yaml', '--issuer', 'unfragile')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('no key of "unfragile"') as unknown,
    });
  });

  test('takes the key from standard input or a descriptor, which are read once', () => {
    const input = readFileSync(at('my.pub'));
    for (const [word, name] of [
      ['-', 'stdin.yaml'],
      ['/dev/stdin', 'descriptor.yaml'],
    ] as const) {
      ok('trust', 'init', name);
      const words = ['trust', 'add', name, word, '--issuer', 'unfragile.ai'];
      expect(passport(words, { cwd: folder, input })).toMatchObject({ status: 0 });
      expect(codes('new.json', '--trust', name)).toEqual(['OK']);
    }
  });

  test('keeps no other run waiting while it reads the root key', async () => {
    trustOf('slow.yaml');
    const signing = spawn(process.execPath, [bin, 'trust', 'sign', 'slow.yaml', '--root-key', '-'], { cwd: folder });
    const done = new Promise<number | null>((resolve) => signing.on('close', resolve));
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const locked = existsSync(at('slow.yaml.lock'));
    signing.stdin.end(readFileSync(at('root.key')));
    expect(await done).toBe(0);
    expect(locked).toBe(false);
    expect(codes('new.json', '--trust', 'slow.yaml', '--root', 'root.pub')).toEqual(['OK']);
  });

  test.each([
    ['a direction control', 'unfragile\u202e.ai'],
    ['a control character', 'unfragile\u007f.ai'],
  ])('writes no name with %s, which nobody could read', (_, issuer) => {
    const name = `name-${issuer.length}-${issuer.charCodeAt(9)}.yaml`;
    ok('trust', 'init', name);
    const before = readFileSync(at(name));
    expect(run('trust', 'add', name, 'my.pub', '--issuer', issuer)).toMatchObject({ status: 2 });
    expect(readFileSync(at(name))).toEqual(before);
    ok('trust', 'list', name);
  });

  test('a trust file that is too large is not told to describe one artifact', () => {
    writeFileSync(at('large.yaml'), `# ${'x'.repeat(1_100_000)}\n${readFileSync(at('trust.yaml'), 'utf8')}`);
    const { stderr } = run('trust', 'list', 'large.yaml');
    expect(stderr).toContain('fewer keys');
    expect(stderr).not.toContain('artifact');
  });

  test('refuses what no verifier would take', () => {
    trustOf('refuse.yaml');
    const before = readFileSync(at('refuse.yaml'));
    const example = join(projectRoot, 'keys.example/example.pub');
    expect(run('trust', 'add', 'refuse.yaml', example, '--issuer', 'x').stderr).toContain('example key');
    expect(
      run(
        'trust',
        'add',
        'refuse.yaml',
        'other.pub',
        '--issuer',
        'x',
        '--not-before',
        '2021-01-01T00:00:00Z',
        '--not-after',
        '2020-01-01T00:00:00Z',
      ).status,
    ).toBe(2);
    expect(run('trust', 'retire', 'refuse.yaml', 'my.pub', '--at', '2024-01-01T00:00:00Z').status).toBe(2);
    expect(
      run('trust', 'add', 'refuse.yaml', 'other.pub', '--issuer', 'x', '--at', '2024-01-01T00:00:00Z').stderr,
    ).toContain('--at is not for');
    expect(run('trust', 'add', 'refuse.yaml').stderr).toContain('name the key');
    expect(run('trust', 'list', 'new.json').status).toBe(1);
    expect(readFileSync(at('refuse.yaml'))).toEqual(before);
  });
});

test('no command of trust opens a socket', () => {
  mkdirSync(at('trap'));
  writeFileSync(
    at('trap/trap.cjs'),
    `const { Socket } = require('node:net'); const dgram = require('node:dgram'); const dns = require('node:dns');
     const trapped = () => { process.stderr.write('a socket was opened'); process.abort(); };
     Socket.prototype.connect = trapped; dgram.createSocket = trapped; dns.lookup = trapped; globalThis.fetch = trapped;`,
  );
  const options = { cwd: folder, env: { NODE_OPTIONS: `--require ${at('trap/trap.cjs')}` } };
  const probe = spawnProbe(options.env.NODE_OPTIONS);
  expect(probe).toBe(null);
  const all = ['new.json', '--trust', 'trust.yaml', '--revocations', 'list.json', '--state', 'trap.json', '--json'];
  for (const words of [
    ['verify', ...all],
    ['verify', 'agent.json', '--key', 'my.pub'],
    ['trust', 'export', 'trust.yaml'],
  ]) {
    const { stderr, status } = passport(words, options);
    expect(stderr).not.toContain('socket');
    expect([0, 1]).toContain(status);
  }
});

/** That the trap works. */
function spawnProbe(nodeOptions: string): number | null {
  const script = at('trap/probe.cjs');
  writeFileSync(script, "require('node:net').connect(9, '127.0.0.1').on('error', () => undefined);");
  return passport([], { env: { NODE_OPTIONS: `${nodeOptions} --require ${script}` } }).status;
}

describe('what became of a document', () => {
  const newer = readFileSync(at('new.json'), 'utf8');
  const hostile = '\u001b[2J\n::error::x\n##[error]y\u202e';
  const received: Readonly<Record<string, string>> = {
    same: newer,
    pretty: JSON.stringify(JSON.parse(newer), null, 2),
    renamed: newer.replace('"name":"', '"name":"Another '),
    truncated: newer.replace(/"signature":"[^"]{20}/, '"signature":"'),
    added: newer.replace('{"unfragile":', `{${JSON.stringify(hostile)}:${JSON.stringify(hostile)},"unfragile":`),
    cut: newer.slice(0, -9),
    many: newer.replace('{"passport":', `{${Array.from({ length: 10_000 }, (_, i) => `"m${i}":1`).join()},"passport":`),
    deep: `{"passport":${'['.repeat(100_000)}`,
  };
  for (const [name, content] of Object.entries(received)) writeFileSync(at(`r-${name}.json`), content);
  writeFileSync(at('neither.json'), '{"kty":"OKP","d":"the secret"}');

  test('is told by --against: the pointer, the old value and the new one', () => {
    const { stdout, status } = run('verify', 'r-renamed.json', '--key', 'my.pub', '--against', 'new.json');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^INVALID SIGNATURE_MISMATCH r-renamed\.json\n/);
    expect(stdout).toMatch(
      / {2}against new\.json: 1 change\n {4}changed \/passport\/unfragile\/artifact\/name\n {6}- ".*"\n {6}\+ "Another .*"\n$/,
    );
    expect(report('r-renamed.json', 'r-same.json', '--key', 'my.pub', '--against', 'new.json').results).toMatchObject([
      { changes: { against: 'new.json', relation: 'different', total: 1, list: [{ kind: 'changed' }] } },
      { changes: { relation: 'identical', total: 0, list: [] }, diagnosis: [] },
    ]);
  });

  test.each<[string, string, string, string[]]>([
    ['same', 'OK', 'the same bytes', []],
    ['pretty', 'OK', 'written otherwise, and equal: the canonical bytes are the same', ['RESERIALIZED']],
    ['renamed', 'SIGNATURE_MISMATCH', '1 change', ['UNEXPLAINED']],
    ['truncated', 'MALFORMED_DOCUMENT', '1 change', ['SIGNATURE_TRUNCATED']],
    ['added', 'MALFORMED_DOCUMENT', '1 change', ['MEMBER_ADDED']],
    ['cut', 'MALFORMED_JSON', 'neither a document nor a payload', []],
    ['many', 'MALFORMED_DOCUMENT', '10000 changes', Array.from({ length: 10 }, () => 'MEMBER_ADDED')],
    ['deep', 'MALFORMED_JSON', 'neither a document nor a payload', []],
  ])('%s: %s, %s, %j', (name, code, against, clues) => {
    const words = [`r-${name}.json`, '--key', 'my.pub', '--against', 'new.json'];
    const [result] = report(...words).results;
    expect(result?.code).toBe(code);
    expect(result?.diagnosis.map((clue) => clue.code)).toEqual(clues);
    const { stdout, stderr } = run('verify', ...words);
    expect(stdout).toContain(`  against new.json: ${against}`);
    for (const clue of clues) expect(stdout).toContain(clue);
    for (const output of [stdout, stderr]) {
      expect(output).not.toMatch(acting);
      expect(runnerCommands(output)).toEqual([]);
      expect(output.length).toBeLessThan(20_000);
    }
  });

  test('never improves a verdict: with --against it is the same, or there is none', () => {
    const documents = [...Object.keys(received).map((name) => `r-${name}.json`), 'old.json', 'strange.json'];
    const ways = [
      ['--key', 'my.pub'],
      ['--key', 'other.pub'],
      ['--trust', 'trust.yaml', '--max-age', '1d'],
      ['--key', 'my.pub', '--coverage', 'payload'],
    ];
    for (const way of ways) {
      const alone = report(...documents, ...way);
      for (const reference of ['new.json', 'r-renamed.json', 'r-many.json']) {
        const compared = report(...documents, ...way, '--against', reference);
        expect(compared.exit_status).toBe(alone.exit_status);
        const bare = (results: readonly Result[]): unknown => results.map((result) => ({ ...result, changes: null }));
        expect(bare(compared.results)).toEqual(bare(alone.results));
      }
    }
    for (const reference of ['missing.json', 'r-cut.json', 'r-deep.json', 'neither.json', 'trust.yaml']) {
      const found = report('new.json', '--key', 'my.pub', '--against', reference);
      expect(found).toMatchObject({ exit_status: 3, results: [], failures: [{ code: 'ERR_READ', file: reference }] });
      expect(JSON.stringify(found)).not.toContain('the secret');
    }
    expect(JSON.stringify(report('neither.json', '--key', 'my.pub', '--against', 'new.json'))).not.toContain(
      'the secret',
    );
  });

  test('is remembered of no document where the one to compare with cannot be read', () => {
    const words = ['verify', 'new.json', '--key', 'my.pub', '--state', 'unread.json', '--new-state'];
    expect(run(...words, '--against', 'r-cut.json').status).toBe(3);
    expect(existsSync(at('unread.json'))).toBe(false);
    expect(run(...words, '--against', 'old.json').status).toBe(0);
    expect(existsSync(at('unread.json'))).toBe(true);
  });
});
