import type { GivenOverlay } from '../author/given-overlay.js';
import { type Diagnostic, isError } from '../diagnostic.js';
import { decodeUtf8 } from '../encoding/utf8.js';
import { PassportError } from '../errors.js';
import { readBytes, readStream } from '../node/files.js';
import type { Io } from '../node/io.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Observations, RegistryProfileFile } from '../passport/types.generated.js';
import type { TrustInput } from '../verify/trust-file.js';

/** Reads the files that a command names; `-` is standard input. */
export class Inputs {
  private readonly read = new Map<string, Promise<Uint8Array>>();

  constructor(private readonly io: Io) {}

  /**
   * Each once: standard input is gone after that, and a file must not change between two looks.
   * @param limit how many there may be
   * @throws PassportError ERR_READ
   */
  bytes(path: string, limit?: number): Promise<Uint8Array> {
    let bytes = this.read.get(path);
    if (!bytes) {
      bytes = path === '-' ? readStream(this.io.stdin, 'standard input', limit) : readBytes(path, limit);
      this.read.set(path, bytes);
    }
    return bytes;
  }

  /** @throws PassportError ERR_READ, ERR_INVALID_SOURCE */
  async text(path: string, limit?: number): Promise<string> {
    const bytes = await this.bytes(path, limit);
    const text = decodeUtf8(bytes);
    if (text !== undefined) return text;
    const { invalidUtf8 } = await import('../encoding/json.js');
    throw invalidUtf8(bytes, path);
  }

  async observations(path: string | undefined): Promise<Observations | undefined> {
    return path === undefined ? undefined : ((await this.authored('observations', path)) as Observations);
  }

  /** What is wrong with it is said with the manifest that needs it. */
  async overlay(path: string | undefined): Promise<GivenOverlay | undefined> {
    if (path === undefined) return undefined;
    const { readOverlay } = await import('../author/overlay.js');
    return readOverlay(await this.text(path), path);
  }

  async registry(path: string | undefined): Promise<RegistryProfile> {
    const { unfragileAi } = await import('../passport/unfragile-ai.js');
    if (path === undefined) return unfragileAi;
    const { completeProfile } = await import('../passport/registry-profile.js');
    return completeProfile((await this.authored('registry-profile', path)) as RegistryProfileFile, unfragileAi);
  }

  /** A trust file that is broken is no failure of the run: nothing can be verified by it, which is a verdict. */
  async trustFile(path: string): Promise<TrustInput & { readonly diagnostics: readonly Diagnostic[] }> {
    const bytes = await this.bytes(path);
    const { parseAuthored } = await import('../author/authored.js');
    try {
      return { value: parseAuthored('trust-file', await this.text(path), path), bytes, diagnostics: [] };
    } catch (error) {
      if (!(error instanceof PassportError) || error.diagnostics.length === 0) throw error;
      const { message } = error.diagnostics.find(isError) ?? error;
      return { value: undefined, problem: message, bytes, diagnostics: error.diagnostics };
    }
  }

  private async authored(name: 'observations' | 'registry-profile', path: string): Promise<unknown> {
    const { parseAuthored } = await import('../author/authored.js');
    return parseAuthored(name, await this.text(path), path);
  }
}
