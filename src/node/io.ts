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
  /** Resolves once the text is with the reader; a reader that has gone away is no error. */
  stdout(text: string | Uint8Array): Promise<void>;
  stderr(text: string): Promise<void>;
}

/** The process's own. */
export function processIo(): Io {
  return {
    stdin: process.stdin,
    stdinIsTerminal: process.stdin.isTTY === true,
    stdoutIsTerminal: process.stdout.isTTY === true,
    stderrIsTerminal: process.stderr.isTTY === true,
    columns: process.stdout.columns,
    env: process.env,
    now: () => Date.now(),
    stdout: (text) => write(process.stdout, text),
    stderr: (text) => write(process.stderr, text),
  };
}

function write(stream: NodeJS.WriteStream, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    // `passport build … | head -1`: the reader has seen enough.
    const settle = (error?: Error | null): void => {
      stream.off('error', settle);
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') reject(error);
      else resolve();
    };
    stream.on('error', settle);
    stream.write(text, settle);
  });
}
