import type { Options } from 'yargs';
import type { JsonValue } from '../encoding/json-value.js';
import { PassportError } from '../errors.js';
import { judgeAnswer, withAnswer } from '../import/answers.js';
import { type Draft, type DraftCapability } from '../import/draft.js';
import { abilityKey } from '../import/merge.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Arguments } from './command.js';

const text = (describe: string): Options => ({ type: 'string', requiresArg: true, describe });
const many = (describe: string): Options => text(`${describe}; also several times`);

/** Answers to the questions of the interview, for whoever is not to be asked. */
export const answerFlags: Readonly<Record<string, Options>> = {
  type: text('what the artifact is: mcp, model, dataset, …'),
  name: text('its name, as people know it'),
  slug: text('its short name in addresses'),
  url: text('where it lives'),
  category: many('what it is for'),
  tag: many('a word by which it is found'),
  pricing: text('open_source, free, freemium, paid, usage or unknown'),
  price: text('the lowest price with its unit'),
  capability: text('a thing that it can do: the name of one that was found, or of a new one'),
  description: text('of the capability: how it works, and what comes out'),
  intent: many('of the capability: what somebody says who needs it'),
  'best-for': many('of the capability: whom or what it suits'),
  limitation: many('of the capability: how it fails, or what it does not do'),
  requires: many('of the capability: what it needs to run'),
  'input-type': many('of the capability: what goes in'),
  'output-type': many('of the capability: what comes out'),
  'capability-category': many('of the capability: what kind of ability it is'),
};

export const repeatableAnswers = [
  ...['category', 'tag', 'intent', 'best-for', 'limitation', 'requires'],
  ...['input-type', 'output-type', 'capability-category'],
];

const artifactPointers: Readonly<Record<string, string>> = {
  type: '/artifact/type',
  name: '/artifact/name',
  slug: '/artifact/slug',
  url: '/artifact/url',
  category: '/artifact/categories',
  tag: '/artifact/tags',
  pricing: '/artifact/pricing/model',
  price: '/artifact/pricing/starting_price',
};

const capabilityKeyOf: Readonly<Record<string, string>> = {
  description: 'description',
  intent: 'intents',
  'best-for': 'best_for',
  limitation: 'limitations',
  requires: 'requires',
  'input-type': 'input_types',
  'output-type': 'output_types',
  'capability-category': 'categories',
};

/**
 * The draft with what the flags say, each judged like an answer.
 * @throws PassportError ERR_USAGE
 */
export function withFlags(draft: Draft, args: Arguments, registry: RegistryProfile): Draft {
  let current = draft;
  const set = (flag: string, pointer: string): void => {
    const texts = args.texts(flag);
    if (texts.length === 0) return;
    const value: JsonValue = repeatableAnswers.includes(flag) ? [...texts] : (texts[0] as string);
    const { error } = judgeAnswer(current, pointer, value, registry);
    if (error !== undefined) throw new PassportError('ERR_USAGE', `--${flag}: ${error}`);
    current = withAnswer(current, pointer, value);
  };
  for (const [flag, pointer] of Object.entries(artifactPointers)) set(flag, pointer);
  const ofCapability = Object.keys(capabilityKeyOf).filter((flag) => args.texts(flag).length > 0);
  const name = args.text('capability');
  if (name === undefined && ofCapability.length === 0) return current;
  const index = capabilityMeant(current, name, ofCapability[0] ?? 'capability');
  if (index === current.capabilities.length) current = { ...current, capabilities: [...current.capabilities, {}] };
  if (current.capabilities[index]?.name === undefined) set('capability', `/capabilities/${index}/name`);
  for (const flag of ofCapability) set(flag, `/capabilities/${index}/${capabilityKeyOf[flag] as string}`);
  return current;
}

/** The one of that name, or the only one that has none, else one more. */
function capabilityMeant({ capabilities }: Draft, name: string | undefined, flag: string): number {
  const isMeant = (one: DraftCapability): boolean =>
    name !== undefined && one.name !== undefined && abilityKey(one.name.value) === abilityKey(name);
  const named = capabilities.findIndex(isMeant);
  if (named !== -1) return named;
  const [only] = capabilities;
  if (capabilities.length === 1 && (name === undefined || only?.name === undefined)) return 0;
  if (name !== undefined || capabilities.length === 0) return capabilities.length;
  throw new PassportError(
    'ERR_USAGE',
    `there are ${capabilities.length} capabilities, and --${flag} is of one of them`,
    {
      hint: 'name it: --capability NAME',
    },
  );
}
