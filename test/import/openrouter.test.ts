import { describe, expect, test } from 'vitest';
import { validateSource } from '../../src/author/validate.js';
import { draftText } from '../../src/import/draft-text.js';
import { openrouter } from '../../src/import/openrouter.js';
import { expectReadsBack, saidOf, valuesOf } from './read-back.js';

const record = {
  id: 'town/desk-1',
  canonical_slug: 'town/desk-1-20260101',
  name: 'Town: Desk 1',
  created: 1767225600,
  description: 'Answers questions about **opening hours**, in six languages. It was trained on notices.\n\nMore of it.',
  context_length: 131072,
  architecture: {
    modality: 'text+image->text',
    input_modalities: ['image', 'text', 'file'],
    output_modalities: ['text'],
    tokenizer: 'Other',
    instruct_type: null,
  },
  pricing: { prompt: '0.0000011', completion: '0.0000044', image: '0', request: '0' },
  top_provider: { context_length: 131072, max_completion_tokens: 4096, is_moderated: true },
  per_request_limits: null,
  supported_parameters: ['max_tokens', 'structured_outputs', 'tools'],
  knowledge_cutoff: '2025-06-30',
  expiration_date: null,
};

function read(value: unknown, chosen?: string) {
  return openrouter.read([{ file: 'models.json', text: JSON.stringify(value) }], chosen);
}

const priced = (pricing: unknown) => read({ ...record, pricing });

test('a record as a draft', () => {
  const draft = read(record);
  expect(valuesOf(draft)).toEqual({
    '/artifact/id': 'openrouter-town-desk-1',
    '/artifact/slug': 'town-desk-1',
    '/artifact/name': 'Town: Desk 1',
    '/artifact/type': 'model',
    '/artifact/url': 'https://openrouter.ai/models/town~desk-1',
    '?/artifact/categories': ['llm-apis'],
    '/artifact/tags': ['town', 'api-access', 'text', 'image', 'file'],
    '/artifact/pricing/model': 'paid',
    '/artifact/pricing/starting_price': '$1.10e-6 per prompt token',
    '?/capabilities/0/name': 'text from text, image, file',
    '?/capabilities/0/description':
      'Answers questions about opening hours, in six languages. It was trained on notices.',
    '/capabilities/0/limitations': [
      'Prompt and answer together have at most 131,072 tokens',
      'An answer has at most 4,096 tokens',
      'It knows nothing of what happened after 2025-06-30',
      'Requests are moderated before they are answered',
    ],
    '?/capabilities/0/requires': ['OpenRouter API key', 'Network access to openrouter.ai'],
    '/capabilities/0/input_types': ['text', 'image', 'file'],
    '/capabilities/0/output_types': ['text', 'structured text (JSON by a schema)', 'tool calls'],
    '?/capabilities/0/categories': ['text-generation-language'],
  });
  expect(draft.diagnostics).toEqual([]);
  expectReadsBack(draft);
});

test('a record that says little gives a draft with little in it', () => {
  const draft = read({ id: 'town/desk-1', pricing: {} });
  expect(Object.keys(valuesOf(draft))).toEqual([
    ...['/artifact/id', '/artifact/slug', '/artifact/type', '/artifact/url', '/artifact/tags'],
    '?/capabilities/0/requires',
  ]);
  expectReadsBack(draft);
});

describe('prices', () => {
  test.each(['-1', -1, '-1.0', '-0.000001', '-1e0'])('%j is no price, but one that varies', (prompt) => {
    const draft = priced({ prompt, completion: '-1' });
    expect(draft.artifact.pricing?.model?.value).toBe('usage');
    expect(draft.artifact.pricing?.starting_price).toBeUndefined();
    expect(draft.artifact.type?.guess).toContain('varies');
    expect(saidOf(draft)).toEqual([
      'warning import/left-out the price of a prompt token is negative, which stands for one that varies',
    ]);
    expect(draft.diagnostics[0]?.pointer).toBe('/pricing/prompt');
    expect(draft.diagnostics[0]?.range).toBeDefined();
    expect(draftText(draft)).not.toContain('$');
    expectReadsBack(draft);
  });

  test.each([
    ['0.00000015', '$1.50e-7 per prompt token'],
    [0.0000025, '$2.50e-6 per prompt token'],
    ['1e-7', '$1.00e-7 per prompt token'],
    ['2', '$2.00e+0 per prompt token'],
  ])('%j is %s', (prompt, price) => {
    expect(priced({ prompt, completion: '1' }).artifact.pricing?.starting_price?.value).toBe(price);
  });

  test('nothing for everything is free', () => {
    const { artifact } = priced({ prompt: '0', completion: '0', image: '0' });
    expect(artifact.pricing?.model?.value).toBe('free');
    expect(artifact.pricing?.starting_price).toBeUndefined();
  });

  test('nothing for a prompt, but something for the rest, is not', () => {
    const draft = priced({ prompt: '0', completion: '0', image: '0.04' });
    expect(draft.artifact.pricing?.model).toMatchObject({ value: 'paid', guess: 'something is asked for image' });
    expect(saidOf(draft)).toHaveLength(1);
    expectReadsBack(draft);
  });

  test.each(['', 'soon', '0x10', 'Infinity', 'NaN', '1e999', '1,5', true, ['1'], { a: 1 }])('%j is none', (prompt) => {
    const draft = priced({ prompt, completion: '1' });
    expect(draft.artifact.pricing).toBeUndefined();
    expect(saidOf(draft)).toEqual(['warning import/left-out the price of a prompt token is no decimal number']);
  });
});

test.each([
  ['text+image->text', ['llm-apis']],
  ['text->text+image', ['llm-apis']],
  ['text->image', ['image-generation']],
  ['text->audio', ['voice-audio']],
  ['text->embeddings', undefined],
])('%s is filed under %j, and no rule objects', (modality, categories) => {
  const draft = read({ ...record, architecture: { modality } });
  expect(draft.artifact.categories?.value).toEqual(categories);
  const { diagnostics } = validateSource(draftText(draft), { profile: 'strict' });
  expect(diagnostics.map(({ ruleId }) => ruleId)).not.toContain('artifact/category-at-odds');
});

describe('a list', () => {
  const list = { data: [record, { ...record, id: 'town/desk-2' }, { id: 3 }, 'x'] };

  test('with the id of one', () => {
    expect(read(list, 'town/desk-2').artifact.slug?.value).toBe('town-desk-2');
    expect(read(list.data, 'town/desk-2').artifact.slug?.value).toBe('town-desk-2');
    expect(read({ data: record }).artifact.slug?.value).toBe('town-desk-1');
  });

  test('a note has its place in it', () => {
    const text = JSON.stringify({ data: [record, { ...record, id: 'a/b', pricing: { prompt: '-1' } }] });
    const [note] = openrouter.read([{ file: 'models.json', text }], 'a/b').diagnostics;
    expect(note?.pointer).toBe('/data/1/pricing/prompt');
    expect(note?.range?.start.offset).toBe(text.indexOf('"-1"'));
  });

  test.each([
    [list, undefined, 'it has 2 models'],
    [list, 'town/desk-3', 'it has no model "town/desk-3"'],
    [{ data: [] }, undefined, 'it has no record with an id'],
    [{}, undefined, 'it has no record with an id'],
    [null, undefined, 'it has no record with an id'],
  ])('%# is refused', (value, chosen, message) => {
    expect(() => read(value, chosen)).toThrow(
      expect.objectContaining({
        code: 'ERR_INVALID_IMPORT',
        message: `models.json cannot be read as a record of the OpenRouter models API: ${message}`,
        diagnostics: [expect.objectContaining({ ruleId: 'import/unreadable' })],
      }),
    );
  });

  test('the nearest id is named', () => {
    expect(() => read(list, 'town/dekc-2')).toThrow(expect.objectContaining({ hint: 'did you mean "town/desk-2"?' }));
  });
});

test('is told from other files', () => {
  const known = (value: unknown): boolean => openrouter.recognises({ file: 'a.json', text: JSON.stringify(value) });
  expect(known(record)).toBe(true);
  expect(known({ data: [record] })).toBe(true);
  expect(known({ data: [] })).toBe(false);
  expect(known({ id: 'town/desk', tags: [], modelId: 'town/desk' })).toBe(false);
  expect(known([1])).toBe(false);
  expect(openrouter.recognises({ file: 'a.json', text: '[' })).toBe(false);
});
