import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Decrypter, armor, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { keyId } from '../../src/keys/key-id.js';
import { decodePublicKey } from '../../src/keys/spki.js';
import { hasOpenssl, openssl } from '../openssl.js';
import { bin, passport, projectRoot, type Run, temporaryFolder } from './run.js';
import { hasTerminal, onTerminal, programOnTerminal } from './terminal.js';

const root = temporaryFolder();
const folder = (): string => mkdtempSync(join(root, 'keys-'));
const template = join(projectRoot, 'templates/mcp.yaml');
const passphrase = 'Fm8-cobalt-T19-willow-6c-hammock';
const env = { PASSPHRASE: passphrase, WRONG: 'opening hours', EMPTY: '' };
const fromEnv = ['--passphrase-env', 'PASSPHRASE'];
const run = (args: readonly string[], cwd: string): Run => passport(args, { cwd, env });

/** A folder with my.key.age and my.pub, whose passphrase is in the environment. */
function withKey(): string {
  const cwd = folder();
  expect(run(['keygen', '-o', 'my', ...fromEnv], cwd).status).toBe(0);
  return cwd;
}
const shared = withKey();

describe('keygen', () => {
  test('writes an encrypted secret key for the owner alone, and prints key id and public key', () => {
    const cwd = folder();
    const made = run(['keygen', '-o', 'my', ...fromEnv], cwd);
    expect(made.status).toBe(0);
    expect(readdirSync(cwd).sort()).toEqual(['my.key.age', 'my.pub']);
    expect(statSync(join(cwd, 'my.key.age')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(cwd, 'my.key.age'), 'utf8')).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/);
    const publicKey = decodePublicKey(readFileSync(join(cwd, 'my.pub'), 'utf8'));
    expect(made.stdout).toBe(
      `key id:     ${keyId(publicKey)}\npublic key: ${Buffer.from(publicKey).toString('base64')}\n`,
    );
    expect(made.stderr).toContain('secret, encrypted');
  });

  test('what it writes is PKCS#8 inside, which signs', async () => {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    const inside = await decrypter.decrypt(armor.decode(readFileSync(join(shared, 'my.key.age'), 'utf8')), 'text');
    expect(inside).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
    if (hasOpenssl) expect(openssl(['pkey', '-pubout'], inside)).toBe(readFileSync(join(shared, 'my.pub'), 'utf8'));
    const signed = run(['sign', template, '--key', 'my.key.age', ...fromEnv], shared);
    expect(signed.status).toBe(0);
    expect(passport(['verify', '-', '--key', 'my.pub'], { cwd: shared, input: signed.stdout }).status).toBe(0);
  });

  test('to recipients: each of them signs, alone, with an identity', async () => {
    const cwd = folder();
    const identities = [await generateX25519Identity(), await generateX25519Identity()];
    const recipients = await Promise.all(identities.map((identity) => identityToRecipient(identity)));
    const words = recipients.flatMap((recipient) => ['--recipient', recipient]);
    expect(run(['keygen', '-o', 'team', ...words], cwd).status).toBe(0);
    for (const [index, identity] of identities.entries()) {
      writeFileSync(join(cwd, `${index}.txt`), `# created: today\n${identity}\n`, { mode: 0o600 });
      const signed = run(['sign', template, '--key', 'team.key.age', '--identity', `${index}.txt`], cwd);
      expect(signed.status).toBe(0);
      expect(passport(['verify', '-', '--key', 'team.pub'], { cwd, input: signed.stdout }).status).toBe(0);
    }
    const without = run(['sign', template, '--key', 'team.key.age'], cwd);
    expect(without.status).toBe(4);
    expect(without.stderr).toContain('--identity');
    chmodSync(join(cwd, '0.txt'), 0o644);
    expect(run(['sign', template, '--key', 'team.key.age', '--identity', '0.txt'], cwd).stderr).toContain('chmod 600');
  });

  test.each([
    ['a plain key without --insecure', ['--no-encrypt'], 2, /both --no-encrypt --insecure/],
    ['--insecure alone', ['--insecure'], 2, /both --no-encrypt --insecure/],
    ['a plain key with a passphrase', ['--no-encrypt', '--insecure', ...fromEnv], 2, /--passphrase-env/],
    ['a recipient and a passphrase', ['--recipient', 'age1x', ...fromEnv], 2, /cannot both/],
    ['two sources of the passphrase', [...fromEnv, '--passphrase-fd', '3'], 2, /several sources/],
    ['a recipient that is none', ['--recipient', 'age1notone'], 2, /recipient 1 is not/],
    ['a variable that is not set', ['--passphrase-env', 'NOT_SET'], 4, /NOT_SET of --passphrase-env is not set/],
    ['an empty passphrase', ['--passphrase-env', 'EMPTY'], 4, /not set, or empty/],
    ['a descriptor that is none', ['--passphrase-fd', 'three'], 2, /not the number/],
    ['a descriptor that is not open', ['--passphrase-fd', '99'], 3, /not open/],
    ['a passphrase file that is missing', ['--passphrase-file', 'none'], 3, /no such file/],
    ['neither a terminal nor a source', [], 4, /no terminal.*\n.*--passphrase-file/],
  ])('%s: nothing is written', (_, args, status, says) => {
    const cwd = folder();
    const made = run(['keygen', '-o', 'my', ...args], cwd);
    expect(made.stderr).toMatch(says);
    expect(made.status).toBe(status);
    expect(made.stdout).toBe('');
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('what was meant as the passphrase itself is not repeated', () => {
    for (const flag of ['--passphrase-env', '--passphrase-fd']) {
      const made = run(['keygen', '-o', 'my', flag, passphrase], folder());
      expect(made.status).not.toBe(0);
      expect(made.stderr).not.toContain(passphrase);
    }
  });

  test.each(['my.key.age', 'my.pub'])('never overwrites %s, nor follows a link there', (taken) => {
    for (const linked of [false, true]) {
      const cwd = folder();
      if (linked) symlinkSync(join(cwd, 'elsewhere'), join(cwd, taken));
      else writeFileSync(join(cwd, taken), 'mine');
      const made = run(['keygen', '-o', 'my', ...fromEnv], cwd);
      expect(made.status).toBe(3);
      expect(readdirSync(cwd)).toEqual([taken]);
      expect(existsSync(join(cwd, 'elsewhere'))).toBe(false);
      if (!linked) expect(readFileSync(join(cwd, taken), 'utf8')).toBe('mine');
    }
  });
});

describe('the passphrase', () => {
  const put = (name: string, text: string | Uint8Array, mode = 0o600): string => {
    const path = join(shared, name);
    writeFileSync(path, text, { mode });
    chmodSync(path, mode);
    return name;
  };
  const id = run(['key', 'id', 'my.pub'], shared).stdout;

  test('from a file, its line end left out, a descriptor, and standard input', () => {
    for (const end of ['', '\n', '\r\n']) {
      const file = put('line', passphrase + end);
      expect(run(['key', 'id', 'my.key.age', '--passphrase-file', file], shared).stdout).toBe(id);
    }
    const shell = `"$0" "$1" key id my.key.age --passphrase-fd 3 3< line`;
    expect(spawnSync('sh', ['-c', shell, process.execPath, bin], { cwd: shared, encoding: 'utf8' }).stdout).toBe(id);
    const piped = `echo "$PASSPHRASE" | "$0" "$1" key id my.key.age --passphrase-fd 0`;
    const options = { cwd: shared, encoding: 'utf8', env: { ...process.env, ...env } } as const;
    expect(spawnSync('sh', ['-c', piped, process.execPath, bin], options).stdout).toBe(id);
    const args = ['key', 'id', 'my.key.age', '--passphrase-file', '-'];
    expect(passport(args, { cwd: shared, input: `${passphrase}\n` }).stdout).toBe(id);
  });

  test.each([
    ['that others can read', passphrase, 0o644, /passphrase file loose is refused.*\n.*chmod 600 loose/],
    ['with two lines', `${passphrase}\n${passphrase}\n`, 0o600, /more than one line/],
    ['that is empty', '\n', 0o600, /is empty/],
    ['that is not UTF-8', Buffer.from([0xff, 0xfe]), 0o600, /not UTF-8/],
    ['that is too long', 'a'.repeat(5000), 0o600, /more than 4096 bytes/],
  ])('from a file %s is refused', (_, text, mode, says) => {
    const tried = run(['key', 'id', 'my.key.age', '--passphrase-file', put('loose', text, mode)], shared);
    expect(tried.status).toBe(4);
    expect(tried.stderr).toMatch(says);
    expect(tried.stderr).not.toContain(passphrase);
  });

  test('a wrong one says so, and changes nothing on disk', () => {
    const before = readdirSync(shared).map((name) => [name, readFileSync(join(shared, name), 'utf8')]);
    for (const words of [
      ['sign', template, '--key', 'my.key.age', '-o', 'out.json'],
      ['key', 'convert', 'my.key.age', '--to', 'pkcs8', '--insecure', '-o', 'out.key'],
      ['key', 'show', 'my.key.age'],
    ]) {
      const tried = run([...words, '--passphrase-env', 'WRONG'], shared);
      expect(tried).toMatchObject({ status: 4, stdout: '' });
      expect(tried.stderr).toContain('my.key.age: wrong passphrase or damaged file');
    }
    expect(readdirSync(shared).map((name) => [name, readFileSync(join(shared, name), 'utf8')])).toEqual(before);
  });

  test('without a terminal and a source there is an end at once, though standard input stays open', () => {
    // As in a service: nobody ever writes, and nobody closes.
    const waited = `mkfifo held; sleep 60 > held & "$0" "$1" key id my.key.age < held; echo "status $?"; kill $!; rm held`;
    const { stdout, stderr } = spawnSync('sh', ['-c', waited, process.execPath, bin], {
      cwd: shared,
      encoding: 'utf8',
      timeout: 30_000,
    });
    expect(stdout).toContain('status 4');
    expect(stderr).toContain('no terminal');
  });
});

describe.skipIf(!hasTerminal)(
  `on a terminal${hasTerminal ? '' : ' (skipped: script of util-linux is not installed)'}`,
  () => {
    test('keygen asks twice and shows nothing of it', async () => {
      const cwd = folder();
      const made = await onTerminal(
        ['keygen', '-o', 'my'],
        [
          ['New passphrase for my.key.age', passphrase],
          ['once more', passphrase],
        ],
        cwd,
      );
      expect(made.status).toBe(0);
      expect(made.shown).not.toContain(passphrase.slice(0, 6));
      expect(run(['key', 'id', 'my.key.age', ...fromEnv], cwd)).toMatchObject({ status: 0, stderr: '' });
      const shown = await onTerminal(['key', 'id', 'my.key.age'], [['Passphrase for my.key.age', passphrase]], cwd);
      expect(shown.status).toBe(0);
      expect(shown.shown).toContain(run(['key', 'id', 'my.pub'], cwd).stdout.trim());
    });

    test('two that differ, or none, write nothing', async () => {
      const cwd = folder();
      const differ = await onTerminal(
        ['keygen', '-o', 'my'],
        [
          ['New passphrase', passphrase],
          ['once more', `${passphrase}x`],
        ],
        cwd,
      );
      expect(differ.status).toBe(4);
      expect(differ.shown).toContain('the two passphrases differ');
      const cancelled = await onTerminal(
        ['keygen', '-o', 'my'],
        [
          ['New passphrase', ''],
          ['an empty passphrase protects nothing', '\u0003'],
        ],
        cwd,
      );
      expect(cancelled.status).toBe(130);
      expect(readdirSync(cwd)).toEqual([]);
    });
  },
);

const hasAge = spawnSync('age', ['--version']).error === undefined;
describe.skipIf(!hasAge || !hasOpenssl)(
  `age and openssl${hasAge && hasOpenssl ? '' : ' (skipped: age or OpenSSL 3 is not installed)'}`,
  () => {
    test('age opens what keygen wrote, and openssl reads it', async () => {
      const identity = await generateX25519Identity();
      const cwd = folder();
      writeFileSync(join(cwd, 'me.txt'), `${identity}\n`, { mode: 0o600 });
      run(['keygen', '-o', 'my', '--recipient', await identityToRecipient(identity)], cwd);
      const opened = spawnSync('age', ['-d', '-i', 'me.txt', 'my.key.age'], { cwd, encoding: 'utf8' });
      expect(openssl(['pkey', '-pubout'], opened.stdout)).toBe(readFileSync(join(cwd, 'my.pub'), 'utf8'));
    });

    test.skipIf(!hasTerminal)(
      `with a passphrase, both ways${hasTerminal ? '' : ' (skipped: script of util-linux is not installed)'}`,
      async () => {
        const opened = await programOnTerminal(
          ['age', '-d', '-o', 'opened.pem', 'my.key.age'],
          [['passphrase', passphrase]],
          shared,
        );
        expect(opened.status).toBe(0);
        const pem = readFileSync(join(shared, 'opened.pem'), 'utf8');
        expect(openssl(['pkey', '-pubout'], pem)).toBe(readFileSync(join(shared, 'my.pub'), 'utf8'));
        for (const armored of [[], ['-a']]) {
          const made = await programOnTerminal(
            ['age', '-p', ...armored, '-o', 'theirs.age', 'opened.pem'],
            [
              ['Enter passphrase', passphrase],
              ['Confirm', passphrase],
            ],
            shared,
          );
          expect(made.status).toBe(0);
          chmodSync(join(shared, 'theirs.age'), 0o600);
          expect(run(['key', 'id', 'theirs.age', ...fromEnv], shared).stdout).toBe(
            run(['key', 'id', 'my.pub'], shared).stdout,
          );
        }
      },
    );
  },
);
