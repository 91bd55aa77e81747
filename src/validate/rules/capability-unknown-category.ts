import { unknownCategories } from '../category.js';
import type { SourceRule } from './source-rule.js';

export const capabilityUnknownCategory: SourceRule = {
  id: 'capability/unknown-category',
  check({ capabilities }, { registry }) {
    const { categories } = registry;
    const written = capabilities.flatMap((capability) => capability.categories ?? []);
    return unknownCategories(written, categories.capability, categories.artifact, 'artifacts');
  },
};
