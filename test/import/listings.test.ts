import { expect, test } from 'vitest';
import { huggingface } from '../../src/import/huggingface.js';
import { githubName, huggingFaceName, npmName, openRouterName, slugFromName } from '../../src/import/listing-names.js';
import { openrouter } from '../../src/import/openrouter.js';
import { describeWithCorpus, hasCorpus, readCorpus } from '../corpus.js';
import { expectReadsBack } from './read-back.js';

interface Listed {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly type: string;
  readonly url: string;
  readonly tags: string[];
  readonly pricing: { readonly model: string; readonly starting_price: string | null };
}

describeWithCorpus('names as real listings have them', () => {
  const listed: readonly Listed[] = !hasCorpus
    ? []
    : [
        ...(JSON.parse(readCorpus('corpus', 'listings.json')) as Array<{ artifact: Listed }>).map(
          ({ artifact }) => artifact,
        ),
        (JSON.parse(readCorpus('corpus', 'seed', 'passport.json')) as { passport: { unfragile: { artifact: Listed } } })
          .passport.unfragile.artifact,
      ];
  const withPrefix = (prefix: string): Listed[] => listed.filter(({ id }) => id.startsWith(prefix));

  // What goes in is the model's id, which is read out of the address, so the address proves nothing but the sign
  // between its parts; the price as the decimal number that the interface gives; and the modalities, out of the tags.
  test('models of OpenRouter: id, slug, tags and the form of the price', () => {
    const entries = withPrefix('openrouter-');
    expect(entries.length).toBeGreaterThanOrEqual(4);
    for (const { id, slug, name, type, url, tags, pricing } of entries) {
      const model = decodeURIComponent(url.slice(url.lastIndexOf('/') + 1)).replace('~', '/');
      const amount = Number(/^\$(\S+)/.exec(pricing.starting_price ?? '')?.[1]);
      const record = {
        id: model,
        name,
        architecture: { modality: `${tags.slice(2).join('+')}->text` },
        pricing: { prompt: amount.toFixed(12).replace(/0+$/, ''), completion: '0.000001' },
      };
      expect(record.pricing.prompt, 'a decimal number, not the form that comes out').not.toContain('e');
      const draft = openrouter.read([{ file: 'openrouter.json', text: JSON.stringify({ data: [record] }) }]);
      const { artifact } = draft;
      expect({
        ...{ id: artifact.id?.value, slug: artifact.slug?.value, name: artifact.name?.value },
        ...{ type: artifact.type?.value, url: artifact.url?.value, tags: artifact.tags?.value },
        pricing: { model: artifact.pricing?.model?.value, starting_price: artifact.pricing?.starting_price?.value },
      }).toEqual({
        ...{ id, slug, name, type, url, tags },
        pricing: { model: pricing.model, starting_price: pricing.starting_price },
      });
      expectReadsBack(draft);
    }
  });

  // What goes in is the repository's id, in its own capitals, out of the address, and the tags as they are: that they
  // are passed on proves nothing but that. Id, slug, name, type and pricing are made.
  test.each([
    ['hf-model-', 6],
    ['hf-space-', 1],
  ])('repositories of Hugging Face, %s', (prefix, least) => {
    const entries = withPrefix(prefix);
    expect(entries.length).toBeGreaterThanOrEqual(least);
    for (const { id, slug, name, type, url, tags, pricing } of entries) {
      const repository = url.replace(/^https:\/\/huggingface\.co\/(?:spaces\/)?/, '');
      const record = {
        id: repository,
        ...(prefix === 'hf-space-' ? { sdk: tags[0] } : { modelId: repository }),
        private: false,
        tags,
      };
      const draft = huggingface.read([{ file: 'record.json', text: JSON.stringify(record) }]);
      const { artifact } = draft;
      expect({
        ...{ id: artifact.id?.value, slug: artifact.slug?.value, name: artifact.name?.value },
        ...{ type: artifact.type?.value, url: artifact.url?.value, tags: artifact.tags?.value },
        ...{ pricing: artifact.pricing?.model?.value, price: artifact.pricing?.starting_price },
      }).toEqual({ ...{ id, slug, name, type, url, tags }, pricing: pricing.model, price: undefined });
      expectReadsBack(draft);
    }
  });

  test('datasets have slugs of their own there: only the address follows from the repository', () => {
    const entries = listed.filter(({ type, url }) => type === 'dataset' && url.includes('//huggingface.co/'));
    expect(entries.length).toBeGreaterThan(0);
    for (const { url } of entries) {
      const repository = url.replace('https://huggingface.co/datasets/', '');
      expect(huggingFaceName('dataset', repository).url).toBe(url);
    }
  });

  test('no listing is there to hold the names of npm and GitHub against', () => {
    expect([...withPrefix('npm-'), ...withPrefix('github-')]).toEqual([]);
  });
});

test('names of packages, repositories and models', () => {
  expect(npmName('@Town/library-desk')).toEqual({
    id: 'npm-town-library-desk',
    slug: 'town-library-desk',
    url: 'https://www.npmjs.com/package/@Town/library-desk',
  });
  expect(githubName('Town-Library', 'Desk.js')).toEqual({
    id: 'github-town-library--desk.js',
    slug: 'town-library--desk.js',
    url: 'https://github.com/Town-Library/Desk.js',
  });
  expect(openRouterName('town/desk-1:free')).toEqual({
    id: 'openrouter-town-desk-1-free',
    slug: 'town-desk-1-free',
    url: 'https://openrouter.ai/models/town~desk-1:free',
  });
  expect(huggingFaceName('model', 'desk')).toEqual({
    id: 'hf-model-desk',
    slug: 'desk',
    url: 'https://huggingface.co/desk',
  });
  expect(huggingFaceName('dataset', 'Town/Desk')).toEqual({
    slug: 'town--desk',
    url: 'https://huggingface.co/datasets/Town/Desk',
  });
  expect(slugFromName('  Büro & Werk No. 5! ')).toBe('buro-werk-no-5');
  expect(slugFromName('図書館')).toBe('');
});
