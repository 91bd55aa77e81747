import { PassportError } from '../errors.js';
import { checkTexts } from '../validate/text.js';

// Many payloads are signed in one name: it is looked at once.
let acceptedIssuer: string | undefined;

/** A name to sign in. @throws PassportError ERR_USAGE */
export function assertIssuer(issuer: unknown): asserts issuer is string {
  if (typeof issuer === 'string' && issuer === acceptedIssuer) return;
  if (typeof issuer !== 'string' || issuer.trim() === '' || [...issuer].length > MAX_ISSUER) {
    throw new PassportError('ERR_USAGE', `the issuer is not a name of 1 to ${MAX_ISSUER} characters`, {
      hint: 'name who signs',
    });
  }
  const finding = checkTexts({ signedBy: issuer })[0];
  if (finding) throw new PassportError('ERR_USAGE', `cannot sign: ${finding.message}`, { hint: finding.hint });
  acceptedIssuer = issuer;
}

/** As the schema of registry profiles has it. */
const MAX_ISSUER = 200;
