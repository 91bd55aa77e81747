import { workerData } from 'node:worker_threads';
import { serveTasks } from '../node/worker-pool.js';
import type { Parcel } from './parcel.js';
import { type SigningConfig, signingWork } from './signing-work.js';

// What a thread of `passport batch` runs.
const { config } = workerData as { readonly name: string; readonly config: unknown };
const work = signingWork(config as SigningConfig);
serveTasks(async (parcel: Parcel) => {
  const result = await work(parcel);
  return { result, transfer: [result.bytes.buffer] };
});
