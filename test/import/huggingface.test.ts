import { describe, expect, test } from 'vitest';
import { validateSource } from '../../src/author/validate.js';
import { draftText } from '../../src/import/draft-text.js';
import { hubTasks } from '../../src/import/hub-tasks.js';
import { huggingface } from '../../src/import/huggingface.js';
import { unfragileAi } from '../../src/passport/unfragile-ai.js';
import { expectReadsBack, saidOf, valuesOf } from './read-back.js';

const model = `---
license: apache-2.0
library_name: transformers
pipeline_tag: text-classification
language:
  - en
  - no
base_model: Town-Library/base
datasets: [Town-Library/letters]
tags:
  - mail
model-index:
  - name: Desk
    results:
      - task: { type: text-classification }
        metrics: [{ type: accuracy, value: 0.91 }]
---

# Model Card for Desk Mail Sorter

<!-- Provide a quick summary of what the model is/does. -->

Sorts letters by **the desk** that answers them. See [the paper](https://example.org).

## Uses

### Direct Use

- Sorting a day of letters
- [More Information Needed]

### Out-of-Scope Use

Deciding about fines.

## Bias, Risks, and Limitations

The following is known:

- Letters of more than a page are cut
- Handwriting is not read

### Other languages

Letters in other languages land on the wrong desk.

### Recommendations

Users (both direct and downstream) should be made aware of the risks.

## How to Get Started with the Model

\`\`\`sh
pip install -U transformers "torch>=2.1" && python run.py
\`\`\`

## Intended uses & limitations

Something of both.
`;

function read(text: string, file = 'README.md', chosen?: string) {
  return huggingface.read([{ file, text }], chosen);
}

describe('a model card', () => {
  test('as a draft', () => {
    const draft = read(model, 'Town-Library/Desk-Mail-Sorter/README.md');
    expect(valuesOf(draft)).toEqual({
      '?/artifact/id': 'hf-model-town-library--desk-mail-sorter',
      '?/artifact/slug': 'town-library--desk-mail-sorter',
      '?/artifact/name': 'Desk-Mail-Sorter',
      '?/artifact/type': 'model',
      '?/artifact/url': 'https://huggingface.co/Town-Library/Desk-Mail-Sorter',
      '?/artifact/categories': ['data-analysis'],
      '/artifact/tags': [
        ...['transformers', 'text-classification', 'mail', 'en', 'no', 'dataset:Town-Library/letters'],
        ...['base_model:Town-Library/base', 'license:apache-2.0'],
      ],
      '?/artifact/pricing/model': 'open_source',
      '?/capabilities/0/name': 'text classification',
      '?/capabilities/0/description': 'Sorts letters by the desk that answers them. See the paper.',
      '/capabilities/0/best_for': ['Sorting a day of letters'],
      '/capabilities/0/limitations': [
        'Out of scope: Deciding about fines.',
        'Letters of more than a page are cut',
        'Handwriting is not read',
        'Letters in other languages land on the wrong desk.',
      ],
      '?/capabilities/0/requires': ['Library transformers', 'Python package torch'],
      '?/capabilities/0/input_types': ['text (en, no)'],
      '?/capabilities/0/output_types': ['labels with scores'],
      '?/capabilities/0/categories': ['data-processing-analysis'],
    });
    expect(draft.facts.map(({ name, found }) => [name, found.value])).toEqual([['license', 'apache-2.0']]);
    expect(saidOf(draft)).toEqual([
      'warning import/left-out the section "Intended uses & limitations" says in one what it is good for and what not',
      'warning import/left-out measured results (model-index) have no place of their own in a source',
    ]);
    expectReadsBack(draft);
  });

  test('does not say which repository it is of', () => {
    const draft = read(model);
    expect(draft.artifact.slug).toBeUndefined();
    expect(draft.artifact.url).toBeUndefined();
    expect(draft.artifact.name).toMatchObject({ value: 'Desk Mail Sorter', guess: 'it is the first heading' });
    expect(saidOf(draft)[0]).toContain('a card does not say which repository it is of');
    expectReadsBack(draft);
  });

  test('with the id given', () => {
    const { artifact } = read(model, 'a/b/README.md', 'Town/Desk');
    expect(artifact.slug).toMatchObject({ value: 'town--desk', guess: undefined });
    expect(() => read(model, 'README.md', '../x')).toThrow(expect.objectContaining({ code: 'ERR_INVALID_IMPORT' }));
  });

  test.each([
    ['datasets/Town/Letters/README.md', 'https://huggingface.co/datasets/Town/Letters'],
    ['hub/spaces/Town/Desk/README.md', 'https://huggingface.co/spaces/Town/Desk'],
    ['models--Town--Desk/snapshots/0123abc/README.md', 'https://huggingface.co/Town/Desk'],
    ['../README.md', undefined],
    ['Town/../README.md', undefined],
  ])('in the folders of %s', (file, url) => {
    expect(read(model, file).artifact.url?.value).toBe(url);
  });

  test('with the record of the hub beside it', () => {
    const record = {
      ...{ id: 'Town/Desk', modelId: 'Town/Desk', private: true, gated: 'manual', disabled: true },
      ...{ tags: Array.from({ length: 25 }, (_, index) => `tag-${index}`), pipeline_tag: 'fill-mask' },
    };
    const draft = huggingface.read([
      { file: 'README.md', text: model },
      { file: 'other.json', text: '{"id": 1}' },
      { file: 'desk.json', text: JSON.stringify(record) },
    ]);
    expect(draft.artifact.url).toEqual({
      value: 'https://huggingface.co/Town/Desk',
      origin: { file: 'desk.json', place: 'id as url' },
      guess: undefined,
    });
    expect(draft.artifact.tags?.value).toHaveLength(20);
    expect(draft.artifact.status?.value).toBe('inactive');
    expect(draft.capabilities[0]?.name?.value).toBe('text classification');
    expect(draft.capabilities[0]?.requires?.value[0]).toContain('Hugging Face account');
    expect(saidOf(draft).join('\n')).toMatch(/the repository is private[^]*of 25 tags the first 20/);
    expectReadsBack(draft);
    // The other way round it is the same.
    const turned = huggingface.read([
      { file: 'desk.json', text: JSON.stringify(record) },
      { file: 'README.md', text: model },
    ]);
    expect(turned).toEqual(draft);
  });
});

test('a dataset card', () => {
  const text = `---
pretty_name: Letters to the Desk
license: cc-by-nc-4.0
language: [en]
task_categories: [text-classification]
size_categories: ["1K<n<10K"]
---
## Dataset Description

Four thousand letters, each with the desk that answered it.

### Social Impact and Biases

Most letters are complaints.
`;
  const draft = read(text, 'datasets/Town/Letters/README.md');
  expect(valuesOf(draft)).toEqual({
    '?/artifact/slug': 'town--letters',
    '/artifact/name': 'Letters to the Desk',
    '?/artifact/type': 'dataset',
    '?/artifact/url': 'https://huggingface.co/datasets/Town/Letters',
    '?/artifact/categories': ['model-training'],
    '/artifact/tags': [
      ...['task_categories:text-classification', 'language:en', 'size_categories:1K<n<10K', 'license:cc-by-nc-4.0'],
    ],
    '?/artifact/pricing/model': 'free',
    '?/capabilities/0/description': 'Four thousand letters, each with the desk that answered it.',
    '?/capabilities/0/best_for': ['Training or testing models for text classification'],
    '/capabilities/0/limitations': ['Most letters are complaints.'],
  });
  expectReadsBack(draft);
});

test('a card of a space', () => {
  const text = `---
title: Desk
emoji: 📚
sdk: gradio
sdk_version: 5.10
hf_oauth: true
short_description: Ask the desk of a town library
---

Check out the configuration reference at https://huggingface.co/docs/hub/spaces-config-reference
`;
  const draft = read(text, 'spaces/Town/Desk/README.md');
  expect(valuesOf(draft)).toEqual({
    '?/artifact/id': 'hf-space-town--desk',
    '?/artifact/slug': 'town--desk',
    '/artifact/name': 'Desk',
    '?/artifact/type': 'webapp',
    '?/artifact/url': 'https://huggingface.co/spaces/Town/Desk',
    '/artifact/tags': ['gradio'],
    '?/artifact/pricing/model': 'free',
    '?/capabilities/0/description': 'Ask the desk of a town library',
    '/capabilities/0/requires': ['Hugging Face account, to log in with'],
  });
  expectReadsBack(draft);
});

test.each([
  ['license: mit', 'open_source', 'mit'],
  ['license: [mit, apache-2.0]', 'open_source', 'mit OR apache-2.0'],
  ['license: cc-by-nc-4.0', 'free', 'cc-by-nc-4.0'],
  ['license: openrail', 'free', 'openrail'],
  ['license: bsl', 'free', 'bsl'],
  ['license: other\nlicense_name: desk-licence', 'free', 'desk-licence'],
  ['tags: [a]', 'open_source', undefined],
])('%j is paid for as %s', (line, pricing, licence) => {
  const draft = read(`---\nlibrary_name: x\n${line}\n---\n`);
  expect(draft.artifact.pricing?.model?.value).toBe(pricing);
  expect(draft.artifact.pricing?.model?.guess).toBeDefined();
  expect(draft.facts[0]?.found.value).toBe(licence);
});

describe('tasks', () => {
  test('are filed where the registry has a category, and where no rule objects', () => {
    expect(hubTasks.size).toBeGreaterThan(40);
    for (const [task, { category, capability }] of hubTasks) {
      if (category !== undefined) expect(unfragileAi.categories.artifact).toContain(category);
      if (capability !== undefined) expect(unfragileAi.categories.capability).toContain(capability);
      const draft = read(`---\npipeline_tag: ${task}\n---\n`, 'Town/Desk/README.md');
      const { diagnostics } = validateSource(draftText(draft), { profile: 'strict' });
      expect(
        diagnostics.map(({ ruleId }) => ruleId),
        task,
      ).not.toContain('artifact/category-at-odds');
    }
  });

  test('what answers in text never makes pictures', () => {
    for (const [task, { outputs, category }] of hubTasks) {
      if (category === 'image-generation') expect(outputs.join(), task).toMatch(/^(?:image|video|3D mesh)$/);
    }
  });

  test('an unknown one is a name, and no more', () => {
    const draft = read('---\npipeline_tag: bread-toasting\n---\n');
    expect(draft.artifact.categories).toBeUndefined();
    expect(draft.capabilities[0]).toMatchObject({ name: { value: 'bread toasting' }, input_types: undefined });
  });
});

describe('front matter', () => {
  const bomb = ['a: &a [x, x]', 'b: &b [*a, *a]', 'c: &c [*b, *b]'].join('\n');
  test.each([
    ['---js\nprocess.exit(1)\n---\n', 'import/unreadable', 1],
    ['---javascript\nlicense: mit\n---\n', 'import/unreadable', 1],
    ['--- json\n{}\n---\n', 'import/unreadable', 1],
    [';;;\n{}\n;;;\n', 'import/unreadable', 1],
    ['+++\na = 1\n+++\n', 'import/unreadable', 1],
    ['# Desk\n\nWords.\n', 'import/unreadable', 1],
    ['', 'import/unreadable', 1],
    ['---\nlicense: mit\n', 'import/unreadable', 1],
    ['---\n---\n', 'import/unreadable', 1],
    ['---\n- a\n- b\n---\n', 'import/unreadable', 1],
    [`---\n${bomb}\n---\n`, 'yaml/anchor', 2],
    ['---\nlicense: !!js/function "x"\n---\n', 'yaml/tag', 2],
    ['---\nlicense: mit\nlicense: mit\n---\n', 'yaml/duplicate-key', 3],
    ['---\n%YAML 1.1\n---\n', 'yaml/directive', 2],
    ['---\n__proto__: { a: 1 }\n---\n', 'yaml/prototype-key', 2],
    ['---\r\nlicense: mit\r\n  x: [\r\n---\r\n', 'yaml/', 3],
    [`---\na: ${'['.repeat(5_000_000)}\n---\n`, 'import/unreadable', 1],
    [`---\na: ${'['.repeat(500_000)}\n---\n`, 'yaml/', 2],
    [`---\na: ${'x'.repeat(2_000_000)}\n---\n`, 'yaml/too-large', 2],
    [`---\n${'- '.repeat(500_000)}\n---\n`, 'yaml/', 2],
  ])('%# is refused, with its place', (text, rule, line) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({
        code: 'ERR_INVALID_IMPORT',
        diagnostics: expect.arrayContaining([
          expect.objectContaining({ ruleId: expect.stringContaining(rule) }),
        ]) as unknown,
      }),
    );
    try {
      read(text);
    } catch (error) {
      const [first] = (error as { diagnostics: Array<{ range?: { start: { line: number } }; file?: string }> })
        .diagnostics;
      expect(first?.file).toBe('README.md');
      if (rule !== 'yaml/too-large') expect(first?.range?.start.line).toBe(line);
    }
  });

  test('places are those of the file', () => {
    const text = '\ufeff---  \r\nlicense: mit\r\ntags: [*a]\r\n---\r\n';
    try {
      read(text);
      expect.unreachable();
    } catch (error) {
      const [first] = (error as { diagnostics: Array<{ range?: { start: { offset: number; column: number } } }> })
        .diagnostics;
      expect(first?.range?.start.offset).toBe(text.indexOf('*a'));
      expect(first?.range?.start.column).toBe(8);
    }
  });

  test('what is of no use is passed over where it cannot be read strictly', () => {
    const text = (value: string, key = 'dataset_info') =>
      `---\nlicense: mit\n${key}:\n  - size: ${value}\n    a: b\n"x": 1\ntags: [desk]\n---\n`;
    for (const value of ['.nan', '0.1234567890123456789', '123456789012345678901', '1e999']) {
      const draft = read(text(value));
      expect(draft.artifact.tags?.value).toEqual(['desk', 'license:mit']);
      expect(saidOf(draft)[0]).toContain('warning import/left-out "dataset_info", "x" cannot be read strictly');
      expectReadsBack(draft);
      // What is needed is never read otherwise than it stands there.
      expect(() => read(text(value, 'license_link'))).toThrow(expect.objectContaining({ code: 'ERR_INVALID_IMPORT' }));
    }
    expect(() => read(text('&a 1'))).toThrow(expect.objectContaining({ code: 'ERR_INVALID_IMPORT' }));
  });

  test('JSON is YAML, too', () => {
    expect(read('---\n{"license": "mit", "tags": ["a"]}\n---\n').facts[0]?.found.value).toBe('mit');
  });

  test('of another kind of file is not taken for a card', () => {
    const known = (text: string): boolean => huggingface.recognises({ file: 'README.md', text });
    expect(known(model)).toBe(true);
    expect(known('---\ntitle: A page\n---\n')).toBe(false);
    expect(known('pipeline_tag: x')).toBe(false);
    expect(known('---js\npipeline_tag: x\n---\n')).toBe(false);
    expect(known('{"id": "a/b", "tags": [], "likes": 1}')).toBe(true);
    expect(known('{"id": "a/b"}')).toBe(false);
  });

  test('JSON that is no record of the hub is refused', () => {
    expect(() => read('{"id": "a/b"}', 'desk.json')).toThrow(expect.objectContaining({ code: 'ERR_INVALID_IMPORT' }));
  });
});
