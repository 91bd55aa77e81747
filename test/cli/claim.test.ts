import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { Claim, ClaimProof, PassportDocument } from '../../src/passport/types.generated.js';
import { describeWithOpenssl } from '../openssl.js';
import { readSchema } from '../schemas.js';
import { selfSigned } from '../tls-certificate.js';
import { main } from '../../src/cli/main.js';
import { memoryIo } from './memory-io.js';
import { bin, passport, projectRoot, type Run, temporaryFolder } from './run.js';

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
/** The built command, as a user runs it. */
const real = (...args: string[]): Run => passport(args, { cwd: folder });
/** The same within the test, where no process has to be started; what it says is as if it were run in the folder. */
const run = async (...args: string[]): Promise<Run> => {
  const { io, stdout, stderr } = memoryIo({ now: () => Date.now() });
  const words = args.map((word) => (/^[\w.][\w./-]*\.(?:json|yaml|key|pub)$/.test(word) ? at(word) : word));
  const status = await main(words, io);
  const [out, err] = [stdout(), stderr()].map((text) => text.replaceAll(`${folder}/`, '')) as [string, string];
  return { status, stdout: out, stderr: err };
};
const ok = async (...args: string[]): Promise<Run> => {
  const done = await run(...args);
  expect(done, args.join(' ')).toMatchObject({ status: 0 });
  return done;
};
const read = <T>(name: string): T => JSON.parse(readFileSync(at(name), 'utf8')) as T;
const write = (name: string, value: unknown): void =>
  writeFileSync(at(name), typeof value === 'string' ? value : JSON.stringify(value));

const ADDRESS = 'https://example.org/.well-known/trust-passport.json';
const template = readFileSync(join(projectRoot, 'templates/mcp.yaml'), 'utf8');
write('mcp.yaml', template);
for (const name of ['builder', 'registry', 'other']) await ok('keygen', '-o', at(name), '--no-encrypt', '--insecure');
const made = await ok('claim', 'mcp.yaml', '--key', 'builder.key', '-o', 'claim.json', '--write-proof', 'proof.json');

interface Report {
  readonly ok: boolean;
  readonly exit_status: number;
  readonly result: { readonly code: string; readonly not_proven: string[]; readonly [name: string]: unknown } | null;
  readonly failures: ReadonlyArray<{ readonly code: string }>;
}
const isReport = new Ajv({ strict: true, allowUnionTypes: true }).compile(readSchema('claim-report') as object);
const reportOf = ({ stdout, status }: Run): Report => {
  const report = JSON.parse(stdout) as Report;
  expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true);
  expect(report).toMatchObject({ exit_status: status, ok: status === 0 });
  return report;
};
const check = (...args: string[]): Promise<Run> => run('claim', 'check', ...args);
const good = ['claim.json', 'mcp.yaml', '--proof', 'proof.json'];

describe('passport claim', () => {
  test('says where to put what, and where to go with the claim', async () => {
    const { expires_at } = read<Claim>('claim.json');
    expect(made.stdout).toBe('');
    expect(made.stderr).toBe(
      `wrote proof.json\nwrote claim.json\nto prove the claim, proof.json must lie at ${ADDRESS}, served as application/json\n` +
        `then claim the listing before ${expires_at}: https://unfragile.ai/submit?claim=town-library-desk\n`,
    );
    const { stdout, stderr } = await ok('claim', 'mcp.yaml', '--key', 'builder.key');
    const [, line = ''] = stderr.split('\n');
    expect(JSON.parse(line)).toEqual(read('proof.json'));
    expect((JSON.parse(stdout) as Claim).nonce).not.toBe(read<Claim>('claim.json').nonce);
  });

  test('of a repository says the file in it', async () => {
    write('repo.yaml', template.replace(/url: .*/, 'url: https://github.com/owner/repo/tree/main/desk'));
    const { stderr } = await ok(
      'claim',
      'repo.yaml',
      '--key',
      'builder.key',
      '-o',
      'repo.json',
      '--write-proof',
      'p.json',
    );
    expect(stderr).toContain(
      'p.json must lie in the file trust-passport.json at the root of https://github.com/owner/repo, on its default branch\n',
    );
    expect((await check('repo.json', 'repo.yaml', '--proof', 'p.json')).status).toBe(0);
  });

  test('of a place where many live says that it is for who runs it', async () => {
    write('npm.yaml', template.replace(/url: .*/, 'url: https://www.npmjs.com/package/desk'));
    expect((await ok('claim', 'npm.yaml', '--key', 'builder.key')).stderr).toContain(
      'only who runs www.npmjs.com can do that',
    );
  });

  test('lives for as long as it is told', async () => {
    const { issued_at, expires_at } = JSON.parse(
      (await ok('claim', 'mcp.yaml', '--key', 'builder.key', '--valid-for', '30d', '--pretty')).stdout,
    ) as Claim;
    expect(Date.parse(expires_at) - Date.parse(issued_at)).toBe(30 * 86_400_000);
    expect(await run('claim', 'mcp.yaml', '--key', 'builder.key', '--valid-for', '31d')).toMatchObject({ status: 2 });
  });

  test('adds to a proof that is there, and writes over nothing else', async () => {
    write('both.json', readFileSync(at('proof.json'), 'utf8'));
    const add = (...args: string[]): Promise<Run> => ok('claim', 'mcp.yaml', '--write-proof', 'both.json', ...args);
    expect((await add('--key', 'builder.key')).stderr).toContain('nothing to add to both.json\n');
    expect((await add('--key', 'other.key')).stderr).toContain('added the key to both.json\n');
    expect(read<ClaimProof>('both.json').claims).toHaveLength(2);
    expect((await check('claim.json', 'mcp.yaml', '--proof', 'both.json')).status).toBe(0);
    const refused = await run(
      'claim',
      'mcp.yaml',
      '--key',
      'builder.key',
      '-o',
      'never.json',
      '--write-proof',
      'mcp.yaml',
    );
    expect(refused).toMatchObject({ status: 3, stdout: '' });
    expect(readFileSync(at('mcp.yaml'), 'utf8')).toBe(template);
    const same = ['-o', 'never.json', '--write-proof', './never.json'];
    expect(await run('claim', 'mcp.yaml', '--key', 'builder.key', ...same)).toMatchObject({ status: 2, stdout: '' });
    expect(existsSync(at('never.json'))).toBe(false);
  });

  test('with a signer, and of a manifest with its overlay', async () => {
    const script = at('signer.mjs');
    write(
      'signer.mjs',
      `import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
       import { readFileSync } from 'node:fs';
       const key = createPrivateKey(readFileSync(${JSON.stringify(at('builder.key'))}));
       if (process.argv[2] === 'info') console.log(JSON.stringify({ publicKey: Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x, 'base64url').toString('base64') }));
       else process.stdout.write(sign(null, readFileSync(0), key));`,
    );
    const manifest = join(projectRoot, 'test/fixtures/unfragile.yml');
    write('overlay.json', {
      artifact: { categories: ['mcp-servers'] },
      capabilities: Object.fromEntries(
        ['find-recipe', 'scale-recipe', '2'].map((id) => [id, { categories: ['search-retrieval'] }]),
      ),
    });
    const by = ['--signer', `exec:${process.execPath} ${script}`, '--overlay', 'overlay.json'];
    const done = await run('claim', manifest, ...by, '-o', 'm.json', '--write-proof', 'm-proof.json');
    expect(done).toMatchObject({ status: 0 });
    const checked = await check('m.json', manifest, '--proof', 'm-proof.json', '--overlay', 'overlay.json', '--json');
    expect(reportOf(checked).result?.code).toBe('OK');
  });

  test.each<readonly [string, number, string[], RegExp]>([
    ['no key', 2, ['mcp.yaml'], /name who signs/],
    ['two sources', 2, ['mcp.yaml', 'mcp.yaml', '--key', 'builder.key'], /an argument too many/],
    ['a flag of check', 2, ['mcp.yaml', '--key', 'builder.key', '--online'], /--online is for passport claim check/],
    ['a source with errors', 1, ['broken.yaml', '--key', 'builder.key'], /schema\//],
    ['an address without https', 1, ['http.yaml', '--key', 'builder.key'], /without https/],
    ['no source', 3, ['missing.yaml', '--key', 'builder.key'], /missing\.yaml/],
    ['an output over its key', 2, ['mcp.yaml', '--key', 'builder.key', '-o', 'builder.key'], /is an input of this run/],
    [
      'an example key',
      4,
      ['mcp.yaml', '--key', join(projectRoot, 'keys.example/example.key')],
      /published example key/,
    ],
  ])('refuses %s', async (_, status, args, says) => {
    write('broken.yaml', 'artifact: {}\n');
    write('http.yaml', template.replace('url: https:', 'url: http:'));
    const before = readFileSync(at('builder.key'), 'utf8');
    const done = await run('claim', ...args, ...(args.includes('-o') ? [] : ['-o', 'never.json']));
    expect(done).toMatchObject({ status, stdout: '' });
    expect(done.stderr).toMatch(says);
    expect(existsSync(at('never.json'))).toBe(false);
    expect(readFileSync(at('builder.key'), 'utf8')).toBe(before);
  });
});

describe('passport claim check', () => {
  test('shows what holds, and what that does not prove', async () => {
    const { stdout, status } = await check(...good);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^OK claim\.json\n {2}the owner of example\.org lets this key claim town-library-desk\n/);
    expect(stdout).toContain(`  proof:       ${ADDRESS}, by your own word\n`);
    expect(stdout).toContain('it was not accepted before: there is no --state');
    const claim = read<Claim>('claim.json');
    const { type: _, nonce: __, signature: ___, ...told } = claim;
    expect(reportOf(await check(...good, '--json')).result).toMatchObject({
      ...told,
      proof: { address: ADDRESS, read: 'file' },
    });
  });

  test('takes a claim once, where there is a state', async () => {
    const again = [...good, '--state', 'seen.json', '--json'];
    const first = await check(...again);
    expect(first.stderr).toContain('began seen.json');
    expect(reportOf(first).result?.not_proven.join()).not.toContain('--state');
    expect(reportOf(await check(...again)).result?.code).toBe('CLAIM_REPLAYED');
    // What does not hold is not remembered.
    const before = readFileSync(at('seen.json'), 'utf8');
    await ok('claim', 'mcp.yaml', '--key', 'other.key', '-o', 'stranger.json');
    expect((await check('stranger.json', 'mcp.yaml', '--proof', 'proof.json', '--state', 'seen.json')).status).toBe(1);
    expect(readFileSync(at('seen.json'), 'utf8')).toBe(before);
    write('torn.json', before.slice(0, -9));
    expect(reportOf(await check(...good, '--state', 'torn.json', '--json')).result?.code).toBe('STATE_MALFORMED');
  });

  test('of two runs at once takes it in one', async () => {
    const words = ['claim', 'check', ...good, '--state', 'race.json', '--json'];
    const runs = await Promise.all([words, words, words].map((args) => later(args)));
    const codes = runs.map((one) => reportOf(one).result?.code);
    expect(codes.sort()).toEqual(['CLAIM_REPLAYED', 'CLAIM_REPLAYED', 'OK']);
  });

  test.each(Object.keys(read<Claim>('claim.json')) as (keyof Claim)[])('refuses another %s', async (name) => {
    const claim = read<Claim>('claim.json');
    const first = claim[name].charAt(20);
    const changed = claim[name].slice(0, 20) + (first === '0' ? '1' : '0') + claim[name].slice(21);
    write('changed.json', { ...claim, [name]: changed });
    const { status, stdout } = await check('changed.json', 'mcp.yaml', '--proof', 'proof.json');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^REFUSED CLAIM_[A-Z_]+ changed\.json\n {2}/);
  });

  test.each<readonly [string, number, string | undefined, string[]]>([
    ['a proof found elsewhere', 1, 'PROOF_OTHER_ORIGIN', [...good, '--found-at', 'https://evil.example/']],
    ['a claim of tomorrow', 1, 'CLAIM_IN_FUTURE', [...good, '--now', '2020-01-01T00:00:00Z']],
    ['a claim of long ago', 1, 'CLAIM_EXPIRED', [...good, '--now', '2099-01-01T00:00:00Z', '--skew', '0']],
    ['another source', 1, 'SLUG_MISMATCH', ['claim.json', 'dataset.yaml', '--proof', 'proof.json']],
    ['a source with errors', 1, 'NO_PAYLOAD', ['claim.json', 'broken.yaml', '--proof', 'proof.json']],
    ['another registry', 1, 'CLAIM_URL_MISMATCH', [...good, '--registry', 'registry.yaml']],
    ['a proof that is the claim', 1, 'PROOF_WRONG_TYPE', ['claim.json', 'mcp.yaml', '--proof', 'claim.json']],
    ['no proof', 2, undefined, ['claim.json', 'mcp.yaml']],
    ['both', 2, undefined, [...good, '--online']],
    ['a place without a proof', 2, undefined, ['claim.json', 'mcp.yaml', '--online', '--found-at', ADDRESS]],
    ['no source', 2, undefined, ['claim.json', '--proof', 'proof.json']],
    ['a key', 2, undefined, [...good, '--key', 'builder.key']],
    ['a claim that is not there', 3, undefined, ['missing.json', 'mcp.yaml', '--proof', 'proof.json']],
    ['a proof that is not there', 3, undefined, ['claim.json', 'mcp.yaml', '--proof', 'missing.json']],
  ])('refuses %s, and says so in JSON', async (_, status, code, args) => {
    write('dataset.yaml', readFileSync(join(projectRoot, 'templates/dataset.yaml'), 'utf8'));
    write('broken.yaml', 'artifact: {}\n');
    write('registry.yaml', 'base_url: https://registry.example\nissuer: registry.example\n');
    const done = await check(...args, '--json');
    expect(done.status).toBe(status);
    const report = reportOf(done);
    expect(report.result?.code).toBe(code);
    expect(report.failures).toHaveLength(code === undefined ? 1 : 0);
  });
});

describe('passport sign --verified-by-claim', () => {
  const by = ['--key', 'registry.key', '--verified-by-claim', 'claim.json', '--proof', 'proof.json'];

  test('from the claim to a passport that says that its builder is verified', () => {
    expect(real('claim', 'check', ...good, '--state', 'chain.json').status).toBe(0);
    const { stderr, status } = real('sign', 'mcp.yaml', ...by, '--state', 'chain.json', '-o', 'passport.json');
    expect(status).toBe(0);
    expect(stderr).toContain(
      'verified: the owner of example.org lets this key claim town-library-desk; the proof lies at',
    );
    expect(real('verify', 'passport.json', '--key', 'registry.pub').stdout).toMatch(/^VALID /);
    const { artifact, trust } = read<PassportDocument>('passport.json').passport.unfragile;
    expect([artifact.verified, trust.verified]).toEqual([true, true]);
    expect(trust.failure_modes).not.toContain('builder identity is not verified yet');
    const again = real('sign', 'mcp.yaml', ...by, '--state', 'chain.json', '-o', 'twice.json');
    expect(again).toMatchObject({ status: 1, stdout: '' });
    expect(again.stderr).toMatch(/^verified:|^REFUSED CLAIM_REPLAYED claim\.json\n/);
    expect(existsSync(at('twice.json'))).toBe(false);
  });

  test('with what else was observed; a claim that holds says more than a file from before', async () => {
    write('observed.yaml', 'verified: false\ncommunity: { stars: 12 }\n');
    const { stderr } = await ok('sign', 'mcp.yaml', ...by, '--observations', 'observed.yaml', '-o', 'observed.json');
    expect(stderr).toContain('warning: the observations say verified: false');
    const { artifact, trust } = read<PassportDocument>('observed.json').passport.unfragile;
    expect([artifact.verified, trust.verified, trust.community.stars]).toEqual([true, true, 12]);
  });

  test('does not take what comes from the claim for what it checks: the source may not be another', async () => {
    write('other.yaml', template.replace('Town Library Desk', 'Town Library Counter'));
    const { status, stderr } = await run('sign', 'other.yaml', ...by, '-o', 'never.json');
    expect([status, existsSync(at('never.json'))]).toEqual([1, false]);
    expect(stderr).toMatch(/REFUSED PAYLOAD_MISMATCH claim\.json\n[^]*nothing was signed\n$/);
  });

  test('a claim is judged by the clock, not by the time that is written', async () => {
    const { issued_at } = read<Claim>('claim.json');
    write('old.json', JSON.parse((await ok('claim', 'mcp.yaml', '--key', 'builder.key', '--valid-for', '1s')).stdout));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
    const old = ['--key', 'registry.key', '--verified-by-claim', 'old.json', '--proof', 'proof.json'];
    const { status, stderr } = await run('sign', 'mcp.yaml', ...old, '--signed-at', issued_at, '-o', 'never.json');
    expect([status, existsSync(at('never.json'))]).toEqual([1, false]);
    expect(stderr).toContain('REFUSED CLAIM_EXPIRED');
  });

  test('what goes wrong before the passport is written leaves the claim as it is', async () => {
    const state = ['--state', 'kept.json'];
    const words = ['sign', 'mcp.yaml', ...by, ...state];
    expect(await run(...words, '-o', 'mcp.yaml')).toMatchObject({ status: 2 });
    const missing = words.map((word) => (word === 'registry.key' ? 'missing.key' : word));
    expect(await run(...missing, '-o', 'never.json')).toMatchObject({ status: 3 });
    expect(existsSync(at('kept.json'))).toBe(false);
    expect(await run(...words, '-o', 'kept-passport.json')).toMatchObject({ status: 0 });
  });

  test.each<readonly [string, number, string[], RegExp]>([
    ['no proof', 2, ['mcp.yaml', '--verified-by-claim', 'claim.json'], /no proof to check the claim by/],
    ['a proof without a claim', 2, ['mcp.yaml', '--proof', 'proof.json'], /--proof is for --verified-by-claim/],
    ['a state without a claim', 2, ['mcp.yaml', '--state', 's.json'], /--state is for --verified-by-claim/],
    ['a payload', 2, ['payload.json', ...by.slice(2)], /--verified-by-claim is for a source/],
    [
      'the key of another',
      1,
      ['mcp.yaml', '--verified-by-claim', 'theft.json', '--proof', 'proof.json'],
      /PROOF_OTHER_KEY/,
    ],
    ['a source with errors', 1, ['broken.yaml', ...by.slice(2)], /schema\//],
  ])('refuses %s', async (_, status, args, says) => {
    write('broken.yaml', 'artifact: {}\n');
    await ok('build', 'mcp.yaml', '-o', 'payload.json');
    await ok('claim', 'mcp.yaml', '--key', 'other.key', '-o', 'theft.json');
    const done = await run('sign', ...args, '--key', 'registry.key', '-o', 'never.json');
    expect(done).toMatchObject({ status, stdout: '' });
    expect(done.stderr).toMatch(says);
    expect(existsSync(at('never.json'))).toBe(false);
  });
});

describeWithOpenssl('--online, the whole command and a real server', () => {
  const HOST = 'desk.example';
  const pem = selfSigned(HOST);

  /** The command on a machine on which the name leads to this one, and perhaps this one is taken for the internet. */
  async function online(words: readonly string[], isInternet: boolean): Promise<Run> {
    write('ca.pem', pem.cert);
    write(
      'machine.cjs',
      `require('node:dns/promises').lookup = async () => [{ address: '127.0.0.1', family: 4 }];
       ${isInternet ? "require('node:net').BlockList.prototype.check = () => false;" : ''}`,
    );
    return later(words, { NODE_OPTIONS: `--require ${at('machine.cjs')}`, NODE_EXTRA_CA_CERTS: at('ca.pem') });
  }

  async function withServer(use: (port: number, asked: () => number) => Promise<void>, status = 200): Promise<void> {
    let count = 0;
    const server = createServer(pem, (_, response) => {
      count++;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(readFileSync(at('served.json')));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as AddressInfo;
      write('desk.yaml', template.replace(/url: .*/, `url: https://${HOST}:${port}/`));
      await ok('claim', 'desk.yaml', '--key', 'builder.key', '-o', 'desk.json');
      write('served.json', read('proof.json'));
      await use(port, () => count);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  const words = ['claim', 'check', 'desk.json', 'desk.yaml', '--online', '--json'];

  test('refuses the address of its own machine, and connects to nothing', async () => {
    await withServer(async (_, asked) => {
      expect(reportOf(await online(words, false)).result?.code).toBe('PROOF_ADDRESS_REFUSED');
      expect(asked()).toBe(0);
    });
  });

  test('gets the proof where it lies, checks, and signs by it', async () => {
    await withServer(async (port, asked) => {
      const { result } = reportOf(await online(words, true));
      const address = `https://${HOST}:${port}/.well-known/trust-passport.json`;
      expect(result).toMatchObject({ code: 'OK', proof: { address, read: 'online' } });
      expect(result?.not_proven.join()).not.toContain('your own word');
      expect(asked()).toBe(1);
      const sign = ['sign', 'desk.yaml', '--key', 'registry.key', '--verified-by-claim', 'desk.json', '--online'];
      expect(await online([...sign, '-o', 'desk-passport.json'], true)).toMatchObject({ status: 0 });
      expect(asked()).toBe(2);
      await ok('verify', 'desk-passport.json', '--key', 'registry.pub');
      expect(read<PassportDocument>('desk-passport.json').passport.unfragile.trust.verified).toBe(true);
      // What speaks against the claim is said before anybody is asked.
      write('desk.json', { ...read<Claim>('desk.json'), nonce: 'A'.repeat(22) });
      expect(reportOf(await online(words, true)).result?.code).toBe('CLAIM_SIGNATURE_MISMATCH');
      expect(asked()).toBe(2);
    });
  });

  test('ends with status 5 where no answer was had, and signs nothing', async () => {
    await withServer(async () => {
      const done = await online(words, true);
      expect(done.status).toBe(5);
      expect(reportOf(done).result).toMatchObject({ code: 'SERVER_FAILED', about: 'network' });
      const plain = await online(words.slice(0, -1), true);
      expect(plain.stdout).toMatch(/^NO ANSWER SERVER_FAILED desk\.json\n/);
      const sign = ['sign', 'desk.yaml', '--key', 'registry.key', '--verified-by-claim', 'desk.json', '--online'];
      expect(await online([...sign, '-o', 'never.json'], true)).toMatchObject({ status: 5, stdout: '' });
      expect(existsSync(at('never.json'))).toBe(false);
    }, 503);
  });
});

/** The command beside this process, which has a server to run. */
function later(words: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...words], { cwd: folder, env: { ...process.env, ...env } });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdin.end();
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}
