import type { Diagnostic } from '../diagnostic.js';
import { isObject, type JsonObject, type JsonValue, member } from '../encoding/json-value.js';
import { nearest } from '../encoding/nearest.js';
import { quote } from '../encoding/printable.js';
import type { Draft, DraftArtifact, DraftCapability, Found, Pricing } from './draft.js';
import { filled, foundIn, type Placing, textOf, textsOf } from './found-values.js';
import type { Importer } from './importer.js';
import { cannotImport, glanceAtJson, type JsonFile, readJsonFile } from './json-file.js';
import { openRouterName } from './listing-names.js';
import { firstParagraph } from './markdown-text.js';

const WHAT = 'a record of the OpenRouter models API';

/** A record of https://openrouter.ai/api/v1/models, alone or in the list that the interface gives. */
export const openrouter: Importer = {
  describe: 'a record of the OpenRouter models API, or its list with the id of one',
  names: ['openrouter.json'],
  recognises(file) {
    const records = recordsOf(glanceAtJson(file));
    return records.length > 0 && records.every(({ value }) => isRecord(value));
  },
  read([named], chosen) {
    const file = readJsonFile(named, WHAT);
    const { value, pointer } = choose(file, chosen);
    return new RecordReader(file, value, pointer).draft();
  },
};

interface FoundRecord {
  readonly value: JsonValue;
  readonly pointer: string;
}

/** The interface wraps one record and a list alike in `data`. */
function recordsOf(value: JsonValue | undefined): FoundRecord[] {
  const data = member(value, 'data');
  const [inner, pointer] = data === undefined ? [value, ''] : [data, '/data'];
  if (inner === undefined) return [];
  if (!Array.isArray(inner)) return [{ value: inner, pointer }];
  return inner.map((one, index) => ({ value: one, pointer: `${pointer}/${index}` }));
}

/** Only this interface gives prices, as texts, beside an id with its vendor. */
function isRecord(value: JsonValue): value is JsonObject {
  const id = textOf(member(value, 'id'));
  return id !== undefined && /^[^\s/]+\/[^\s/]+$/.test(id) && member(member(value, 'pricing'), 'prompt') !== undefined;
}

function choose(file: JsonFile, chosen: string | undefined): { readonly value: JsonObject; readonly pointer: string } {
  const records = recordsOf(file.value).flatMap(({ value, pointer }) =>
    isObject(value) && textOf(member(value, 'id')) !== undefined ? [{ value, pointer }] : [],
  );
  const ids = records.map(({ value }) => textOf(value.id) as string);
  const [only] = records;
  const refuse = (message: string, hint: string, pointer = '') =>
    cannotImport(file.file, WHAT, [file.note('import/unreadable', 'error', pointer, message, hint)]);
  if (only === undefined)
    throw refuse('it has no record with an id', 'save the answer of https://openrouter.ai/api/v1/models');
  if (chosen !== undefined) {
    const found = records[ids.indexOf(chosen)];
    if (found !== undefined) return found;
    const meant = nearest(chosen, ids);
    throw refuse(
      `it has no model ${quote(chosen)}`,
      meant === undefined ? 'choose one of its ids' : `did you mean ${quote(meant)}?`,
    );
  }
  if (records.length > 1)
    throw refuse(
      `it has ${records.length} models`,
      `say which one is meant, by its id, such as ${quote(ids[0] as string)}`,
    );
  return only;
}

/** Prices are texts with a decimal number, in dollars. */
const decimal = /^-?\d{1,40}(?:\.\d{1,40})?(?:e[+-]?\d{1,3})?$/i;

class RecordReader {
  private readonly at: Placing;
  private readonly diagnostics: Diagnostic[] = [];

  constructor(
    private readonly file: JsonFile,
    private readonly record: JsonObject,
    private readonly pointer: string,
  ) {
    this.at = foundIn(file.file);
  }

  draft(): Draft {
    const id = textOf(this.record.id) as string;
    const price = this.promptPrice();
    const [inputs, outputs] = this.modalities();
    const name = textOf(this.record.name);
    return {
      artifact: {
        ...this.named(id, price),
        name: name === undefined ? undefined : this.at('name', name),
        categories: this.categories(outputs),
        tags: this.tags(id, inputs, outputs),
        pricing: this.pricing(price),
      },
      capabilities: [this.capability(inputs, outputs)],
      facts: [],
      diagnostics: this.diagnostics,
    };
  }

  private named(id: string, price: number | undefined): Pick<DraftArtifact, 'id' | 'slug' | 'url' | 'type'> {
    const listing = openRouterName(id);
    const varies = price !== undefined && price < 0;
    return {
      ...(listing.id !== undefined && { id: this.at('id as id', listing.id) }),
      slug: this.at('id as slug', listing.slug),
      url: this.at('id as url', listing.url),
      type: this.at(
        'id as type',
        'model',
        varies ? 'its price varies: if it passes requests on to other models it is an api' : undefined,
      ),
    };
  }

  /** Who makes it, that it is called over an interface, and what goes in and comes out: as listings have it. */
  private tags(id: string, inputs: readonly string[], outputs: readonly string[]): Found<string[]> {
    const vendor = id.includes('/') ? [id.slice(0, id.indexOf('/'))] : [];
    const tags = new Set([...vendor, 'api-access', ...inputs, ...outputs]);
    return this.at('id, architecture.modality as tags', [...tags]);
  }

  /** Of `text+image->text`, or of the lists that have taken its place. */
  private modalities(): readonly [inputs: string[], outputs: string[]] {
    const architecture = member(this.record, 'architecture');
    const [from, to] = (textOf(member(architecture, 'modality')) ?? '').split('->');
    const listed = (name: string, side: string | undefined): string[] => [
      ...new Set([
        ...(side ?? '').split('+').flatMap((one) => textOf(one) ?? []),
        ...textsOf(member(architecture, name)),
      ]),
    ];
    return [listed('input_modalities', from), listed('output_modalities', to)];
  }

  private categories(outputs: readonly string[]): Found<string[]> | undefined {
    const place = 'architecture.output_modalities as artifact category';
    // Only what gives pictures and nothing else is for making them: most that take pictures answer in words.
    if (outputs.includes('text')) return this.at(place, ['llm-apis'], 'it answers in text, over an interface');
    if (outputs.length === 1 && outputs[0] === 'image')
      return this.at(place, ['image-generation'], 'what comes out is images and nothing else');
    if (outputs.length === 1 && outputs[0] === 'audio')
      return this.at(place, ['voice-audio'], 'what comes out is sound and nothing else');
    return undefined;
  }

  // --- prices -----------------------------------------------------------------------------------------------------

  private promptPrice(): number | undefined {
    const written = member(member(this.record, 'pricing'), 'prompt');
    if (written === undefined || written === null) return undefined;
    const price = amountOf(written);
    if (price === undefined) {
      this.note(
        'import/left-out',
        'warning',
        '/pricing/prompt',
        'the price of a prompt token is no decimal number',
        'write the price yourself',
      );
    }
    return price;
  }

  private pricing(price: number | undefined): DraftArtifact['pricing'] {
    if (price === undefined) return undefined;
    const place = 'pricing.prompt';
    const model = (name: Pricing['model'], guess?: string) => ({ model: this.at('pricing as model', name, guess) });
    if (price < 0) {
      // A price of -1 stands for one that is not known before the request.
      this.note(
        'import/left-out',
        'warning',
        '/pricing/prompt',
        'the price of a prompt token is negative, which stands for one that varies',
        'no price was taken over: say in starting_price what the least is, if there is a least',
      );
      return model('usage');
    }
    if (price > 0) {
      return { ...model('paid'), starting_price: this.at(place, `$${price.toExponential(2)} per prompt token`) };
    }
    const others = Object.entries(member(this.record, 'pricing') as JsonObject).filter(([, value]) => {
      const amount = amountOf(value);
      return amount !== undefined && amount !== 0;
    });
    if (others.length === 0) return model('free');
    this.note(
      'import/left-out',
      'warning',
      '/pricing/prompt',
      `nothing is asked for a prompt token, but something for ${others.map(([name]) => quote(name)).join(', ')}`,
      'write the price yourself',
    );
    return model('paid', `something is asked for ${others.map(([name]) => name).join(', ')}`);
  }

  // --- what it can do ---------------------------------------------------------------------------------------------

  private capability(inputs: readonly string[], outputs: readonly string[]): DraftCapability {
    const written = textOf(this.record.description);
    const description = written === undefined ? undefined : firstParagraph(written);
    const inWords = inputs.length > 0 && outputs.length > 0;
    const parameters = textsOf(this.record.supported_parameters);
    const given = [
      ...outputs,
      ...(parameters.includes('structured_outputs') ? ['structured text (JSON by a schema)'] : []),
      ...(parameters.includes('tools') ? ['tool calls'] : []),
    ];
    const place = 'architecture.output_modalities';
    const asCategory = `${place} as capability category`;
    return {
      name: inWords
        ? this.at(
            'architecture.modality as name',
            `${outputs.join(' and ')} from ${inputs.join(', ')}`,
            'made from what goes in and comes out: say what it does',
          )
        : undefined,
      description:
        description === undefined ? undefined : this.at('description', description, 'it is about the model as a whole'),
      limitations: this.limitations(),
      requires: this.at(
        'id as requires',
        ['OpenRouter API key', 'Network access to openrouter.ai'],
        'every model there is called so',
      ),
      input_types: inputs.length > 0 ? this.at('architecture.input_modalities', [...inputs]) : undefined,
      output_types: outputs.length > 0 ? this.at(`${place}, supported_parameters`, given) : undefined,
      categories: outputs.includes('text')
        ? this.at(asCategory, ['text-generation-language'], 'it answers in text')
        : outputs.length === 1 && outputs[0] === 'image'
          ? this.at(asCategory, ['image-visual'], 'what comes out is images and nothing else')
          : undefined,
    };
  }

  /** Only what is stated: a limit that is not there says nothing. */
  private limitations(): Found<string[]> | undefined {
    const { record } = this;
    const provider = member(record, 'top_provider');
    const context = countOf(record.context_length);
    const completion = countOf(member(provider, 'max_completion_tokens'));
    const cutoff = textOf(record.knowledge_cutoff);
    const expires = textOf(record.expiration_date);
    const moderated = member(provider, 'is_moderated') === true;
    const stated: ReadonlyArray<readonly [place: string, text: string | undefined]> = [
      ['context_length', context && `Prompt and answer together have at most ${context} tokens`],
      ['top_provider.max_completion_tokens', completion && `An answer has at most ${completion} tokens`],
      ['knowledge_cutoff', cutoff && `It knows nothing of what happened after ${cutoff}`],
      ['top_provider.is_moderated', moderated ? 'Requests are moderated before they are answered' : undefined],
      ['expiration_date', expires && `It is offered until ${expires}`],
    ];
    const found = stated.filter(([, text]) => text !== undefined);
    const texts = filled(found.map(([, text]) => text as string));
    return texts && this.at(found.map(([place]) => place).join(', '), texts);
  }

  private note(...[rule, severity, pointer, message, hint]: Parameters<JsonFile['note']>): void {
    this.diagnostics.push(this.file.note(rule, severity, this.pointer + pointer, message, hint));
  }
}

function amountOf(value: JsonValue): number | undefined {
  const text = typeof value === 'number' ? String(value) : textOf(value);
  if (text === undefined || !decimal.test(text)) return undefined;
  const amount = Number(text);
  return Number.isFinite(amount) ? amount : undefined;
}

/** `128,000`, as people write it; undefined for what is no count of anything. */
function countOf(value: JsonValue | undefined): string | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value) || value <= 0) return undefined;
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
