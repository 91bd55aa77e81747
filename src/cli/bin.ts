#!/usr/bin/env node
import { processIo } from '../node/io.js';
import { main } from './main.js';

// The status is set and the process left to end by itself, so that what was written reaches its reader.
process.exitCode = await main(process.argv.slice(2), processIo());
