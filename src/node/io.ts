import { PassportError } from '../errors.js';
import { reasonOf } from './files.js';

/** Everything of the machine that a command touches besides files. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
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
  const stdout = writer(process.stdout);
  const stderr = writer(process.stderr);
  const deliver = async (bytes: string | Uint8Array): Promise<boolean> => {
    const error = await stdout(bytes);
    if (error === undefined) return true;
    if (error.code === 'EPIPE') return false;
    throw new PassportError('ERR_WRITE', `cannot write to standard output: ${reasonOf(error)}`, { cause: error });
  };
  return {
    // Made ready when it is asked for: most runs read files.
    get stdin() {
      return process.stdin;
    },
    get stdinIsTerminal() {
      return process.stdin.isTTY === true;
    },
    stdoutIsTerminal: process.stdout.isTTY === true,
    stderrIsTerminal: process.stderr.isTTY === true,
    columns: process.stdout.columns,
    env: process.env,
    now: () => Date.now(),
    stdout: async (text) => {
      await deliver(text);
    },
    deliver,
    stderr: async (text) => {
      await stderr(text);
    },
  };
}

/** Writes, and gives the error if there was one. The stream says it once more as an event, which must have a listener. */
function writer(stream: NodeJS.WriteStream): (text: string | Uint8Array) => Promise<NodeJS.ErrnoException | undefined> {
  stream.on('error', () => undefined);
  return (text) =>
    new Promise((resolve) => {
      stream.write(text, (error) => resolve(error ?? undefined));
    });
}
