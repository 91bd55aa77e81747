import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../src/author/source.js';
import { PassportError } from '../../src/errors.js';
import { a2a } from '../../src/import/a2a.js';
import { cyclonedx } from '../../src/import/cyclonedx.js';
import type { Draft } from '../../src/import/draft.js';
import { draftText } from '../../src/import/draft-text.js';
import { huggingface } from '../../src/import/huggingface.js';
import type { Importer } from '../../src/import/importer.js';
import { openrouter } from '../../src/import/openrouter.js';
import { passport } from '../../src/import/passport.js';
import { expectReadsBack } from './read-back.js';

const kinds: Readonly<Record<string, Importer>> = { a2a, cyclonedx, huggingface, openrouter, passport };

/** Texts as others may have written them: YAML, Markdown, comments and ends of lines among them. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          'a',
          'word',
          '-',
          '#',
          ': ',
          ' # x',
          '"',
          "'",
          '\n',
          '\r\n',
          '\t',
          '  ',
          'null',
          '1.10',
          'é',
          '{',
          '|',
          '---',
        ],
        ...['*a', '&a', '!!js', '<script>', '](', '\u202e', '\u0000', '\u2028', '[0123abcd]', 'guess from a: b'],
      ),
      { minLength: 1, maxLength: 30 },
    )
    .map((parts) => parts.join(' ')),
);
const anything = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 1, arbitrary: fc.constantFrom(null, true, 0, -1, 1e300, [], {}, [null], ['', ' '], [[]]) },
  { weight: 3, arbitrary: fc.array(text, { maxLength: 4 }) },
);
const maybe = (keys: readonly string[]) =>
  fc.record(Object.fromEntries(keys.map((key) => [key, anything])), { requiredKeys: [] });

const modality = fc.array(fc.constantFrom('text', 'image', 'audio', '->', '+', ' '), { maxLength: 6 });
const records = fc
  .tuple(
    maybe(['name', 'description', 'context_length', 'supported_parameters', 'knowledge_cutoff', 'expiration_date']),
    fc.stringMatching(/^[a-z~:.]{1,8}\/[\w :~.]{1,12}$/),
    fc.record({ prompt: fc.oneof(anything, fc.double().map(String), fc.double()), image: anything }),
    modality,
    anything,
  )
  .map(([rest, id, pricing, parts, architecture]) => ({
    ...rest,
    ...{ id, pricing },
    architecture: parts.length > 3 ? { modality: parts.join(''), input_modalities: architecture } : architecture,
  }));

const cards = fc
  .tuple(
    maybe([
      'description',
      'version',
      'defaultInputModes',
      'defaultOutputModes',
      'capabilities',
      'security',
      'authentication',
    ]),
    text.filter((name) => name.trim() !== ''),
    fc.array(
      fc.oneof(
        maybe(['id', 'name', 'description', 'tags', 'examples', 'inputModes', 'securityRequirements']),
        anything,
      ),
      {
        maxLength: 3,
      },
    ),
    fc.dictionary(
      text.filter((name) => name !== '__proto__'),
      fc.oneof(anything, maybe(['type', 'in', 'name', 'scheme'])),
    ),
    anything,
  )
  .map(([rest, name, list, securitySchemes, url]) => ({
    ...rest,
    ...{ name, securitySchemes, supportedInterfaces: [{ url }, url] },
    // Each has an id of its own, as the format asks for.
    skills: list.map((skill, index) =>
      typeof skill === 'object' && skill !== null && !Array.isArray(skill) ? { ...skill, id: `s${index}` } : skill,
    ),
  }));

const bills = fc
  .tuple(
    maybe(['group', 'version', 'description', 'purl', 'licenses', 'tags', 'externalReferences', 'components']),
    text.filter((name) => name.trim() !== ''),
    maybe(['task', 'inputs', 'outputs']),
    maybe([
      'users',
      'useCases',
      'technicalLimitations',
      'performanceTradeoffs',
      'ethicalConsiderations',
      'fairnessAssessments',
    ]),
    fc.array(maybe(['name', 'mitigationStrategy', 'groupAtRisk', 'harms', 'format', 'type', 'url', 'license']), {
      maxLength: 3,
    }),
  )
  .map(([rest, name, modelParameters, considerations, list]) => ({
    bomFormat: 'CycloneDX',
    components: [
      {
        ...{ type: 'machine-learning-model', externalReferences: list, licenses: list, ...rest, name },
        modelCard: {
          modelParameters: { inputs: list, ...modelParameters },
          considerations: { ethicalConsiderations: list, fairnessAssessments: list, ...considerations },
        },
      },
    ],
  }));

const frontMatter = maybe([
  ...['license', 'license_name', 'pipeline_tag', 'tags', 'library_name', 'language', 'base_model', 'datasets', 'title'],
  ...['task_categories', 'size_categories', 'pretty_name', 'sdk', 'hf_oauth', 'short_description', 'model-index'],
]);
const markdown = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        '',
        '# ',
        '## Limitations\n',
        '### Direct Use\n',
        '## Out-of-Scope Use\n',
        '- ',
        '```\n',
        '> ',
        '|',
      ),
      text,
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.map(([before, words]) => before + words).join('\n\n'));

function draftOf(importer: Importer, given: string, file = 'Town/Desk/file'): Draft | undefined {
  try {
    return importer.read([{ file, text: given }]);
  } catch (error) {
    // Anything else is a mistake of ours.
    if (!(error instanceof PassportError) || error.code !== 'ERR_INVALID_IMPORT') throw error;
    expect(error.diagnostics.length).toBeGreaterThan(0);
    return undefined;
  }
}

describe('whatever stands in a file comes out as it stands there', () => {
  const check = (importer: Importer, given: string): void => {
    const draft = draftOf(importer, given);
    if (draft === undefined) throw new Error('refused');
    expectReadsBack(draft);
    expect(draftText(draft)).not.toMatch(/\$-/);
  };
  test.each([
    ['openrouter', openrouter, records],
    ['a2a', a2a, cards],
    ['cyclonedx', cyclonedx, bills],
  ] as const)('%s', (_, importer, values: fc.Arbitrary<unknown>) => {
    fc.assert(
      fc.property(values, (value) => check(importer, JSON.stringify(value))),
      { numRuns: 120 },
    );
  });

  test('huggingface', () => {
    // JSON is YAML as well, so that whatever the texts are the front matter is.
    const card = fc
      .tuple(frontMatter, markdown)
      .map(([data, body]) => `---\n${JSON.stringify({ a: 1, ...data })}\n---\n${body}`);
    fc.assert(
      fc.property(card, (given) => check(huggingface, given)),
      { numRuns: 120 },
    );
  });
});

describe('bytes that mean nothing', () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    '---\n',
    '\n',
    '# ',
    '- ',
    '"@version"',
    '"unfragile"',
    '1',
    '\u0000',
  ];
  const noise = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 40 })
    .map((parts) => parts.join(''));

  test.each(Object.keys(kinds))('%s reads them or refuses them', (kind) => {
    const importer = kinds[kind] as Importer;
    fc.assert(
      fc.property(noise, (given) => {
        expect(typeof importer.recognises({ file: 'x', text: given })).toBe('boolean');
        draftOf(importer, given);
        draftOf(importer, `---\nlicense: mit\n---\n${given}`);
      }),
      { numRuns: 150 },
    );
  });

  test.each(Object.keys(kinds))('%s is done with long ones soon', (kind) => {
    const importer = kinds[kind] as Importer;
    const long = 300_000;
    for (const given of [
      ...['[', '{"a":', '"', '---\n', '- ', '# ', '<', '](', '|', ' '].map((piece) =>
        piece.repeat(long / piece.length),
      ),
      `---\nlicense: mit\n---\n${'# Limitations\n- x\n'.repeat(50_000)}`,
      `---\nlicense: mit\na${' '.repeat(long)}\n---\n`,
      `---\nlicense: mit\n---\n${'pip install a '.repeat(50_000)}`,
      '['.repeat(5_000_000),
    ]) {
      importer.recognises({ file: 'x', text: given });
      draftOf(importer, given);
      draftOf(importer, `---\nlicense: mit\n---\n${given}`);
      // What takes time by the square of a text's length would not be done before the test is given up.
    }
  });
});

test('nothing that a file says is run or read: drafts are made of its text alone', () => {
  const given = '---\nlicense: mit\ntags: ["${process.env.HOME}", "`id`", "$(id)", "!include /etc/passwd"]\n---\n';
  const draft = draftOf(huggingface, given);
  expect(draft?.artifact.tags?.value.slice(0, 4)).toEqual([
    '${process.env.HOME}',
    '`id`',
    '$(id)',
    '!include /etc/passwd',
  ]);
  expect(readSource(draftText(draft as Draft)).value).toMatchObject({
    artifact: { pricing: { model: 'open_source' } },
  });
});
