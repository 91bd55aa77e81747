import { describe, expect, it } from 'vitest';
import { parseConfig, parsePackageConfig } from '../../src/author/config.js';
import { PassportError } from '../../src/errors.js';

function problems(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(PassportError);
    return (error as PassportError).diagnostics.map(
      ({ file, range, message, hint }) =>
        `${file}:${range?.start.line}:${range?.start.column} ${message} (${hint ?? ''})`,
    );
  }
  return [];
}

describe('parseConfig', () => {
  it('reads levels, limits and paths', () => {
    const text =
      'profile: strict\nrules:\n  slug/too-long: off\nfail_on: warning\nmax_warnings: 3\nsources: [a/*.yaml]\n';
    expect(parseConfig(text, 'c.yaml')).toEqual({
      profile: 'strict',
      rules: { 'slug/too-long': 'off' },
      fail_on: 'warning',
      max_warnings: 3,
      sources: ['a/*.yaml'],
    });
    expect(parseConfig('{}', 'c.yaml')).toEqual({});
  });

  it('says what is wrong with one, and where', () => {
    expect(problems(() => parseConfig('profile: strickt\nruls: {}\nmax_warnings: -1\n', 'c.yaml'))).toEqual([
      'c.yaml:1:10 profile is "strickt", which is not known (did you mean strict? if not, write one of minimal, registry, strict)',
      'c.yaml:2:1 "ruls" is not a key of the document (did you mean rules?)',
      expect.stringContaining('c.yaml:3:15 max_warnings is -1; it must be at least 0'),
    ]);
    expect(problems(() => parseConfig('a: [', 'c.yaml'))).toEqual([expect.stringContaining('c.yaml:1:')]);
  });

  it('refuses rules that there are not, and rules that stop a build', () => {
    expect(problems(() => parseConfig('rules:\n  slug/to-long: off\n  schema/type: off\n', 'c.yaml'))).toEqual([
      'c.yaml:2:3 there is no rule "slug/to-long" (did you mean slug/too-long?)',
      'c.yaml:3:3 the level of schema/type cannot be changed (no passport is built from what it finds)',
    ]);
  });
});

describe('parsePackageConfig', () => {
  it('reads the member passport, and nothing else', () => {
    expect(parsePackageConfig('{"name": "a", "passport": {"profile": "minimal"}}', 'package.json')).toEqual({
      profile: 'minimal',
    });
    expect(parsePackageConfig('{"dependencies": {"passport": "1.0.0"}}', 'package.json')).toBeUndefined();
  });

  it('gives places in the file', () => {
    const text = '{\n  "name": "a",\n  "passport": {\n    "profil": "minimal"\n  }\n}\n';
    expect(problems(() => parsePackageConfig(text, 'package.json'))).toEqual([
      'package.json:4:5 "profil" is not a key of the document (did you mean profile?)',
    ]);
  });
});
