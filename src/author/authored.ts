import { isError } from '../diagnostic.js';
import type { JsonValue } from '../encoding/json-value.js';
import { PassportError } from '../errors.js';
import { checkObservations } from '../validate/observations.js';
import { checkRegistryProfile } from '../validate/registry-profile.js';
import { checkSchema } from '../validate/schema.js';
import * as manifestSchema from '../validate/schemas/manifest.generated.js';
import * as overlaySchema from '../validate/schemas/overlay.generated.js';
import { checkTrustFile } from '../validate/trust-file.js';
import { checkTexts } from '../validate/text.js';
import { located, parseText, writtenOf } from './authored-text.js';
import { firstProblems } from './more-problems.js';

const checks = {
  observations: (value: JsonValue) => checkObservations(value),
  'registry-profile': checkRegistryProfile,
  overlay: (value: JsonValue) => checkSchema(overlaySchema, value),
  manifest: (value: JsonValue) => checkSchema(manifestSchema, value),
  'trust-file': checkTrustFile,
};

/**
 * An observations file, registry profile, overlay, manifest or trust file, in YAML or JSON.
 * @throws PassportError ERR_INVALID_SOURCE with the diagnostics; ERR_USAGE for another kind, and for what is no text
 */
export function parseAuthored(kind: keyof typeof checks, text: string, file?: string): JsonValue {
  if (!Object.hasOwn(checks, kind)) {
    const hint = `the kinds are ${Object.keys(checks).join(', ')}`;
    throw new PassportError('ERR_USAGE', 'parseAuthored does not know this kind of file', { hint });
  }
  const name = kind.replace('-', ' ');
  const { value, diagnostics, notGiven, locate, comments, json } = parseText(text, name, file);
  const written = writtenOf(text, { value, locate, comments, json });
  const findings = value === undefined ? [] : [...checks[kind](value), ...checkTexts(value)];
  const all = [...diagnostics, ...located(findings, locate, file, written)].map((one) =>
    kind === 'trust-file' && one.ruleId === 'yaml/too-large'
      ? { ...one, hint: 'write several files of fewer keys' }
      : one,
  );
  if (value === undefined || all.some(isError)) {
    const what = `the ${name} ${kind === 'observations' ? 'have' : 'has'} errors`;
    throw new PassportError('ERR_INVALID_SOURCE', file === undefined ? what : `${what}: ${file}`, {
      diagnostics: firstProblems(all, notGiven),
    });
  }
  return value;
}
