const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of UTF-8 bytes, a byte order mark kept as U+FEFF; `undefined` where the bytes are not well-formed UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Where UTF-8 (RFC 3629 section 4) first goes wrong: the text before that byte, and the byte's offset.
 * Only for bytes that `decodeUtf8` refused.
 */
export function firstInvalidUtf8(bytes: Uint8Array): { readonly before: string; readonly byteOffset: number } {
  // The longest prefix that decodes: well-formedness of prefixes is monotone apart from the up to
  // three bytes of a sequence that is cut, so search by halves and then step over the tail.
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (prefixIsWellFormed(bytes, middle)) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && decodeUtf8(bytes.subarray(0, low)) === undefined) low--;
  return { before: lenient.decode(bytes.subarray(0, low)), byteOffset: low };
}

/** True when the bytes are well-formed, or would be if a sequence cut at the end went on. */
function prefixIsWellFormed(bytes: Uint8Array, length: number): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, length), { stream: true });
    return true;
  } catch {
    return false;
  }
}

const encoder = new TextEncoder();
// Reused from call to call: encoding into it costs half of what allocating for the worst case does.
let scratch = new Uint8Array(1 << 16);
const MAX_SCRATCH = 1 << 22;

/** The UTF-8 bytes of a well-formed text, in an array of their own. */
export function encodeUtf8(text: string): Uint8Array {
  // A UTF-16 code unit takes three bytes of UTF-8 at the most.
  const needed = text.length * 3;
  if (needed > MAX_SCRATCH) return encoder.encode(text);
  if (needed > scratch.length) scratch = new Uint8Array(needed);
  return scratch.slice(0, encoder.encodeInto(text, scratch).written);
}
