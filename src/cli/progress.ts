import { Presets, SingleBar } from 'cli-progress';

/** A bar at the foot of a terminal. */
export interface Bar {
  update(done: number, words: Readonly<Record<string, string>>): void;
  /** Takes it away, for what is to be said above it. */
  stop(): void;
}

/**
 * @param total what is to be done, in whatever counts; undefined where nobody knows
 * @param format with `{name}` for the words of an update
 */
export function startBar(total: number | undefined, format: string): Bar {
  const bar = new SingleBar(
    {
      format:
        total === undefined ? format.replace('{bar} {percentage}% ', '').replace(' ETA {eta_formatted}', '') : format,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      // Signals are the run's own: it ends what is in hand.
      gracefulExit: false,
      fps: 8,
      etaBuffer: 100,
      barsize: 24,
    },
    Presets.shades_classic,
  );
  bar.start(total ?? 1, 0, { items: '0', rate: '–', refused: '0' });
  return {
    update: (done, words) => bar.update(Math.min(done, total ?? 0), words),
    stop: () => bar.stop(),
  };
}
