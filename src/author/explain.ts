import { isError, type Range } from '../diagnostic.js';
import { type JsonValue } from '../encoding/json-value.js';
import { nearest } from '../encoding/nearest.js';
import { appendPointer, pointerTokens, valueAt } from '../encoding/pointer.js';
import { quote } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import { deriveLinks } from '../passport/links.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Observations } from '../passport/types.generated.js';
import { unfragileAi } from '../passport/unfragile-ai.js';
import { type Ancestry, cappedLineage, type Ingredient, type Lineage, lineageOf } from '../trust/lineage.js';
import { deriveRiskWithout, type Risk } from '../trust/risk.js';
import { scoreParts, type ScorePart } from '../trust/score.js';
import { overlayKeys } from '../validate/overlay-keys.js';
import { quoteReceived } from '../validate/received.js';
import { buildPassport } from './build.js';
import { sourcePointer } from './manifest.js';
import { type ParseSourceOptions, type ReadSource, readSource } from './source.js';

export interface ExplainOptions extends ParseSourceOptions {
  /** What the registry knows; nothing where left out. */
  readonly observations?: Observations | undefined;
  /** The built-in profile, unfragile.ai, where left out. */
  readonly registry?: RegistryProfile | undefined;
}

/** Something that a value was made from, as it was given. */
export interface Given {
  readonly of: 'source' | 'overlay' | 'observations' | 'registry';
  /** RFC 6901 pointer into that; of a manifest, as it is written. */
  readonly pointer: string;
  readonly value: JsonValue;
  /** Of a source, or of an overlay that was read: its place in the text. */
  readonly range?: Range | undefined;
}

/** Where in a capped list an entry stands, and what the cap does. */
export interface CappedPlace {
  readonly cap: number;
  /** Different texts there are. */
  readonly total: number;
  /** Of the entry, from 1, duplicates not counted; undefined for the whole list and for notes. */
  readonly position: number | undefined;
  /** What the cap cut off. */
  readonly dropped: ReadonlyArray<{ readonly text: string; readonly from: readonly Given[] }>;
}

export interface ExplainedScore {
  readonly parts: ReadonlyArray<ScorePart & { readonly observed: boolean; readonly from: readonly Given[] }>;
  /** Before it is rounded. */
  readonly sum: number;
}

export interface ExplainedRisk {
  /** The rule that fired and the word it found; neither where none did. */
  readonly ruleId?: string | undefined;
  readonly word?: string | undefined;
  /** What would come without the entry that it was found in. */
  readonly otherwise?:
    | {
        readonly risk: Risk;
        readonly ruleId: string | undefined;
        readonly word: string | undefined;
        readonly from: readonly Given[];
      }
    | undefined;
}

/** How a value of a passport came about. */
export interface Explanation {
  /** RFC 6901 pointer into the payload; `/_links/…` for the links. */
  readonly pointer: string;
  /** Undefined for an entry that a cap dropped: `dropped.text` has it. */
  readonly value: JsonValue | undefined;
  /** `held` is what only holds its members. */
  readonly how: Lineage['how'] | 'held';
  /** The rule by which, for people. */
  readonly rule: string;
  readonly from: readonly Given[];
  /** What would have been taken instead, had it been given. */
  readonly absent?: Pick<Given, 'of' | 'pointer'> | undefined;
  readonly capped?: CappedPlace | undefined;
  readonly score?: ExplainedScore | undefined;
  readonly risk?: ExplainedRisk | undefined;
  /** Of an object or list, what is in it, without members of its own. */
  readonly members: readonly Explanation[];
}

/** How the value at a path came about. @throws PassportError ERR_USAGE for a place that a passport does not have */
export type ExplainPath = (path: string) => Explanation;

/**
 * Explains the values of the passport that a source becomes, each asked for by its path: an RFC 6901 pointer into the
 * payload or the document, or the same as `trust.permissions[3]`.
 * @throws PassportError ERR_INVALID_SOURCE with diagnostics, where no passport can be built
 */
export function explainSource(text: string, options: ExplainOptions = {}): ExplainPath {
  const read = readSource(text, options);
  if (!read.source || read.diagnostics.some(isError)) {
    const message = 'nothing can be explained: the source has errors';
    throw new PassportError('ERR_INVALID_SOURCE', message, { diagnostics: read.diagnostics });
  }
  const { source, locate } = read;
  const { observations: observed = {}, registry: profile = unfragileAi, file } = options;
  const { derivation } = buildPassport(source, { observations: observed, registry: profile, locate, file });
  const explainer = new Explainer(read, { source, observed, profile, derivation });
  return (path) => explainer.explain(path);
}

const dotted = /^[^.[\]/]+(?:\.[^.[\]/]+|\[\d{1,9}\])*$/;

/** A path in either spelling as a pointer into the payload; undefined for what is neither. */
export function payloadPointer(path: string): string | undefined {
  const pointer = dotted.test(path) ? `/${path.replaceAll('.', '/').replace(/\[(\d+)\]/g, '/$1')}` : path;
  if (pointer !== '' && !pointer.startsWith('/')) return undefined;
  return pointer.replace(/^(?:\/passport)?\/unfragile(?=\/|$)/, '');
}

class Explainer {
  /** The payload, and the links beside it. */
  private readonly passport: JsonValue;

  constructor(
    private readonly read: ReadSource,
    private readonly ancestry: Ancestry,
  ) {
    const { source, profile, derivation } = ancestry;
    const links = deriveLinks(profile, source.artifact.slug);
    this.passport = { ...derivation.payload, _links: links } as unknown as JsonValue;
  }

  /** @throws PassportError ERR_USAGE */
  explain(path: string): Explanation {
    const pointer = payloadPointer(path);
    if (pointer === undefined) {
      const hint = 'write /trust/permissions/3 or trust.permissions[3]';
      throw new PassportError('ERR_USAGE', `${quoteReceived(path)} is not a place in a passport`, { hint });
    }
    if (valueAt(this.passport, pointer) === undefined && !this.isDropped(pointer)) throw this.noSuchPlace(pointer);
    return { ...this.single(pointer), members: this.memberPointers(pointer).map((member) => this.single(member)) };
  }

  private single(pointer: string): Explanation {
    const value = valueAt(this.passport, pointer);
    const lineage = lineageOf(pointer, this.ancestry);
    const given = {
      capped: this.capped(pointer),
      score: pointer === '/trust/score' ? this.score() : undefined,
      risk: pointer === '/trust/data_access_risk' ? this.risk() : undefined,
    };
    if (!lineage) return { pointer, value, how: 'held', rule: 'see its members', from: [], ...given, members: [] };
    return { pointer, value, ...this.traced(lineage, value), ...given, members: [] };
  }

  private memberPointers(pointer: string): string[] {
    const value = valueAt(this.passport, pointer);
    return typeof value === 'object' && value !== null
      ? Object.keys(value).map((key) => appendPointer(pointer, key))
      : [];
  }

  // --- what was given -----------------------------------------------------------------------------------------------

  private traced(
    lineage: Lineage,
    value: JsonValue | undefined,
  ): Pick<Explanation, 'how' | 'rule' | 'from' | 'absent'> {
    const { how, rule, from, absent } = lineage;
    const found = from.map((ingredient) => this.given(ingredient));
    const given = found.filter((one) => one !== undefined);
    const missing = from[found.indexOf(undefined)];
    if (how !== 'copied' || this.read.kind === 'source') {
      return { how, rule, from: given, absent: absent ?? (missing && this.absent(missing)) };
    }
    // A manifest leaves things out that a source has, and spells pricing models its own way.
    const [original] = given;
    if (!original) {
      return {
        how: 'default',
        rule: 'what stands for it where a manifest has none',
        from: [],
        absent: missing && this.absent(missing),
      };
    }
    if (typeof value === 'string' && original.value !== value) {
      return { how: 'derived', rule: 'with _ for -', from: given };
    }
    return { how, rule, from: given, absent: absent && this.absent(absent) };
  }

  /** Undefined where it was not given: what stands for it follows from the format. */
  private given({ of, pointer }: Ingredient): Given | undefined {
    if (of === 'source') return this.written(pointer);
    const { observed, profile } = this.ancestry;
    const value = valueAt((of === 'observations' ? observed : profile) as unknown as JsonValue, pointer);
    return value === undefined ? undefined : { of, pointer, value };
  }

  /** @param pointer into the source, even if it was made from a manifest and an overlay */
  private written(pointer: string): Given | undefined {
    for (const at of this.places(pointer)) {
      const { overlay, locateWritten } = this.read;
      const given = at.of === 'overlay' ? overlay : { value: this.read.value, locate: locateWritten };
      const value = valueAt(given?.value ?? null, at.pointer);
      if (value !== undefined) return { ...at, value, range: given?.locate(at.pointer) };
    }
    return undefined;
  }

  /** Where a value of the source may have been written, first choice first. */
  private places(pointer: string): Array<{ readonly of: 'source' | 'overlay'; readonly pointer: string }> {
    if (this.read.kind === 'source') return [{ of: 'source', pointer }];
    if (/^\/artifact\/(?:id|status)$/.test(pointer)) return [];
    if (/^\/artifact\/(?:categories|tags)(?:\/|$)/.test(pointer)) return [{ of: 'overlay', pointer }];
    if (pointer === '/artifact/pricing/starting_price') return [{ of: 'overlay', pointer: '/artifact/starting_price' }];
    const [, number, field] =
      /^\/capabilities\/(\d+)(\/(?:categories|input_types|output_types)(?:\/.*)?)$/.exec(pointer) ?? [];
    if (number !== undefined && field !== undefined) {
      return overlayKeys(
        this.read.value,
        this.read.overlay?.value,
      )(Number(number)).map((key) => ({
        of: 'overlay',
        pointer: appendPointer('/capabilities', key) + field,
      }));
    }
    const written = [sourcePointer(pointer), ...(pointer === '/artifact/url' ? ['/artifact/repository'] : [])];
    return written.map((at) => ({ of: 'source', pointer: at }));
  }

  private absent({ of, pointer }: Ingredient): Pick<Given, 'of' | 'pointer'> | undefined {
    return of === 'source' ? this.places(pointer)[0] : { of, pointer };
  }

  // --- lists, score, risk -------------------------------------------------------------------------------------------

  private capped(pointer: string): CappedPlace | undefined {
    const [, name, place] = /^\/trust\/(permissions|failure_modes)(?:\/(\d+))?$/.exec(pointer) ?? [];
    if (name === undefined) return undefined;
    const list = cappedLineage(name as 'permissions' | 'failure_modes', this.ancestry);
    const total = list.kept.length + list.dropped.length;
    const isNote = place !== undefined && !this.isDropped(pointer) && Number(place) >= list.kept.length;
    const dropped = list.dropped.map(({ text }) => {
      const places = list.entries.filter((entry) => entry.text === text);
      return { text, from: places.flatMap((entry) => this.written(entry.pointer) ?? []) };
    });
    const position = place === undefined || isNote ? undefined : Number(place) + 1;
    return { cap: list.cap, total, position, dropped };
  }

  /** Whether a pointer is that of an entry of a list which its cap dropped. */
  private isDropped(pointer: string): boolean {
    const [, name, place] = /^\/trust\/(permissions|failure_modes)\/(0|[1-9]\d{0,8})$/.exec(pointer) ?? [];
    if (name === undefined || valueAt(this.passport, pointer) !== undefined) return false;
    const { kept, dropped } = cappedLineage(name as 'permissions' | 'failure_modes', this.ancestry);
    return Number(place) < kept.length + dropped.length;
  }

  private score(): ExplainedScore {
    const { weights, ...rank } = this.ancestry.derivation.payload.trust.rank_breakdown;
    const parts = scoreParts(rank, weights).map((part) => {
      const pointers = ['/trust/rank_breakdown/', '/trust/rank_breakdown/weights/'].map((at) => at + part.component);
      const ingredients = pointers.flatMap((at) => lineageOf(at, this.ancestry)?.from.slice(0, 1) ?? []);
      const from = ingredients.flatMap((ingredient) => this.given(ingredient) ?? []);
      return { ...part, observed: from[0]?.of === 'observations', from };
    });
    return { parts, sum: parts.reduce((sum, { points }) => sum + points, 0) };
  }

  private risk(): ExplainedRisk {
    const { source, profile, derivation } = this.ancestry;
    const { ruleId, word, pointer } = derivation.risk;
    if (pointer === undefined) return {};
    const text = valueAt(source as unknown as JsonValue, pointer) as string;
    const other = deriveRiskWithout(text, source.capabilities, profile);
    const from = other.pointer === undefined ? undefined : this.written(other.pointer);
    return {
      ruleId,
      word,
      otherwise: { risk: other.risk, ruleId: other.ruleId, word: other.word, from: from ? [from] : [] },
    };
  }

  // --- mistakes -----------------------------------------------------------------------------------------------------

  private noSuchPlace(pointer: string): PassportError {
    const shown = quoteReceived(pointer);
    const signed = /^\/(?:passport(?:\/(?:signature|signedAt|signedBy|version))?)$/.exec(pointer);
    if (signed) {
      return new PassportError('ERR_USAGE', `${shown} is written when a passport is signed: no source says it`, {
        hint: 'what follows from a source lies below /artifact, /capabilities, /trust and /distribution',
      });
    }
    return new PassportError('ERR_USAGE', `a passport of this source has no ${shown}`, {
      hint: this.whatThereIs(pointer),
    });
  }

  private whatThereIs(pointer: string): string {
    let parent = '';
    let missing = '';
    for (const token of pointerTokens(pointer)) {
      missing = token;
      const at = appendPointer(parent, token);
      if (valueAt(this.passport, at) === undefined) break;
      parent = at;
    }
    const value = valueAt(this.passport, parent);
    const where = parent === '' ? 'a passport' : parent;
    if (Array.isArray(value)) {
      const last = this.lastIndex(parent, value.length);
      return last < 0 ? `${where} is empty` : `${where} has the places ${last === 0 ? '0' : `0 to ${last}`}`;
    }
    if (typeof value !== 'object' || value === null) return `${where} has nothing below it`;
    const keys = Object.keys(value);
    const elsewhere = this.allPointers().find((candidate) => candidate.endsWith(pointer));
    const close = nearest(missing, keys);
    const meant = elsewhere ?? (close === undefined ? undefined : appendPointer(parent, close));
    const near = meant === undefined ? '' : `did you mean ${meant}? `;
    return `${near}${where} has ${keys.map((key) => quote(key).slice(1, -1)).join(', ')}`;
  }

  /** What a cap dropped can be asked for, too. */
  private lastIndex(pointer: string, length: number): number {
    const capped = this.capped(pointer);
    return Math.max(length, capped?.total ?? 0) - 1;
  }

  private allPointers(): string[] {
    const below = (pointer: string): string[] =>
      this.memberPointers(pointer).flatMap((member) => [member, ...below(member)]);
    return below('');
  }
}
