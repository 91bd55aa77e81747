import { isAscii, isUtf8, transcode } from 'node:buffer';
import type { ReadCompact } from '../encoding/compact-json.js';
import { type Characters, sliceCompact } from '../encoding/jcs-slices.js';
import { isCompact, surveyOf } from '../encoding/json-survey.js';
import type { JsonValue } from '../encoding/json-value.js';

/**
 * Takes the bytes for ISO 8859-1, which node copies, where it has to convert UTF-8: in JSON everything but what stands
 * in strings and names is ASCII, so tokens begin and end where they do. In a compact text no escape by number spells a
 * character a second time, so two names are the same where their bytes are.
 */
export const readCompact: ReadCompact = (bytes, mayKeepBytes) => {
  if (!beginsCompact(bytes) || !isUtf8(bytes)) return undefined;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = view.toString('latin1');
  const inBytes = isAscii(bytes) ? 'nothing' : mayKeepBytes ? 'all' : 'text';
  const hasEscapes = text.includes('\\');
  if (!hasEscapes) {
    const value = parsed(text);
    const characters = inBytes === 'text' ? charactersOf(view) : undefined;
    const sliced = value === undefined ? undefined : sliceCompact(text, value, inBytes, characters);
    if (sliced)
      return { value: value as JsonValue, text, inBytes, compact: true, sized: inBytes !== 'text', sliced, encode };
  }
  const read = inBytes === 'text' ? decode(view) : text;
  const value = parsed(read);
  if (value === undefined) return undefined;
  const survey = surveyOf(read, value);
  if (survey.misreadName || survey.suspicious || !isCompact(read, survey)) return undefined;
  return { value, text, inBytes, compact: true, sized: inBytes !== 'text' && !hasEscapes, encode };
};

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function charactersOf(view: Buffer): Characters {
  const words = new DataView(view.buffer, view.byteOffset, view.length);
  return {
    next: (from) => {
      let at = from;
      while (at + 4 <= view.length && (words.getUint32(at) & FOUR_WIDE) === 0) at += 4;
      while (at < view.length && (view[at] as number) < WIDE) at++;
      return at < view.length ? at : Number.POSITIVE_INFINITY;
    },
    decode: (start, end) => view.toString('utf8', start, end),
  };
}

/** What bytes have in UTF-8 that are not ASCII. */
const [WIDE, FOUR_WIDE] = [0x80, 0x80808080];

/** By way of UTF-16 it takes a third of the time; not every platform that has node's modules has that way. */
const decode: (utf8: Buffer) => string = hasTranscode()
  ? (utf8) => transcode(utf8, 'utf8', 'utf16le').toString('utf16le')
  : (utf8) => utf8.toString();

function hasTranscode(): boolean {
  try {
    return transcode(Buffer.from('\u2014'), 'utf8', 'utf16le').toString('utf16le') === '\u2014';
  } catch {
    return false;
  }
}

const [QUOTE, COLON, SPACE] = [0x22, 0x3a, 0x20];

/** An object without a space behind its first name: whoever writes spaces at all writes one there. */
function beginsCompact(bytes: Uint8Array): boolean {
  const end = bytes.indexOf(QUOTE, 2);
  return bytes[1] === QUOTE && bytes[end + 1] === COLON && (bytes[end + 2] ?? SPACE) > SPACE;
}

function encode(text: string, spare?: Uint8Array<ArrayBuffer>): Uint8Array {
  if (!spare || spare.length < text.length) return Buffer.from(text, 'latin1');
  const bytes = Buffer.from(spare.buffer, spare.byteOffset, text.length);
  bytes.write(text, 'latin1');
  return bytes;
}
