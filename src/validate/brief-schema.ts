import { appendPointer } from '../encoding/pointer.js';
import type { Finding } from './finding.js';
import { receivedField } from './brief-received.js';
import type { GeneratedValidator, SchemaError } from './schema.js';

/**
 * The same findings as `schema.ts` has of whoever does not write passports but reads them, in fewer words and without
 * suggestions: what bundles for browsers hold instead of it (`scripts/build.mjs`). Rules, pointers and their order are
 * the same; a test compares them.
 */
export function checkSchema({ validate }: GeneratedValidator, value: unknown): Finding[] {
  const check = validate as { (value: unknown): boolean; errors?: readonly SchemaError[] | null };
  if (check(value)) return [];
  const errors = (check.errors ?? []).slice(0, ENOUGH);
  const ofWrongType = new Set(errors.filter(({ keyword }) => keyword === 'type').map((error) => error.instancePath));
  const findings = errors
    .filter((error) => !isSaidOtherwise(error, ofWrongType))
    .map((error): [boolean, Finding] => [isUnknownKey(error), toFinding(error)]);
  // What nobody knows is said first: it may be why something else is missing.
  return [...findings.filter(([unknown]) => unknown), ...findings.filter(([unknown]) => !unknown)].map(
    ([, one]) => one,
  );
}

const ENOUGH = 100;

export function firstDeparture(validator: GeneratedValidator, value: unknown): Finding | undefined {
  return checkSchema(validator, value)[0];
}

function isUnknownKey({ keyword }: SchemaError): boolean {
  return keyword === 'additionalProperties' || keyword === 'propertyNames';
}

function isSaidOtherwise(
  { keyword, instancePath, schemaPath = '' }: SchemaError,
  ofWrongType: ReadonlySet<string>,
): boolean {
  if (schemaPath.includes('/propertyNames/') || schemaPath.includes('/anyOf/')) return true;
  return (keyword === 'enum' || keyword === 'const') && ofWrongType.has(instancePath);
}

function toFinding({ keyword, instancePath, params }: SchemaError): Finding {
  const field = receivedField(instancePath);
  const found = (message: string, pointer = instancePath): Finding => ({
    ruleId: `schema/${keyword}`,
    severity: 'error',
    message,
    pointer,
    hint: 'get the file anew from whoever gave it',
  });
  switch (keyword) {
    case 'additionalProperties':
    case 'propertyNames': {
      const key = String(params.additionalProperty ?? params.propertyName);
      const pointer = appendPointer(instancePath, key);
      return found(`${receivedField(pointer)} is a member that is not known`, pointer);
    }
    case 'required':
      return found(`${field} has no ${String(params.missingProperty)}`);
    case 'type':
      return found(`${field} should be ${[params.type].flat().join(' or ')}`);
    default:
      return found(
        `${field} is not as it should be (${keyword}${params.limit === undefined ? '' : ` ${String(params.limit)}`})`,
      );
  }
}
