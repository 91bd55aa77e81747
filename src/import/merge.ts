import { addressPart } from '../passport/capability-uri.js';
import {
  artifactKeys,
  capabilityKeys,
  type Draft,
  type DraftArtifact,
  type DraftCapability,
  type Fact,
  type Found,
} from './draft.js';

/** A draft, and the kind of file that it is from. */
export interface KindDraft {
  readonly kind: string;
  readonly draft: Draft;
}

/**
 * Whom to believe where two files differ, the most first. A passport was written to be one; then come files that
 * describe the artifact to whoever will use it, then those that describe a package to whoever installs it, and last
 * what only surrounds the artifact. Within a kind the file named first.
 */
export const orderOfTrust: readonly string[] = [
  'passport',
  ...['mcp', 'mcpb', 'a2a', 'huggingface', 'openrouter', 'cyclonedx'],
  ...['npm', 'pyproject', 'dockerfile'],
  'git',
];

/**
 * Several drafts as one. What stands in a file goes before what was concluded from any; then the order of trust decides.
 * Capabilities are those of one kind, the one that knows them best, since two files name the same ability in two ways;
 * what that one leaves open is taken from those of the same name.
 */
export function mergeDrafts(drafts: readonly KindDraft[]): Draft {
  const trusted = drafts.toSorted((a, b) => rankOf(a.kind) - rankOf(b.kind)).map(({ draft }) => draft);
  const observations = trusted.find((draft) => draft.observations)?.observations;
  return {
    artifact: mergeArtifacts(trusted.map(({ artifact }) => artifact)),
    capabilities: mergeCapabilities(trusted),
    facts: mergeFacts(trusted),
    ...(observations && { observations }),
    diagnostics: drafts.flatMap(({ draft }) => draft.diagnostics),
  };
}

/** A kind that nobody has ranked is believed least. */
function rankOf(kind: string): number {
  const rank = orderOfTrust.indexOf(kind);
  return rank === -1 ? orderOfTrust.length : rank;
}

function mergeArtifacts(artifacts: readonly DraftArtifact[]): DraftArtifact {
  const merged: Record<string, unknown> = {};
  for (const key of artifactKeys) {
    if (key === 'id' || key === 'pricing') continue;
    const found = best(artifacts.map((artifact) => artifact[key] as Found<unknown> | undefined));
    if (found) merged[key] = found;
  }
  // An id is made of the slug: that of another file would not fit.
  const named = artifacts.find(({ slug }) => slug !== undefined && slug === merged.slug);
  if (named?.id) merged.id = named.id;
  // A price is a price of its model.
  const model = best(artifacts.map(({ pricing }) => pricing?.model));
  const priced = artifacts.find(({ pricing }) => (model ? pricing?.model === model : pricing?.starting_price));
  if (priced) merged.pricing = priced.pricing;
  return merged;
}

/** The first that stands in a file, else the first that was concluded. */
function best<T>(candidates: ReadonlyArray<Found<T> | undefined>): Found<T> | undefined {
  const found = candidates.filter((one) => one !== undefined);
  return found.find(({ guess }) => guess === undefined) ?? found[0];
}

function mergeCapabilities(trusted: readonly Draft[]): DraftCapability[] {
  const lists = trusted.map(({ capabilities }) => capabilities).filter((list) => list.length > 0);
  // What has no name is the artifact as a whole, which is no ability.
  const chosen = lists.find((list) => list.every(({ name }) => name)) ?? lists[0] ?? [];
  const others = new Map<string | undefined, DraftCapability[]>();
  for (const other of lists.filter((list) => list !== chosen).flat()) {
    const key = keyOf(other);
    others.set(key, [...(others.get(key) ?? []), other]);
  }
  const merged = new Map<string | number, DraftCapability>();
  for (const [index, capability] of chosen.entries()) {
    const key = keyOf(capability);
    const twin = key === undefined ? undefined : merged.get(key);
    const isOne = key !== undefined || chosen.length === 1;
    const same = twin ? [capability] : isOne ? (others.get(key) ?? []) : [];
    merged.set(key ?? index, completed(twin ?? capability, same));
  }
  return [...merged.values()];
}

function keyOf({ name }: DraftCapability): string | undefined {
  return name && abilityKey(name.value);
}

/** The same for all names that would make one address, which two capabilities must not have. */
export function abilityKey(name: string): string {
  return addressPart(name) || name;
}

function completed(capability: DraftCapability, others: readonly DraftCapability[]): DraftCapability {
  const fields = capabilityKeys.map((key) => [
    key,
    capability[key] ?? best(others.map((other) => other[key] as Found<unknown> | undefined)),
  ]);
  return Object.fromEntries(fields.filter(([, found]) => found !== undefined)) as DraftCapability;
}

/** Each of each file once: two files may well say two versions. */
function mergeFacts(trusted: readonly Draft[]): Fact[] {
  const facts = new Map<string, Fact>();
  for (const fact of trusted.flatMap((draft) => draft.facts)) {
    const key = `${fact.name} ${fact.found.origin.file}`;
    if (!facts.has(key)) facts.set(key, fact);
  }
  return [...facts.values()];
}
