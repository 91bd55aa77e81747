import { capabilityLists, type SourceView, type TextEntry } from './source-view.js';

/** Every text that a rule can see of a source, in no order that matters. */
export function* sourceTexts({ artifact, capabilities, failureModes }: SourceView): Generator<TextEntry> {
  const { id, slug, name, type, url, repository, status, licence, categories, tags, pricingModel, startingPrice } =
    artifact;
  yield* present([id, slug, name, type, url, repository, status, licence, pricingModel, startingPrice]);
  yield* categories ?? [];
  yield* tags ?? [];
  for (const capability of capabilities) {
    yield* present([capability.name, capability.description]);
    for (const list of capabilityLists) yield* capability[list] ?? [];
  }
  yield* failureModes ?? [];
}

/** What becomes a failure mode: those that a manifest declares, and the limitations of every capability. */
export function* limitationTexts({ capabilities, failureModes }: SourceView): Generator<TextEntry> {
  yield* failureModes ?? [];
  for (const { limitations } of capabilities) yield* limitations ?? [];
}

function present(texts: ReadonlyArray<TextEntry | undefined>): TextEntry[] {
  return texts.filter((text) => text !== undefined);
}
