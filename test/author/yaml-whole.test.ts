import { describe, expect, it } from 'vitest';
import { spliceText } from '../../src/author/edits.js';
import { parseYaml } from '../../src/author/yaml.js';
import { wholeProblem } from '../../src/author/yaml-whole.js';
import type { Diagnostic } from '../../src/diagnostic.js';

const good = 'a:\n  b: 1\n  c:\n    - d\n    - e: f\n      g: h\n';

function fixed(text: string, { fix }: Diagnostic): string {
  const edits = (fix?.edits ?? []).map(({ range, text }) => ({
    span: [range.start.offset, range.end.offset] as const,
    text,
  }));
  return spliceText(text, edits);
}

describe('what throws off a whole text is said once, and mended', () => {
  it.each([
    ['a fence', `\`\`\`yaml\n${good}\`\`\`\n`, '```yaml', true],
    ['a fence with a byte order mark', `\ufeff\`\`\`yaml\n${good}\`\`\`\n`, '```yaml', true],
    ['a fence around a document mark', `\`\`\`yaml\n---\n${good}\`\`\`\n`, '```yaml', true],
    ['a fence with spaces around', `\n\n\`\`\` yaml\r\n${good}\`\`\`  \n\n`, '``` yaml', true],
    ['a fence of tildes', `~~~\n${good}~~~`, '~~~', true],
    ['a fence that nothing closes', `\`\`\`\n${good}`, '```', true],
    ['a fence that nothing opens', `${good}\`\`\`\n`, '```', true],
    ['carriage returns', good.replaceAll('\n', '\r'), 'a:', true],
    ['carriage returns behind a comment', `# c\r${good.replaceAll('\n', '\r')}`, '# c', true],
    ['tabs', good.replaceAll('  ', '\t'), '\t', true],
    ['a tab among spaces', good.replace('  c', '\tc'), '\t', false],
    ['no-break spaces as indentation', good.replaceAll('  ', '\u00a0\u00a0'), '\u00a0\u00a0', true],
    ['an ideographic space', good.replace('  b', '\u3000b'), '\u3000', true],
    ['a no-break space behind a colon', good.replace('b: 1', 'b:\u00a01'), '\u00a0', true],
    ['a no-break space behind a dash', good.replace('- e', '-\u00a0e'), '\u00a0', true],
    ['a wide colon', good.replace('b: ', 'b：'), '：', true],
    ['a wide colon behind the key of an entry', good.replace('e: ', 'e ： '), ' ： ', true],
    ['wide colons', good.replace(/: ?/g, '：'), '：', true],
  ])('%s', (_what, text, shown, safe) => {
    const { diagnostics, value } = parseYaml(text);
    const [diagnostic] = diagnostics as [Diagnostic];
    expect(value).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(text.slice(diagnostic.range?.start.offset, diagnostic.range?.end.offset)).toBe(shown);
    expect(diagnostic.fix?.safe).toBe(safe);
    const mended = fixed(text, diagnostic);
    expect(parseYaml(mended).value).toEqual(parseYaml(good).value);
  });

  it('a fence within prose, which is left to the author', () => {
    const { diagnostics } = parseYaml(`Here it is:\n\n\`\`\`yaml\n${good}\`\`\`\n\nEnjoy: or not.\n`);
    expect(diagnostics.map(({ message, hint, fix }) => [message, hint, fix])).toEqual([
      ['this is a fence of Markdown, not YAML', 'keep what stands between the fences, and nothing else', undefined],
    ]);
  });

  it('with no fix where that would leave something else that is wrong', () => {
    const { diagnostics } = parseYaml(`\`\`\`\n${good}\`\`\`\n`.replace('b: 1', 'b: @1'));
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.fix).toBeUndefined();
  });

  it('not by what stands in a text below |, where every character may stand', () => {
    for (const inside of ['    \tall:', '    \u00a0all:', '    all：', '    ~~~']) {
      const { diagnostics } = parseYaml(`a: |\n${inside}\nb: @c\n`);
      expect(diagnostics.map(({ message, range }) => [message, range?.start.line])).toEqual([
        ['a text cannot begin with @ unless it is in quotes', 3],
      ]);
    }
  });

  it('not by a wide colon far from what the parser complains of', () => {
    const text = `a: so\n  note： so\n${'# c\n'.repeat(9)}b: @c\n`;
    expect(wholeProblem(text, text.indexOf('@'), () => false)).toBeUndefined();
    expect(parseYaml(text).diagnostics.map(({ range }) => range?.start.line)).toEqual([12]);
  });
});

describe('in time', () => {
  it.each([
    ['fences', '```\n'.repeat(200_000)],
    ['carriage returns', 'a: b\r'.repeat(150_000)],
    ['tabs', '\ta: b\n'.repeat(100_000)],
    ['wide colons', `a: b\n${'a：b\n'.repeat(200_000)}`],
    ['no-break spaces', `a:\n${'\u00a0b: @c\n'.repeat(90_000)}`],
    ['keys twice', `- a: 1\n${'  b: 1\n  a: 1\n'.repeat(40_000)}`],
  ])('many %s are refused', (_what, text) => {
    expect(parseYaml(text).value).toBeUndefined();
  });
});
