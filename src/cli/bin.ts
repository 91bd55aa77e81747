#!/usr/bin/env node
import { processIo } from '../node/io.js';
import { main } from './main.js';

// The status is set and the process left to end by itself, so that what was written reaches its reader.
// Until then it is that of a bug, in case the process ends before it knows.
process.exitCode = 70;
void main(process.argv.slice(2), processIo()).then((status) => {
  process.exitCode = status;
});
