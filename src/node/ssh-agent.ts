import { connect } from 'node:net';
import { quote } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import { assertPublicKey } from '../keys/ed25519.js';
import { keyId } from '../keys/key-id.js';
import {
  AgentAnswer,
  type AgentKey,
  parseIdentities,
  parseSignature,
  requestIdentities,
  requestSignature,
  sshFingerprint,
} from '../keys/ssh-agent-messages.js';
import type { Signer } from '../sign/signer.js';
import { reasonOf } from './files.js';

export interface SshAgentOptions {
  /** Where the agent listens: the value of SSH_AUTH_SOCK. */
  readonly socket: string | undefined;
  /** Milliseconds that it may take for each answer; somebody may have to confirm. */
  readonly timeout: number;
}

/**
 * A signer with an Ed25519 key that an ssh-agent holds. Nothing stays open between two calls.
 * @param id the key's id, or its fingerprint as `ssh-add -l` prints it
 * @throws PassportError ERR_SIGNER_UNAVAILABLE, ERR_SIGNER_KEY, ERR_SIGNER_FAILED, ERR_SIGNER_TIMEOUT, ERR_SIGNER_GARBAGE
 */
export async function openSshAgent(id: string, options: SshAgentOptions): Promise<Signer> {
  const [answer] = await ask([requestIdentities()], options);
  const keys = parseIdentities(answer as Uint8Array);
  const key = keys.find(({ publicKey }) => isNamed(publicKey, id));
  if (!key) throw noSuchKey(id, keys);
  const { publicKey } = key;
  assertPublicKey(publicKey);
  const signAll = async (messages: readonly Uint8Array[]): Promise<Uint8Array[]> => {
    const answers = await ask(
      messages.map((message) => requestSignature(publicKey, message)),
      options,
    );
    return answers.map(parseSignature);
  };
  return { publicKey, signAll, sign: async (message) => (await signAll([message]))[0] as Uint8Array };
}

/** Asks one after the other over one connection; as many answers as requests. */
async function ask(requests: readonly Uint8Array[], { socket: path, timeout }: SshAgentOptions): Promise<Uint8Array[]> {
  const answers: Uint8Array[] = [];
  if (requests.length === 0) return answers;
  if (path === undefined || path === '') throw unavailable('SSH_AUTH_SOCK does not say where it is');
  // As an option: a text of digits would be the number of a TCP port.
  const socket = connect({ path });
  const timer = setTimeout(() => socket.destroy(timedOut(timeout)), timeout);
  try {
    let answer = new AgentAnswer();
    socket.write(requests[0] as Uint8Array);
    for await (const chunk of socket as AsyncIterable<Uint8Array>) {
      const whole = answer.push(chunk);
      if (!whole) continue;
      answers.push(whole);
      const next = requests[answers.length];
      if (!next) return answers;
      answer = new AgentAnswer();
      timer.refresh();
      socket.write(next);
    }
  } catch (cause) {
    throw cause instanceof PassportError ? cause : unavailable(reasonOf(cause), cause);
  } finally {
    // The connection is closed by leaving the loop.
    clearTimeout(timer);
  }
  throw unavailable('it has gone without an answer');
}

function isNamed(publicKey: Uint8Array, id: string): boolean {
  if (id.startsWith('SHA256:')) return sshFingerprint(publicKey) === id.replace(/=+$/, '');
  try {
    return keyId(publicKey) === id;
  } catch {
    // One that is no acceptable key has no id.
    return false;
  }
}

const MAX_SHOWN = 5;

function noSuchKey(id: string, keys: readonly AgentKey[]): PassportError {
  const shown = keys
    .slice(0, MAX_SHOWN)
    .map(({ publicKey, comment }) => `${sshFingerprint(publicKey)} ${quote(comment, 40)}`);
  if (keys.length > MAX_SHOWN) shown.push(`${keys.length - MAX_SHOWN} more`);
  return new PassportError('ERR_SIGNER_KEY', `the ssh-agent has no Ed25519 key ${quote(id)}`, {
    hint: shown.length === 0 ? 'it has no Ed25519 key at all: ssh-add FILE' : `it has ${shown.join(', ')}`,
  });
}

function unavailable(why: string, cause?: unknown): PassportError {
  return new PassportError('ERR_SIGNER_UNAVAILABLE', `the ssh-agent cannot be asked: ${why}`, {
    hint: 'nothing was written; start one and add the key: eval "$(ssh-agent)"; ssh-add FILE',
    cause,
  });
}

function timedOut(timeout: number): PassportError {
  return new PassportError('ERR_SIGNER_TIMEOUT', `the ssh-agent did not answer within ${timeout / 1000} s`, {
    hint: 'nothing was written; does it wait for somebody to confirm? --signer-timeout SECONDS gives it more time',
  });
}
