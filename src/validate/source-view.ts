import { isObject, type JsonValue, member } from '../encoding/json-value.js';
import { nearest } from '../encoding/nearest.js';
import { appendPointer } from '../encoding/pointer.js';
import { OVERLAY } from './finding.js';
import { overlayKeys } from './overlay-keys.js';

/** A text and where it stands. */
export interface TextEntry {
  readonly text: string;
  /** RFC 6901 pointer into what the author wrote, a source or a manifest; behind `OVERLAY`, into its overlay. */
  readonly pointer: string;
}

export interface ArtifactView {
  readonly pointer: string;
  readonly id: TextEntry | undefined;
  readonly slug: TextEntry | undefined;
  readonly name: TextEntry | undefined;
  readonly type: TextEntry | undefined;
  readonly url: TextEntry | undefined;
  /** Of a manifest that has a homepage as well: a passport has a place for one of them only. */
  readonly repository: TextEntry | undefined;
  readonly status: TextEntry | undefined;
  /** Only a manifest has a field for it. */
  readonly licence: TextEntry | undefined;
  readonly categories: readonly TextEntry[] | undefined;
  readonly tags: readonly TextEntry[] | undefined;
  /** With underscores, as in a source, whatever the file has. */
  readonly pricingModel: TextEntry | undefined;
  readonly startingPrice: TextEntry | undefined;
}

export interface CapabilityView {
  readonly pointer: string;
  readonly name: TextEntry | undefined;
  readonly description: TextEntry | undefined;
  readonly intents: readonly TextEntry[] | undefined;
  readonly best_for: readonly TextEntry[] | undefined;
  readonly limitations: readonly TextEntry[] | undefined;
  readonly requires: readonly TextEntry[] | undefined;
  readonly input_types: readonly TextEntry[] | undefined;
  readonly output_types: readonly TextEntry[] | undefined;
  readonly categories: readonly TextEntry[] | undefined;
}

/**
 * What a rule reads of a source or a manifest, whether or not the rest of it is valid: a field that is missing or of
 * another type is undefined, and of a list only the texts are there. The schema has said what is wrong with those.
 */
export interface SourceView {
  readonly kind: 'source' | 'manifest';
  readonly artifact: ArtifactView;
  readonly capabilities: readonly CapabilityView[];
  /** Declared failure modes, which only a manifest has. */
  readonly failureModes: readonly TextEntry[] | undefined;
  /** Whether something stands under failure_modes, or under a name that is nearly that, valid or not. */
  readonly hasFailureModes: boolean;
  /** Whether a manifest says how to reach the artifact: with a block for it, and a protocol there or what may be one. */
  readonly hasExecution: boolean;
  /** Whether it has the block at all. */
  readonly hasExecutionBlock: boolean;
}

export const capabilityLists = [
  'intents',
  'best_for',
  'limitations',
  'requires',
  'input_types',
  'output_types',
  'categories',
] as const satisfies ReadonlyArray<keyof CapabilityView>;

export function viewSource(value: JsonValue): SourceView {
  const root = new At(value, '');
  const artifact = root.member('artifact');
  const pricing = artifact.member('pricing');
  return {
    kind: 'source',
    artifact: {
      ...sharedFields(artifact),
      id: artifact.member('id').text(),
      url: artifact.member('url').text(),
      repository: undefined,
      status: artifact.member('status').text(),
      licence: undefined,
      categories: artifact.member('categories').texts(),
      tags: artifact.member('tags').texts(),
      pricingModel: pricing.member('model').text(),
      startingPrice: pricing.member('starting_price').text(),
    },
    capabilities: root
      .member('capabilities')
      .items()
      .map((capability) => ({
        ...namedFields(capability),
        intents: capability.member('intents').texts(),
        best_for: capability.member('best_for').texts(),
        limitations: capability.member('limitations').texts(),
        requires: capability.member('requires').texts(),
        input_types: capability.member('input_types').texts(),
        output_types: capability.member('output_types').texts(),
        categories: capability.member('categories').texts(),
      })),
    failureModes: undefined,
    hasFailureModes: false,
    hasExecution: false,
    hasExecutionBlock: false,
  };
}

/**
 * The same of an unfragile.yml, in which several fields have other names, and of those that only its overlay has.
 * @param overlay valid or not; undefined where there is none
 */
export function viewManifest(value: JsonValue, overlay?: JsonValue): SourceView {
  const root = new At(value, '');
  const added = new At(overlay, OVERLAY);
  const keysOf = overlayKeys(value, overlay);
  const artifact = root.member('artifact');
  const homepage = artifact.member('homepage').text();
  const repository = artifact.member('repository').text();
  const model = root.member('pricing').member('model').text();
  const failureModes = root
    .member('failure_modes')
    .items()
    .flatMap((mode) => mode.member('mode').text() ?? []);
  return {
    kind: 'manifest',
    artifact: {
      ...sharedFields(artifact),
      id: undefined,
      url: homepage ?? repository,
      repository: homepage && repository,
      status: undefined,
      licence: artifact.member('license').text(),
      categories: added.member('artifact').member('categories').texts(),
      tags: added.member('artifact').member('tags').texts(),
      pricingModel: model && { ...model, text: model.text.replaceAll('-', '_') },
      startingPrice: added.member('artifact').member('starting_price').text(),
    },
    capabilities: root
      .member('capabilities')
      .items()
      .map((capability, number) => {
        const conditions = capability.member('conditions');
        const more = added.member('capabilities').member(keysOf(number)[0] ?? '');
        return {
          ...namedFields(capability),
          intents: capability.member('intents_served').texts(),
          best_for: conditions.member('bestFor').texts(),
          limitations: conditions.member('limitations').texts(),
          requires: conditions.member('requires').texts(),
          input_types: more.member('input_types').texts(),
          output_types: more.member('output_types').texts(),
          categories: more.member('categories').texts(),
        };
      }),
    failureModes: member(value, 'failure_modes') === undefined ? undefined : failureModes,
    hasFailureModes: isObject(value) && Object.entries(value).some(declaresFailureModes),
    hasExecutionBlock: member(value, 'execution') !== undefined,
    hasExecution: saysHowToReach(member(value, 'execution')),
  };
}

/** What is misspelt, or in the wrong form, has its message. */
function declaresFailureModes([key, value]: readonly [string, JsonValue]): boolean {
  return nearest(key, ['failure_modes']) !== undefined && !(Array.isArray(value) && value.length === 0);
}

/** What is misspelt, or in the wrong form, has its message. */
function saysHowToReach(execution: JsonValue | undefined): boolean {
  if (!isObject(execution)) return execution !== undefined;
  return Object.keys(execution).some((key) => nearest(key, ['protocol']) !== undefined);
}

function sharedFields(artifact: At) {
  return {
    pointer: artifact.pointer,
    slug: artifact.member('slug').text(),
    name: artifact.member('name').text(),
    type: artifact.member('type').text(),
  };
}

function namedFields(capability: At) {
  return {
    pointer: capability.pointer,
    name: capability.member('name').text(),
    description: capability.member('description').text(),
  };
}

/** A place in a value that may not be there. */
class At {
  constructor(
    private readonly value: JsonValue | undefined,
    readonly pointer: string,
  ) {}

  member(name: string): At {
    return new At(member(this.value, name), appendPointer(this.pointer, name));
  }

  text(): TextEntry | undefined {
    return typeof this.value === 'string' ? { text: this.value, pointer: this.pointer } : undefined;
  }

  items(): readonly At[] {
    if (!Array.isArray(this.value)) return [];
    return this.value.map((item, index) => new At(item, appendPointer(this.pointer, index)));
  }

  texts(): readonly TextEntry[] | undefined {
    const items = this.items();
    const texts = items.flatMap((item) => item.text() ?? []);
    // Entries of another type are not none: the schema speaks of them, and no rule of an empty list.
    return Array.isArray(this.value) && (items.length === 0 || texts.length > 0) ? texts : undefined;
  }
}
