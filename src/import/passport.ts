import { findPayload, type FoundPayload } from '../author/payload.js';
import { type Diagnostic, diagnose, isError } from '../diagnostic.js';
import type { JsonValue } from '../encoding/json-value.js';
import { quote } from '../encoding/printable.js';
import { rangeAt } from '../encoding/position.js';
import { PassportError } from '../errors.js';
import type { Observations, Payload, Source } from '../passport/types.generated.js';
import { unfragileAi } from '../passport/unfragile-ai.js';
import { deriveFailureModes } from '../trust/failure-modes.js';
import { isOfRegistry, rederive } from '../trust/rederive.js';
import type { Draft, DraftArtifact, DraftCapability } from './draft.js';
import { foundIn } from './found-values.js';
import type { ImportedFile, Importer } from './importer.js';
import { cannotImport, refuseTooLong } from './json-file.js';

const WHAT = 'a passport';

type PayloadCapability = Payload['capabilities'][number];

/** A passport document or its payload: what its author gave, and what the registry knew, without what is derived. */
export const passport: Importer = {
  describe: 'a passport document or payload, back to a source',
  names: ['passport.json'],
  recognises(file) {
    try {
      return find(file) !== undefined;
    } catch {
      return false;
    }
  },
  read([named]) {
    refuseTooLong(named, WHAT);
    const found = payloadIn(named);
    return draftOf(found.payload, named.file);
  },
};

function find({ file, text }: ImportedFile): FoundPayload | undefined {
  return /"@version"/.test(text) ? findPayload(text, file) : undefined;
}

function payloadIn(named: ImportedFile): FoundPayload {
  const { file, text } = named;
  let found: FoundPayload | undefined;
  try {
    found = findPayload(text, file);
  } catch (error) {
    if (!(error instanceof PassportError)) throw error;
    throw cannotImport(file, WHAT, error.diagnostics);
  }
  if (found === undefined) {
    throw cannotImport(file, WHAT, [
      diagnose({
        ruleId: 'import/unreadable',
        severity: 'error',
        message: 'it has no payload of a passport',
        hint: 'name what `passport sign` or `passport build` has written, or what a registry gives out',
        file,
        range: rangeAt(text, 0, 0),
      }),
    ]);
  }
  // Unsafe texts are said again, and with their places, of the source that has them.
  const errors = found.diagnostics.filter((one) => isError(one) && !one.ruleId.startsWith('text/'));
  if (errors.length > 0) throw cannotImport(file, WHAT, errors);
  return found;
}

function draftOf(payload: Payload, file: string): Draft {
  const at = foundIn(file);
  const { artifact } = payload;
  const { id, slug, name, type, url, categories, tags, pricing, status } = artifact;
  const draft: DraftArtifact = {
    ...(id !== slug && { id: at('artifact.id', id) }),
    slug: at('artifact.slug', slug),
    name: at('artifact.name', name),
    type: at('artifact.type', type),
    url: at('artifact.url', url),
    categories: at('artifact.categories', [...categories]),
    ...(tags.length > 0 && { tags: at('artifact.tags', [...tags]) }),
    pricing: {
      model: at('artifact.pricing.model', pricing.model),
      ...(pricing.starting_price !== null && {
        starting_price: at('artifact.pricing.starting_price', pricing.starting_price),
      }),
    },
    ...(status !== 'active' && { status: at('artifact.status', status) }),
  };
  const capabilities = payload.capabilities.map((capability, index): DraftCapability => {
    const place = <K extends keyof DraftCapability & keyof PayloadCapability>(key: K) =>
      at(`capabilities[${index}].${key}`, capability[key]);
    return {
      name: place('name'),
      description: place('description'),
      intents: place('intents'),
      best_for: place('best_for'),
      limitations: place('limitations'),
      requires: place('requires'),
      input_types: place('input_types'),
      output_types: place('output_types'),
      categories: place('categories'),
    };
  });
  const isOurs = isOfRegistry(payload, '', unfragileAi);
  const observations = observationsOf(payload, isOurs);
  return {
    artifact: draft,
    capabilities,
    facts: [],
    ...(Object.keys(observations).length > 0 && { observations }),
    diagnostics: whatIsLost(payload, isOurs, file),
  };
}

// --- what the registry knew ---------------------------------------------------------------------------------------

/** Without what would be taken for granted where nothing was observed. */
function observationsOf({ artifact, capabilities, trust }: Payload, isOurs: boolean): Observations {
  const { adoption, quality, ecosystem, match_graph, freshness } = trust.rank_breakdown;
  const { matches, success_rate, avg_confidence, top_intents, last_matched_at } = trust.observed_outcomes;
  const { updated_at, last_scraped_at, last_commit } = trust.maintenance;
  const parts = {
    rank: departing({ adoption, quality, ecosystem, match_graph, freshness }, isOurs ? unfragileAi.rank_defaults : {}),
    outcomes: departing(
      { matches, success_rate, avg_confidence, top_intents, last_matched_at },
      { matches: 0, success_rate: 0, avg_confidence: 0, top_intents: [], last_matched_at: null },
    ),
    maintenance: departing(
      { updated_at, last_scraped_at, last_commit },
      { updated_at: null, last_scraped_at: null, last_commit: null },
    ),
    community: departing(trust.community, {
      ...{ stars: null, forks: null, weekly_downloads: null },
      ...{ model_downloads: null, model_likes: null },
    }),
    capabilities: Object.fromEntries(
      capabilities.flatMap(({ confidence, matches: times, success_rate: rate }, index) => {
        const seen = { confidence, matches: times, success_rate: rate };
        const unlike = departing(seen, { confidence: 0.5, matches: 0, success_rate: 0 });
        return Object.keys(unlike).length > 0 ? [[String(index), unlike]] : [];
      }),
    ),
  };
  const some = Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0);
  return { ...(artifact.verified && { verified: true }), ...Object.fromEntries(some) } as Observations;
}

/** The members that are not what they are by default. */
function departing(values: object, defaults: object): Record<string, JsonValue> {
  const usual = defaults as Readonly<Record<string, JsonValue>>;
  return Object.fromEntries(
    Object.entries(values as Record<string, JsonValue>).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(usual[name]),
    ),
  );
}

// --- what has no place in either ----------------------------------------------------------------------------------

function whatIsLost(payload: Payload, isOurs: boolean, file: string): Diagnostic[] {
  const note = (ruleId: 'import/left-out', message: string, hint: string, pointer: string): Diagnostic =>
    diagnose({ ruleId, severity: 'warning', message, hint, pointer, file });
  const departures = rederive(payload, unfragileAi, isOurs);
  const notes = departures
    .slice(0, MOST_DEPARTURES)
    .map(({ pointer }) =>
      note(
        'import/left-out',
        `${quote(pointer.slice(1).replaceAll('/', '.'))} is not what follows from the rest of the passport`,
        'it is not taken over: what is built from the source has what follows',
        pointer,
      ),
    );
  if (!isOurs) {
    const page = quote(payload.artifact.page_url);
    notes.push(
      note(
        'import/left-out',
        `it is a passport of another registry, whose page is ${page}`,
        'build from the source with --registry and its profile, or the addresses, weights and risk are of another',
        '/artifact/page_url',
      ),
    );
  }
  const isTold = departures.some(({ pointer }) => pointer.startsWith('/trust/failure_modes'));
  // Of another registry the cap and the notes are not known.
  const declared = isTold || !isOurs ? undefined : declaredModes(payload);
  if (declared === undefined) return notes;
  const texts = declared.slice(0, MOST_QUOTED).map((text) => quote(text));
  const more = declared.length > MOST_QUOTED ? ` and ${declared.length - MOST_QUOTED} more` : '';
  return [
    ...notes,
    note(
      'import/left-out',
      `failure modes that a manifest declared have no place in a source${texts.length > 0 ? `: ${texts.join(', ')}${more}` : ''}`,
      'write them as limitations of the capability that they belong to',
      '/trust/failure_modes',
    ),
  ];
}

const MOST_DEPARTURES = 20;
const MOST_QUOTED = 5;

/**
 * Failure modes that a manifest declared, as far as they are no limitations, too; undefined where the list is what
 * follows from the limitations alone.
 */
function declaredModes({ artifact, capabilities, trust }: Payload): string[] | undefined {
  const source = { artifact, capabilities } as unknown as Source;
  const observed = { verified: artifact.verified, matches: trust.observed_outcomes.matches };
  const { kept, notes } = deriveFailureModes(source, observed, unfragileAi);
  const derived = [...kept.map(({ text }) => text), ...notes];
  if (derived.join('\0') === trust.failure_modes.join('\0')) return undefined;
  const known = new Set([...capabilities.flatMap(({ limitations }) => limitations), ...notes]);
  return trust.failure_modes.filter((text) => !known.has(text));
}
