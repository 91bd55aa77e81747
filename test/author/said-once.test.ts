import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validateSource } from '../../src/author/validate.js';

const valid = readFileSync(new URL('../golden/sources/valid.yaml', import.meta.url), 'utf8');

function found(...changes: ReadonlyArray<readonly [from: string | RegExp, to: string]>): unknown[] {
  const text = changes.reduce((now, [from, to]) => now.replace(from, to), valid);
  expect(text).not.toBe(valid);
  return validateSource(text).diagnostics.map(({ ruleId, hint, suggestions, fix }) => [ruleId, hint, suggestions, fix]);
}

describe('a text that was to be replaced', () => {
  const replaced = 'this was to be replaced: write what is true of the artifact';

  it('is told of once where it is too short, too', () => {
    expect(found([/description: .*/, 'description: TODO'])).toEqual([
      [
        'capability/short-description',
        'this was to be replaced: say how it works and what comes out, in two sentences or more',
        [],
        undefined,
      ],
    ]);
  });

  it('is told of once where it is of the wrong form, and is not put into the right one', () => {
    expect(found(['slug: umbrella', 'slug: TODO'])).toEqual([['schema/format', replaced, [], undefined]]);
    expect(found(['type: app', 'type: TODO'])).toEqual([['schema/enum', replaced, [], undefined]]);
  });

  it('is told of by its own rule elsewhere', () => {
    expect(found(['name: Umbrella', 'name: TBD']).map((one) => (one as string[])[0])).toEqual(['text/placeholder']);
    const rules = found(['name: Umbrella', 'name: TBD'], ['slug: umbrella', 'slug: Um!']);
    expect(rules.map((one) => (one as string[])[0])).toEqual(['schema/format', 'text/placeholder']);
  });
});
