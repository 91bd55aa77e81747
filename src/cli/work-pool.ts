import { availableParallelism } from 'node:os';
import { quote } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import { giveForParcels } from '../node/line-parcels.js';
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

/** So few parcels are done sooner than a thread is there to do them. */
const FEW = 4;

/**
 * The results of parcels in their order, from threads; from here where there is to be one only, or little to do. The
 * bytes of a result are good until the next one is asked for: then they are those of a parcel to come.
 * @param name of the work, and what each thread is given for it
 * @param here the same work
 */
export async function* workedThrough<Result>(
  parcels: AsyncGenerator<Parcel>,
  workers: number,
  name: WorkName,
  config: unknown,
  here: () => (parcel: Parcel) => Promise<Result>,
): AsyncGenerator<Result> {
  const first: Parcel[] = [];
  let isOver = false;
  while (workers > 1 && !isOver && first.length < FEW) {
    const next = await parcels.next();
    if (next.done) isOver = true;
    else first.push(next.value);
  }
  const all = resumed(first, parcels);
  if (workers === 1 || isOver) {
    const work = here();
    for await (const parcel of all) {
      const result = await work(parcel);
      yield result;
      if (hasBytes(result)) giveForParcels(result.bytes);
    }
    return;
  }
  const [{ WorkerPool }, { inOrder }] = await Promise.all([
    import('../node/worker-pool.js'),
    import('../registry/in-order.js'),
  ]);
  // In the bundle this file is a part of the command, and the thread's is beside it.
  const pool = new WorkerPool<Parcel, Result>(new URL('./worker.js', import.meta.url), { name, config }, workers);
  try {
    const run = (parcel: Parcel): Promise<Result> =>
      pool.run(parcel, parcel.places.length > 0 ? [parcel.bytes.buffer] : []);
    for await (const result of inOrder(all, run, workers * EACH)) {
      yield result;
      if (hasBytes(result)) giveForParcels(result.bytes);
    }
  } finally {
    await pool.close();
  }
}

function hasBytes(result: unknown): result is { readonly bytes: Uint8Array<ArrayBuffer> } {
  return typeof result === 'object' && result !== null && 'bytes' in result && result.bytes instanceof Uint8Array;
}

/** What a thread can do. */
export type WorkName = 'sign' | 'verify';

async function* resumed(first: readonly Parcel[], rest: AsyncGenerator<Parcel>): AsyncGenerator<Parcel> {
  yield* first;
  yield* rest;
}
