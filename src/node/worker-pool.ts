import { parentPort, type Transferable, Worker } from 'node:worker_threads';
import { PassportError } from '../errors.js';

interface Reply {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly code: string | undefined; readonly message: string; readonly hint: string | undefined };
}

interface Place {
  readonly worker: Worker;
  readonly waiting: Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>;
}

/**
 * For what is made while a task is done, which is over with it. A thread that takes as much as it likes ends at 32 MB,
 * little by little, and is no faster for it.
 */
const YOUNG_MB = 12;

const fewer = 'give fewer threads: --workers N';

/** Threads that do one kind of task. One is started when all others have something to do. */
export class WorkerPool<Task, Result> {
  private readonly places: Place[] = [];
  private next = 0;
  private ended = false;
  /** Why a thread is gone. What is given to it after that would never be answered, so all others end with it. */
  private broken: Error | undefined;
  /** Made before it is needed: where no more files can be opened, the file that its class is in cannot be either. */
  private readonly outOfFiles = new PassportError('ERR_READ', 'a thread cannot go on: too many files are open', {
    hint: fewer,
  });

  /** @param data what every thread is given once */
  constructor(
    private readonly file: URL,
    private readonly data: unknown,
    readonly size: number,
  ) {}

  /** @throws PassportError as the task, or where a thread cannot be started or has died */
  async run(task: Task, transfer: readonly Transferable[]): Promise<Result> {
    if (this.broken) throw this.broken;
    const place = this.place();
    const id = this.next++;
    return new Promise<Result>((resolve, reject) => {
      place.waiting.set(id, { resolve, reject });
      place.worker.postMessage({ id, task }, transfer);
    });
  }

  async close(): Promise<void> {
    this.ended = true;
    await Promise.all(this.places.map(({ worker }) => worker.terminate()));
  }

  private place(): Place {
    const free = this.places.find(({ waiting }) => waiting.size === 0);
    if (free) return free;
    if (this.places.length < this.size) return this.start();
    return this.places.reduce((least, one) => (one.waiting.size < least.waiting.size ? one : least));
  }

  private start(): Place {
    const worker = this.open();
    const place: Place = { worker, waiting: new Map() };
    worker.on('message', ({ id, result, error }: Reply) => {
      const waiting = place.waiting.get(id);
      place.waiting.delete(id);
      if (error) waiting?.reject(revived(error));
      else waiting?.resolve(result as never);
    });
    worker.on('error', (cause: NodeJS.ErrnoException) => this.fail(this.failureOf(cause)));
    worker.on('exit', () => {
      if (!this.ended) this.fail(new PassportError('ERR_READ', 'a thread has ended by itself', { hint: fewer }));
    });
    this.places.push(place);
    return place;
  }

  private open(): Worker {
    try {
      return new Worker(this.file, { workerData: this.data, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    } catch (cause) {
      const error = this.failureOf(cause as NodeJS.ErrnoException);
      this.fail(error);
      throw error;
    }
  }

  private failureOf(cause: NodeJS.ErrnoException): Error {
    // A thread says it in the words of whatever it was opening: its loop, its code or a file.
    if (/EMFILE|ENFILE|too many open files/.test(`${cause.code} ${cause.message}`)) return this.outOfFiles;
    if (!/^ERR_WORKER_(?:INIT_FAILED|OUT_OF_MEMORY)$/.test(cause.code ?? '')) return cause;
    return new PassportError('ERR_READ', `a thread cannot go on: ${cause.message}`, { hint: fewer, cause });
  }

  private fail(error: Error): void {
    this.broken ??= error;
    for (const { waiting } of this.places) {
      for (const { reject } of waiting.values()) reject(this.broken);
      waiting.clear();
    }
  }
}

/** Errors lose their class on the way from thread to thread. */
function revived({ code, message, hint }: NonNullable<Reply['error']>): Error {
  return code === undefined ? new Error(message) : new PassportError(code as PassportError['code'], message, { hint });
}

/** In a thread: does each task that comes, one after the other. */
export function serveTasks<Task, Result>(
  work: (task: Task) => Promise<{ readonly result: Result; readonly transfer: readonly Transferable[] }>,
): void {
  let last = Promise.resolve();
  parentPort?.on('message', ({ id, task }: { readonly id: number; readonly task: Task }) => {
    last = last.then(async () => {
      try {
        const { result, transfer } = await work(task);
        parentPort?.postMessage({ id, result } satisfies Reply, transfer);
      } catch (error) {
        const { message, stack } = error as Error;
        const known = error instanceof PassportError ? error : undefined;
        parentPort?.postMessage({
          id,
          error: { code: known?.code, message: known ? message : (stack ?? message), hint: known?.hint },
        } satisfies Reply);
      }
    });
  });
}
