import { dirname, join } from 'node:path';
import { readSource } from '../author/source.js';
import { isError } from '../diagnostic.js';
import { fieldName } from '../encoding/pointer.js';
import { PassportError } from '../errors.js';
import { draftText, type DraftTextOptions } from '../import/draft-text.js';
import { type Draft, placedValues } from '../import/draft.js';
import { mergeDrafts } from '../import/merge.js';
import { leftOutComment } from '../import/provenance.js';
import { completeSource, type Offer, takeOffer, writeMissing } from '../import/update.js';
import { exists } from '../node/files.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Arguments, Context } from './command.js';
import { findFiles } from './import-files.js';
import { withFlags } from './init-flags.js';
import { Inputs } from './inputs.js';
import { isType } from './questions.js';
import { wordsOfType } from './template-text.js';

export interface Beginning {
  readonly folder: string;
  readonly path: string;
  /** The text of the source that is there. */
  readonly before: string | undefined;
  /** Whether anybody can be asked. */
  readonly asks: boolean;
  readonly args: Arguments;
  readonly context: Context;
}

export interface Begun {
  readonly text: string;
  /** What is to be said of it once it is written. */
  readonly said: readonly string[];
}

/**
 * The text of a source: what the files say, what the flags say, and what is answered.
 * @throws PassportError ERR_CANCELLED, ERR_READ, ERR_USAGE, ERR_INVALID_SOURCE, ERR_INVALID_IMPORT
 */
export async function begin(beginning: Beginning): Promise<Begun> {
  const { folder, path, before, args, context } = beginning;
  const registry = await new Inputs(context.io).registry(args.text('registry'));
  const { drafts, files } = await findFiles(folder, homeOf(path), args.texts('from'), before !== undefined, context);
  const used = [...new Set(drafts.map(({ file }) => file))];
  const names = files.map(({ file }) => file);
  await context.io.stderr(used.length > 0 ? `found ${names.join(', ')}\n` : 'found no file to begin from\n');
  const found = mergeDrafts(drafts);
  return before === undefined ? newSource(beginning, found, registry) : updated(beginning, before, found, registry);
}

async function newSource(beginning: Beginning, found: Draft, registry: RegistryProfile): Promise<Begun> {
  const { path, asks, args, context } = beginning;
  const flagged = withFlags(found, args, registry);
  const { draft, leftOut } = asks
    ? await (await import('./interview.js')).interview(flagged, { registry, settled: 0 }, context)
    : { draft: flagged, leftOut: [] };
  const options = { ...explanations(draft), leftOut };
  const heading = [...(await schemaComment(homeOf(path))), ...headingOf(draft)];
  return { text: draftText(draft, { ...options, heading }), said: guessesLeft(draft) };
}

async function updated(
  { asks, args, context, path }: Beginning,
  before: string,
  found: Draft,
  registry: RegistryProfile,
): Promise<Begun> {
  const read = readSource(before, { file: path });
  if (read.kind === 'manifest' || read.value === undefined) {
    const { diagnostics } = read;
    const errors = diagnostics.filter(isError);
    if (read.value === undefined && errors.length > 0) {
      throw new PassportError('ERR_INVALID_SOURCE', `${path} cannot be read`, { diagnostics: errors });
    }
    throw new PassportError('ERR_USAGE', `${path} is a manifest, which is read as it is`, {
      hint: 'passport validate says what it lacks; an overlay says what it has no place for',
    });
  }
  const completed = completeSource(before, read, found);
  const flagged = withFlags(completed.draft, args, registry);
  const settled = capabilitiesOf(read.value).length;
  const { draft, leftOut } = asks
    ? await (await import('./interview.js')).interview(flagged, { registry, settled }, context)
    : { draft: flagged, leftOut: [] };
  const taken = asks ? await chosenOffers(completed.offers, context) : [];
  let text = before;
  for (const offer of taken) text = takeOffer(text, offer) ?? text;
  const { text: written, added, failed } = writeMissing(text, draft, explanations(draft));
  const left = completed.offers.filter((offer) => !taken.includes(offer));
  const eol = /\r?\n/.exec(before)?.[0] ?? '\n';
  const comments = read.written?.json ? '' : leftOut.map((origin) => leftOutComment(origin) + eol).join('');
  const ended = comments === '' || written.endsWith('\n') ? written : written + eol;
  return {
    text: ended + comments,
    said: [
      ...(added.length > 0 ? [`added: ${added.map(fieldName).join(', ')}`] : []),
      ...(failed.length > 0 ? [`to be added by hand: ${failed.map(fieldName).join(', ')}`] : []),
      ...left.map(
        ({ pointer, found: { origin } }) => `${fieldName(pointer)} is left as it is; ${origin.file} says otherwise`,
      ),
      ...guessesLeft(draft),
    ],
  };
}

/** Where the source lies, from which it names other files. */
function homeOf(path: string): string {
  return path === '-' ? '.' : dirname(path);
}

function capabilitiesOf(value: unknown): readonly unknown[] {
  const { capabilities } = value as { capabilities?: unknown };
  return Array.isArray(capabilities) ? capabilities : [];
}

async function chosenOffers(offers: readonly Offer[], context: Context): Promise<readonly Offer[]> {
  if (offers.length === 0) return [];
  const { askChoices } = await import('./prompt.js');
  await context.io.stderr('\nWhere your files say otherwise than the source:\n');
  const choices = offers.map(({ pointer, current, found }) => ({
    value: pointer,
    name: `${fieldName(pointer)}: ${JSON.stringify(found.value)}`,
    description: `from ${found.origin.file}: ${found.origin.place}; here stands ${JSON.stringify(current)}`,
  }));
  const chosen = await askChoices('Which of these is to be taken over?', choices, () => false);
  return offers.filter(({ pointer }) => chosen.includes(pointer));
}

/** What the template of the type says of whatever is still to be written. */
function explanations({ artifact: { type } }: Draft): DraftTextOptions {
  if (!type || !isType(type.value)) return {};
  const words = wordsOfType(type.value);
  return { explain: (pointer) => words.of(pointer).lines };
}

function headingOf({ artifact: { type } }: Draft): string[] {
  return type && isType(type.value) ? [`Source of a trust passport for ${wordsOfType(type.value).what}.`] : [];
}

/** Editors complete the source where they find its schema. */
async function schemaComment(folder: string): Promise<string[]> {
  const schema = 'node_modules/trust-passport/schemas/source.json';
  return (await exists(join(folder, schema))) ? [`yaml-language-server: $schema=./${schema}`] : [];
}

function guessesLeft(draft: Draft): string[] {
  const count = placedValues(draft).filter(({ found }) => found.guess !== undefined).length;
  return count === 0
    ? []
    : [`${count === 1 ? 'one value is' : `${count} values are`} concluded, not found: see the comments with "guess"`];
}
