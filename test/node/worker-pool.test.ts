import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { WorkerPool } from '../../src/node/worker-pool.js';
import { temporaryFolder } from '../cli/run.js';

const file = join(temporaryFolder(), 'thread.mjs');
writeFileSync(
  file,
  `import { parentPort } from 'node:worker_threads';
   parentPort.on('message', ({ id, task }) => {
     if (task === 'end') process.exit(1);
     if (task === 'files') throw Object.assign(new Error('open'), { code: 'EMFILE' });
     if (task !== 'wait') parentPort.postMessage({ id, result: task });
   });`,
);

test.each([
  ['end', 'a thread has ended by itself'],
  ['files', 'a thread cannot go on: too many files are open'],
])(
  'a thread that dies in the middle (%s) ends what all have in hand, and what is given later',
  async (how, message) => {
    const pool = new WorkerPool<string, string>(pathToFileURL(file), undefined, 2);
    const expected = { code: 'ERR_READ', message };
    try {
      expect(await pool.run('good', [])).toBe('good');
      const results = await Promise.allSettled([pool.run('wait', []), pool.run(how, [])]);
      expect(results).toMatchObject([{ reason: expected }, { reason: expected }]);
      await expect(pool.run('good', [])).rejects.toMatchObject(expected);
    } finally {
      await pool.close();
    }
  },
);
