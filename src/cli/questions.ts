import { pointerTokens } from '../encoding/pointer.js';
import type { ArtifactType } from '../import/draft.js';

/** A question about one key, and in one line why it is asked. */
export interface Question {
  readonly message: string;
  readonly why: string;
}

const ofArtifact: Readonly<Record<string, Question>> = {
  type: { message: 'What is it?', why: 'readers compare artifacts of one type, and the next questions depend on it' },
  name: { message: 'What do people call it?', why: 'it is the headline of the passport' },
  slug: { message: 'Short name for its address?', why: 'the address of the passport page ends in it, and stays' },
  url: { message: 'Where does it live?', why: 'readers go there, and the claim that it is yours is proven there' },
  categories: { message: 'What is it for?', why: 'the registry lists it there; the most fitting comes first' },
  model: { message: 'How is it paid for?', why: 'whether it is free is derived from this' },
  starting_price: {
    message: 'From which price on? (Enter: none)',
    why: 'the lowest price with its unit, as in $10 per month',
  },
};

const ofCapability: Readonly<Record<string, Question>> = {
  name: { message: 'What can it do, in a few words?', why: 'the address of this ability is made of it' },
  description: {
    message: 'How does it work, and what comes out?',
    why: 'agents choose by it: two or three sentences, of 100 characters at least',
  },
  intents: {
    message: 'What would somebody say who needs this?',
    why: 'requests are matched with it, in the words of people',
  },
  best_for: { message: 'Whom or what does it suit best?', why: 'it helps readers to choose between what looks alike' },
  limitations: {
    message: 'How does it fail, or what does it not do?',
    why: 'these become its failure modes: who names none is not believed',
  },
  requires: {
    message: 'What does it need to run?',
    why: 'these become its permissions: keys, accounts, network, files, programs',
  },
  input_types: { message: 'What goes in?', why: 'agents check with it whether they have what it takes' },
  output_types: { message: 'What comes out?', why: 'agents check with it whether they can use the result' },
  categories: { message: 'What kind of ability is it?', why: 'its address begins with the first one' },
};

/** The question about a key of a source, by the pointer of that. */
export function questionOf(pointer: string): Question {
  const tokens = pointerTokens(pointer);
  const key = tokens.at(-1) ?? '';
  const question = tokens[0] === 'artifact' ? ofArtifact[key] : ofCapability[key];
  return question ?? { message: `${key}?`, why: 'a source has it' };
}

export const pricingModels = [
  { value: 'open_source', description: 'the code or weights may be used by anybody' },
  { value: 'free', description: 'costs nothing, and is not open' },
  { value: 'freemium', description: 'free up to a point' },
  { value: 'paid', description: 'a price for a licence or a time' },
  { value: 'usage', description: 'a price for each use' },
  { value: 'unknown', description: 'there is no price yet' },
] as const;

/** Every type that there is, those that are asked for most first. */
export const artifactTypes = Object.keys({
  ...{ mcp: 0, model: 0, dataset: 0, agent: 0, api: 0, cli: 0, app: 0, webapp: 0, extension: 0, framework: 0 },
  ...{ repo: 0, skill: 0, prompt: 0, workflow: 0, template: 0, finetune: 0, benchmark: 0, platform: 0, product: 0 },
} satisfies Readonly<Record<ArtifactType, 0>>) as readonly ArtifactType[];

export function isType(word: string): word is ArtifactType {
  return (artifactTypes as readonly string[]).includes(word);
}
