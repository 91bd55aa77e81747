import type { Options } from 'yargs';
import { quote } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import type { Signer } from '../sign/signer.js';
import { type Arguments, type Context, unlockFlags } from './command.js';
import type { Inputs } from './inputs.js';

/** The flags that say who signs, for every command that does. */
export const signerOptions = {
  key: {
    type: 'string',
    requiresArg: true,
    describe: 'the secret key: as keygen writes it, PKCS#8 PEM, OpenSSH, JWK, …',
  },
  ...unlockFlags,
  signer: {
    type: 'string',
    requiresArg: true,
    describe: 'sign with a key kept elsewhere: ssh-agent:KEYID, or exec:COMMAND',
  },
  'signer-timeout': {
    type: 'string',
    requiresArg: true,
    describe: 'seconds that --signer may take for each answer; 60 unless given',
  },
} as const satisfies Record<string, Options>;

/** For whoever has work to do before the signer is needed. @throws PassportError ERR_USAGE */
export function assertSignerFlags(args: Arguments): void {
  const [key, signer, seconds] = ['key', 'signer', 'signer-timeout'].map((flag) => args.text(flag));
  if ((key === undefined) === (signer === undefined)) {
    throw new PassportError('ERR_USAGE', key === undefined ? 'name who signs' : 'both --key and --signer are given', {
      hint: 'give one: --key FILE, --signer ssh-agent:KEYID or --signer exec:COMMAND',
    });
  }
  const unlocking = Object.keys(unlockFlags).find((flag) => args.text(flag) !== undefined);
  if (signer !== undefined && unlocking !== undefined) {
    throw new PassportError('ERR_USAGE', `--${unlocking} is for --key`, {
      hint: 'a signer opens its own key: leave it out',
    });
  }
  if (signer === undefined && seconds !== undefined) {
    throw new PassportError('ERR_USAGE', '--signer-timeout is for --signer', { hint: 'leave it out' });
  }
}

/**
 * Who signs: the key of --key, or the signer of --signer.
 * @throws PassportError ERR_USAGE where not exactly one is given; as readSecretKey, openSshAgent and openExecSigner
 */
export async function openSigner(args: Arguments, inputs: Inputs, context: Context): Promise<Signer> {
  assertSignerFlags(args);
  const [key, signer] = [args.text('key'), args.text('signer')];
  if (signer !== undefined) return openExternal(signer, timeoutOf(args.text('signer-timeout')), context);
  const { readKeyPair } = await import('./key-input.js');
  return readKeyPair(key as string, args, inputs, context.io);
}

async function openExternal(signer: string, timeout: number, { io, paintError }: Context): Promise<Signer> {
  const [, kind, rest = ''] = /^(ssh-agent|exec):([^]*)$/.exec(signer) ?? [];
  if (kind === 'ssh-agent' && rest !== '') {
    const { openSshAgent } = await import('../node/ssh-agent.js');
    return openSshAgent(rest, { socket: io.env.SSH_AUTH_SOCK, timeout });
  }
  if (kind === 'exec') {
    const { openExecSigner } = await import('../node/exec-signer.js');
    const say = (line: string): void => void io.stderr(`${paintError('label', 'signer:')} ${line}\n`);
    return openExecSigner(rest, { env: io.env, timeout, say });
  }
  throw new PassportError(
    'ERR_USAGE',
    // After the colon of exec: there may be a secret.
    kind === undefined
      ? `the signer ${quote(signer.replace(/:[^]*/, ':…'))} is of no known kind`
      : 'ssh-agent: names no key',
    { hint: 'ssh-agent:KEYID, with a key id or a fingerprint SHA256:… (ssh-add -l), or exec:COMMAND' },
  );
}

const MAX_SECONDS = 3600;

function timeoutOf(seconds = '60'): number {
  const value = /^\d{1,4}$/.test(seconds) ? Number(seconds) : 0;
  if (value >= 1 && value <= MAX_SECONDS) return value * 1000;
  throw new PassportError('ERR_USAGE', `--signer-timeout ${quote(seconds)} is no whole number of seconds`, {
    hint: `give 1 to ${MAX_SECONDS}`,
  });
}
