import { workerData } from 'node:worker_threads';
import { serveTasks } from '../node/worker-pool.js';
import type { Parcel } from './parcel.js';
import { type SigningConfig, signingWork } from './signing-work.js';
import { type VerifyConfig, verifyingWork } from './verify-work.js';
import type { WorkName } from './work-pool.js';

// What a thread of `passport batch`, `resign` and `verify` runs.
const { name, config } = workerData as { readonly name: WorkName; readonly config: unknown };
if (name === 'sign') {
  const work = signingWork(config as SigningConfig);
  serveTasks(async (parcel: Parcel) => {
    const result = await work(parcel);
    const { bytes, items } = result;
    return { result, transfer: [bytes.buffer, items.numbers.buffer, items.digests.buffer] };
  });
} else {
  const { work } = verifyingWork(config as VerifyConfig);
  serveTasks(async (parcel: Parcel) => ({ result: await work(parcel), transfer: [] }));
}
