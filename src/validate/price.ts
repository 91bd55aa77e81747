/** What can be told of a price as people write it. */
export interface Price {
  /** In the order of the text: those beside a currency, or the first number where none is. */
  readonly amounts: readonly Amount[];
  /** `one` where each amount has one, also by sign and code; `several` where one amount has two that differ. */
  readonly currency: 'none' | 'one' | 'several';
}

export interface Amount {
  readonly negative: boolean;
  readonly zero: boolean;
}

// ISO 4217, what is in use; and the coins in which calls of interfaces are priced.
const codes =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP ' +
  'CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ' +
  'ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT ' +
  'MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD ' +
  'SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES ' +
  'VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG BTC ETH SOL USDC USDT';

/** The codes that a sign stands for, where it is one of many signs. */
const codesOfSign: Readonly<Record<string, RegExp>> = {
  $: /^(?:[A-Z]{2}D|ARS|BRL|CLP|COP|CUP|CVE|DOP|MOP|MXN|NIO|TOP|UYU|WST|USD[CT])$/,
  '€': /^EUR$/,
  '£': /^(?:GBP|EGP|FKP|GIP|LBP|SDG|SHP|SSP|SYP)$/,
  '¥': /^(?:JPY|CNY)$/,
  '₹': /^INR$/,
};

const signOfWord: ReadonlyMap<string, string> = new Map([
  ['dollar', '$'],
  ['euro', '€'],
  ['pound', '£'],
  ['yen', '¥'],
  ['yuan', '¥'],
  ['rupee', '₹'],
]);

const sign = '(?:US|CA|AU|NZ|HK|SG|MX|NT|[ACRS])?\\p{Sc}';
const word =
  `(?:${codes.replaceAll(' ', '|')}|usdc?|eur|gbp|jpy|chf|inr|cny|cad|aud|[Dd]ollars?|[Ee]uros?|[Cc]ents?|[Pp]ounds?|` +
  '[Yy]en|[Yy]uan|[Rr]upees?|[Ff]rancs?|kr|zł|Kč|Rs\\.?|Fr\\.)';
const currency = `(?:${sign}|(?<!\\p{L})${word})`;

const number = /(?:\d+(?:[.,'’]\d+|\s\d{3}(?!\d))*|\.\d+)(?:e[+-]?\d+)?/giu;
const currencyBefore = new RegExp(`(${currency})\\s?-?\\s?$`, 'u');
const currencyBehind = new RegExp(`^\\s?\\(?(${currency})(?!\\p{L})`, 'u');
const currencyAnywhere = new RegExp(`(?:${sign}|(?<!\\p{L})${word}(?!\\p{L}))`, 'u');
const negative = new RegExp(`(?:(?:^|[\\s(:~<>=≈])-\\s?(?:${currency}\\s?)?|${currency}\\s?-\\s?)$`, 'u');
const negativeInWords = new RegExp(`\\b(?:minus|negative)\\s(?:${currency}\\s?)?$`, 'iu');
// The second number of two, as in "5-10 €" and "$5 - $10".
const range = new RegExp(`\\d\\s?(?:${currency})?\\s?-\\s?(?:${currency})?\\s?$`, 'u');

/** A text has more than its price only by mistake: no more than so much of it is read. */
const MAX_READ = 1000;
/** As far as a sign or a currency is from its number. */
const NEAR = 12;

/** The price as most write it: the patterns for all others take longer to make than a source takes to be read. */
const simple =
  /^\$(?=[\d.]*[1-9])\d{1,9}(?:\.\d{1,9})?(?:e-?\d{1,2})?(?: ?(?:per|\/) ?(?:\d{1,3}[KM]? )?(?:(?:prompt|input|output|completion) )?(?:tokens?|images?|requests?|calls?|minutes?|hours?|days?|weeks?|months?|mo|years?|seats?|users?))?$/;

export function readPrice(written: string): Price {
  if (simple.test(written)) return { amounts: [{ negative: false, zero: false }], currency: 'one' };
  const text = written
    .slice(0, MAX_READ)
    .normalize('NFKC')
    // The minus sign proper, and hyphens and the dash that people type for it.
    .replace(/[\u2010-\u2013\u2212]/g, '-');
  const loose: Amount[] = [];
  const anchored: Amount[] = [];
  let agreed = true;
  for (const { 0: digits, index } of text.matchAll(number)) {
    const before = text.slice(Math.max(0, index - NEAR), index);
    const behind = text.slice(index + digits.length, index + digits.length + NEAR);
    if (/^\s?%/.test(behind)) continue;
    const currencies = currenciesOf(before, behind);
    agreed &&= agree(currencies);
    const zero = !/[1-9]/.test(digits.replace(/e.*$/i, ''));
    const below = !range.test(before) && (negative.test(before) || negativeInWords.test(before));
    (currencies.length > 0 ? anchored : loose).push({ zero, negative: below && !zero });
  }
  if (anchored.length > 0) return { amounts: anchored, currency: agreed ? 'one' : 'several' };
  return { amounts: loose.slice(0, 1), currency: currencyAnywhere.test(text) ? 'one' : 'none' };
}

/** What is written beside one number: between two numbers a currency belongs to the one that would lack it. */
function currenciesOf(before: string, behind: string): readonly string[] {
  const [, first] = currencyBefore.exec(before) ?? [];
  const [written = '', second] = currencyBehind.exec(behind) ?? [];
  if (first === undefined || second === undefined) return [first ?? second ?? []].flat();
  if (/^\s?\d/.test(behind.slice(written.length))) return [first];
  return /\d\s?$/.test(before.replace(currencyBefore, '')) ? [second] : [first, second];
}

/** Whether signs and codes can be of one currency: "$5 USD" is a price, "$5 EUR" is none. */
function agree(found: readonly string[]): boolean {
  const signs = new Set<string>();
  const prefixes = new Set<string>();
  const codes = new Set<string>();
  for (const text of found) {
    const [, prefix = '', own] = /^([A-Z]*)(\p{Sc})$/u.exec(text) ?? [];
    const sign = own ?? signOfWord.get(text.toLowerCase().replace(/s$/, ''));
    // A cent is a part of several currencies.
    if (sign === '¢' || /^cents?$/i.test(text)) continue;
    if (sign === undefined) codes.add(text.toUpperCase());
    else signs.add(sign);
    if (prefix !== '') prefixes.add(prefix);
  }
  const [sign = ''] = signs;
  const [code] = codes;
  const fits = code === undefined || (codesOfSign[sign]?.test(code) ?? true);
  return signs.size <= 1 && prefixes.size <= 1 && codes.size <= 1 && fits;
}
