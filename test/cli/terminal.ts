import { spawn, spawnSync } from 'node:child_process';
import { bin } from './run.js';

// That of util-linux: BSD's has no -c.
export const hasTerminal = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '');

export interface TerminalRun {
  readonly status: number | null;
  /** Everything that the terminal showed. */
  readonly shown: string;
}

/**
 * The built command on a terminal of its own.
 * @param answers what is typed once the screen shows the question, in order
 */
export function onTerminal(
  args: readonly string[],
  answers: ReadonlyArray<readonly [question: string, typed: string]>,
  cwd: string,
): Promise<TerminalRun> {
  return programOnTerminal([process.execPath, bin, ...args], answers, cwd);
}

/** The same of any program. */
export function programOnTerminal(
  words: readonly string[],
  answers: ReadonlyArray<readonly [question: string, typed: string]>,
  cwd: string,
): Promise<TerminalRun> {
  const quoted = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  // Whoever types here is no pipeline, wherever the tests run.
  const { CI: _, ...env } = process.env;
  const child = spawn('script', ['-qec', quoted, '/dev/null'], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
  let shown = '';
  let searched = 0;
  const left = [...answers];
  const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    const [next] = left;
    if (next === undefined || !shown.slice(searched).includes(next[0])) return;
    searched = shown.length;
    left.shift();
    child.stdin.write(`${next[1]}\r`);
  });
  return new Promise((resolve) => {
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve({ status, shown });
    });
  });
}
