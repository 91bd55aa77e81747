import { pointerTokens } from '../encoding/pointer.js';

/** The keywords of JSON Schema draft-07 that `schemas/` uses and that a message is made from. */
export interface SchemaNode {
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly patternProperties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: boolean | SchemaNode;
  readonly propertyNames?: SchemaNode;
  readonly items?: SchemaNode;
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, SchemaNode>>;
}

/** What the schema says of the value that a pointer leads to. */
export function schemaAt(root: SchemaNode, pointer: string): SchemaNode | undefined {
  let schema: SchemaNode | undefined = root;
  for (const token of pointerTokens(pointer)) {
    schema = resolve(root, schema);
    if (schema?.items && /^\d+$/.test(token)) schema = schema.items;
    else schema = ownProperty(schema, token) ?? patternSchema(schema, token) ?? otherSchema(schema);
  }
  return resolve(root, schema);
}

export function resolve(root: SchemaNode, schema: SchemaNode | undefined): SchemaNode | undefined {
  const name = schema?.$ref?.replace('#/definitions/', '');
  return name === undefined ? schema : root.definitions?.[name];
}

/** The keys that a mapping may have, by name; not the one that is for editors. */
export function knownKeys(schema: SchemaNode | undefined): string[] {
  const keys = Object.keys(schema?.properties ?? {}).filter((key) => key !== '$schema');
  return keys.concat((schema?.propertyNames?.enum ?? []).map(String));
}

export function typesOf(schema: SchemaNode | undefined): readonly string[] {
  return [schema?.type ?? []].flat();
}

export function allows(schema: SchemaNode | undefined, type: string): boolean {
  return typesOf(schema).includes(type);
}

/** Whether a value could be what a schema asks for, its members aside. */
export function fits(root: SchemaNode, schema: SchemaNode | undefined, value: unknown): boolean {
  if (!schema) return true;
  if (schema.type !== undefined && !typesOf(schema).some((type) => isOfType(value, type))) return false;
  if (schema.enum && !schema.enum.includes(value)) return false;
  if (typeof value === 'string') return hasForm(schema, value);
  if (Array.isArray(value)) return value.every((item) => fits(root, resolve(root, schema.items), item));
  return true;
}

/** Whether a text matches the pattern of a schema, if it has one. */
export function hasForm({ pattern }: SchemaNode, text: string): boolean {
  return pattern === undefined || new RegExp(pattern, 'u').test(text);
}

export function isOfType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  return type === typeof value && value !== null && !Array.isArray(value);
}

function ownProperty(schema: SchemaNode | undefined, token: string): SchemaNode | undefined {
  // A key may be named like a member of Object.prototype.
  return schema?.properties && Object.hasOwn(schema.properties, token) ? schema.properties[token] : undefined;
}

function patternSchema(schema: SchemaNode | undefined, token: string): SchemaNode | undefined {
  return Object.entries(schema?.patternProperties ?? {}).find(([pattern]) => new RegExp(pattern, 'u').test(token))?.[1];
}

function otherSchema(schema: SchemaNode | undefined): SchemaNode | undefined {
  return typeof schema?.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}
