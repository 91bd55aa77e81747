import { encodeBase64 } from '../encoding/base64.js';
import { PassportError } from '../errors.js';
import { verify } from '../keys/ed25519.js';
import { type Statement, statementInput } from '../passport/statement.js';

/** Something that signs under one public key. */
interface StatementSigner {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

/**
 * A trust file or revocation list with its signature, which is verified before it is given out.
 * @throws PassportError ERR_SIGNER
 */
export async function signStatement<T extends Statement>(statement: T, signer: StatementSigner): Promise<T> {
  const bytes = statementInput(statement);
  const signature = new Uint8Array(await signer.sign(new Uint8Array(bytes)));
  if (!verify(signature, bytes, signer.publicKey)) {
    throw new PassportError('ERR_SIGNER', "the signer's signature does not verify under its own public key", {
      hint: 'nothing was written; check that the public key belongs to the secret key, and the machine that signs',
    });
  }
  return { ...statement, signature: encodeBase64(signature) };
}
