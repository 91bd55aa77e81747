import { fstatSync } from 'node:fs';

/**
 * Resolves once the process is asked to end: by a signal, or by the end of a pipe on its standard input, which is how
 * whoever started it goes. A terminal that goes sends a signal; of anything else on standard input nothing is read.
 */
export function untilAskedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      // An open pipe would keep the process waiting for more.
      if (isPipe(0)) process.stdin.destroy();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
    if (!isPipe(0)) return;
    for (const event of ['end', 'close', 'error']) process.stdin.once(event, end);
    process.stdin.resume();
  });
}

function isPipe(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFIFO() || stats.isSocket();
  } catch {
    return false;
  }
}
