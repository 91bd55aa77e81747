import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { decodeBase64 } from '../encoding/base64.js';
import { isObject, type JsonValue } from '../encoding/json-value.js';
import { parseJson } from '../encoding/json.js';
import { printable, quote } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import { assertPublicKey } from '../keys/ed25519.js';
import type { Signer } from '../sign/signer.js';
import { commandWords } from './command-words.js';
import { reasonOf } from './files.js';

export interface ExecSignerOptions {
  /** The program's environment; it also gets PASSPORT_SIGNER_PROTOCOL, the version of what it is asked. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds that each call may take; somebody may have to touch a token. */
  readonly timeout: number;
  /** Told each line that the program writes to standard error, with nothing in it that could act on a terminal. */
  say(line: string): void;
}

/**
 * A signer that is a program of the user's. `CMD info` prints {"publicKey": base64, "name"?: text} on standard output;
 * `CMD sign` gets the message on standard input and prints the 64 bytes of the signature. No shell is between.
 * @throws PassportError ERR_USAGE, ERR_INVALID_KEY, ERR_WEAK_KEY, ERR_SIGNER_UNAVAILABLE, ERR_SIGNER_FAILED,
 *   ERR_SIGNER_TIMEOUT, ERR_SIGNER_GARBAGE
 */
export async function openExecSigner(command: string, options: ExecSignerOptions): Promise<Signer> {
  const words = commandWords(command);
  const info = parseInfo(await run(words, 'info', new Uint8Array(), options), words[0]);
  return {
    publicKey: info.publicKey,
    sign: (message) => run(words, 'sign', message, { ...options, name: info.name }),
  };
}

interface Info {
  readonly publicKey: Uint8Array;
  readonly name: string | undefined;
}

/** What was printed is never repeated: a command that was named by mistake may have printed a secret. */
function parseInfo(bytes: Uint8Array, program: string): Info {
  let value: JsonValue;
  try {
    value = parseJson(bytes);
  } catch {
    throw garbage(program, `prints ${bytes.length} bytes that are no JSON`);
  }
  if (!isObject(value)) throw garbage(program, 'prints no JSON object');
  const { publicKey: text, name } = value;
  if (typeof text !== 'string') throw garbage(program, 'prints no publicKey');
  let publicKey: Uint8Array;
  try {
    publicKey = decodeBase64(text);
  } catch {
    throw garbage(program, 'prints a publicKey that is no canonical base64');
  }
  if (publicKey.length !== 32) throw garbage(program, `prints a publicKey of ${publicKey.length} bytes`);
  if (name !== undefined && typeof name !== 'string') throw garbage(program, 'prints a name that is no text');
  assertPublicKey(publicKey);
  return { publicKey, name };
}

function garbage(program: string, what: string): PassportError {
  return new PassportError('ERR_SIGNER_GARBAGE', `${quote(program)} info ${what}`, {
    hint: 'it is to print {"publicKey": "…"}, the 32 bytes of an Ed25519 key in base64, and nothing else',
  });
}

// Far more than any answer has.
const MAX_OUTPUT = 64 << 10;
const MAX_COMPLAINT = 16 << 10;
const MAX_LINE = 500;
// After its end a program is given a moment for what it has written; a helper it left behind may hold the pipe.
const MOMENT = 500;

/** What a call of the program prints. One byte more than the bound stands for all beyond it. */
function run(
  [program, ...rest]: readonly [string, ...string[]],
  verb: 'info' | 'sign',
  input: Uint8Array,
  { env, timeout, say, name }: ExecSignerOptions & { readonly name?: string | undefined },
): Promise<Uint8Array> {
  const who = name === undefined ? `${quote(program)} ${verb}` : `${quote(program)} ${verb} (${quote(name, 40)})`;
  return new Promise((resolve, reject) => {
    const child = start(program, [...rest, verb], env);
    const output: Buffer[] = [];
    let size = 0;
    const complaint = new Complaint(say);
    let ended: { readonly status: number | null; readonly signal: string | null } | undefined;
    let moment: NodeJS.Timeout | undefined;

    const settle = (error?: PassportError): void => {
      clearTimeout(timer);
      clearTimeout(moment);
      for (const stream of child.stdio) stream?.destroy();
      complaint.end();
      if (!ended && child.pid !== undefined) stop(child);
      if (error) reject(error);
      else resolve(new Uint8Array(Buffer.concat(output)));
    };
    const timer = setTimeout(() => settle(timedOut(who, timeout)), timeout);
    const finish = (): void => {
      const { status, signal } = ended ?? {};
      settle(status === 0 ? undefined : failed(who, status, signal));
    };

    child.on('error', (cause) => {
      if (child.pid === undefined) settle(unavailable(program, cause));
    });
    child.on('exit', (status, signal) => {
      ended = { status, signal };
      moment = setTimeout(finish, MOMENT);
    });
    child.on('close', finish);
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      output.push(chunk);
      if (size <= MAX_OUTPUT) return;
      output.splice(0, output.length, Buffer.concat(output).subarray(0, MAX_OUTPUT + 1));
      settle();
    });
    child.stderr.on('data', (chunk: Buffer) => complaint.push(chunk));
    // Who does not read what is to be signed will not have signed it: that is found on what it returns.
    for (const stream of child.stdio) stream?.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** What keeps it from starting is an event for some reasons and an exception for others. */
function start(
  program: string,
  words: readonly string[],
  env: ExecSignerOptions['env'],
): ChildProcessWithoutNullStreams {
  try {
    return spawn(program, words, { stdio: 'pipe', env: { ...env, PASSPORT_SIGNER_PROTOCOL: '1' }, windowsHide: true });
  } catch (cause) {
    throw unavailable(program, cause);
  }
}

/** Asks the program to end, and makes it end where it does not. */
function stop(child: ChildProcess): void {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), MOMENT);
  child.once('exit', () => clearTimeout(timer));
}

/** Standard error by lines, as they come, up to a bound. */
class Complaint {
  private readonly decoder = new TextDecoder();
  private rest = '';
  private left = MAX_COMPLAINT;

  constructor(private readonly say: (line: string) => void) {}

  push(chunk: Uint8Array): void {
    if (this.left <= 0) return;
    this.left -= chunk.length;
    const lines = (this.rest + this.decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r/);
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.line(line);
    if (this.left <= 0) {
      this.line(this.rest);
      this.rest = '';
      this.say('…');
    }
  }

  end(): void {
    this.line(this.rest);
    this.rest = '';
    this.left = 0;
  }

  private line(line: string): void {
    if (line.trim() !== '') this.say(printable(line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)}…` : line));
  }
}

function unavailable(program: string, cause: unknown): PassportError {
  return new PassportError('ERR_SIGNER_UNAVAILABLE', `the signer ${quote(program)} cannot be run: ${reasonOf(cause)}`, {
    hint: 'nothing was written; is it installed, executable, and found in PATH?',
    cause,
  });
}

function failed(who: string, status: number | null | undefined, signal: string | null | undefined): PassportError {
  const how = signal ? `was ended by ${signal}` : `ended with status ${status}`;
  return new PassportError('ERR_SIGNER_FAILED', `the signer ${who} ${how}`, {
    hint: 'nothing was written; what it says on standard error is shown above',
  });
}

function timedOut(who: string, timeout: number): PassportError {
  return new PassportError('ERR_SIGNER_TIMEOUT', `the signer ${who} did not answer within ${timeout / 1000} s`, {
    hint: 'nothing was written; does it wait for somebody? --signer-timeout SECONDS gives it more time',
  });
}
