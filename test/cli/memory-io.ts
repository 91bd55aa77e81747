import type { Io } from '../../src/node/io.js';

export interface MemoryIo {
  readonly io: Io;
  /** What was written so far. */
  stdout(): string;
  stderr(): string;
}

/** A machine that a command can be run on within the test: no terminal, a clock that stands still. */
export function memoryIo(part: Partial<Io> & { readonly input?: Uint8Array | string } = {}): MemoryIo {
  const { input = '', ...rest } = part;
  const [out, err]: [string[], string[]] = [[], []];
  const io: Io = {
    stdin: bytesOf(input),
    streamedStdin: bytesOf(input),
    stdinIsTerminal: false,
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
    columns: undefined,
    env: {},
    now: () => Date.parse('2026-06-01T00:00:00.000Z'),
    stdout: (text) => {
      out.push(typeof text === 'string' ? text : new TextDecoder().decode(text));
      return Promise.resolve();
    },
    deliver: (bytes) => {
      out.push(new TextDecoder().decode(bytes));
      return Promise.resolve(true);
    },
    stderr: (text) => {
      err.push(text);
      return Promise.resolve();
    },
    ...rest,
  };
  return { io, stdout: () => out.join(''), stderr: () => err.join('') };
}

async function* bytesOf(input: Uint8Array | string): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield typeof input === 'string' ? new TextEncoder().encode(input) : input;
}
