import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { encodeSecretKey } from '../../src/keys/pkcs8.js';
import { encodePublicKey } from '../../src/keys/spki.js';
import { keyId } from '../../src/keys/key-id.js';
import { KeyPair } from '../../src/keys/key-pair.js';
import { hex, seedOf } from '../bytes.js';
import { describeWithPeers } from '../peers.js';
import { startSshAgent } from '../real-ssh-agent.js';
import { expectNoSecret } from '../secrecy.js';
import { identities, keyBlob, string } from '../ssh-wire.js';
import { bin, projectRoot, type Run, temporaryFolder } from './run.js';

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const template = join(projectRoot, 'templates/mcp.yaml');
const signedAt = '2026-01-31T09:30:00.000Z';
const pair = new KeyPair(seedOf('a token'));
const other = new KeyPair(seedOf('another token'));
writeFileSync(at('token.pub'), encodePublicKey(pair.publicKey));
writeFileSync(at('token.key'), encodeSecretKey(pair.secretKey), { mode: 0o600 });

/** The built command as a user runs it, while this process goes on answering. */
function passport(args: readonly string[], env: Record<string, string | undefined> = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], { env: { ...process.env, PASSPORT_DEBUG: '1', ...env } });
    const [out, err]: [string[], string[]] = [[], []];
    child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout: out.join(''), stderr: err.join('') }));
    child.stdin.end();
  });
}

/** A signer as docs/signers.md has it, whose answer to `sign` is made by this code from `message` and `by(seed)`. */
function command(name: string, answer: string): string {
  const seeds = { own: hex(pair.secretKey), other: hex(other.secretKey) };
  writeFileSync(
    at(`${name}.cjs`),
    `const { createPrivateKey, sign } = require('node:crypto');
const seeds = ${JSON.stringify(seeds)};
const by = (seed, message) =>
  sign(null, message, createPrivateKey({ key: Buffer.from('302e020100300506032b657004220420' + seed, 'hex'), format: 'der', type: 'pkcs8' }));
if (process.argv[2] === 'info') console.log(JSON.stringify({ publicKey: '${Buffer.from(pair.publicKey).toString('base64')}' }));
else {
  const chunks = [];
  process.stdin.on('data', (chunk) => chunks.push(chunk)).on('end', () => {
    const message = Buffer.concat(chunks);
    const write = (bytes) => process.stdout.write(bytes);
    ${answer}
  });
}
`,
  );
  return `exec:'${process.execPath}' '${at(`${name}.cjs`)}'`;
}

async function signTo(output: string, signer: string, more: readonly string[] = [], env = {}): Promise<Run> {
  return passport(['sign', template, '--signer', signer, '--signed-at', signedAt, '-o', at(output), ...more], env);
}

/** Nothing is written, and the signer's code is named. */
function expectFailure(run: Run, output: string, code: string): void {
  expect(run.stderr).toContain(`[${code}]`);
  expect(run.stdout).toBe('');
  expect(run.status).toBe(4);
  expect(readdirSync(folder).filter((name) => name.includes(output))).toEqual([]);
  expectNoSecret(run.stderr, pair.secretKey);
}

describe('sign --signer exec:', () => {
  test('gives the bytes that the key itself would give', async () => {
    const run = await signTo(
      'good.json',
      command('good', 'process.stderr.write("touch it\\n"); write(by(seeds.own, message));'),
    );
    expect(run).toMatchObject({ status: 0, stdout: '' });
    expect(run.stderr).toContain('signer: touch it\n');
    const { stdout: theirs } = await passport([
      'sign',
      at('good.json'),
      '--key',
      at('token.key'),
      '--signed-at',
      signedAt,
    ]);
    const { stdout: ours } = await passport([
      'sign',
      template,
      '--signer',
      command('good', 'write(by(seeds.own, message));'),
      '--signed-at',
      signedAt,
    ]);
    expect(ours).toBe(theirs);
    expect((await passport(['verify', at('good.json'), '--key', at('token.pub')])).stdout).toMatch(/^VALID /);
  });

  test('works with the example of the documentation', async () => {
    const page = readFileSync(join(projectRoot, 'docs/signers.md'), 'utf8');
    const code = /^```js\n([^]*?)^```/m.exec(page)?.[1] ?? '';
    writeFileSync(at('signer.mjs'), code);
    const signer = `exec:'${process.execPath}' '${at('signer.mjs')}'`;
    const run = await signTo('example.json', signer, [], { ISSUER_KEY: at('token.key') });
    expect(run).toMatchObject({ status: 0, stderr: expect.stringContaining('wrote') as string });
    expect((await passport(['verify', at('example.json'), '--key', at('token.pub')])).stdout).toMatch(/^VALID /);
  });

  test('asks a shell where one is named', async () => {
    const direct = command('shell', 'write(by(seeds.own, message));').replace('exec:', '').replaceAll("'", '"');
    const run = await signTo('shell.json', `exec:sh -c '${direct} "$1" | cat' sh`);
    expect(run.status).toBe(0);
  });

  const failures: ReadonlyArray<readonly [what: string, answer: string, code: string]> = [
    ['garbage', `write('x'.repeat(64));`, 'ERR_SIGNER_GARBAGE'],
    ['63 bytes', `write(by(seeds.own, message).subarray(1));`, 'ERR_SIGNER_SHORT'],
    ['65 bytes', `write(Buffer.concat([by(seeds.own, message), Buffer.of(10)]));`, 'ERR_SIGNER_LONG'],
    ["another key's signature", `write(by(seeds.other, message));`, 'ERR_SIGNER_MISMATCH'],
    ['exit 1', `process.exitCode = 1; write(by(seeds.own, message));`, 'ERR_SIGNER_FAILED'],
    ['silence', `setInterval(() => {}, 1000);`, 'ERR_SIGNER_TIMEOUT'],
  ];

  test.each(failures)('%s', async (what, answer, code) => {
    const name = `failed-${what.replaceAll(/\W/g, '-')}`;
    const signer = command(`cmd-${code}`, answer);
    expectFailure(await signTo(`${name}.json`, signer, ['--signer-timeout', '4']), `${name}.json`, code);
  });

  test('six failures are six codes', () => {
    expect(new Set(failures.map(([, , code]) => code)).size).toBe(6);
  });

  test('a program that is not there', async () => {
    expectFailure(
      await signTo('missing.json', `exec:${at('missing')} --slot 2`),
      'missing.json',
      'ERR_SIGNER_UNAVAILABLE',
    );
  });

  test('a program that answers info with garbage', async () => {
    expectFailure(await signTo('echo.json', 'exec:echo'), 'echo.json', 'ERR_SIGNER_GARBAGE');
  });

  test('what it has to say cannot act on the terminal', async () => {
    const run = await signTo(
      'loud.json',
      command('loud', 'process.stderr.write("\\u001b[2J\\u202e\\n"); process.exitCode = 3;'),
    );
    expectFailure(run, 'loud.json', 'ERR_SIGNER_FAILED');
    expect(run.stderr).toContain('signer: \\u{1b}[2J\\u{202e}\n');
    expect(run.stderr).not.toMatch(/[\u001b\u202e]/);
  });

  test('the words of the command are not repeated, as one may be a secret', async () => {
    const run = await signTo('pin.json', 'exec:false --pin hunter2');
    expectFailure(run, 'pin.json', 'ERR_SIGNER_FAILED');
    expect(run.stderr).not.toContain('hunter2');
  });

  test('nothing is asked of it where the source has errors', async () => {
    writeFileSync(at('bad.yaml'), 'artifact: {}\n');
    const signer = command(
      'asked',
      `require('node:fs').writeFileSync(${JSON.stringify(at('asked'))}, ''); write(by(seeds.own, message));`,
    );
    expect((await passport(['sign', at('bad.yaml'), '--signer', signer])).status).toBe(1);
    expect(existsSync(at('asked'))).toBe(false);
  });
});

describe('sign --signer ssh-agent:', () => {
  const id = keyId(pair.publicKey);
  const servers: ReturnType<typeof createServer>[] = [];
  afterAll(() => servers.forEach((server) => server.close()));

  /** An agent that lists its keys and does this to whoever asks for a signature. */
  async function agent(name: string, answer: Uint8Array | undefined | 'gone'): Promise<{ SSH_AUTH_SOCK: string }> {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (request) => {
        if (request[4] === 11) socket.write(string(identities([[keyBlob(pair.publicKey), 'a token']])));
        else if (answer === 'gone') socket.destroy();
        else if (answer) socket.write(answer);
      });
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(at(name), resolve));
    return { SSH_AUTH_SOCK: at(name) };
  }

  test.each<[string, Uint8Array | undefined | 'gone', string]>([
    ['silence', undefined, 'ERR_SIGNER_TIMEOUT'],
    ['its end', 'gone', 'ERR_SIGNER_UNAVAILABLE'],
    ['a refusal', string(Uint8Array.of(5)), 'ERR_SIGNER_FAILED'],
    ['garbage', string(Uint8Array.of(1, 2, 3)), 'ERR_SIGNER_GARBAGE'],
  ])('%s', async (what, answer, code) => {
    const env = await agent(`${code}.sock`, answer);
    const output = `agent-${what.replaceAll(' ', '-')}.json`;
    expectFailure(await signTo(output, `ssh-agent:${id}`, ['--signer-timeout', '2'], env), output, code);
  });

  test.each<[string, string | undefined]>([
    ['no agent', undefined],
    ['an agent that has gone', at('gone.sock')],
  ])('%s', async (_, SSH_AUTH_SOCK) => {
    const run = await signTo('none.json', `ssh-agent:${id}`, [], { SSH_AUTH_SOCK });
    expectFailure(run, 'none.json', 'ERR_SIGNER_UNAVAILABLE');
  });

  test('another key than those it holds', async () => {
    const env = await agent('other.sock', undefined);
    const run = await signTo('other.json', `ssh-agent:${keyId(other.publicKey)}`, [], env);
    expectFailure(run, 'other.json', 'ERR_SIGNER_KEY');
  });

  describeWithPeers('of OpenSSH', ['ssh-agent', 'ssh-add', 'ssh-keygen'], () => {
    const real = startSshAgent();
    afterAll(() => real.stop());

    test('signs a passport that verifies under the key of ssh-keygen', async () => {
      const { socket, publicKey, fingerprint } = await real.ready;
      writeFileSync(at('agent.pub'), encodePublicKey(publicKey));
      for (const name of [fingerprint, keyId(publicKey)]) {
        const run = await signTo('agent.json', `ssh-agent:${name}`, [], { SSH_AUTH_SOCK: socket });
        expect(run.status).toBe(0);
        const verified = await passport(['verify', at('agent.json'), '--key', at('agent.pub')]);
        expect(verified).toMatchObject({ status: 0, stderr: '' });
      }
    });
  });
});
