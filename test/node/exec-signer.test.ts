import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PassportError } from '../../src/errors.js';
import { KeyPair } from '../../src/keys/key-pair.js';
import { openExecSigner } from '../../src/node/exec-signer.js';
import { requestSignature } from '../../src/sign/signer.js';
import { hex, seedOf, utf8 } from '../bytes.js';
import { everythingShown } from '../secrecy.js';
import { temporaryDirectories } from '../temporary.js';

const directory = temporaryDirectories();
const pair = new KeyPair(seedOf('a token'));
const message = utf8('what is to be signed');
const signature = pair.sign(message);
const base64 = Buffer.from(pair.publicKey).toString('base64');
const goodInfo = `process.stdout.write(${JSON.stringify(JSON.stringify({ publicKey: base64, name: 'the token' }))});`;
const goodSign = `process.stdout.write(Buffer.from('${hex(signature)}', 'hex'));`;

/** The command of a signer in a few lines of JavaScript. */
function program({ info = goodInfo, sign = goodSign }: { info?: string; sign?: string }): string {
  const path = join(directory(), 'signer.cjs');
  writeFileSync(path, `if (process.argv[2] === 'info') { ${info} } else if (process.argv[2] === 'sign') { ${sign} }`);
  return `'${process.execPath}' '${path}'`;
}

const said: string[] = [];
const options = { env: process.env, timeout: 20_000, say: (line: string): void => void said.push(line) };

async function refusal(promise: Promise<unknown>, code: string): Promise<PassportError> {
  const outcome: unknown = await promise.catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(PassportError);
  expect(outcome).toMatchObject({ code });
  return outcome as PassportError;
}

async function signWith(sign: string): Promise<Uint8Array> {
  return requestSignature(await openExecSigner(program({ sign }), options), () => message);
}

describe('a program that signs', () => {
  test('gets the message on standard input, and gives the signature', async () => {
    const seed = hex(pair.secretKey);
    const sign = `
      const { createPrivateKey, sign } = require('node:crypto');
      const key = createPrivateKey({ key: Buffer.from('302e020100300506032b657004220420${seed}', 'hex'), format: 'der', type: 'pkcs8' });
      const chunks = [];
      process.stdin.on('data', (chunk) => chunks.push(chunk)).on('end', () => process.stdout.write(sign(null, Buffer.concat(chunks), key)));`;
    const signer = await openExecSigner(program({ sign }), options);
    expect(hex(signer.publicKey)).toBe(hex(pair.publicKey));
    for (const bytes of [message, new Uint8Array(), new Uint8Array(3 << 20).fill(0x20)])
      expect(hex(await requestSignature(signer, () => bytes))).toBe(hex(pair.sign(bytes)));
  });

  test('is run in its environment, without a shell', async () => {
    const dir = directory();
    const info = `
      require('node:fs').writeFileSync(${JSON.stringify(join(dir, 'seen'))}, JSON.stringify([process.argv.slice(2), process.env.SLOT, process.env.PASSPORT_SIGNER_PROTOCOL, process.env.HOME]));
      ${goodInfo}`;
    await openExecSigner(`${program({ info })}`, { ...options, env: { SLOT: '7 $HOME', HOME: undefined } });
    expect(JSON.parse(readFileSync(join(dir, 'seen'), 'utf8'))).toEqual([['info'], '7 $HOME', '1', null]);
  });

  test('may write its signature in pieces, and leave standard input unread', async () => {
    const sign = `const bytes = Buffer.from('${hex(signature)}', 'hex'); process.stdout.write(bytes.subarray(0, 1)); setTimeout(() => process.stdout.write(bytes.subarray(1)), 100);`;
    expect(hex(await signWith(sign))).toBe(hex(signature));
  });

  test('may leave a helper behind that holds its pipes', async () => {
    const sign = `
      const { spawn } = require('node:child_process');
      spawn(process.execPath, ['-e', 'setTimeout(() => {}, 5000)'], { stdio: 'inherit', detached: true }).unref();
      process.stdout.write(Buffer.from('${hex(signature)}', 'hex'), () => process.exit(0));`;
    const began = Date.now();
    expect(hex(await signWith(sign))).toBe(hex(signature));
    expect(Date.now() - began).toBeLessThan(4_900);
  });

  test('may talk on standard error, a line at a time, and cannot act on the terminal', async () => {
    said.length = 0;
    const sign = `process.stderr.write('touch\\u001b[2J the token\\r\\n\\n::error::x\\nand wait'); ${goodSign}`;
    await signWith(sign);
    expect(said).toEqual(['touch\\u{1b}[2J the token', '::error::x', 'and wait']);
  });

  test('that never stops talking is not listened to for ever', async () => {
    said.length = 0;
    const sign = `process.stderr.write('x'.repeat(1000) + '\\n' + 'talk\\n'.repeat(1e5)); ${goodSign}`;
    expect(hex(await signWith(sign))).toBe(hex(signature));
    expect(said[0]).toHaveLength(501);
    expect(said.at(-1)).toBe('…');
    expect(said.join('\n').length).toBeLessThan(70_000);
  });
});

/** Also true of one that has ended, until its parent has heard of that. */
function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('a program that does not', () => {
  test.each<[string, string, string]>([
    ['garbage of 64 bytes', `process.stdout.write('x'.repeat(64));`, 'ERR_SIGNER_GARBAGE'],
    ['63 bytes', `process.stdout.write(Buffer.from('${hex(signature).slice(2)}', 'hex'));`, 'ERR_SIGNER_SHORT'],
    ['65 bytes', `process.stdout.write(Buffer.from('${hex(signature)}0a', 'hex'));`, 'ERR_SIGNER_LONG'],
    ['a megabyte', `process.stdout.write(Buffer.alloc(1 << 20));`, 'ERR_SIGNER_LONG'],
    ['output without end', `for (;;) require('node:fs').writeSync(1, 'x'.repeat(1000));`, 'ERR_SIGNER_LONG'],
    ['nothing', ``, 'ERR_SIGNER_SHORT'],
    [
      "another key's signature",
      `process.stdout.write(Buffer.from('${hex(new KeyPair(seedOf('another')).sign(message))}', 'hex'));`,
      'ERR_SIGNER_MISMATCH',
    ],
    ['exit 1 after a good signature', `${goodSign} process.exitCode = 1;`, 'ERR_SIGNER_FAILED'],
    ['its end by a signal', `process.kill(process.pid, 'SIGKILL');`, 'ERR_SIGNER_FAILED'],
  ])('%s', async (_, sign, code) => {
    await refusal(signWith(sign), code);
  });

  test('silence, whatever it does with the wish to end', async () => {
    const path = join(directory(), 'pid');
    const sign = `process.on('SIGTERM', () => {}); require('node:fs').writeFileSync(${JSON.stringify(path)}, String(process.pid)); setInterval(() => {}, 1000);`;
    const slow = await openExecSigner(program({ sign }), { ...options, timeout: 3_000 });
    await refusal(
      requestSignature(slow, () => message),
      'ERR_SIGNER_TIMEOUT',
    );
    const pid = Number(readFileSync(path, 'utf8'));
    // It gets half a second to end by itself; until this process has heard of its end, the pid is still there.
    for (let i = 0; i < 200 && exists(pid); i++) await new Promise((done) => setTimeout(done, 50));
    expect(exists(pid)).toBe(false);
  });

  test('a program that is missing, or cannot be run', async () => {
    await refusal(openExecSigner(join(directory(), 'missing'), options), 'ERR_SIGNER_UNAVAILABLE');
    const path = join(directory(), 'not-executable');
    writeFileSync(path, 'hello', { mode: 0o600 });
    await refusal(openExecSigner(path, options), 'ERR_SIGNER_UNAVAILABLE');
    await refusal(openExecSigner(directory(), options), 'ERR_SIGNER_UNAVAILABLE');
    const long = `x ${'y'.repeat(4 << 20)}`;
    await refusal(openExecSigner(long, options), 'ERR_SIGNER_UNAVAILABLE');
  });
});

describe('what info prints', () => {
  const low = Buffer.alloc(32);
  const print = (text: string): string => `process.stdout.write(${JSON.stringify(text)});`;

  test.each<[string, string, string]>([
    ['nothing', '', 'ERR_SIGNER_GARBAGE'],
    ['text', print('hunter2 is my secret'), 'ERR_SIGNER_GARBAGE'],
    ['a list', print('[]'), 'ERR_SIGNER_GARBAGE'],
    ['no key', print('{}'), 'ERR_SIGNER_GARBAGE'],
    ['two keys', print(`{"publicKey":"${base64}","publicKey":"${base64}"}`), 'ERR_SIGNER_GARBAGE'],
    ['a key in hex', print(JSON.stringify({ publicKey: hex(pair.publicKey) })), 'ERR_SIGNER_GARBAGE'],
    ['a key without padding', print(JSON.stringify({ publicKey: base64.replace('=', '') })), 'ERR_SIGNER_GARBAGE'],
    ['a name that is none', print(JSON.stringify({ publicKey: base64, name: 7 })), 'ERR_SIGNER_GARBAGE'],
    ['a key of small order', print(JSON.stringify({ publicKey: low.toString('base64') })), 'ERR_WEAK_KEY'],
    ['a megabyte', print(' '.repeat(1 << 20)), 'ERR_SIGNER_GARBAGE'],
    ['a good answer and exit 1', `${goodInfo} process.exitCode = 1;`, 'ERR_SIGNER_FAILED'],
  ])('%s', async (_, info, code) => {
    const error = await refusal(openExecSigner(program({ info }), options), code);
    expect(everythingShown(error)).not.toContain('hunter2');
  });

  test('silence', async () => {
    const info = 'setInterval(() => {}, 1000);';
    await refusal(openExecSigner(program({ info }), { ...options, timeout: 300 }), 'ERR_SIGNER_TIMEOUT');
  });
});
