import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/encoding/nearest.js';

const fields = ['name', 'version', 'categories', 'capabilities', 'riskLevel', 'homepage', 'id'];

describe('the nearest word', () => {
  it.each([
    ['catagories', 'categories'],
    ['categoris', 'categories'],
    ['capabilites', 'capabilities'],
    ['capabilitiess', 'capabilities'],
    ['nmae', 'name'],
    ['Name', 'name'],
    ['VERSION', 'version'],
    ['risk_level', 'riskLevel'],
    ['risk-level', 'riskLevel'],
    ['Risk Level', 'riskLevel'],
    ['home_pgae', 'homepage'],
    ['di', 'id'],
  ])('to %s is %s', (word, expected) => {
    expect(nearest(word, fields)).toBe(expected);
  });

  it.each(['foo', 'xyz', 'description', 'catalogue', 'nnnn', 'capa', '', 'x'.repeat(10_000)])(
    'to %s is none of them',
    (word) => {
      expect(nearest(word, fields)).toBeUndefined();
    },
  );

  it('has a third of its letters wrong at the most', () => {
    expect(nearest('cxtexoriex', fields)).toBe('categories');
    expect(nearest('cxtexoxiex', fields)).toBeUndefined();
    expect(nearest('if', fields)).toBe('id');
    expect(nearest('ab', fields)).toBeUndefined();
  });

  it('is the nearer of two, and the first of two that are as near', () => {
    expect(nearest('versions', ['versioned', 'version'])).toBe('version');
    expect(nearest('abcx', ['abcy', 'abcz'])).toBe('abcy');
    expect(nearest('abcx', ['abcz', 'abcy'])).toBe('abcz');
  });

  it('is none where there is none', () => {
    expect(nearest('name', [])).toBeUndefined();
  });

  it('is taken from any iterable', () => {
    expect(nearest('nam', new Set(['other', 'name']))).toBe('name');
    expect(nearest('nam', new Map([['name', 1]]).keys())).toBe('name');
  });

  it('to a word that is there is that word', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(fc.array(word), word, (others, wanted) => {
        expect(nearest(wanted, [...others, wanted])).toBe(wanted);
      }),
    );
  });

  it('to a word with one slip in it is that word', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 4, maxLength: 20 });
    fc.assert(
      fc.property(word, fc.nat(), fc.nat({ max: 3 }), (wanted, place, slip) => {
        const at = place % (wanted.length - 1);
        const [start, one, two, end] = [wanted.slice(0, at), wanted[at], wanted[at + 1], wanted.slice(at + 2)];
        const slips = [`${one}${two}x`, `${two}`, `x${two}`, `${two}${one}`];
        expect(nearest(`${start}${slips[slip]}${end}`, ['something', wanted, 'else'])).toBe(wanted);
      }),
      { numRuns: 2_000 },
    );
  });
});
