import { expect } from 'vitest';
import { PassportError } from '../../src/errors.js';
import { everythingShown, expectNoSecret } from '../secrecy.js';

/** The error of a call, which must be of this code and show nothing of the secrets in whatever a log makes of it. */
export async function refusal(
  call: () => unknown,
  secrets: readonly Uint8Array[],
  code = 'ERR_INVALID_KEY',
): Promise<PassportError> {
  let result: unknown;
  try {
    result = await call();
  } catch (error) {
    expect(error).toBeInstanceOf(PassportError);
    expect((error as PassportError).code).toBe(code);
    for (const secret of secrets) expectNoSecret(everythingShown(error), secret);
    return error as PassportError;
  }
  throw new Error(`not refused: ${String(result)}`);
}
