import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RealAgent {
  /** Once it listens and holds one new Ed25519 key. */
  readonly ready: Promise<{ readonly socket: string; readonly publicKey: Uint8Array; readonly fingerprint: string }>;
  removeKeys(): void;
  stop(): void;
}

/** OpenSSH's own agent, in the foreground so that it can be ended by who started it. */
export function startSshAgent(): RealAgent {
  const folder = mkdtempSync(join(tmpdir(), 'passport-agent-'));
  const socket = join(folder, 'agent.sock');
  const key = join(folder, 'id');
  const agent = spawn('ssh-agent', ['-D', '-a', socket], { stdio: 'ignore' });
  const add = (...args: string[]): void =>
    void execFileSync('ssh-add', args, { stdio: 'ignore', env: { ...process.env, SSH_AUTH_SOCK: socket } });

  const makeReady = async (): ReturnType<() => RealAgent['ready']> => {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'a test', '-f', key]);
    for (let i = 0; i < 200 && !existsSync(socket); i++) await new Promise((done) => setTimeout(done, 50));
    add('-q', key);
    const blob = Buffer.from(readFileSync(`${key}.pub`, 'utf8').split(' ')[1] as string, 'base64');
    const listed = execFileSync('ssh-keygen', ['-l', '-f', `${key}.pub`], { encoding: 'utf8' });
    return { socket, publicKey: new Uint8Array(blob.subarray(-32)), fingerprint: listed.split(' ')[1] as string };
  };
  const ready = makeReady();
  // Whoever waits for it is told; nobody may be waiting yet.
  ready.catch(() => undefined);
  return {
    ready,
    removeKeys: () => add('-q', '-D'),
    stop: () => {
      agent.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
