import type { Source } from '../src/passport/types.generated.js';

type Artifact = Source['artifact'];
type SourceCapability = Source['capabilities'][number];

/** A capability with nothing in its lists but a category. */
export function capability(part: Partial<SourceCapability> = {}): SourceCapability {
  return {
    name: 'toast bread',
    description: 'Toasts a slice of bread until it is brown.',
    intents: [],
    best_for: [],
    limitations: [],
    requires: [],
    input_types: [],
    output_types: [],
    categories: ['automation-workflow'],
    ...part,
  };
}

/** A valid source of an artifact that does not exist. */
export function sourceValue(
  part: { readonly artifact?: Partial<Artifact>; readonly capabilities?: readonly SourceCapability[] } = {},
): Source {
  return {
    artifact: {
      slug: 'toaster',
      name: 'Toaster',
      type: 'app',
      url: 'https://toaster.example/',
      categories: ['automation'],
      pricing: { model: 'free' },
      ...part.artifact,
    },
    capabilities: [...(part.capabilities ?? [capability()])],
  };
}
