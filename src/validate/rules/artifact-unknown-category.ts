import { unknownCategories } from '../category.js';
import type { SourceRule } from './source-rule.js';

export const artifactUnknownCategory: SourceRule = {
  id: 'artifact/unknown-category',
  check({ artifact }, { registry }) {
    const { categories } = registry;
    return unknownCategories(artifact.categories ?? [], categories.artifact, categories.capability, 'capabilities');
  },
};
