import { describe, expect, it } from 'vitest';
import { findings, manifestFindings, searched } from './findings.js';

describe('capability/duplicate-uri', () => {
  const id = 'capability/duplicate-uri';
  const capability = (name: string, ...categories: string[]) => ({ name, categories });

  it('finds the later one, and names the address and the first', () => {
    const source = {
      capabilities: [
        capability('Find a recipe', 'search-retrieval'),
        capability('Cook', 'search-retrieval'),
        capability('find a: RECIPE!', 'search-retrieval', 'other'),
        capability('Find-a-recipe', 'search-retrieval'),
      ],
    };
    expect(findings(id, source)).toMatchObject([
      {
        pointer: '/capabilities/2/name',
        message:
          'capabilities[2].name gives the address capability://search.retrieval.find.a.recipe, as capabilities[0].name does',
        related: [{ pointer: '/capabilities/0/name' }],
      },
      { pointer: '/capabilities/3/name', related: [{ pointer: '/capabilities/0/name' }] },
    ]);
  });

  it('compares whole addresses, wherever the category ends', () => {
    expect(findings(id, { capabilities: [capability('b c', 'a'), capability('c', 'a-b')] })).toHaveLength(1);
  });

  it.each([
    [capability('a', 'x'), capability('b', 'x')],
    [capability('a', 'x'), capability('a', 'y')],
    // Only the first category counts.
    [capability('a', 'x', 'y'), capability('a', 'y', 'x')],
    // Without an address there is nothing to compare: other rules speak.
    [capability('日本', 'x'), capability('中国', 'x')],
    [capability('a'), capability('a')],
    [{ name: 'a' }, { name: 'a' }],
    [{ name: 7, categories: ['x'] }, null],
  ])('says nothing of %j and %j', (...capabilities) => {
    expect(findings(id, { capabilities })).toEqual([]);
  });

  it('compares the names of a manifest, which has no categories', () => {
    expect(manifestFindings(id, { capabilities: [{ name: 'Find it' }, { name: 'find-it' }] })).toMatchObject([
      { pointer: '/capabilities/1/name', message: expect.stringContaining('where both have one category') },
    ]);
    expect(manifestFindings(id, { capabilities: [{ name: 'Find it' }, { name: 'Lose it' }] })).toEqual([]);
  });

  it('keeps its message short, and reads long names and many in no time', () => {
    const long = capability('x'.repeat(10_000), 'a');
    const [finding] = findings(id, { capabilities: [long, long] });
    expect(finding?.message.length).toBeLessThan(250);
    const many = { capabilities: Array.from({ length: 30_000 }, () => capability('a', 'b')) };
    searched(() => findings(id, many));
    const huge = { capabilities: [capability('-'.repeat(1_000_000), 'a'), capability('- '.repeat(500_000), 'a')] };
    searched(() => findings(id, huge));
  });
});

describe('capability/short-description', () => {
  const id = 'capability/short-description';
  const described = (description: unknown) => ({ capabilities: [{ description }] });

  it.each([
    ['Toasts bread.', '13 characters'],
    ['x', '1 character;'],
    ['x'.repeat(99), '99 characters'],
    // What stands around it is no description.
    [`${'x'.repeat(99)}${' '.repeat(500)}`, '99 characters'],
    ['   ', '0 characters'],
    // Code points are counted, not the halves of a surrogate pair.
    ['🍞'.repeat(99), '99 characters'],
  ])('finds %j', (text, count) => {
    const found = findings(id, described(text));
    expect(found).toMatchObject([{ pointer: '/capabilities/0/description', message: expect.stringContaining(count) }]);
  });

  it.each(['x'.repeat(100), '🍞'.repeat(100), ` ${'x'.repeat(100)}`, '', undefined, null, 7, ['x']])(
    'says nothing of %j',
    (text) => {
      expect(findings(id, described(text))).toEqual([]);
    },
  );

  it('leaves a manifest to its schema, but for space', () => {
    expect(manifestFindings(id, described('Toasts bread.'))).toEqual([]);
    expect(manifestFindings(id, described(`Toasts bread.${' '.repeat(200)}`))).toHaveLength(1);
    expect(manifestFindings(id, described('x'.repeat(100)))).toEqual([]);
  });

  it('does not count what pads it', () => {
    expect(findings(id, described(`Toasts bread${'.'.repeat(100)}`))).toHaveLength(1);
    expect(findings(id, described(`Toasts${' -'.repeat(3)}${' '.repeat(90)}bread`))).toHaveLength(1);
    expect(findings(id, described(`${'Toasts bread ... '.repeat(7)}`))).toEqual([]);
  });

  it('reads a long text in no time', () => {
    for (const part of [' ', '.', ' -'])
      searched(() => findings(id, described(`x${part.repeat(1_000_000 / part.length)}x`)));
  });
});

describe('a description that is one in length alone', () => {
  const id = 'capability/repeated-description';
  const toasts =
    'Toasts a slice of bread on both sides until it is brown, and says how long that took in words that anyone knows.';

  it.each([
    'Toasts a slice. '.repeat(8),
    'bread '.repeat(30),
    'Toasts bread and more bread. '.repeat(5),
    'パンを焼く。'.repeat(20),
  ])('says the same over and over: %j', (description) => {
    expect(findings(id, { capabilities: [{ description }] })).toMatchObject([
      { pointer: '/capabilities/0/description', message: expect.stringContaining('over and over') },
    ]);
  });

  it('may use a word often, or be in a script without spaces', () => {
    for (const description of [toasts, `${toasts} ${toasts}`, 'パンを両面がきつね色になるまで焼く。'.repeat(2)])
      expect(findings(id, { capabilities: [{ description }] })).toEqual([]);
  });

  it.each(['intents', 'best_for', 'limitations', 'requires'])('is among %s, too', (list) => {
    const source = { capabilities: [{ description: toasts, [list]: ['x', toasts.toUpperCase()] }] };
    expect(findings(id, source)).toMatchObject([
      { pointer: `/capabilities/0/${list}/1`, related: [{ pointer: '/capabilities/0/description' }] },
    ]);
    expect(findings(id, { capabilities: [{ description: toasts, [list]: [toasts.slice(0, 80)] }] })).toEqual([]);
  });
});

describe('capability/repeated-description', () => {
  const id = 'capability/repeated-description';
  const capability = (name: string, description: string) => ({ name, description });

  it('finds the later of two, whatever their case, space and punctuation', () => {
    const source = {
      capabilities: [
        capability('a', 'Toasts a slice of bread.'),
        capability('b', 'Bakes it.'),
        capability('c', 'toasts  a slice\nof bread'),
        capability('d', '"Toasts a slice of bread!"'),
      ],
    };
    expect(findings(id, source)).toMatchObject([
      {
        pointer: '/capabilities/2/description',
        message: 'capabilities[2].description says the same as capabilities[0].description',
        related: [{ pointer: '/capabilities/0/description' }],
      },
      { pointer: '/capabilities/3/description', related: [{ pointer: '/capabilities/0/description' }] },
    ]);
  });

  it('finds one that is its own name', () => {
    expect(findings(id, { capabilities: [capability('Toast bread', 'Toast bread.')] })).toMatchObject([
      {
        message: 'capabilities[0].description says the same as capabilities[0].name',
        related: [{ pointer: '/capabilities/0/name' }],
      },
    ]);
  });

  it.each([
    [capability('a', 'Toasts bread.'), capability('b', 'Toasts breads.')],
    [capability('Toast bread', 'Bakes bread.'), capability('Bakes bread', 'Toasts bread.')],
    [capability('a', '…'), capability('b', '!?')],
    [capability('a', ''), capability('b', '')],
    [{ name: 'a' }, null],
  ])('says nothing of %j and %j', (...capabilities) => {
    expect(findings(id, { capabilities })).toEqual([]);
  });

  it('reads long texts, and many, in no time', () => {
    const long = capability('x'.repeat(10_000), 'a b '.repeat(250_000));
    searched(() => findings(id, { capabilities: [long, long] }));
    const many = { capabilities: Array.from({ length: 30_000 }, () => capability('a', 'b')) };
    expect(searched(() => findings(id, many))).toBe(29_999);
    searched(() => findings(id, many));
  });
});
