import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '../../src/encoding/jcs.js';
import { parseJson } from '../../src/encoding/json.js';
import type { JsonValue } from '../../src/encoding/json-value.js';
import { appendPointer } from '../../src/encoding/pointer.js';
import { emitDocument } from '../../src/passport/document.js';
import { COVERAGES } from '../../src/passport/signing-input.js';
import type { Verdict } from '../../src/verify/verdict.js';
import type { VerdictCode } from '../../src/verify/verdict-codes.js';
import { verifyPassport } from '../../src/verify/verify.js';
import { issuerKey, libraryHoursDocument, NOW, SIGNED_AT } from '../fixtures/library-hours.js';

type Json = { [name: string]: JsonValue };

interface Place {
  readonly pointer: string;
  /** What is there; the value of a member, an item of a list, or the document itself. */
  readonly value: JsonValue;
  /** The name of a member; undefined for an item of a list. */
  readonly name: string | undefined;
}

/** Where the signature leaves things open, and what is said of it. */
const open: Readonly<Record<(typeof COVERAGES)[number], readonly string[]>> = {
  envelope: ['/_links'],
  payload: ['/passport/signedAt', '/passport/signedBy', '/passport/version', '/_links'],
};

const names = ['extra', '', 'toJSON', 'constructor', 'hasOwnProperty', 'signature', 'Version', 'uni/code~', 'é', '\0'];

describe.each(COVERAGES)('a document signed with coverage %s', async (coverage) => {
  const text = emitDocument(await libraryHoursDocument(coverage));
  const document = parseJson(text) as Json;
  const places = [...placesIn(document)];
  const verify = (changed: string): Verdict =>
    verifyPassport(changed, { key: issuerKey.publicKey, now: NOW, coverage });
  const isOpen = (pointer: string): boolean =>
    open[coverage].some((prefix) => pointer === prefix || pointer.startsWith(`${prefix}/`));

  /** VALID only of what the verdict itself calls uncovered; and a changed link is always named. */
  function judge(changed: string, pointer: string, what: string): VerdictCode {
    const verdict = verify(changed);
    const where = `${what} at ${pointer || 'the root'}: ${verdict.code}`;
    if (verdict.verdict !== 'VALID') {
      expect(isInLinks(pointer), where).toBe(false);
      return verdict.code;
    }
    expect(isOpen(pointer), where).toBe(true);
    expect(verdict.uncovered, where).toEqual(open[coverage]);
    expect(canonicalText(verdict.payload as unknown as JsonValue), where).toBe(
      canonicalText((document.passport as Json).unfragile as JsonValue),
    );
    if (isInLinks(pointer)) {
      const named = (verdict.links ?? []).map((difference) => difference.pointer);
      expect(named, where).toContainEqual(expect.stringMatching(/^\/_links/));
      if (pointer !== '/_links') expect(named, where).toEqual([pointer]);
    } else {
      // What is not covered is not told as if it were.
      expect(verdict, where).toMatchObject({ issuer: undefined, signedAt: undefined, links: [] });
    }
    return verdict.code;
  }

  test('is VALID as it is, and has enough places to change', () => {
    expect(verify(text)).toMatchObject({ verdict: 'VALID', links: [], uncovered: open[coverage] });
    expect(emit(document)).toBe(text);
    expect(places.length).toBeGreaterThan(150);
    for (const pointer of ['/passport/version', '/passport/unfragile/capabilities/2/intents/0', '/_links/self']) {
      expect(places.map((place) => place.pointer)).toContain(pointer);
    }
  });

  test('every value, changed', () => {
    const reached = new Map<string, VerdictCode[]>();
    for (const { pointer, value } of places) {
      const codes = variants(value).map((variant) => {
        const changed = emit(document, { at: pointer, instead: () => emit(variant) });
        return judge(changed, pointer, `${emit(variant).slice(0, 60)} instead`);
      });
      reached.set(pointer, codes);
    }
    // The signature itself refuses, not only the form: each text of the payload has a variant of the right form.
    for (const { pointer, value } of places) {
      const free = /\/(name|description|(intents|best_for|limitations|requires|permissions|failure_modes|tags)\/\d+)$/;
      if (typeof value === 'string' && free.test(pointer)) {
        expect(reached.get(pointer), pointer).toContain('SIGNATURE_MISMATCH');
      }
    }
    expect(reached.get('/passport/unfragile/trust/score')).toContain('SIGNATURE_MISMATCH');
    expect(reached.get('/passport/unfragile/artifact/verified')).toContain('SIGNATURE_MISMATCH');
  });

  test('every member and item, removed', () => {
    for (const { pointer } of places) {
      if (pointer === '') continue;
      judge(emit(document, { at: pointer, instead: () => undefined }), pointer, 'removed');
    }
  });

  test('every member twice, in the text', () => {
    for (const { pointer, value, name } of places) {
      if (name === undefined) continue;
      const own = `${JSON.stringify(name)}:${emit(value)}`;
      const escapedName = JSON.stringify(name).replace(
        /[a-z]/,
        (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`,
      );
      const escapedOwn = `${escapedName}:${emit(value)}`;
      const other = `${JSON.stringify(name)}:${emit(variants(value)[0] as JsonValue)}`;
      for (const both of [
        [own, own],
        [own, other],
        [other, own],
        [own, escapedOwn],
        [escapedOwn, other],
      ]) {
        for (const separator of [',', ' ,\n  ']) {
          const changed = emit(document, { at: pointer, member: () => both.join(separator) });
          expect(verify(changed).code, `twice at ${pointer}: ${both.join(separator).slice(0, 80)}`).toBe(
            'MALFORMED_JSON',
          );
        }
      }
    }
  });

  test('every item of a list twice, and any two exchanged', () => {
    for (const { pointer, value } of places) {
      if (!Array.isArray(value)) continue;
      for (const i of value.keys()) {
        const twice = [...value.slice(0, i + 1), ...value.slice(i)];
        expect(judge(emit(document, { at: pointer, instead: () => emit(twice) }), pointer, 'item twice')).toBe(
          'SIGNATURE_MISMATCH',
        );
        for (let j = i + 1; j < value.length; j++) {
          const exchanged = [...value];
          [exchanged[i], exchanged[j]] = [exchanged[j] as JsonValue, exchanged[i] as JsonValue];
          judge(emit(document, { at: pointer, instead: () => emit(exchanged) }), pointer, 'items exchanged');
        }
      }
    }
  });

  test('every object with one member more, and every list with one item more', () => {
    let objects = 0;
    for (const { pointer, value } of places) {
      if (typeof value !== 'object' || value === null) continue;
      if (Array.isArray(value)) {
        for (const item of [value[0] ?? 'more', '', null, {}]) {
          judge(emit(document, { at: pointer, instead: () => emit([...value, item]) }), pointer, 'item added');
          judge(emit(document, { at: pointer, instead: () => emit([item, ...value]) }), pointer, 'item added');
        }
        continue;
      }
      objects++;
      for (const name of names.filter((candidate) => !Object.hasOwn(value, candidate))) {
        for (const added of ['"more"', 'null', '{}', '1']) {
          const member = `${JSON.stringify(name)}:${added}`;
          const last = emit(value).slice(0, -1);
          const place = appendPointer(pointer, name);
          const after = emit(document, { at: pointer, instead: () => `${last},${member}}` });
          const before = emit(document, { at: pointer, instead: () => `{${member},${last.slice(1)}}` });
          judge(after, place, 'added last');
          judge(before, place, 'added first');
        }
      }
      const last = emit(value).slice(0, -1);
      const prototype = emit(document, { at: pointer, instead: () => `${last},"__proto__":{"version":1}}` });
      expect(verify(prototype).code, pointer).toBe('MALFORMED_JSON');
    }
    expect(objects).toBeGreaterThan(8);
  });

  test('a member that moves from one object to another', () => {
    const envelope = document.passport as Json;
    const moved: readonly Json[] = [
      { passport: { ...envelope, _links: document._links as Json } },
      { ...document, passport: without(envelope, 'signedBy'), signedBy: envelope.signedBy as string },
      { ...envelope, _links: document._links as Json },
      { passport: document as JsonValue, _links: document._links as Json },
      { passport: envelope.unfragile as Json, _links: document._links as Json },
    ];
    for (const changed of moved) expect(verify(emit(changed)).verdict).toBe('INVALID');
  });

  test('2,000 texts with bytes changed, removed or put in', () => {
    const signed = canonicalText(
      (coverage === 'envelope' ? document.passport : (document.passport as Json).unfragile) as JsonValue,
    );
    const bytes = Buffer.from(text);
    const edit = fc.record({
      at: fc.nat(bytes.length - 1),
      remove: fc.nat(3),
      insert: fc.oneof(
        fc.uint8Array({ maxLength: 3 }),
        fc.constantFrom(',', '"', '0', ' ', '\\u0061').map(Buffer.from),
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 2 }), (edits) => {
        let changed = bytes;
        for (const { at, remove, insert } of edits) {
          changed = Buffer.concat([changed.subarray(0, at), insert, changed.subarray(at + remove)]);
        }
        const verdict = verify(changed as unknown as string);
        if (verdict.verdict !== 'VALID') return;
        const { passport } = parseJson(changed) as { passport: Json };
        const covered = coverage === 'envelope' ? passport : (passport.unfragile as JsonValue);
        expect(canonicalText(covered)).toBe(signed);
      }),
      { seed: 7493, numRuns: 2000 },
    );
  });
});

describe('what coverage payload leaves open', () => {
  test.each([
    ['signedAt', SIGNED_AT, '2031-01-01T00:00:00.000Z'],
    ['signedBy', 'unfragile.ai', 'someone else'],
  ])('%s can be changed, and the verdict says so', async (name, from, to) => {
    const text = emitDocument(await libraryHoursDocument('payload'));
    const changed = text.replace(`"${name}":"${from}"`, `"${name}":"${to}"`);
    expect(changed).not.toBe(text);
    const verdict = verifyPassport(changed, { key: issuerKey.publicKey, now: NOW, coverage: 'payload' });
    expect(verdict).toMatchObject({ verdict: 'VALID', issuer: undefined, signedAt: undefined });
    expect(verdict.uncovered).toContain(`/passport/${name}`);
    const strict = emitDocument(await libraryHoursDocument()).replace(`"${name}":"${from}"`, `"${name}":"${to}"`);
    expect(verifyPassport(strict, { key: issuerKey.publicKey, now: NOW }).code).toBe('SIGNATURE_MISMATCH');
  });
});

function isInLinks(pointer: string): boolean {
  return pointer === '/_links' || pointer.startsWith('/_links/');
}

function without(object: Json, name: string): Json {
  return Object.fromEntries(Object.entries(object).filter(([own]) => own !== name));
}

function* placesIn(value: JsonValue, pointer = '', name?: string): Generator<Place> {
  yield { pointer, value, name };
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* placesIn(item, appendPointer(pointer, index));
  } else if (typeof value === 'object' && value !== null) {
    for (const [own, item] of Object.entries(value)) yield* placesIn(item, appendPointer(pointer, own), own);
  }
}

/** Other values for a value: of the same form where there is one, and of another. */
function variants(value: JsonValue): JsonValue[] {
  const others: JsonValue[] = ['', 'x', null, 0, true, [], {}, [value], { value }];
  switch (typeof value) {
    case 'string':
      others.unshift(`${value}x`, `${value} `, ` ${value}`, value.toUpperCase(), value.slice(1), value.slice(0, -1));
      others.unshift(value.replace('a', 'а'), `${value}\u200b`, `${value}\0`, nextDigit(value));
      break;
    case 'number':
      others.unshift(value + 1, value / 2 + 0.25, -value, value + 2 ** -40, String(value));
      break;
    case 'boolean':
      others.unshift(!value);
      break;
    default:
      if (Array.isArray(value)) others.unshift(value.slice(1), value.slice(0, -1), [...value].reverse());
      break;
  }
  const own = emit(value);
  // What JSON cannot tell apart is no change: -0 is refused elsewhere.
  return others.filter((other) => emit(other) !== own && !Object.is(other, -0));
}

function nextDigit(text: string): string {
  return text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
}

interface Change {
  readonly at: string;
  /** The text of the value at that place; undefined takes the member or item out. */
  readonly instead?: () => string | undefined;
  /** The text of the member at that place, with its name. */
  readonly member?: () => string;
}

/** JSON text with one place changed; without one, what JSON.stringify gives. */
function emit(value: JsonValue, change?: Change, pointer = ''): string {
  const changed = emitAt(value, change, pointer);
  if (changed === undefined) throw new Error('the document itself cannot be taken out');
  return changed;
}

function emitAt(value: JsonValue, change: Change | undefined, pointer: string): string | undefined {
  if (change?.at === pointer && change.instead) return change.instead();
  if (!change || !change.at.startsWith(pointer) || typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    const items = value.map((item, index) => emitAt(item, change, appendPointer(pointer, index)));
    return `[${items.filter((item) => item !== undefined).join(',')}]`;
  }
  const members = Object.entries(value).map(([name, item]) => {
    const place = appendPointer(pointer, name);
    if (change.at === place && change.member) return change.member();
    const inner = emitAt(item, change, place);
    return inner === undefined ? undefined : `${JSON.stringify(name)}:${inner}`;
  });
  return `{${members.filter((member) => member !== undefined).join(',')}}`;
}
