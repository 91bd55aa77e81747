import { describe, expect, test } from 'vitest';
import { fixSource } from '../../src/author/fix.js';
import { validateSource } from '../../src/author/validate.js';
import { provenanceComment } from '../../src/import/provenance.js';

const guess = (value: string, why: string, place = 'bin'): string =>
  provenanceComment({ value, origin: { file: 'package.json', place }, guess: why });
const found = (text: string, options = {}) =>
  validateSource(text, options).diagnostics.filter(({ ruleId }) => ruleId === 'source/unconfirmed-guess');

describe('source/unconfirmed-guess', () => {
  const text = `artifact:
  ${guess('cli', 'it has (a) command')}
  # and something else

  type: cli
capabilities:
  ${guess('x', 'x; delete "guess" if it is right')}
  - name: x
`;

  test('points at the comment, and names the key below', () => {
    const [first, second, ...rest] = found(text);
    expect(rest).toEqual([]);
    expect(first?.message).toBe('type was guessed from "package.json: bin", and nobody has confirmed it');
    expect(second?.message).toContain('name was guessed');
    const { start, end } = first?.range ?? { start: { offset: 0 }, end: { offset: 0 } };
    expect(text.slice(start.offset, end.offset)).toBe(guess('cli', 'it has (a) command'));
    expect(first?.fix?.safe).toBe(false);
  });

  test('is mended by deleting the word and the reason, when asked for', () => {
    expect(fixSource(text).text).toBe(text);
    const fixed = fixSource(text, { unsafe: true }).text;
    expect(fixed).toContain('  # from package.json: bin [');
    expect(fixed).not.toContain('guess');
    expect(fixed).not.toContain('command');
    expect(found(fixed)).toEqual([]);
  });

  test('leaves what the author put there instead of the reason', () => {
    const own = 'artifact:\n  # guess from package.json: bin [0123abcd] ask Jo\n  type: cli\n';
    expect(fixSource(own, { unsafe: true }).text).toBe(own.replace('guess ', ''));
  });

  test('has the levels of its profiles, and can be ignored', () => {
    expect(found(text, { profile: 'minimal' })).toEqual([]);
    expect(found(text)[0]?.severity).toBe('warning');
    expect(found(text, { profile: 'strict' })[0]?.severity).toBe('error');
    const ignored = `# passport: ignore[source/unconfirmed-guess] still a draft\nartifact:\n  ${guess('a', 'b')}\n  type: cli\n`;
    expect(found(ignored)).toEqual([]);
  });

  test.each([
    '# from package.json: bin [0123abcd]',
    '# guess what',
    '# guess from here on: no',
    '# guesses from a: b [0123abcd]',
  ])('says nothing of %s', (comment) => {
    expect(found(`artifact:\n  ${comment}\n  type: cli\n`)).toEqual([]);
  });
});
