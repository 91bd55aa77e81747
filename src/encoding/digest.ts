export { sha256, sha512 } from '@noble/hashes/sha2.js';
