import type { Origin } from '../author/provenance-comment.js';
import type { Diagnostic } from '../diagnostic.js';
import type { JsonValue } from '../encoding/json-value.js';
import { appendPointer } from '../encoding/pointer.js';
import type { Observations, Source } from '../passport/types.generated.js';

export type { Origin };

/** A value, and where it was found. */
export interface Found<T> {
  readonly value: T;
  readonly origin: Origin;
  /** Why it may be wrong, where it was concluded and does not stand there itself: the author is to confirm it. */
  readonly guess?: string | undefined;
  /** What was found, where the author has since written something else. */
  readonly before?: T | undefined;
}

/** Of what the author has said when asked: no comment says where it is from. */
export const authored: Origin = { file: '', place: '' };

type Fields<T> = { readonly [K in keyof T]?: Found<NonNullable<T[K]>> | undefined };

type Artifact = Source['artifact'];
export type ArtifactType = Artifact['type'];
export type Pricing = Artifact['pricing'];
export type Capability = Source['capabilities'][number];

export type DraftArtifact = Fields<Omit<Artifact, 'pricing'>> & { readonly pricing?: Fields<Pricing> | undefined };
export type DraftCapability = Fields<Capability>;

/** What a source has no place for, but by which its author can see that it has become old: a version, a licence. */
export interface Fact {
  readonly name: 'version' | 'license';
  readonly found: Found<string>;
}

/** What was found of a source in other files: whatever it lacks is for the author to write. */
export interface Draft {
  readonly artifact: DraftArtifact;
  readonly capabilities: readonly DraftCapability[];
  readonly facts: readonly Fact[];
  /** What a passport document says that is the registry's to say. */
  readonly observations?: Observations | undefined;
  /** What was not taken over and why, or was taken with doubts. No errors: what cannot be read at all is thrown. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The keys of a source in the order in which they are written. */
export const artifactKeys = [
  ...['id', 'slug', 'name', 'type', 'url', 'categories', 'tags', 'pricing', 'status'],
] as readonly (keyof Artifact)[];
export const pricingKeys: readonly (keyof Pricing)[] = ['model', 'starting_price'];
export const capabilityKeys = [
  ...['name', 'description', 'intents', 'best_for', 'limitations'],
  ...['requires', 'input_types', 'output_types', 'categories'],
] as readonly (keyof Capability)[];

const optional: ReadonlySet<string> = new Set(['id', 'tags', 'status', 'starting_price']);

/** A value that was found, and where it belongs in the source. */
export interface PlacedValue {
  /** RFC 6901 pointer into the source. */
  readonly pointer: string;
  readonly found: Found<JsonValue>;
}

/** All that was found, in the order of the source. */
export function placedValues({ artifact, capabilities }: Pick<Draft, 'artifact' | 'capabilities'>): PlacedValue[] {
  const { pricing, ...own } = artifact;
  return [
    ...fieldsOf('/artifact', own, artifactKeys),
    ...fieldsOf('/artifact/pricing', pricing ?? {}, pricingKeys),
    ...capabilities.flatMap((capability, index) => fieldsOf(`/capabilities/${index}`, capability, capabilityKeys)),
  ];
}

function fieldsOf(pointer: string, fields: Fields<object>, keys: readonly string[]): PlacedValue[] {
  return keys.flatMap((key) => {
    const found = (fields as Readonly<Record<string, Found<JsonValue> | undefined>>)[key];
    return found ? [{ pointer: appendPointer(pointer, key), found }] : [];
  });
}

/** Pointers of the keys that a source must have and the draft has not, in the order of the source. */
export function missingKeys({ artifact, capabilities }: Pick<Draft, 'artifact' | 'capabilities'>): string[] {
  const missing = (pointer: string, fields: object, keys: readonly string[]): string[] =>
    keys
      .filter((key) => !optional.has(key) && (fields as Readonly<Record<string, unknown>>)[key] === undefined)
      .map((key) => appendPointer(pointer, key));
  return [
    ...missing('/artifact', artifact, artifactKeys),
    ...(artifact.pricing ? missing('/artifact/pricing', artifact.pricing, pricingKeys) : []),
    ...(capabilities.length === 0 ? ['/capabilities'] : []),
    ...capabilities.flatMap((capability, index) => missing(`/capabilities/${index}`, capability, capabilityKeys)),
  ];
}
