import { isObject, type JsonValue } from '../encoding/json-value.js';
import { isSameWord } from '../encoding/nearest.js';
import { appendPointer, valueAt } from '../encoding/pointer.js';
import type { Finding, RelatedPlace } from './finding.js';
import { meantKey, withoutQuotes } from './other-names.js';
import { adding } from './meaning.js';
import { quoteReceived, receivedField } from './received.js';
import type { FieldOwner } from './registry-owned.js';
import { allows, fits, knownKeys, resolve, schemaAt, type SchemaNode } from './schema-node.js';

/** Who sets a field that the one who wrote the value may not write. */
export type OwnerOf = (pointer: string) => FieldOwner | undefined;

/** What a validator says of the keys of a value. */
export interface KeyErrors {
  readonly unknown: ReadonlyArray<{ readonly path: string; readonly key: string }>;
  /** Pointers of keys that are missing. */
  readonly missing: ReadonlySet<string>;
  /** Pointers of keys with nothing behind them where something is expected. */
  readonly empty: ReadonlySet<string>;
}

export interface ExplainedKeys {
  readonly findings: readonly Finding[];
  /** Of what is missing or empty, that which the findings are the reason of. */
  readonly explained: ReadonlySet<string>;
}

/** A key where it is not known, in a mapping. */
interface Stray {
  readonly path: string;
  readonly key: string;
  readonly pointer: string;
}

/**
 * Why there are keys that the schema does not know: one finding for one mistake. A key that is misspelt or stands in
 * the wrong place is missing elsewhere, and that is not said again.
 */
export function explainKeys(root: SchemaNode, value: unknown, errors: KeyErrors, ownerOf?: OwnerOf): ExplainedKeys {
  return new KeyReader(root, value as JsonValue, errors, ownerOf).read();
}

class KeyReader {
  private readonly findings: Finding[] = [];
  private readonly explained = new Set<string>();
  /** Names that a fix gives to one key, so that no other gets them. */
  private readonly taken = new Set<string>();

  constructor(
    private readonly root: SchemaNode,
    private readonly value: JsonValue,
    private readonly errors: KeyErrors,
    private readonly ownerOf: OwnerOf | undefined,
  ) {}

  read(): ExplainedKeys {
    const byPath = new Map<string, Stray[]>();
    for (const { path, key } of this.errors.unknown) {
      const strays = byPath.get(path) ?? [];
      if (strays.length === 0) byPath.set(path, strays);
      strays.push({ path, key, pointer: appendPointer(path, key) });
    }
    for (const [path, strays] of byPath) this.mapping(path, strays);
    return { findings: this.findings, explained: this.explained };
  }

  private mapping(path: string, strays: readonly Stray[]): void {
    // Each step leaves to the next what it has no reason for; those that leave least room for doubt come first.
    let left = strays.filter((stray) => !this.owned(stray));
    left = left.filter((stray) => !this.spelledOtherwise(stray));
    left = this.besideTheirMapping(path, left);
    left = left.filter((stray) => !this.misplaced(stray));
    left = left.filter((stray) => !this.misspelt(stray));
    if (left.length === 1 && this.inPlaceOfAnother(left[0] as Stray)) return;
    for (const stray of left) this.unknown(stray);
  }

  private owned(stray: Stray): boolean {
    const owner = this.ownerOf?.(stray.pointer);
    if (!owner) return false;
    this.findings.push({
      ruleId: 'schema/registry-owned',
      severity: 'error',
      message: `${receivedField(stray.pointer)} is not for authors: ${owner.what}`,
      pointer: stray.pointer,
      part: 'key',
      hint: owner.hint,
      // What somebody wrote there, and may have meant, goes with it.
      fix: { description: 'remove it', safe: false, change: { kind: 'remove' } },
    });
    return true;
  }

  /** The right word, with other capitals, hyphens or underscores. */
  private spelledOtherwise(stray: Stray): boolean {
    const meant = this.known(stray.path).find((name) => isSameWord(name, stray.key));
    if (meant === undefined) return false;
    const at = appendPointer(stray.path, meant);
    if (!this.isThere(at)) return this.rename(stray, meant);
    this.say(stray.pointer, notAKey(stray), {
      hint: `${meant} is there already: put both together`,
      related: [{ message: 'it stands here', pointer: at, part: 'key' }],
    });
    return true;
  }

  private misspelt(stray: Stray): boolean {
    const absent = this.known(stray.path).filter((name) => !this.isThere(appendPointer(stray.path, name)));
    const meant = meantKey(stray.key, absent);
    return meant !== undefined && this.rename(stray, meant);
  }

  private rename(stray: Stray, to: string): boolean {
    const at = appendPointer(stray.path, to);
    if (this.taken.has(at)) return false;
    this.taken.add(at);
    this.explained.add(at);
    this.say(stray.pointer, notAKey(stray), {
      hint: `did you mean ${to}?`,
      suggestions: [to],
      fix: {
        description: `rename it to ${to}`,
        safe: isSameWord(withoutQuotes(stray.key), to),
        change: { kind: 'rename', to },
      },
    });
    return true;
  }

  /** Keys that should be indented further: the mapping that they belong to is empty, or is not even there. */
  private besideTheirMapping(path: string, strays: readonly Stray[]): Stray[] {
    let left = [...strays];
    for (const [name, property] of Object.entries(schemaAt(this.root, path)?.properties ?? {})) {
      const schema = resolve(this.root, property);
      const at = appendPointer(path, name);
      const isEmpty = this.errors.empty.has(at);
      if (!isEmpty && !this.errors.missing.has(at)) continue;
      const isList = allows(schema, 'array');
      const inner = isList ? resolve(this.root, schema?.items) : schema;
      const own = left.filter(({ key }) => knownKeys(inner).includes(key));
      const [first, ...others] = own;
      if (!first) continue;
      left = left.filter((stray) => !own.includes(stray));
      this.explained.add(at);
      const keys = own.map(({ key }) => key).join(', ');
      const belong = own.length === 1 ? `${keys} belongs` : `${keys} belong`;
      const field = receivedField(at);
      const further = isList ? `, behind a dash` : '';
      const place = (stray: Stray): RelatedPlace => ({
        message: `this belongs under ${name}`,
        pointer: stray.pointer,
        part: 'key',
      });
      if (isEmpty) {
        this.say(at, `${field} is empty, and what belongs to it stands beside it: ${keys}`, {
          hint: `indent ${keys} further than ${name}${further}`,
          related: own.map(place),
        });
      } else {
        this.say(first.pointer, `${receivedField(path)} has no ${name}, and ${belong} under that`, {
          hint: `write ${name}: in front, and indent ${keys} further${further}`,
          related: others.map(place),
        });
      }
    }
    return left;
  }

  /** A key of a mapping above or below. */
  private misplaced({ path, key, pointer }: Stray): boolean {
    const inner = Object.entries(schemaAt(this.root, path)?.properties ?? {}).find(
      ([name, property]) =>
        isObject(valueAt(this.value, appendPointer(path, name)) ?? null) &&
        knownKeys(resolve(this.root, property)).includes(key),
    );
    const home = inner ? appendPointer(path, inner[0]) : this.mappingAbove(path, key);
    if (home === undefined) return false;
    const at = appendPointer(home, key);
    if (this.taken.has(at)) return false;
    const other = receivedField(home);
    const isThere = this.isThere(at);
    if (!isThere) {
      this.taken.add(at);
      this.explained.add(at);
    }
    const move = inner ? `move it under ${inner[0]}` : 'indent it less, or move it there';
    this.say(pointer, `${notAKey({ path, key })}, but of ${other}`, {
      hint: isThere ? `${other} has it already: remove this one` : move,
      related: isThere
        ? [{ message: 'it stands here', pointer: at, part: 'key' }]
        : [{ message: 'it goes here', pointer: home, part: 'end' }],
    });
    return true;
  }

  private mappingAbove(path: string, key: string): string | undefined {
    for (let above = path; above !== '';) {
      above = above.slice(0, above.lastIndexOf('/'));
      if (isObject(valueAt(this.value, above) ?? null) && knownKeys(schemaAt(this.root, above)).includes(key))
        return above;
    }
    return undefined;
  }

  /** One key is unknown, one is missing, and what stands there could be that. */
  private inPlaceOfAnother({ path, key, pointer }: Stray): boolean {
    const required = schemaAt(this.root, path)?.required ?? [];
    const missing = required.filter((name) => {
      const at = appendPointer(path, name);
      return this.errors.missing.has(at) && !this.explained.has(at);
    });
    const [name] = missing;
    if (name === undefined || missing.length > 1) return false;
    const at = appendPointer(path, name);
    const wanted = schemaAt(this.root, at);
    if (!fits(this.root, wanted, valueAt(this.value, pointer))) return false;
    this.explained.add(at);
    this.say(pointer, `${notAKey({ path, key })}, and ${name} is missing`, {
      hint: `rename it if it is the ${name}; if not, remove it and ${adding(wanted, name)}`,
      suggestions: [name],
      fix: { description: `rename it to ${name}`, safe: false, change: { kind: 'rename', to: name } },
    });
    return true;
  }

  private unknown(stray: Stray): void {
    const known = this.known(stray.path);
    const near = meantKey(stray.key, known);
    const at = near === undefined ? undefined : appendPointer(stray.path, near);
    const list = known.length > 0 ? `known keys: ${known.join(', ')}` : undefined;
    this.say(stray.pointer, notAKey(stray), {
      hint:
        near === undefined
          ? (list ?? schemaAt(this.root, stray.path)?.description)
          : `${near} is there already; ${list}`,
      related:
        at === undefined || !this.isThere(at) ? [] : [{ message: `${near} stands here`, pointer: at, part: 'key' }],
    });
  }

  private known(path: string): readonly string[] {
    return knownKeys(schemaAt(this.root, path));
  }

  private isThere(pointer: string): boolean {
    return valueAt(this.value, pointer) !== undefined;
  }

  private say(
    pointer: string,
    message: string,
    rest: Omit<Finding, 'ruleId' | 'severity' | 'message' | 'pointer'>,
  ): void {
    this.findings.push({ ruleId: 'schema/unknown-key', severity: 'error', message, pointer, part: 'key', ...rest });
  }
}

function notAKey({ path, key }: { readonly path: string; readonly key: string }): string {
  return `${quoteReceived(key)} is not a key of ${receivedField(path)}`;
}
