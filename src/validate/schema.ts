import { isSameWord } from '../encoding/nearest.js';
import { appendPointer, pointerTokens } from '../encoding/pointer.js';
import { type Finding, MAX_FINDINGS } from './finding.js';
import { adding, meaningOf } from './meaning.js';
import { meantKey, meantValue, withoutQuotes } from './other-names.js';
import { quoteReceived, receivedField } from './received.js';
import { secret } from './rules/secret.js';
import { schemaAt, type SchemaNode } from './schema-node.js';
import { mendText, textForms } from './text-form.js';
import { explainKeys, type OwnerOf } from './unknown-key.js';
import { describeNumber, describeValue, listValues, wrongType } from './wrong-type.js';

/** What the generated validators say of one violation; their messages are never shown. */
export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

interface Validator {
  readonly validate: { (value: unknown): boolean; errors?: readonly SchemaError[] | null };
  readonly schema: SchemaNode;
}

/** A module of `schemas/`. Its types are the generator's; callers import the one that they need, and no other. */
export interface GeneratedValidator {
  readonly validate: unknown;
  readonly schema: object;
}

/**
 * Everything in which a value departs from a schema, in words; nothing in the value is changed. Each violation has a
 * finding at its place, above or below it: one mistake is said once. Of more than `MAX_FINDINGS` the first are said.
 */
export function checkSchema(validator: GeneratedValidator, value: unknown, ownerOf?: OwnerOf): Finding[] {
  const { validate, schema } = validator as Validator;
  if (validate(value)) return [];
  return explain(schema, value, validate.errors ?? [], MAX_FINDINGS, ownerOf);
}

// One mistake may be in two violations, and the reason for some is a key elsewhere.
const ENOUGH_FOR_ONE = 100;

/**
 * The first thing in which a value departs from a schema: who does not want it mended need not hear the others, and of
 * a hostile value there are as many as its sender likes.
 */
export function firstDeparture(validator: GeneratedValidator, value: unknown): Finding | undefined {
  const { validate, schema } = validator as Validator;
  return validate(value) ? undefined : explain(schema, value, validate.errors ?? [], ENOUGH_FOR_ONE)[0];
}

function explain(
  root: SchemaNode,
  value: unknown,
  all: readonly SchemaError[],
  limit: number,
  ownerOf?: OwnerOf,
): Finding[] {
  const pathsOf = (keyword: string) =>
    new Set(all.filter((error) => error.keyword === keyword).map(({ instancePath }) => instancePath));
  const [ofWrongType, tooShort] = [pathsOf('type'), pathsOf('minLength')];
  const errors = all.filter((error) => !isSaidOtherwise(error, ofWrongType, tooShort)).slice(0, limit);
  const unknown = errors.flatMap(({ keyword, instancePath, params }) => {
    if (keyword === 'additionalProperties') return [{ path: instancePath, key: String(params.additionalProperty) }];
    return keyword === 'propertyNames' ? [{ path: instancePath, key: String(params.propertyName) }] : [];
  });
  const missing = new Set(errors.filter(({ keyword }) => keyword === 'required').map(missingKey));
  const empty = new Set(
    errors
      .filter(({ keyword, instancePath }) => keyword === 'type' && valueAt(value, instancePath) === null)
      .map(({ instancePath }) => instancePath),
  );
  const { findings, explained } = explainKeys(root, value, { unknown, missing, empty }, ownerOf);
  return [
    ...findings,
    ...errors
      .filter((error) => {
        if (error.keyword === 'additionalProperties' || error.keyword === 'propertyNames') return false;
        if (error.keyword === 'required' && explained.has(missingKey(error))) return false;
        return !(error.keyword === 'type' && explained.has(error.instancePath));
      })
      .map((error) => explainOne(root, value, error)),
  ];
}

/** Violations that follow from another one, which has its finding in the same place. */
function isSaidOtherwise(
  { keyword, schemaPath, instancePath }: SchemaError,
  ofWrongType: ReadonlySet<string>,
  tooShort: ReadonlySet<string>,
): boolean {
  // What is wrong with the name of a member is said by propertyNames itself.
  if (schemaPath.includes('/propertyNames/')) return true;
  // What each branch of an anyOf misses is said once, for all of them.
  if (schemaPath.includes('/anyOf/')) return true;
  if (keyword === 'enum' || keyword === 'const') return ofWrongType.has(instancePath);
  // Nothing has no form.
  return keyword === 'pattern' && tooShort.has(instancePath);
}

function missingKey({ instancePath, params }: SchemaError): string {
  return appendPointer(instancePath, String(params.missingProperty));
}

function explainOne(root: SchemaNode, whole: unknown, error: SchemaError): Finding {
  const { keyword, instancePath: pointer, params } = error;
  const value = valueAt(whole, pointer);
  const here = schemaAt(root, pointer) ?? {};
  const field = receivedField(pointer);
  const limit = Number(params.limit);
  const found = (ruleId: string, message: string, hint: string): Finding => ({
    ruleId,
    severity: 'error',
    message,
    pointer,
    hint,
  });
  const goesHere = [{ message: 'it goes here', pointer, part: 'end' as const }];
  switch (keyword) {
    case 'required': {
      const key = String(params.missingProperty);
      const misspelt = misspeltMember(here, pointer, value, [key]);
      if (misspelt) return misspelt;
      const hint = adding(schemaAt(root, appendPointer(pointer, key)), key);
      return { ...found('schema/missing-key', `${field} has no ${key}`, hint), part: 'key', related: goesHere };
    }
    case 'anyOf': {
      // The only one: a manifest's artifact needs a homepage or a repository.
      const misspelt = misspeltMember(here, pointer, value, ['homepage', 'repository']);
      if (misspelt) return misspelt;
      const message = `${field} has neither homepage nor repository`;
      const hint = 'add one of them: it becomes the url';
      return { ...found('schema/missing-key', message, hint), part: 'key', related: goesHere };
    }
    case 'type':
      return wrongType(root, pointer, value);
    case 'enum':
    case 'const':
      return notAllowed(here, pointer, value);
    case 'pattern':
      return wrongForm(here, pointer, String(value));
    case 'minLength':
      return value === ''
        ? found('schema/empty', `${field} is empty`, emptyHint(root, here, pointer))
        : found('schema/too-short', `${field} has fewer than ${limit} characters`, tooShortHint(String(value), limit));
    case 'maxLength': {
      const hint = `shorten it: the limit is ${limit} characters`;
      return found('schema/too-long', `${field} has more than ${limit} characters`, hint);
    }
    case 'minItems': {
      const meaning = meaningOf(here.items);
      const hint = `write at least ${limit === 1 ? 'one' : limit}${meaning === '' ? '' : `: ${meaning}`}`;
      return found('schema/empty', `${field} needs at least ${limit === 1 ? 'one entry' : `${limit} entries`}`, hint);
    }
    case 'maxItems':
      return found('schema/too-long', `${field} has more than ${limit} entries`, `the limit is ${limit} entries`);
    case 'minProperties':
      return found('schema/empty', `${field} is empty`, 'name at least one, or write null');
    default: {
      const bound = keyword === 'minimum' ? 'at least' : 'at most';
      const message = `${field} is ${String(value)}; it must be ${bound} ${limit}`;
      return found('schema/range', message, `write ${describeNumber(here)}`);
    }
  }
}

/** Where keys that nobody knows are allowed, one of them may still be why another is missing. */
function misspeltMember(
  here: SchemaNode,
  pointer: string,
  value: unknown,
  missing: readonly string[],
): Finding | undefined {
  if (here.additionalProperties === false || typeof value !== 'object' || value === null) return undefined;
  for (const key of Object.keys(value)) {
    if (here.properties && Object.hasOwn(here.properties, key)) continue;
    const meant = meantKey(key, missing);
    if (meant === undefined) continue;
    return {
      ruleId: 'schema/unknown-key',
      severity: 'error',
      message: `${quoteReceived(key)} is not a key of ${receivedField(pointer)}, and ${meant} is missing`,
      pointer: appendPointer(pointer, key),
      part: 'key',
      hint: `did you mean ${meant}?`,
      suggestions: [meant],
      fix: {
        description: `rename it to ${meant}`,
        safe: isSameWord(key, meant),
        change: { kind: 'rename', to: meant },
      },
    };
  }
  return undefined;
}

function emptyHint(root: SchemaNode, here: SchemaNode, pointer: string): string {
  const meaning = meaningOf(here);
  const parent = schemaAt(root, pointer.slice(0, pointer.lastIndexOf('/')));
  const isEntry = parent?.items !== undefined;
  const isNeeded = !isEntry && (parent?.required ?? []).includes(pointerTokens(pointer).at(-1) ?? '');
  const instead = isNeeded ? '' : isEntry ? ', or remove the entry' : ', or leave out the key';
  return `write something${instead}${meaning === '' ? '' : `: ${meaning}`}`;
}

function tooShortHint(text: string, limit: number): string {
  return `${limit - [...text].length} more are needed: say how it works and what comes out`;
}

function notAllowed(here: SchemaNode, pointer: string, value: unknown): Finding {
  const allowed = here.enum ?? [here.const];
  const list = `write ${allowed.length === 1 ? '' : 'one of '}${listValues(allowed)}`;
  const field = receivedField(pointer);
  const shown = typeof value === 'string' ? quoteReceived(value) : describeValue(value);
  const found = {
    ruleId: 'schema/enum',
    severity: 'error',
    message: `${field} is ${shown}, which is not known`,
    pointer,
  } as const;
  if (typeof value !== 'string') return { ...found, hint: list };
  const words = allowed.filter((one) => typeof one === 'string');
  const meant = meantValue(value, words);
  if (meant === undefined) return { ...found, hint: list };
  const isSame = isSameWord(withoutQuotes(value), meant);
  return {
    ...found,
    // In another spelling it is one of them, and nobody has to choose.
    hint: isSame ? `write it as ${meant}` : `did you mean ${meant}? if not, ${list}`,
    suggestions: [meant],
    fix: { description: `write ${meant}`, safe: isSame, change: { kind: 'write', text: meant } },
  };
}

function wrongForm(here: SchemaNode, pointer: string, text: string): Finding {
  const form = textForms[here.pattern ?? ''];
  const found = {
    ruleId: 'schema/format',
    severity: 'error',
    message: `${receivedField(pointer)} is ${quoteReceived(text)}, which is not ${form?.what ?? 'of the right form'}`,
    pointer,
  } as const;
  if (!form) return { ...found, hint: here.description };
  const hint = form.hint(text);
  const mended = secret.find(text) === undefined ? mendText(form, text) : undefined;
  if (!mended || !new RegExp(here.pattern ?? '', 'u').test(mended.text)) return { ...found, hint };
  return {
    ...found,
    hint: `${hint}: ${mended.text}`,
    suggestions: [mended.text],
    fix: { description: `write ${mended.text}`, safe: mended.safe, change: { kind: 'write', text: mended.text } },
  };
}

function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const token of pointerTokens(pointer)) value = (value as Record<string, unknown>)[token];
  return value;
}
