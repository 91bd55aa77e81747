import { availableParallelism } from 'node:os';
import { quote } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import { WorkerPool } from '../node/worker-pool.js';
import { inOrder } from '../registry/in-order.js';
import type { Parcel } from './parcel.js';

/** How many parcels may be under way for each thread: one is worked on, and others wait for it or for their turn. */
const EACH = 3;

/** `--workers N`; all cores unless given. @throws PassportError ERR_USAGE */
export function workersOf(text: string | undefined): number {
  if (text === undefined) return availableParallelism();
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= 256) return count;
  throw new PassportError('ERR_USAGE', `--workers ${quote(text)} is no number of threads`, { hint: 'give 1 to 256' });
}

/**
 * The results of parcels in their order, from threads, or from here where there is to be one only: a thread alone would
 * be no faster, and takes time to start.
 * @param name of the work, and what each thread is given for it
 * @param here the same work
 */
export async function* workedThrough<Result>(
  parcels: AsyncIterable<Parcel>,
  workers: number,
  name: string,
  config: unknown,
  here: () => (parcel: Parcel) => Promise<Result>,
): AsyncGenerator<Result> {
  if (workers === 1) {
    const work = here();
    for await (const parcel of parcels) yield await work(parcel);
    return;
  }
  // In the bundle this file is a part of the command, and the thread's is beside it.
  const pool = new WorkerPool<Parcel, Result>(new URL('./worker.js', import.meta.url), { name, config }, workers);
  try {
    const run = (parcel: Parcel): Promise<Result> =>
      pool.run(parcel, parcel.places.length > 0 ? [parcel.bytes.buffer] : []);
    yield* inOrder(parcels, run, workers * EACH);
  } finally {
    await pool.close();
  }
}
