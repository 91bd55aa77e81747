import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocuments } from '../../src/cli/documents.js';
import { Inputs } from '../../src/cli/inputs.js';
import type { Failure } from '../../src/report/report.js';
import { temporaryDirectories } from '../temporary.js';
import { memoryIo } from './memory-io.js';

const directory = temporaryDirectories();

describe('documents, one a line', () => {
  test('as many as there are', async () => {
    const file = join(directory(), 'many.ndjson');
    writeFileSync(file, '{}\n\n'.repeat(200_000));
    const failures: Failure[] = [];
    const documents = await readDocuments([file], false, new Inputs(memoryIo().io), failures);
    expect(failures).toEqual([]);
    expect(documents).toHaveLength(200_000);
    expect(documents.at(-1)).toMatchObject({ file, line: 399_999 });
  });
});
