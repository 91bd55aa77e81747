import correctExpression from 'spdx-correct';
import parseExpression from 'spdx-expression-parse';

/** Longer than any expression that people write; reading one takes time that grows with the square of its length. */
const MAX_LENGTH = 1000;

/** Whether a text is a licence expression (SPDX specification 2.3, annex D). */
export function isLicenceExpression(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  try {
    parseExpression(text);
    return true;
  } catch {
    return false;
  }
}

/** More than any expression has; finding the right capitals of each costs. */
const MOST_IDENTIFIERS = 20;

/**
 * A text that is an expression but for capitals, in those of the SPDX list; identifiers count whatever their case
 * (SPDX specification 2.3, annex D.2). Undefined for any other text, and for what has the right capitals.
 */
export function expressionInItsCase(text: string): string | undefined {
  if (text.length > MAX_LENGTH || isLicenceExpression(text)) return undefined;
  if (/^(?:none|noassertion)$/i.test(text)) return text.toUpperCase() === text ? undefined : text.toUpperCase();
  const identifier = /[A-Za-z\d.-]+/g;
  if ((text.match(identifier)?.length ?? 0) > MOST_IDENTIFIERS) return undefined;
  let isException = false;
  const written = text.replace(identifier, (one) => {
    if (/^(?:and|or|with)$/i.test(one)) {
      isException = /^with$/i.test(one);
      return one.toUpperCase();
    }
    return isException ? exceptionInItsCase(one) : identifierInItsCase(one);
  });
  return written !== text && isLicenceExpression(written) ? written : undefined;
}

function identifierInItsCase(identifier: string): string {
  const reference = identifier.replace(/^licenseref-/i, 'LicenseRef-').replace(/^documentref-/i, 'DocumentRef-');
  if (reference !== identifier || isLicenceExpression(identifier)) return reference;
  const found = correctExpression(identifier, { upgrade: false });
  return found?.toLowerCase() === identifier.toLowerCase() ? found : identifier;
}

/** The list of exceptions is not to be had: of the forms that their names have, the one that is known. */
function exceptionInItsCase(exception: string): string {
  const lower = exception.toLowerCase();
  const forms = [
    lower.replace(/^[a-z]/, (letter) => letter.toUpperCase()),
    lower.replace(/^[a-z]+/, (part) => part.toUpperCase()),
    lower,
  ];
  return forms.find((form) => isLicenceExpression(`MIT WITH ${form}`)) ?? exception;
}

/** The expression that was most likely meant; undefined where one could only be guessed. */
export function nearestLicenceExpression(text: string): string | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const whole = correct(text);
  if (whole !== undefined) return whole;
  const parts = text.split(/ (and|or) | ?\/ ?/i);
  if (parts.length < 2 || parts.length > 20) return undefined;
  const corrected = parts.map((part, index) =>
    // Every second one is what stands between; the slash of older package files means a choice.
    index % 2 === 1 ? (part ?? 'or').toUpperCase() : isLicenceExpression(part) ? part : correct(part),
  );
  const expression = corrected.join(' ');
  return !corrected.includes(undefined) && isLicenceExpression(expression) ? expression : undefined;
}

// What people write around the name of a licence.
const around: ReadonlySet<string> = new Set(
  (
    'alike attribution clause commons creative distribution domain dual general gnu international later licence ' +
    'licences license licensed licenses new only or open org public revised share simplified software source style ' +
    'the under universal v ver version'
  ).split(' '),
);

/** Words of long names, by the short name that must be found for them. */
const shortNames: ReadonlyMap<string, string> = new Map([
  ['affero', 'agpl'],
  ['boost', 'bsl'],
  ['eclipse', 'epl'],
  ['lesser', 'lgpl'],
  ['library', 'lgpl'],
  ['mozilla', 'mpl'],
]);

function correct(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  let found = correctExpression(text, { upgrade: false });
  // Its last resort is the one that lets the reader choose a later version, whether or not the text does.
  if (!/later|newer|\+/i.test(text)) found = found?.replace(/-or-later$/, '') ?? null;
  if (found === null || !isLicenceExpression(found)) return undefined;
  // It takes any text with certain letters for a licence ("limited" for MIT), and drops what it does not know: what
  // it finds counts only where it leaves nothing out and invents no version of a licence that has several in use.
  const known = new Set(found.toLowerCase().match(/[a-z]+/g));
  const words: readonly string[] = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const names = words.filter((word) => !around.has(word));
  const versions = text.match(/\d+(?:\.\d+)*/g) ?? [];
  const covered = names.every(
    (word) => known.has(word) || known.has(word.replace(/v$/, '')) || known.has(shortNames.get(word) ?? ''),
  );
  const sameVersion = versions.every((version) => versionsIn(found).has(trimmed(version)));
  const invented = versions.length === 0 && /^(?:[AL]?GPL|BS[DL]|CC)\b/.test(found);
  return covered && (names.length > 0 || words.includes('gnu')) && sameVersion && !invented ? found : undefined;
}

function versionsIn(expression: string): Set<string> {
  return new Set((expression.match(/\d+(?:\.\d+)*/g) ?? []).map(trimmed));
}

function trimmed(version: string): string {
  return version.replace(/(?:\.0)+$/, '');
}
