import { writeSync } from 'node:fs';
import { PassportError } from '../errors.js';
import { reasonOf } from './files.js';
import { kindOfOpen } from './open-file.js';
import { standardInput } from './standard-input.js';

/** Everything of the machine that a command touches besides files. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** The same for very much of it: a chunk is good until the next one is asked for. */
  readonly streamedStdin: AsyncIterable<Uint8Array>;
  readonly stdinIsTerminal: boolean;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
  /** Columns of the terminal, where there is one. */
  readonly columns: number | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * Resolves once the text is with the reader; a reader that has gone away has seen enough and is no error.
   * @throws PassportError ERR_WRITE
   */
  stdout(text: string | Uint8Array): Promise<void>;
  /**
   * Results of which the reader must have all: false where it has gone away.
   * @throws PassportError ERR_WRITE
   */
  deliver(bytes: Uint8Array): Promise<boolean>;
  /** Resolves whatever happens: what cannot be said cannot be complained about either. */
  stderr(text: string): Promise<void>;
}

/** The process's own. */
export function processIo(): Io {
  const [stdout, stderr] = [new Output(1), new Output(2)];
  const deliver = async (bytes: string | Uint8Array): Promise<boolean> => {
    const error = await stdout.write(bytes);
    if (error === undefined) return true;
    if (error.code === 'EPIPE') return false;
    throw new PassportError('ERR_WRITE', `cannot write to standard output: ${reasonOf(error)}`, { cause: error });
  };
  return {
    // Made ready when it is asked for: most runs read files.
    get stdin() {
      return process.stdin;
    },
    get streamedStdin() {
      return standardInput();
    },
    get stdinIsTerminal() {
      return process.stdin.isTTY === true;
    },
    stdoutIsTerminal: stdout.isTerminal,
    stderrIsTerminal: stderr.isTerminal,
    columns: stdout.isTerminal ? process.stdout.columns : undefined,
    env: process.env,
    now: () => Date.now(),
    stdout: async (text) => {
      await deliver(text);
    },
    deliver,
    stderr: async (text) => {
      await stderr.write(text);
    },
  };
}

/** Standard output or error. Their streams are made for terminals, and for what has to be waited for, alone. */
class Output {
  readonly isTerminal: boolean;
  private stream: NodeJS.WriteStream | undefined;

  constructor(private readonly descriptor: 1 | 2) {
    // What is a file, a pipe or a socket can be written to as it is.
    const takesWrites = kindOfOpen(descriptor) !== 'other' && process.platform !== 'win32';
    this.isTerminal = !takesWrites && this.open().isTTY === true;
  }

  /** @returns the error, if there was one */
  async write(text: string | Uint8Array): Promise<NodeJS.ErrnoException | undefined> {
    let left = typeof text === 'string' ? Buffer.from(text) : text;
    try {
      while (!this.stream && left.length > 0) left = left.subarray(writeSync(this.descriptor, left));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A pipe that somebody has told not to wait: the stream knows how to.
      if (code !== 'EAGAIN') return error as NodeJS.ErrnoException;
    }
    if (left.length === 0) return undefined;
    const stream = this.open();
    return new Promise((resolve) => {
      stream.write(left, (error) => resolve((error as NodeJS.ErrnoException | null | undefined) ?? undefined));
    });
  }

  private open(): NodeJS.WriteStream {
    if (this.stream) return this.stream;
    this.stream = this.descriptor === 1 ? process.stdout : process.stderr;
    // It says every error once more as an event, which must have a listener.
    this.stream.on('error', () => undefined);
    return this.stream;
  }
}
