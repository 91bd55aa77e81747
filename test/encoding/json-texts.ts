import fc from 'fast-check';

/** A random JSON text, and the ids of the rules it breaks by construction: the reference, made without the parser. */
export interface SampleText {
  readonly text: string;
  readonly broken: ReadonlySet<string>;
}

interface Piece extends SampleText {
  readonly height: number;
}

const noRules: ReadonlySet<string> = new Set();

function union(pieces: readonly SampleText[]): Set<string> {
  return new Set(pieces.flatMap((piece) => [...piece.broken]));
}

/** Mantissa and power of ten of a decimal token, exactly. */
function exact(token: string): { mantissa: bigint; power: number } {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token);
  if (!match) throw new Error(`not a number token: ${token}`);
  const fraction = match[3] ?? '';
  return {
    mantissa: BigInt(`${match[2]}${fraction}`) * (match[1] ? -1n : 1n),
    power: Number(match[4] ?? 0) - fraction.length,
  };
}

/** What a strict reader has against a number token, decided by integer arithmetic. */
export function brokenByNumber(token: string): string | undefined {
  const value = Number(token);
  if (!Number.isFinite(value)) return 'json/number-range';
  const written = exact(token);
  if (written.mantissa === 0n) return token.startsWith('-') ? 'json/negative-zero' : undefined;
  if (value === 0) return 'json/number-precision';
  const kept = exact(String(value));
  const power = Math.min(written.power, kept.power);
  const scaled = (n: typeof kept): bigint => n.mantissa * 10n ** BigInt(n.power - power);
  if (scaled(written) === scaled(kept)) return undefined;
  if (Math.abs(value) >= 2 ** 53) return 'json/number-precision';
  let significant = written.mantissa;
  while (significant % 10n === 0n) significant /= 10n;
  return significant.toString().replace('-', '').length > 17 ? 'json/number-precision' : undefined;
}

const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'00000123456789999'), minLength: least, maxLength: most });

const sign = fc.constantFrom('', '', '', '-');
const exponentMark = fc.constantFrom('e', 'E', 'e+', 'E+', 'e-', 'E-');

/** Number tokens that are shorter, longer, less or more exact than what JSON.stringify writes. */
export const numberToken: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 20 }).map(String) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(sign, fc.nat({ max: 9999 }), exponentMark, fc.nat({ max: 25 }))
      .map(([minus, mantissa, mark, power]) => `${minus}${mantissa}${mark}${power}`),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(sign, digits(1, 20), digits(0, 20), fc.option(fc.tuple(exponentMark, digits(1, 3)), { freq: 3 }))
      .map(([minus, whole, fraction, power]) => {
        const point = fraction === '' ? '' : `.${fraction}`;
        return `${minus}${whole.replace(/^0+(?=.)/, '')}${point}${power ? power.join('') : ''}`;
      }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...['0', '-0', '-0.0', '0e5', '-0E-0', '1e3', '1E2', '5e-1', '1000', '0.001', '1e-3', '100e-2', '12e3', '1e15'],
      ...['9007199254740991', '9007199254740992', '9007199254740993', '-9007199254740993', '1e400', '-1e400', '1e22'],
      ...['1e-400', '-1e-400', '5e-324', '2e-324', '1e-0000400', '0.00000001e-317', '1.7976931348623157e308', '1e309'],
      ...['0.10000000000000001', '0.100000000000000001', '123456789.123456789', '12345678.12345678', '1.5e3', '15e2'],
    ),
  },
);

const stringPiece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('a', 'b', '\\u0061', '\\"', '\\\\', '\\\\\\"', '\\/', '\\n', '\\u0022', '\\u005C', ':'),
  },
  { weight: 2, arbitrary: fc.constantFrom('{', '[', ',', '😀', '\\ud83d\\ude00', '\\uD83D\\uDE00', '\\\\ud800', 'é') },
  { weight: 1, arbitrary: fc.constantFrom('\\ud83d', '\\uDE00', '\ud83d', '\ude00') },
);

const stringToken = fc.array(stringPiece, { maxLength: 3 }).map((pieces) => `"${pieces.join('')}"`);

const nameToken = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('"a"', '"b"', '"c"', '"d"', '"\\u0061"', '""', '"0"', '"1"', '"10"') },
  { weight: 2, arbitrary: stringToken },
  {
    weight: 1,
    arbitrary: fc.constantFrom('"toJSON"', '"constructor"', '"_proto_"', '"__proto__"', '"\\u005f_proto__"'),
  },
);

const space = fc.oneof(
  { weight: 12, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom(' ', '\n', '\t', '\r\n', '  ') },
);

/** A raw half and an escaped one make no pair: the text could not be written as UTF-8. */
function isWhole(token: string): boolean {
  return token.isWellFormed() && (JSON.parse(token) as string).isWellFormed();
}

const string = stringToken.map((text): Piece => {
  return { text, broken: isWhole(text) ? noRules : new Set(['json/lone-surrogate']), height: 0 };
});
const literal = fc.constantFrom('true', 'false', 'null').map((text): Piece => ({ text, broken: noRules, height: 0 }));
const number = numberToken.map((text): Piece => {
  const broken = brokenByNumber(text);
  return { text, broken: broken ? new Set([broken]) : noRules, height: 0 };
});

const { value } = fc.letrec<{ value: Piece; array: Piece; object: Piece }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'json' },
    { weight: 4, arbitrary: number },
    { weight: 2, arbitrary: string },
    { weight: 1, arbitrary: literal },
    { weight: 5, arbitrary: tie('object') },
    { weight: 3, arbitrary: tie('array') },
  ),
  array: fc
    .tuple(space, fc.array(fc.tuple(tie('value'), space), { maxLength: 4, depthIdentifier: 'json' }))
    .map(([before, items]): Piece => {
      const values = items.map(([item]) => item);
      const text = `[${before}${items.map(([item, after]) => item.text + after).join(`,${before}`)}]`;
      return { text, broken: union(values), height: 1 + Math.max(0, ...values.map((item) => item.height)) };
    }),
  object: fc
    .tuple(space, fc.array(fc.tuple(nameToken, space, tie('value')), { maxLength: 4, depthIdentifier: 'json' }))
    .map(([before, members]): Piece => {
      const values = members.map(([, , member]) => member);
      const broken = union(values);
      const names = members.map(([name]) => JSON.parse(name) as string);
      if (new Set(names).size < names.length) broken.add('json/duplicate-member');
      if (names.includes('__proto__')) broken.add('json/prototype-member');
      if (!members.every(([name]) => isWhole(name))) broken.add('json/lone-surrogate');
      const text = `{${before}${members.map(([name, around, member]) => `${name}${around}:${around}${member.text}`).join(`,${before}`)}}`;
      return { text, broken, height: 1 + Math.max(0, ...values.map((member) => member.height)) };
    }),
}));

const levels = fc.oneof(
  { weight: 40, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 120, max: 130 }) },
);

/** Texts that JSON.parse accepts, full of what it takes in silence, or of what only looks like it. */
export const sampleText: fc.Arbitrary<SampleText> = fc
  .tuple(space, value, levels, fc.boolean())
  .map(([around, piece, depth, arrays]) => {
    const [open, close] = arrays ? ['[', ']'] : ['{"a":', '}'];
    const broken = new Set(piece.broken);
    if (piece.height + depth > 128) broken.add('json/nesting');
    return { text: `${around}${open.repeat(depth)}${piece.text}${close.repeat(depth)}${around}`, broken };
  });

/** The same texts with a few characters deleted, replaced or put in. */
export const damagedText: fc.Arbitrary<string> = fc
  .tuple(
    sampleText,
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat({ max: 1 }),
        fc.constantFrom('', ...'{}[]",:\\/ue+-.019xtfn \n\u0000\u001f\u007f\ufeff\u00a0\u2028\ud800'),
      ),
      { minLength: 1, maxLength: 2 },
    ),
  )
  .map(([sample, damages]) =>
    damages.reduce((text, [place, removed, put]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + put + text.slice(at + removed);
    }, sample.text),
  );
