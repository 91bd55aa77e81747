import { expect, test } from 'vitest';
import { opennessOf, reasonOf } from '../../src/import/licence.js';

test.each([
  ['MIT', 'source'],
  ['apache-2.0', 'source'],
  ['gpl', 'source'],
  ['GPL-2.0-only WITH Classpath-exception-2.0', 'source'],
  ['GPL-2.0+', 'source'],
  ['cc-by-4.0', 'works'],
  ['CC0-1.0', 'works'],
  ['odbl', 'works'],
  ['cc-by-nc-4.0', undefined],
  ['CC-BY-ND-4.0', undefined],
  ['openrail', undefined],
  ['MIT OR LicenseRef-own', 'source'],
  ['MIT/Apache-2.0', 'source'],
  ['MIT AND LicenseRef-own', undefined],
  ['MIT AND CC-BY-4.0', 'works'],
  ['MIT OR LicenseRef-own AND LicenseRef-other', 'source'],
  ['(MIT OR LicenseRef-own) AND LicenseRef-other', undefined],
  ['LicenseRef-own AND LicenseRef-other OR (MIT AND ISC)', 'source'],
  ['MIT License', undefined],
  ['SEE LICENSE IN LICENSE.txt', undefined],
  ['(MIT', undefined],
  ['MIT)', undefined],
  ['MIT OR', undefined],
  ['', undefined],
  [`${'('.repeat(499)}MIT${')'.repeat(499)}`, undefined],
  [`${'('.repeat(400)}MIT${')'.repeat(400)}`, 'source'],
])('%j is open as %s', (expression, openness) => {
  expect(opennessOf(expression)).toBe(openness);
});

test('the reason says whether it is a licence of software, and whether one has to choose it', () => {
  expect(reasonOf('MIT')).toBe('MIT is an open source licence');
  expect(reasonOf('MIT OR X')).toBe('MIT OR X has an open source licence among its choices');
  expect(reasonOf('odbl')).toBe('odbl is an open licence of works and data, not of software');
  expect(reasonOf('X')).toBeUndefined();
});
