#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { processIo } from '../node/io.js';
import { main } from './main.js';

// Patterns are used in one short run: V8 makes those it meets again anew, which takes longer than it saves, but where
// there are as few of them as in verify. Newer versions may not know the flag, and would say so.
if (process.argv[2] !== 'verify' && Number.parseInt(process.versions.node, 10) <= 24)
  setFlagsFromString('--no-regexp-tier-up');

// The status is set and the process left to end by itself, so that what was written reaches its reader.
// Until then it is that of a bug, in case the process ends before it knows.
process.exitCode = 70;
void main(process.argv.slice(2), processIo()).then((status) => {
  process.exitCode = status;
});
