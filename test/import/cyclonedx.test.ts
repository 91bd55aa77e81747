import { describe, expect, test } from 'vitest';
import { cyclonedx } from '../../src/import/cyclonedx.js';
import { expectReadsBack, saidOf, valuesOf } from './read-back.js';

const component = {
  type: 'machine-learning-model',
  'bom-ref': 'desk-model',
  group: 'town',
  name: 'desk-mail-sorter',
  version: '1.2.0',
  description: 'Sorts letters by the desk that answers them.',
  purl: 'pkg:huggingface/Town-Library/Desk-Mail-Sorter@0123abc?repository_url=https://hub.example',
  licenses: [{ license: { id: 'Apache-2.0' } }],
  tags: ['mail', 'classification'],
  externalReferences: [
    { type: 'documentation', url: 'https://docs.example.org/' },
    { type: 'vcs', url: 'git@example.org:town/desk.git' },
    { type: 'vcs', url: 'https://code.example.org/town/desk' },
  ],
  modelCard: {
    modelParameters: {
      task: 'text-classification',
      inputs: [{ format: 'string' }, { format: 'string' }],
      outputs: [{ format: 'label' }, {}],
    },
    quantitativeAnalysis: { performanceMetrics: [{ type: 'accuracy', value: '0.9' }] },
    considerations: {
      users: ['Desks of town libraries'],
      useCases: ['Sorting a day of letters'],
      technicalLimitations: ['Letters of more than a page are cut'],
      performanceTradeoffs: ['The small variant is faster and errs twice as often'],
      ethicalConsiderations: [
        { name: 'Rude letters are answered later', mitigationStrategy: 'A person reads them first' },
        { name: 'Names are kept in logs' },
        { mitigationStrategy: 'nothing is named' },
      ],
      fairnessAssessments: [{ groupAtRisk: 'Writers of other languages', harms: 'Letters land on the wrong desk' }, {}],
    },
  },
};

const bom = (...components: unknown[]) => ({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components });

function read(value: unknown, chosen?: string) {
  return cyclonedx.read([{ file: 'bom.json', text: JSON.stringify(value) }], chosen);
}

test('a model card as a draft', () => {
  const draft = read(bom({ type: 'library', name: 'numpy' }, component));
  expect(valuesOf(draft)).toEqual({
    '/artifact/id': 'hf-model-town-library--desk-mail-sorter',
    '/artifact/slug': 'town-library--desk-mail-sorter',
    '/artifact/name': 'desk-mail-sorter',
    '/artifact/type': 'model',
    '/artifact/url': 'https://huggingface.co/Town-Library/Desk-Mail-Sorter',
    '?/artifact/categories': ['data-analysis'],
    '/artifact/tags': ['mail', 'classification'],
    '?/artifact/pricing/model': 'open_source',
    '?/capabilities/0/name': 'text classification',
    '?/capabilities/0/description': 'Sorts letters by the desk that answers them.',
    '/capabilities/0/best_for': ['Desks of town libraries', 'Sorting a day of letters'],
    '/capabilities/0/limitations': [
      'Letters of more than a page are cut',
      'The small variant is faster and errs twice as often',
      'Rude letters are answered later (mitigation: A person reads them first)',
      'Names are kept in logs',
      'Writers of other languages: Letters land on the wrong desk',
    ],
    '/capabilities/0/input_types': ['string'],
    '/capabilities/0/output_types': ['label'],
    '?/capabilities/0/categories': ['data-processing-analysis'],
  });
  expect(draft.facts.map(({ name, found }) => [name, found.value])).toEqual([
    ['version', '1.2.0'],
    ['license', 'Apache-2.0'],
  ]);
  expect(saidOf(draft)).toEqual(['warning import/left-out measured results have no place of their own in a source']);
  expect(draft.diagnostics[0]?.range).toBeDefined();
  expectReadsBack(draft);
});

test('a model that is not of the hub, and a card that says little', () => {
  const draft = read(bom({ ...component, purl: 'pkg:generic/desk', tags: [], modelCard: {}, licenses: [] }));
  expect(valuesOf(draft)).toEqual({
    '?/artifact/slug': 'town--desk-mail-sorter',
    '/artifact/name': 'desk-mail-sorter',
    '/artifact/type': 'model',
    '/artifact/url': 'https://code.example.org/town/desk',
    '?/capabilities/0/description': 'Sorts letters by the desk that answers them.',
  });
  expectReadsBack(draft);
  expect(valuesOf(read(bom({ type: 'machine-learning-model', name: '図書館' })))).toEqual({
    '/artifact/name': '図書館',
    '/artifact/type': 'model',
  });
});

test.each([
  [[{ license: { id: 'MIT' } }, { license: { name: 'Our own' } }], 'MIT AND Our own', undefined],
  [[{ expression: 'MIT OR LicenseRef-own' }], 'MIT OR LicenseRef-own', 'open_source'],
  [[{ license: { id: 'CC-BY-NC-4.0' } }], 'CC-BY-NC-4.0', undefined],
  [[{}, null], undefined, undefined],
])('licences %j', (licenses, fact, pricing) => {
  const draft = read(bom({ ...component, licenses }));
  expect(draft.facts.find(({ name }) => name === 'license')?.found.value).toBe(fact);
  // Under another licence it may well have a price.
  expect(draft.artifact.pricing?.model?.value).toBe(pricing);
});

test.each([
  ['pkg:huggingface/distilbert-base-uncased@043235', 'distilbert-base-uncased'],
  ['pkg:huggingface/town%2Fdesk@1', 'town--desk'],
  ['pkg:huggingface/..%2Fdesk@1', 'town--desk-mail-sorter'],
  ['pkg:huggingface/a/b/c', 'town--desk-mail-sorter'],
  ['pkg:huggingface/%E0%A4%A', 'town--desk-mail-sorter'],
])('the package URL %s', (purl, slug) => {
  expect(read(bom({ ...component, purl })).artifact.slug?.value).toBe(slug);
});

describe('which model', () => {
  const other = { ...component, 'bom-ref': 'other', name: 'other', purl: undefined };

  test('the one that the bill is about, wherever others are', () => {
    expect(read({ ...bom(other), metadata: { component } }).artifact.name?.value).toBe('desk-mail-sorter');
    expect(read(bom({ type: 'application', name: 'x', components: [component] })).artifact.name?.value).toBe(
      'desk-mail-sorter',
    );
  });

  test('the one that is chosen', () => {
    expect(read(bom(component, other), 'other').artifact.name?.value).toBe('other');
    expect(read(bom(component, other), component.purl).artifact.name?.value).toBe('desk-mail-sorter');
  });

  test.each([
    [bom(component, other), undefined, 'it has 2 models'],
    [bom(component), 'desk', 'it has no model "desk"'],
    [bom({ type: 'library', name: 'numpy' }), undefined, 'it has no component of the type machine-learning-model'],
    [{ ...bom(component), bomFormat: 'SPDX' }, undefined, 'its bomFormat is not "CycloneDX"'],
    [[], undefined, 'its bomFormat is not "CycloneDX"'],
  ])('%# is refused', (value, chosen, message) => {
    expect(() => read(value, chosen)).toThrow(
      expect.objectContaining({
        code: 'ERR_INVALID_IMPORT',
        message: `bom.json cannot be read as a CycloneDX bill of materials with a model: ${message}`,
      }),
    );
  });

  test('is told from other files', () => {
    const known = (value: unknown): boolean => cyclonedx.recognises({ file: 'a', text: JSON.stringify(value) });
    expect(known(bom(component))).toBe(true);
    expect(known(bom({ type: 'library', name: 'numpy' }))).toBe(false);
    expect(known({ components: [component] })).toBe(false);
  });
});
