import { nearest } from '../encoding/nearest.js';
import { appendPointer, pointerTokens } from '../encoding/pointer.js';
import { quote } from '../encoding/printable.js';
import type { Finding } from './finding.js';
import { quoteReceived, receivedField } from './received.js';
import type { FieldOwner } from './registry-owned.js';
import { secret } from './rules/secret.js';

/** What the generated validators say of one violation; their messages are never shown. */
interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

interface Schema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

interface Validator {
  readonly validate: { (value: unknown): boolean; errors?: readonly SchemaError[] | null };
  readonly schema: Schema;
}

/** A module of `schemas/`. Its types are the generator's; callers import the one that they need, and no other. */
export interface GeneratedValidator {
  readonly validate: unknown;
  readonly schema: object;
}

/** Who sets a field that the one who wrote the value may not write. */
export type OwnerOf = (pointer: string) => FieldOwner | undefined;

/** Everything in which a value departs from a schema, in words. Nothing in the value is changed. */
export function checkSchema(validator: GeneratedValidator, value: unknown, ownerOf?: OwnerOf): Finding[] {
  const { validate, schema } = validator as Validator;
  if (validate(value)) return [];
  return explain(schema, value, validate.errors ?? [], ownerOf);
}

function explain(schema: Schema, value: unknown, errors: readonly SchemaError[], ownerOf?: OwnerOf): Finding[] {
  const missing = new Set(
    errors
      .filter((error) => error.keyword === 'required')
      .map((error) => appendPointer(error.instancePath, String(error.params.missingProperty))),
  );
  const findings: Finding[] = [];
  for (const error of errors) {
    if (error.keyword === 'additionalProperties') findings.push(unknownKey(schema, error, missing, ownerOf));
  }
  for (const error of errors) {
    const finding = explainOne(schema, value, error, missing);
    if (finding) findings.push(finding);
  }
  return findings;
}

/** A renamed key is one mistake: the key that is missing under its right name is taken off the list. */
function unknownKey(schema: Schema, error: SchemaError, missing: Set<string>, ownerOf?: OwnerOf): Finding {
  const key = String(error.params.additionalProperty);
  const pointer = appendPointer(error.instancePath, key);
  const owner = ownerOf?.(pointer);
  if (owner) {
    return {
      ruleId: 'schema/registry-owned',
      severity: 'error',
      message: `${receivedField(pointer)} is not for authors: ${owner.what}`,
      pointer,
      part: 'key',
      hint: owner.hint,
    };
  }
  const known = Object.keys(schemaAt(schema, error.instancePath)?.properties ?? {});
  const suggestion = nearest(key, known);
  if (suggestion) missing.delete(appendPointer(error.instancePath, suggestion));
  return {
    ruleId: 'schema/unknown-key',
    severity: 'error',
    message: `${quoteReceived(key)} is not a key of ${receivedField(error.instancePath)}`,
    pointer,
    part: 'key',
    hint: suggestKey(key, known),
  };
}

function suggestKey(key: string, known: readonly string[]): string {
  const suggestion = nearest(key, known);
  return suggestion ? `did you mean ${suggestion}?` : `known keys: ${known.join(', ')}`;
}

function explainOne(schema: Schema, root: unknown, error: SchemaError, missing: Set<string>): Finding | undefined {
  const pointer = error.instancePath;
  const value = valueAt(root, pointer);
  const here = schemaAt(schema, pointer);
  const field = receivedField(pointer);
  const description = here?.description ?? '';
  // What is wrong with the name of a member is said once, by propertyNames itself.
  if (error.schemaPath.includes('/propertyNames/')) return undefined;
  const finding = (rule: string, message: string, hint?: string): Finding => ({
    ruleId: `schema/${rule}`,
    severity: 'error',
    message,
    pointer,
    hint: hint ?? (description || undefined),
  });
  switch (error.keyword) {
    case 'additionalProperties':
      return undefined;
    case 'required': {
      // The branches of an anyOf: what is missing is said once, for all of them.
      if (error.schemaPath.includes('/anyOf/')) return undefined;
      const key = String(error.params.missingProperty);
      if (!missing.has(appendPointer(pointer, key))) return undefined;
      const wanted = schemaAt(schema, appendPointer(pointer, key))?.description;
      return { ...finding('missing-key', `${field} has no ${key}`, wanted && `add ${key}: ${wanted}`), part: 'key' };
    }
    case 'type':
      return finding(
        'type',
        `${field} should be ${describeType(here?.type)}, not ${describeValue(value)}`,
        typeHint(value),
      );
    case 'enum':
    case 'const':
      return enumFinding(here, value, field, finding);
    case 'minLength':
      return value === ''
        ? finding('empty', `${field} is empty`)
        : finding('too-short', `${field} has fewer than ${error.params.limit} characters`);
    case 'maxLength':
      return finding('too-long', `${field} has more than ${error.params.limit} characters`);
    case 'minItems':
      return finding('empty', `${field} needs at least ${error.params.limit} entry`);
    case 'pattern':
      return finding('format', `${field} is ${quoteReceived(String(value))}, which is not of the right form`);
    case 'minimum':
    case 'maximum': {
      const bound = error.keyword === 'minimum' ? 'at least' : 'at most';
      return finding('range', `${field} is ${String(value)}; it must be ${bound} ${error.params.limit}`);
    }
    case 'propertyNames': {
      const key = String(error.params.propertyName);
      const known = (here?.propertyNames?.enum ?? []).map(String);
      return {
        ...finding('unknown-key', `${quoteReceived(key)} is not a key of ${field}`, suggestKey(key, known)),
        pointer: appendPointer(pointer, key),
        part: 'key',
      };
    }
    case 'anyOf':
      // The only one: a manifest's artifact needs a homepage or a repository.
      return {
        ...finding(
          'missing-key',
          `${field} has neither homepage nor repository`,
          'add one of them: it becomes the url',
        ),
        part: 'key',
      };
    default:
      return finding(error.keyword, `${field} is not acceptable`);
  }
}

function enumFinding(
  here: Schema | undefined,
  value: unknown,
  field: string,
  finding: (rule: string, message: string, hint?: string) => Finding,
): Finding | undefined {
  // A value of the wrong type has had its message.
  if (![here?.type ?? []].flat().some((type) => isOfType(value, type))) return undefined;
  if (typeof value !== 'string') return finding('enum', `${field} is ${describeValue(value)}, which is not known`);
  const allowed = (here?.enum ?? []).map(String);
  const suggestion = nearest(value, allowed);
  const list = `one of ${allowed.join(', ')}`;
  return finding(
    'enum',
    `${field} is ${quoteReceived(value)}, which is not known`,
    suggestion ? `did you mean ${suggestion}? (${list})` : list,
  );
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a mapping',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
};

function describeType(type: string | readonly string[] | undefined): string {
  return [type ?? []]
    .flat()
    .map((name) => typeNames[name] ?? name)
    .join(' or ');
}

function describeValue(value: unknown): string {
  if (value === null) return 'nothing (null)';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') {
    const shown = quoteReceived(value);
    return shown.startsWith('"') ? `the text ${shown}` : shown;
  }
  return `the ${typeof value} ${String(value)}`;
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  return type === typeof value && value !== null && !Array.isArray(value);
}

/** The two ways in which YAML most often makes something else of a text. */
function typeHint(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const [key] = Object.keys(value);
    return key === undefined || secret.find(key) !== undefined
      ? undefined
      : `if this is a sentence with a colon, put it in quotes: "${quote(key, 30).slice(1, -1)}: …"`;
  }
  if (typeof value === 'number' || typeof value === 'boolean')
    // The value is not repeated: 1.10 would be shown as 1.1, and what is meant is what was written.
    return 'if text is meant, put what you wrote in quotes';
  return undefined;
}

function schemaAt(root: Schema, pointer: string): Schema | undefined {
  let schema: Schema | undefined = root;
  for (const token of pointerTokens(pointer)) {
    schema = resolve(root, schema);
    if (schema?.items && /^\d+$/.test(token)) schema = schema.items;
    else schema = schema?.properties?.[token] ?? patternSchema(schema, token) ?? otherSchema(schema);
  }
  return resolve(root, schema);
}

function resolve(root: Schema, schema: Schema | undefined): Schema | undefined {
  const name = schema?.$ref?.replace('#/definitions/', '');
  return name === undefined ? schema : root.definitions?.[name];
}

function patternSchema(schema: Schema | undefined, token: string): Schema | undefined {
  return Object.entries(schema?.patternProperties ?? {}).find(([pattern]) => new RegExp(pattern, 'u').test(token))?.[1];
}

function otherSchema(schema: Schema | undefined): Schema | undefined {
  return typeof schema?.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}

function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const token of pointerTokens(pointer)) value = (value as Record<string, unknown>)[token];
  return value;
}
