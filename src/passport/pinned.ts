import type { TrustFile } from './types.generated.js';

/** By what the page's script verifies: what its maker has chosen to trust. */
export interface PinnedKeys {
  /** Public keys, 32 bytes in base64url. */
  readonly keys?: readonly string[] | undefined;
  /** What those keys sign; `envelope` where left out. */
  readonly coverage?: 'envelope' | 'payload' | undefined;
  /** Instead of keys: a trust file, and the root key that must have signed it, 32 bytes in base64url. */
  readonly trust?: TrustFile | undefined;
  readonly root?: string | undefined;
}
