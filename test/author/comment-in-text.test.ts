import { describe, expect, it } from 'vitest';
import { parseSource } from '../../src/author/source.js';
import { validateSource } from '../../src/author/validate.js';
import type { Diagnostic } from '../../src/diagnostic.js';

/** A source with these lines among its limitations. */
const block = (...lines: string[]): string =>
  [
    'artifact:',
    '  slug: toaster',
    '  name: Toaster',
    '  type: app #kind',
    '  url: https://toaster.example/ #home',
    '  categories:',
    '    - automation #first',
    '  pricing: { model: free }',
    'capabilities:',
    '  - name: toast bread',
    '    description: Toasts a slice of bread until it is brown.',
    '    intents: []',
    '    best_for: []',
    '    requires: []',
    '    input_types: []',
    '    output_types: []',
    '    categories: [automation-workflow]',
    '    limitations:',
    ...lines.map((line) => `      ${line}`),
    '',
  ].join('\n');

const found = (text: string): Diagnostic[] =>
  validateSource(text).diagnostics.filter(({ ruleId }) => ruleId === 'yaml/comment-in-text');

describe('yaml/comment-in-text', () => {
  it('names what a # takes off the end of a text, and points at it', () => {
    const text = block('- ranked #1 in town', '- fixes #42  ', '- burns');
    const diagnostics = found(text);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'capabilities[0].limitations[0] ends before "#1 in town": a # behind a space begins a comment',
      'capabilities[0].limitations[1] ends before "#42": a # behind a space begins a comment',
    ]);
    expect(diagnostics.map(({ range }) => text.slice(range?.start.offset, range?.end.offset))).toEqual([
      '#1 in town',
      '#42',
    ]);
    expect(diagnostics[0]).toMatchObject({ severity: 'warning', pointer: '/capabilities/0/limitations/0' });
    expect(diagnostics[0]?.range?.start).toMatchObject({ line: 19, column: 16 });
  });

  it('says nothing of comments, of a # in a text, or behind what is no text', () => {
    for (const line of [
      '- ranked # 1 in town',
      '- ranked ## 1',
      '- "ranked" #1',
      "- 'ranked' #1",
      '- C# and F#',
      '- "ranked #1"',
      '- a #passport: ignore[x] y',
      '- | #header\n        ranked #1',
    ])
      expect(found(block(line)), line).toEqual([]);
    expect(found(block('#1 in town', '- burns'))).toEqual([]);
    expect(found(`${block('- burns')}#1`)).toEqual([]);
  });

  it('says nothing of words and addresses, which hold no #', () => {
    expect(found(block('- burns'))).toEqual([]);
    expect(parseSource(block('- burns')).diagnostics).toEqual([]);
  });

  it('looks at texts in brackets, too', () => {
    const text = block('- burns').replace('best_for: []', 'best_for: [people, cooks #1\n      ]');
    expect(found(text).map(({ pointer }) => pointer)).toEqual(['/capabilities/0/best_for/1']);
  });

  it('does not repeat a secret', () => {
    const secret = `gh${'p_'}${'aB3'.repeat(12)}`;
    const [diagnostic] = found(block(`- use #${secret}`));
    expect(diagnostic?.message).toContain('GitHub token');
    expect(JSON.stringify(diagnostic)).not.toContain(secret.slice(4));
  });

  it('can be switched off', () => {
    const text = block('- ranked #1');
    const { diagnostics } = validateSource(text, { levels: { 'yaml/comment-in-text': 'off' } });
    expect(diagnostics.map(({ ruleId }) => ruleId)).not.toContain('yaml/comment-in-text');
  });
});
