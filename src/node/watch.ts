import { relative, resolve, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { PassportError } from '../errors.js';
import { reasonOf } from './files.js';

export type ChangeKind = 'changed' | 'added' | 'gone';

const kinds: Readonly<Record<string, ChangeKind>> = { change: 'changed', add: 'added', unlink: 'gone' };

/** Looks after files, and after what comes into folders, for as long as the process goes on or until it is closed. */
export class FileWatch {
  private readonly watcher: FSWatcher;
  private readonly ready: Promise<void>;
  private readonly folders = new Set<string>();
  private changes = new Map<string, ChangeKind>();
  private failure: PassportError | undefined;
  private wake: (() => void) | undefined;

  /**
   * @param paths of files, which need not be there yet
   * @param folders of which everything below is watched, but for what belongs to others
   */
  constructor(paths: readonly string[], folders: readonly string[]) {
    for (const folder of folders) this.folders.add(resolve(folder));
    this.watcher = watch([...paths, ...folders], {
      ignoreInitial: true,
      // Editors write a file in several steps, or put another in its place.
      atomic: true,
      awaitWriteFinish: { stabilityThreshold: 50, pollInterval: 10 },
      ignored: (path) => this.belongsToOthers(path),
    });
    this.watcher.on('all', (event, path) => {
      const kind = kinds[event];
      if (kind === undefined) return;
      this.changes.set(resolve(path), kind);
      this.wake?.();
    });
    this.watcher.on('error', (cause) => {
      this.failure = new PassportError('ERR_READ', `cannot watch for changes: ${reasonOf(cause)}`, { cause });
      this.wake?.();
    });
    this.ready = new Promise((done) => {
      this.watcher.once('ready', () => done());
    });
  }

  /** Resolves once no change goes unseen any more. */
  whenReady(): Promise<void> {
    return this.ready;
  }

  /** Those that are watched already may be among them. */
  add(paths: readonly string[], folders: readonly string[]): void {
    for (const folder of folders) this.folders.add(resolve(folder));
    this.watcher.add([...paths, ...folders]);
  }

  /**
   * Resolves once anything has changed, appeared or gone since the last call: absolute paths.
   * @throws PassportError ERR_READ where the system watches no more
   */
  async next(): Promise<ReadonlyMap<string, ChangeKind>> {
    while (this.changes.size === 0 && !this.failure) {
      await new Promise<void>((done) => {
        this.wake = done;
      });
    }
    if (this.failure) throw this.failure;
    const { changes } = this;
    this.changes = new Map();
    return changes;
  }

  close(): Promise<void> {
    return this.watcher.close();
  }

  /** As globs pass over it: what is in a folder of packages, or of git, below one that is watched. */
  private belongsToOthers(path: string): boolean {
    const absolute = resolve(path);
    return [...this.folders].some((folder) => {
      if (!absolute.startsWith(folder + sep)) return false;
      const parts = relative(folder, absolute).split(sep);
      return parts.includes('node_modules') || parts.includes('.git');
    });
  }
}
