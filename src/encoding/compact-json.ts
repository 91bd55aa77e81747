import type { ReadJson } from './json.js';

/**
 * A compact JSON text (`ReadJson.compact`) from its bytes, in less time than it takes to decode them; undefined for
 * what must be read in the usual way, which knows what is wrong with it. Chosen by the `imports` map of package.json.
 */
export type ReadCompact = (bytes: Uint8Array, mayKeepBytes: boolean) => ReadJson | undefined;

/** Where no platform helps, there is no shorter way. */
export const readCompact: ReadCompact = () => undefined;
