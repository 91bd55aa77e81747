import { describe, expect, it } from 'vitest';
import { validateSource } from '../../src/author/validate.js';

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
    // What is off finds nothing, either.
    const above = '# passport: ignore[capability/short-description] why';
    expect(rulesOf(withComments({ above }), { 'capability/short-description': 'off' })).toEqual([
      `${line} ignore/unused`,
    ]);
  });

  it('can name several rules, each of which must find something', () => {
    const above = '# passport: ignore[capability/short-description, slug/reserved] why';
    expect(rulesOf(withComments({ above }))).toEqual([`${line} ignore/unused`]);
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
      { ruleId: 'ignore/malformed', hint: 'write # passport: ignore[rule-id] reason' },
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
