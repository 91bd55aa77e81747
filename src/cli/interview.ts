import type { JsonValue } from '../encoding/json-value.js';
import { fieldName, pointerTokens } from '../encoding/pointer.js';
import { printable } from '../encoding/printable.js';
import { foundAt, judgeAnswer, type Judgement, withAnswer, withFound } from '../import/answers.js';
import {
  authored,
  capabilityKeys,
  type Draft,
  type DraftCapability,
  missingKeys,
  type Origin,
  type PlacedValue,
  placedValues,
} from '../import/draft.js';
import { originText } from '../import/provenance.js';
import type { TemplateWords } from '../import/template-words.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Context } from './command.js';
import { askChoice, askChoices, askInEditor, askText, askWhether } from './prompt.js';
import { artifactTypes, isType, pricingModels, questionOf } from './questions.js';
import { wordsOfType } from './template-text.js';

/** A draft in which the author has said all that the files did not. */
export interface Interviewed {
  readonly draft: Draft;
  /** Capabilities that were found and are not wanted. */
  readonly leftOut: readonly Origin[];
}

export interface InterviewOptions {
  readonly registry: RegistryProfile;
  /** How many capabilities stand in the source already, and stay. */
  readonly settled: number;
}

/**
 * Asks for what is missing, and for what was only concluded; nothing that stands in a file and is in order is asked.
 * @throws PassportError ERR_CANCELLED
 */
export async function interview(draft: Draft, options: InterviewOptions, context: Context): Promise<Interviewed> {
  return new Interview(draft, options, context).run();
}

// The words of each question are those of the type, and a short name is proposed from the name.
const inOrderOfAsking = ['type', 'name', 'slug', 'id', 'url', 'categories', 'tags', 'pricing', 'status'] as const;
const listKeys: ReadonlySet<string> = new Set([
  ...['intents', 'best_for', 'limitations', 'requires', 'input_types', 'output_types'],
]);
// Longer than what is comfortably changed on a line of a terminal.
const FOR_THE_EDITOR = 160;

class Interview {
  private words: TemplateWords | undefined;
  private leftOut: readonly Origin[] = [];

  constructor(
    private draft: Draft,
    private readonly options: InterviewOptions,
    private readonly context: Context,
  ) {}

  async run(): Promise<Interviewed> {
    await this.chooseCapabilities();
    await this.confirmGuesses();
    for (const key of inOrderOfAsking) {
      if (key === 'pricing') await this.askPricing();
      else if (this.isOpen(`/artifact/${key}`)) await this.ask(`/artifact/${key}`);
    }
    const own = this.draft.capabilities.length === 0;
    if (own) this.addCapability();
    for (let index = 0; index < this.draft.capabilities.length; index++) {
      await this.askCapability(index);
      const isLast = index === this.draft.capabilities.length - 1;
      if (own && isLast && (await askWhether('Is there something else that it can do?', false))) this.addCapability();
    }
    return { draft: this.draft, leftOut: this.leftOut };
  }

  /** All at once, what is the same for several as one: most are right. */
  private async confirmGuesses(): Promise<void> {
    const guesses = new Map<string, PlacedValue[]>();
    for (const placed of placedValues(this.draft)) {
      const { pointer, found } = placed;
      if (found.guess === undefined) continue;
      const key = JSON.stringify([pointer.replace(/\d+/, '*'), found.value, found.guess]);
      guesses.set(key, [...(guesses.get(key) ?? []), placed]);
    }
    if (guesses.size === 0) return;
    const choices = [...guesses].map(([value, [first, ...others]]) => {
      const { pointer, found } = first as PlacedValue;
      return {
        value,
        name: `${this.nameOf(pointer, others.length)}: ${short(found.value)}`,
        description: `from ${originText(found.origin)} (${found.guess ?? ''})`,
      };
    });
    const right = await askChoices('Concluded from your files. What is right?', choices, () => true);
    for (const [key, placed] of guesses) {
      for (const { pointer, found } of placed) {
        const { guess: _, ...sure } = found;
        this.draft = withFound(this.draft, pointer, right.includes(key) ? sure : undefined);
      }
    }
  }

  /** A key as its author knows it. */
  private nameOf(pointer: string, others: number): string {
    const [list, index, key = ''] = pointerTokens(pointer);
    if (list === 'artifact') return fieldName(pointer).replace(/^artifact\.(?:pricing\.model)?/, '') || 'pricing';
    if (others > 0) return `${key} of ${others + 1} capabilities`;
    const capability = this.draft.capabilities[Number(index)];
    return `${key} of ${capability?.name?.value ?? 'the capability'}`;
  }

  private async chooseCapabilities(): Promise<void> {
    const { settled } = this.options;
    const { capabilities } = this.draft;
    const found = capabilities.slice(settled);
    if (found.length === 0 || found.length + settled === 1) return;
    const choices = found.map(({ name, description }, index) => ({
      value: String(index),
      name: name?.value ?? `the one with number ${index + 1}`,
      description: short(description?.value ?? ''),
    }));
    const judge = (chosen: readonly string[]): Judgement =>
      chosen.length + settled > 0 ? {} : { error: 'a passport says at least one thing that the artifact can do' };
    const chosen = await askChoices(
      'Found in your files. What does the passport describe?',
      choices,
      () => true,
      judge,
    );
    const isChosen = (index: number): boolean => index < settled || chosen.includes(String(index - settled));
    this.leftOut = capabilities.flatMap(({ name }, index) =>
      isChosen(index) || !name || name.origin === authored ? [] : [name.origin],
    );
    this.draft = { ...this.draft, capabilities: capabilities.filter((_, index) => isChosen(index)) };
  }

  private addCapability(): void {
    this.draft = { ...this.draft, capabilities: [...this.draft.capabilities, {} as DraftCapability] };
  }

  private async askCapability(index: number): Promise<void> {
    const open = capabilityKeys.map((key) => `/capabilities/${index}/${key}`).filter((pointer) => this.isOpen(pointer));
    if (open.length === 0) return;
    const name = this.draft.capabilities[index]?.name?.value;
    const count = this.draft.capabilities.length;
    const title = name === undefined ? 'What it can do' : printable(name);
    const { io, paintError } = this.context;
    await io.stderr(`\n${paintError('title', title)}${count > 1 ? ` (${index + 1} of ${count})` : ''}\n`);
    for (const pointer of open) await this.ask(pointer);
  }

  /** Missing, or of a kind that no registry would take. */
  private isOpen(pointer: string): boolean {
    const found = foundAt(this.draft, pointer);
    if (!found) return missingKeys(this.draft).includes(pointer);
    return this.judge(pointer, found.value).error !== undefined;
  }

  private judge(pointer: string, value: JsonValue): Judgement {
    return judgeAnswer(this.draft, pointer, value, this.options.registry);
  }

  private async askPricing(): Promise<void> {
    const [model, price] = ['/artifact/pricing/model', '/artifact/pricing/starting_price'];
    if (!this.draft.artifact.pricing?.model || this.isOpen(model)) await this.ask(model);
    const chosen = this.draft.artifact.pricing?.model?.value ?? '';
    if (this.draft.artifact.pricing?.starting_price || !['paid', 'usage', 'freemium'].includes(chosen)) return;
    await this.explain(price);
    const judge = (answer: string): Judgement => (answer === '' ? {} : this.judge(price, answer));
    const answer = await askText({ message: questionOf(price).message, judge });
    if (answer !== '') this.draft = withAnswer(this.draft, price, answer);
  }

  private async ask(pointer: string): Promise<void> {
    await this.explain(pointer);
    const { message } = questionOf(pointer);
    this.draft = withAnswer(this.draft, pointer, await this.answer(pointer, message));
    if (pointer === '/artifact/type') this.words = undefined;
  }

  private async answer(pointer: string, message: string): Promise<JsonValue> {
    const key = pointerTokens(pointer).at(-1) ?? '';
    const { artifact, capability } = this.options.registry.categories;
    const judgeAll = (answers: readonly string[]): Judgement => this.judge(pointer, [...answers]);
    if (key === 'type') {
      const types = artifactTypes.map((value) => ({ value, description: wordsOfType(value).what }));
      return askChoice(message, types, foundAt(this.draft, pointer)?.value as string | undefined);
    }
    if (key === 'model') return askChoice(message, pricingModels, 'open_source');
    if (key === 'categories') {
      const known = pointer.startsWith('/artifact') ? artifact : capability;
      const before = this.categoriesBefore(pointer);
      const choices = known.map((value) => ({ value }));
      return askChoices(message, choices, ({ value }) => before.includes(value), judgeAll);
    }
    if (listKeys.has(key)) return this.askEntries(pointer, message);
    return this.askWords(pointer, message);
  }

  private async askWords(pointer: string, message: string): Promise<string> {
    const judge = (answer: string): Judgement =>
      answer === '' ? { error: 'nothing is left open here' } : this.judge(pointer, answer);
    const found = foundAt(this.draft, pointer)?.value;
    if (typeof found !== 'string') return askText({ message, judge, proposal: this.proposalFor(pointer) });
    const draft = found.replaceAll(/\s+/g, ' ').trim();
    await this.say('warning', `  found, but ${this.judge(pointer, found).error ?? ''}`);
    const hasEditor = (this.context.io.env.VISUAL ?? this.context.io.env.EDITOR ?? '') !== '';
    return hasEditor && draft.length > FOR_THE_EDITOR
      ? askInEditor({ message, draft, judge })
      : askText({ message, draft, judge });
  }

  /** One a question, until nothing is typed. */
  private async askEntries(pointer: string, message: string): Promise<string[]> {
    const entries: string[] = [];
    for (;;) {
      const judge = (answer: string): Judgement => (answer === '' ? {} : this.judge(pointer, [...entries, answer]));
      const more = entries.length === 0 ? `${message} (Enter: none)` : 'And what else? (Enter: nothing)';
      const entry = await askText({ message: more, judge });
      if (entry === '') return entries;
      entries.push(entry);
    }
  }

  private proposalFor(pointer: string): string | undefined {
    if (pointer !== '/artifact/slug') return undefined;
    const slug = slugOf(this.draft.artifact.name?.value ?? '');
    return slug !== '' && this.judge(pointer, slug).error === undefined ? slug : undefined;
  }

  /** Abilities of one artifact are often of one kind. */
  private categoriesBefore(pointer: string): readonly string[] {
    const index = Number(pointerTokens(pointer)[1]);
    return (pointer.startsWith('/capabilities') && this.draft.capabilities[index - 1]?.categories?.value) || [];
  }

  /** Why it is asked, and what the template of the type says of it. */
  private async explain(pointer: string): Promise<void> {
    const type = this.draft.artifact.type?.value;
    if (type !== undefined && isType(type)) this.words ??= wordsOfType(type);
    const { lines = [], example } = this.words?.of(pointer.replace(/\/pricing\/\w+$/, '/pricing')) ?? {};
    const first = Array.isArray(example) ? example[0] : example;
    const such = pointer.startsWith('/capabilities') && typeof first === 'string' && !pointer.endsWith('/categories');
    await this.say('quiet', `  ${questionOf(pointer).why}`);
    for (const line of lines) await this.say('quiet', `  ${line}`);
    if (such) await this.say('quiet', `  such as: ${short(first, 100)}`);
  }

  private async say(tone: 'quiet' | 'warning', line: string): Promise<void> {
    await this.context.io.stderr(`${this.context.paintError(tone, printable(line))}\n`);
  }
}

/** A name as the end of an address. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replaceAll(/^[-._]+|[-._]+$/g, '')
    .slice(0, 80);
}

function short(value: JsonValue, limit = 60): string {
  const whole = Array.isArray(value) ? value.join('; ') : typeof value === 'string' ? value : JSON.stringify(value);
  const text = whole.replaceAll(/\s+/g, ' ');
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}
