import { makeReadable } from './reading.js';

// The script of a page without pinned keys: there is nothing to verify by.
makeReadable();
