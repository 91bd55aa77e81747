import type { JsonValue } from '../encoding/json-value.js';
import { quote } from '../encoding/printable.js';
import type { Finding } from './finding.js';
import { fieldOwner } from './registry-owned.js';
import { checkSchema } from './schema.js';
import * as sourceSchema from './schemas/source.generated.js';
import { checkTexts } from './text.js';

/** In what a value is not of the shape of a source. Takes any value. */
export function checkSourceSchema(value: unknown): Finding[] {
  return checkSchema(sourceSchema, value, fieldOwner);
}

/** What a reader who knows the domain would object to in a source, beyond its schema. Takes any JSON value. */
export function checkSource(value: JsonValue | object): Finding[] {
  return [...checkTexts(value as JsonValue), ...underivableUris(value)];
}

/** A capability's address is made from the Latin letters and digits of its name: without any there is none. */
export function underivableUris(value: unknown): Finding[] {
  const capabilities = (value as { capabilities?: unknown }).capabilities;
  if (!Array.isArray(capabilities)) return [];
  return capabilities.flatMap((capability: unknown, number): Finding[] => {
    const name = (capability as { name?: unknown } | null)?.name;
    if (typeof name !== 'string' || name === '' || /[a-z0-9]/.test(name.toLowerCase())) return [];
    return [
      {
        ruleId: 'capability/underivable-uri',
        severity: 'error',
        message: `no capability address can be made from the name ${quote(name)}`,
        pointer: `/capabilities/${number}/name`,
        hint: 'use a name with Latin letters or digits; the description may be in any language',
      },
    ];
  });
}
