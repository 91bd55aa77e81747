import type { Context } from './command.js';

/** How far a run is. */
export interface Counts {
  readonly items: number;
  readonly refused: number;
  /** Of the input. */
  readonly read: number;
}

/** Tells people or programs, on standard error, how far a run is. */
export interface Progress {
  update(counts: Counts): void;
  /** @param text with its line end: shown above a bar */
  say(text: string): Promise<void>;
  stop(): void;
}

const EVERY = 5000;

/**
 * A bar on a terminal, a line every five seconds elsewhere, or an event of JSON as often.
 * @param total bytes of the input, where they are known
 */
export async function startProgress(total: number | undefined, isJson: boolean, { io }: Context): Promise<Progress> {
  const start = io.now();
  let last = start;
  const seconds = (): number => Math.max(0.001, (io.now() - start) / 1000);
  if (!isJson && io.stderrIsTerminal && io.env.TERM !== 'dumb') {
    const { startBar } = await import('./progress.js');
    const open = () =>
      startBar(total, '{bar} {percentage}% {items} items, {rate}/s, {refused} refused, ETA {eta_formatted}');
    let bar: ReturnType<typeof open> | undefined = open();
    return {
      update: ({ items, refused, read }) => {
        bar ??= open();
        bar.update(read, { items: String(items), rate: (items / seconds()).toFixed(0), refused: String(refused) });
      },
      say: async (text) => {
        bar?.stop();
        bar = undefined;
        await io.stderr(text);
      },
      stop: () => bar?.stop(),
    };
  }
  return {
    update: ({ items, refused, read }) => {
      if (io.now() - last < EVERY) return;
      last = io.now();
      const rate = items / seconds();
      const eta = total === undefined || read === 0 ? undefined : ((total - read) * seconds()) / read;
      const event = {
        event: 'progress',
        items,
        refused,
        read,
        total: total ?? null,
        rate: Math.round(rate),
        eta: eta ?? null,
      };
      const left = eta === undefined ? '' : `, ${eta.toFixed(0)} s left`;
      const text = isJson ? JSON.stringify(event) : `${items} items, ${rate.toFixed(0)}/s, ${refused} refused${left}`;
      void io.stderr(`${text}\n`);
    },
    say: (text) => io.stderr(text),
    stop: () => undefined,
  };
}
