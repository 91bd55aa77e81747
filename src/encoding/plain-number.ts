const [MINUS, POINT, ZERO, NINE] = [0x2d, 0x2e, 0x30, 0x39];
/** Two decimals of so many digits are never one double, so none has a spelling of fewer digits. */
const MAX_DIGITS = 15;
/** What is smaller is written with an exponent. */
const MIN_FRACTION = 1e-6;
/** Powers of ten, which doubles hold exactly. */
const scales = Array.from({ length: MAX_DIGITS + 1 }, (_, zeros) => 10 ** zeros);

/**
 * The length of the number that begins here, if it is this one and spelt as String spells it: undefined where it is not,
 * or has more digits than can be told without writing it. What String writes stays in memory for long.
 */
export function plainLength(text: string, at: number, value: number): number | undefined {
  const [start, size] = value < 0 ? [at + 1, -value] : [at, value];
  if (start > at && text.charCodeAt(at) !== MINUS) return undefined;
  let digits = 0;
  let point = -1;
  let end = start;
  for (let code = text.charCodeAt(end); ; code = text.charCodeAt(++end)) {
    if (code >= ZERO && code <= NINE) digits = 10 * digits + (code - ZERO);
    else if (code === POINT && point === -1) point = end;
    else break;
    if (end - start > MAX_DIGITS) return undefined;
  }
  const whole = point === -1 ? end : point;
  if (whole === start || end - start - (end - whole > 0 ? 1 : 0) > MAX_DIGITS) return undefined;
  if (text.charCodeAt(start) === ZERO && whole > start + 1) return undefined;
  if (point === -1) return digits === size ? end - at : undefined;
  // Both are exact, so their quotient is the double that is next to the decimal.
  const isThis = digits / (scales[end - point - 1] as number) === size && size >= MIN_FRACTION;
  return isThis && text.charCodeAt(end - 1) > ZERO ? end - at : undefined;
}
