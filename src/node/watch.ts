import { type FSWatcher, watch } from 'chokidar';

/** Looks after files, for as long as the process goes on or until it is closed. */
export class FileWatch {
  private readonly watcher: FSWatcher;
  private readonly ready: Promise<void>;
  private changed = false;
  private wake: (() => void) | undefined;

  /** @param paths of files, which need not be there yet */
  constructor(paths: readonly string[]) {
    this.watcher = watch([...paths], {
      ignoreInitial: true,
      // Editors write a file in several steps, or put another in its place.
      atomic: true,
      awaitWriteFinish: { stabilityThreshold: 50, pollInterval: 10 },
    });
    this.watcher.on('all', () => {
      this.changed = true;
      this.wake?.();
    });
    this.ready = new Promise((resolve) => {
      this.watcher.once('ready', () => resolve());
    });
  }

  /** Resolves once no change goes unseen any more. */
  whenReady(): Promise<void> {
    return this.ready;
  }

  /** Those that are watched already may be among them. */
  add(paths: readonly string[]): void {
    this.watcher.add([...paths]);
  }

  /** Resolves once any of them has changed, appeared or gone since the last call. */
  async next(): Promise<void> {
    while (!this.changed) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    this.changed = false;
  }

  close(): Promise<void> {
    return this.watcher.close();
  }
}
