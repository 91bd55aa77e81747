import { describe, expect, it } from 'vitest';
import { isLicenceExpression, nearestLicenceExpression } from '../../src/validate/spdx.js';

describe('isLicenceExpression', () => {
  it.each([
    ['MIT', true],
    ['MIT OR (Apache-2.0 AND BSD-2-Clause)', true],
    ['GPL-2.0+', true],
    ['LicenseRef-Mine', true],
    ['mit', false],
    ['MIT,', false],
    ['', false],
    [' ', false],
    ['MIT OR', false],
    [`MIT${' OR MIT'.repeat(142)}`, true],
    [`MIT${' OR MIT'.repeat(143)}`, false],
    ['('.repeat(1000), false],
  ])('%j: %j', (text, expected) => {
    expect(isLicenceExpression(text)).toBe(expected);
  });
});

describe('nearestLicenceExpression', () => {
  it.each([
    ['apache-2.0', 'Apache-2.0'],
    ['The MIT License', 'MIT'],
    ['Apache', 'Apache-2.0'],
    ['bsd 3-clause', 'BSD-3-Clause'],
    ['CC BY 4.0', 'CC-BY-4.0'],
    ['CC0', 'CC0-1.0'],
    ['GNU General Public License v3.0', 'GPL-3.0'],
    ['GPL 3 or later', 'GPL-3.0+'],
    ['GNU Lesser General Public License v3', 'LGPL-3.0'],
    ['GNU Affero General Public License v3', 'AGPL-3.0'],
    ['mit or apache-2.0', 'MIT OR Apache-2.0'],
    ['Apache-2.0 / MIT', 'Apache-2.0 OR MIT'],
    ['MIT and CC BY 4.0', 'MIT AND CC-BY-4.0'],
  ])('%j is %s', (text, expected) => {
    expect(nearestLicenceExpression(text)).toBe(expected);
    expect(isLicenceExpression(expected)).toBe(true);
  });

  // The package takes "limited" for MIT and "unlicensed" for a gift to the public: no such guess is passed on.
  it.each([
    'Limited use',
    'UNLICENSED',
    'Proprietary',
    'MIT and my own',
    'MIT, but not for banks',
    'non-commercial MIT',
    'Submit to us',
    'GPL',
    'BSD',
    'GPL 5',
    'GNU',
    'CC BY',
    '日本 MIT',
    'Apache-2.0 / secret sauce',
    '',
    '  ',
    '/',
    ' or ',
    'x'.repeat(2000),
  ])('%j is only guessed', (text) => {
    expect(nearestLicenceExpression(text)).toBeUndefined();
  });
});
