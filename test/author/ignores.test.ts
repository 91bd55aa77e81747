import { describe, expect, it } from 'vitest';
import { fixSource } from '../../src/author/fix.js';
import { repeatedSlugs, validateSource } from '../../src/author/validate.js';

const DESCRIPTION = 'description: Short.';

const SOURCE = `artifact:
  slug: toaster
  name: Toaster
  type: app
  url: https://toaster.lindenau.town/
  categories: [automation]
  pricing: { model: free }
capabilities:
  - name: toast bread
    ${DESCRIPTION}
    intents: []
    best_for: []
    limitations: [burns thin slices]
    requires: []
    input_types: [bread]
    output_types: [toast]
    categories: [automation-workflow]
`;

/** A source whose one problem is the short description of its only capability, and comments around it. */
function withComments({ above = '', behind = '', top = '' }): string {
  return top + SOURCE.replace(DESCRIPTION, `${above === '' ? '' : `${above}\n    `}${DESCRIPTION}${behind}`);
}

function rulesOf(text: string, levels = {}): string[] {
  return validateSource(text, { levels }).diagnostics.map(({ ruleId, range }) => `${range?.start.line} ${ruleId}`);
}

const line =
  withComments({})
    .split('\n')
    .findIndex((text) => text.includes(DESCRIPTION)) + 1;

describe('a comment that ignores a rule', () => {
  it('leaves out the problem on its own line, or on the next where it has a line to itself', () => {
    expect(rulesOf(withComments({}))).toEqual([`${line} capability/short-description`]);
    const ignore = '# passport: ignore[capability/short-description] the name says it all';
    expect(rulesOf(withComments({ behind: ` ${ignore}` }))).toEqual([]);
    expect(rulesOf(withComments({ above: ignore }))).toEqual([]);
    expect(rulesOf(withComments({ above: `${ignore}\n\n    # another comment` }))).toEqual([]);
    expect(rulesOf(withComments({ above: '#passport:ignore [ capability/short-description ]: why' }))).toEqual([]);
    expect(rulesOf(withComments({ above: ignore }).replaceAll('\n', '\r\n'))).toEqual([]);
  });

  it('must say why', () => {
    const ignore = '# passport: ignore[capability/short-description]';
    expect(rulesOf(withComments({ above: ignore }))).toEqual([
      `${line} ignore/no-reason`,
      `${line + 1} capability/short-description`,
    ]);
  });

  it('is reported where it ignores nothing', () => {
    const ignore = '# passport: ignore[slug/reserved] it is not';
    expect(rulesOf(withComments({ top: `${ignore}\n` }))).toEqual([
      '1 ignore/unused',
      `${line + 1} capability/short-description`,
    ]);
  });

  it('is not called unused where the rule was not at work', () => {
    const above = '# passport: ignore[capability/short-description] why';
    const long = (text: string): string =>
      text.replace(
        'Short.',
        'Looks the words up in the catalogue of the library, and answers with up to twenty titles and where each stands.',
      );
    expect(rulesOf(long(withComments({ above })))).toEqual([`${line} ignore/unused`]);
    // Off by its level, or by the profile.
    expect(rulesOf(long(withComments({ above })), { 'capability/short-description': 'off' })).toEqual([]);
    expect(validateSource(long(withComments({ above })), { profile: 'minimal' }).diagnostics).toEqual([]);
    // What stops the build may hide what the rule would find.
    const misspelt = long(withComments({ above })).replace('description:', 'descripton:');
    expect(rulesOf(misspelt)).toEqual([`${line + 1} schema/unknown-key`]);
    const fixed = fixSource(withComments({ above }).replace('description:', 'Description:'));
    expect(fixed.text).toBe(withComments({ above }));
    expect(fixed.diagnostics).toEqual([]);
    const unclosed = long(withComments({ above })).replace('[bread]', '[bread');
    expect(new Set(rulesOf(unclosed).map((rule) => rule.replace(/^\d+ /, '')))).toEqual(new Set(['yaml/syntax']));
    // What is found beside other files, or with observations.
    const elsewhere = '# passport: ignore[slug/repeated, derive/stale-evidence, derive/evidence-in-future] why\n';
    expect(rulesOf(withComments({ top: elsewhere, above }))).toEqual([]);
  });

  it('lets a slug be that of another source', () => {
    const slugs = (text: string) =>
      repeatedSlugs([
        { ...validateSource(SOURCE), file: 'a.yaml' },
        { ...validateSource(text), file: 'b.yaml' },
      ]).size;
    expect(slugs(SOURCE)).toBe(1);
    const ignore = '# passport: ignore[slug/repeated] one of the two is published';
    expect(slugs(SOURCE.replace('slug: toaster', `slug: toaster ${ignore}`))).toBe(0);
    expect(slugs(SOURCE.replace('slug: toaster', `${ignore}\n  slug: toaster`))).toBe(0);
    expect(slugs(SOURCE.replace('type: app', `type: app ${ignore}`))).toBe(1);
  });

  it('covers all of the value below it', () => {
    const above = '# passport: ignore[capability/short-description] why';
    const before = (key: string, text = SOURCE): string =>
      text.replace(key, `${above}\n${' '.repeat(indentOf(key))}${key}`);
    const indentOf = (key: string): number =>
      SOURCE.split('\n')
        .find((one) => one.includes(key))
        ?.indexOf(key) ?? 0;
    expect(rulesOf(before('capabilities:'))).toEqual([]);
    expect(rulesOf(before('- name: toast bread'))).toEqual([]);
    expect(rulesOf(before('capabilities:').replaceAll('\n', '\r\n'))).toEqual([]);
    expect(rulesOf(before('artifact:'))).toEqual(['1 ignore/unused', `${line + 1} capability/short-description`]);
    expect(rulesOf(before('pricing:'))).toEqual(['7 ignore/unused', `${line + 1} capability/short-description`]);
    // The first capability is not the second, nor its name the capability.
    const entry = SOURCE.slice(SOURCE.indexOf('  - name'));
    const two = SOURCE.replace('Short.', 'Shorter.') + entry.replace('toast bread', 'warm rolls');
    expect(rulesOf(before('- name: toast bread', two))).toEqual([`${2 * line} capability/short-description`]);
    expect(rulesOf(before('capabilities:', two))).toEqual([]);
    const name = SOURCE.replace('- name: toast bread', `-\n    ${above}\n    name: toast bread`);
    expect(rulesOf(name)).toEqual([`${line} ignore/unused`, `${line + 2} capability/short-description`]);
    // In brackets and braces, too.
    const flow = SOURCE.replace(
      '[burns thin slices]',
      `[\n      # passport: ignore[list/repeated-entry] why\n      a b c,\n      a b c]`,
    );
    expect(rulesOf(flow)).toContain('14 ignore/unused');
    const all = SOURCE.replace(
      'limitations: [burns thin slices]',
      `# passport: ignore[list/repeated-entry] why\n    limitations: [\n      a b c,\n      a b c]`,
    );
    expect(rulesOf(all)).toEqual([`${line} capability/short-description`]);
  });

  it('can name several rules, each of which must find something', () => {
    const above = '# passport: ignore[capability/short-description, slug/reserved] why';
    expect(rulesOf(withComments({ above }))).toEqual([`${line} ignore/unused`]);
  });

  it('is spoken of once, whatever of it is unused', () => {
    const fixed = (ids: string): readonly unknown[] => {
      const above = `# passport: ignore[${ids}] why`;
      const { diagnostics } = validateSource(withComments({ above }));
      const unused = diagnostics.filter(({ ruleId }) => ruleId === 'ignore/unused');
      return [unused.length, unused[0]?.message, fixSource(withComments({ above })).text];
    };
    const nothing = 'nothing is ignored: slug/reserved and url/insecure find nothing there';
    expect(fixed('slug/reserved, url/insecure')).toEqual([1, nothing, SOURCE]);
    const left = withComments({ above: '# passport: ignore[capability/short-description] why' });
    expect(fixed('slug/reserved, url/insecure, capability/short-description')).toEqual([1, nothing, left]);
    expect(fixed('slug/reserved,capability/short-description , url/insecure')).toEqual([
      1,
      nothing,
      left.replace('description]', 'description ]'),
    ]);
    expect(fixed('capability/short-description, slug/reserved, slug/reserved, url/insecure')).toEqual([
      1,
      nothing,
      left,
    ]);
  });

  it('cannot silence what stops a build, nor what is said of comments', () => {
    const text = withComments({ top: '# passport: ignore[schema/missing-key, ignore/unused] why\n' });
    expect(rulesOf(text)).toEqual([
      '1 ignore/not-ignorable',
      '1 ignore/not-ignorable',
      `${line + 1} capability/short-description`,
    ]);
    const secret = withComments({
      behind: ' # passport: ignore[text/secret] a test token',
    }).replace('Short.', `ghp_${'a'.repeat(36)}`);
    expect(rulesOf(secret)).toContain(`${line} text/secret`);
  });

  it('is helped where it is nearly one', () => {
    const { diagnostics } = validateSource(
      withComments({
        top: '# passport: ignore[capability/short-descripton] why\n# passport: ignor[slug/reserved] why\n',
      }),
    );
    expect(diagnostics).toMatchObject([
      {
        ruleId: 'ignore/unknown-rule',
        suggestions: ['capability/short-description'],
        hint: 'did you mean capability/short-description?',
        range: { start: { line: 1, column: 1 } },
      },
      { ruleId: 'ignore/malformed', hint: 'write # passport: ignore[slug/reserved] reason' },
      { ruleId: 'capability/short-description' },
    ]);
  });

  it('is only a text where it stands in one', () => {
    const ignore = '# passport: ignore[capability/short-description] why';
    expect(rulesOf(withComments({}).replace(DESCRIPTION, `description: "Short. ${ignore}"`))).toEqual([
      `${line} capability/short-description`,
    ]);
    const block = withComments({}).replace(DESCRIPTION, `description: |\n      ${ignore}\n      Short.`);
    expect(rulesOf(block)).toEqual([`${line} capability/short-description`]);
  });
});

describe('a comment that is nearly one that ignores a rule', () => {
  const isTold = (comment: string): boolean =>
    rulesOf(withComments({ top: `${comment}\n` })).includes('1 ignore/malformed');

  it.each([
    '# passport-ignore[url/insecure] why',
    '#passport-ignore[anything] why',
    '# passport-ignore url/insecure',
    '# passport_ignore: url/insecure',
    '# passport: ignore url/insecure',
    '# passport: ignore x',
    '# passport: ignore',
    '# passport: ignore[url/insecure why',
    '# passport: ignore(url/insecure) why',
    '# Passport: Ignore[url/insecure] why',
    '# passport : ignore[url/insecure] why',
    '## passport: ignore[url/insecure] why',
    '# passport ignore[url/insecure] why',
    '# passport ignore url/insecure, it is a test',
    '# passport: ignores[url/insecure] why',
    '# passport: ingore[url/insecure] why',
    '# passport: disable[url/insecure] why',
    '# passport-disable url/insecure',
    '# trust-passport: ignore[url/insecure] why',
    '# passport[url/insecure] why',
    '# passport: [url/insecure] why',
    '# ignore[url/insecure] why',
    '# ignore [url/insecure] why',
    '# @passport ignore: url/insecure',
  ])('%s', (comment) => {
    expect(isTold(comment)).toBe(true);
  });

  it.each([
    '# passport',
    '# passport: see the documents',
    '# Passport: the toaster of 2026',
    '# passport ignores case',
    '# passport: ignored by the old registry',
    '# the passport: ignore it if you like',
    '# passports that we ignore',
    '# ignore the next line',
    '# ignore [the] brackets',
    '# ignore: [bread, toast]',
    '# skip url/insecure, it is said elsewhere',
    '# url/insecure is off here',
    '# passport: url/insecure is off here',
    '# passport: skipped pages',
    '# passport: disable the old one first',
    '# passport-ignored files live in .passportignore',
    '# passport/ignore is a folder',
    '# Passport scanner: reads the machine-readable zone',
    '# allow [1, 2]',
    '# to silence a rule write # passport: ignore[rule-id] reason',
    '# yaml-language-server: $schema=https://example.com/source.json',
    '#',
    '#!passport',
  ])('is not %s', (comment) => {
    expect(isTold(comment)).toBe(false);
  });

  it('is no text that was cut off, either', () => {
    const told = (comment: string): string[] =>
      rulesOf(withComments({}).replace('toast bread', `toast bread ${comment}`));
    expect(told('#passport-ignore[url/insecure] why')).toContain(`${line - 1} ignore/malformed`);
    expect(told('#passport-ignore[url/insecure] why')).not.toContain(`${line - 1} yaml/comment-in-text`);
    expect(told('#passport: red')).toContain(`${line - 1} yaml/comment-in-text`);
  });

  it('costs little, whatever is in it', () => {
    const blanks = ' '.repeat(400_000);
    for (const comment of [`# passport: ignore[a]${blanks}b\u2028c`, `# passport:${blanks}ignore[a`, `#${blanks}#`]) {
      const start = performance.now();
      rulesOf(withComments({ top: `${comment}\n` }));
      expect(performance.now() - start).toBeLessThan(5_000);
    }
  });
});

describe('of many comments', () => {
  const many = (count: number, comment: (n: number) => string): string =>
    Array.from({ length: count }, (_, n) => comment(n)).join('\n    ');

  it('each finds the line that it is about', () => {
    const ignores = many(12_000, () => '# passport: ignore[capability/short-description] the name says it all');
    expect(rulesOf(withComments({ above: ignores }))).toEqual([]);
    const idle = validateSource(
      withComments({ above: many(300, () => '# passport: ignore[slug/reserved] it is not') }),
    );
    expect(idle.diagnostics).toHaveLength(100);
    expect(idle.diagnostics[0]).toMatchObject({
      ruleId: 'ignore/unused',
      hint: `line ${line + 300} has no such problem: remove the comment`,
    });
    expect(idle.diagnostics.at(-1)?.message).toBe('202 more problems are not shown: the first is here');
  });

  it('those that are shown name the rule that is meant', () => {
    const ids = Array.from({ length: 30_000 }, (_, n) => `slug/reservex${n}`).join(',');
    const { diagnostics } = validateSource(withComments({ behind: ` # passport: ignore[${ids}] why` }));
    expect(diagnostics).toHaveLength(100);
    expect(diagnostics.filter(({ hint }) => hint === 'did you mean slug/reserved?').length).toBeGreaterThan(90);
    expect(diagnostics.at(-1)?.message).toBe('at least 29902 more problems are not shown: the first is here');
  });

  it('one that lists a rule twice is about one rule', () => {
    const comment = '# passport: ignore[slug/reserved, slug/reserved,slug/reserved] it is not\n';
    const [unused, ...others] = validateSource(withComments({ top: comment })).diagnostics;
    expect(others.map(({ ruleId }) => ruleId)).toEqual(['capability/short-description']);
    expect(unused).toMatchObject({ ruleId: 'ignore/unused', fix: { description: 'remove the comment' } });
    const half = '# passport: ignore[slug/reserved,capability/short-description,slug/reserved] it is not';
    expect(rulesOf(withComments({ above: half }))).toEqual([`${line} ignore/unused`]);
  });

  it('none is idle where nobody looked for more', () => {
    const text = SOURCE.replace('limitations: [', `limitations: [${'burns, '.repeat(10_100)}`).replace(
      DESCRIPTION,
      `${DESCRIPTION} # passport: ignore[list/repeated-entry] all the same`,
    );
    expect(rulesOf(text)).not.toContain(`${line} ignore/unused`);
    expect(rulesOf(text.replaceAll('burns, ', ''))).toContain(`${line} ignore/unused`);
  });
});
