import { parseAuthored } from '../author/authored.js';
import { printable } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import { exitCodes } from './exit-codes.js';
import type { Judgement } from '../import/answers.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Manifest, Overlay } from '../passport/types.generated.js';

/**
 * Asks for a passphrase without showing it, again until it is not empty; twice where it is a new one.
 * @throws PassportError ERR_CANCELLED, ERR_PASSPHRASE where the two differ
 */
export async function askPassphrase(question: string, isNew: boolean): Promise<string> {
  const first = await askHidden(question);
  if (isNew && (await askHidden('The same once more:')) !== first) {
    throw new PassportError('ERR_PASSPHRASE', 'the two passphrases differ: nothing was written');
  }
  return first;
}

async function askHidden(message: string): Promise<string> {
  const { passphrase } = await ask({
    type: 'password',
    name: 'passphrase',
    message,
    // Otherwise a key stroke would show it.
    toggleMask: false,
    validate: (text: string) => text !== '' || 'an empty passphrase protects nothing',
  });
  return passphrase as string;
}

/** An answer in words, judged while it is typed. */
export interface TextQuestion {
  readonly message: string;
  /** Taken where nothing is typed. */
  readonly proposal?: string | undefined;
  /** Stands there to be changed. */
  readonly draft?: string | undefined;
  /** What is wrong with an answer: it is not taken before nothing is. */
  judge(answer: string): Judgement;
}

export async function askText({ message, proposal, draft, judge }: TextQuestion): Promise<string> {
  const question = {
    type: 'input',
    message,
    ...(draft === undefined ? { default: shownAsIs(proposal) } : { default: shownAsIs(draft), prefill: 'editable' }),
    validate: (answer: string) => judge(answer.trim()).error ?? true,
    // Between the question and what is typed, so that the cursor stays behind that.
    transformer: (typed: string, { isFinal }: { isFinal: boolean }) => {
      if (isFinal) return printable(typed);
      const { error, warning } = typed.trim() === '' ? {} : judge(typed.trim());
      const problem = error ?? warning;
      return `${problem === undefined ? '' : `\n  ${printable(problem)}`}\n  > ${typed}`;
    },
  };
  return ((await answerTo(question)) as string).trim();
}

/** A long text that is better changed where one is at home: in the editor that VISUAL or EDITOR names. */
export async function askInEditor({ message, draft, judge }: TextQuestion): Promise<string> {
  const validate = (answer: string) => judge(oneLine(answer)).error ?? true;
  return oneLine((await answerTo({ type: 'editor', message, default: draft, validate })) as string);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** What cannot be shown as it is cannot be agreed to. */
function shownAsIs(text: string | undefined): string | undefined {
  return text !== undefined && printable(text) === text ? text : undefined;
}

export interface Choice {
  readonly value: string;
  /** What is shown of it; the value where left out. */
  readonly name?: string | undefined;
  /** More, while it is pointed at. */
  readonly description?: string | undefined;
}

export async function askChoice(message: string, choices: readonly Choice[], initial?: string): Promise<string> {
  return (await answerTo({
    type: 'select',
    message,
    choices: choices.map(shownChoice),
    default: initial,
    pageSize: 10,
  })) as string;
}

/** Any number of them. @param checked those that are, unless somebody changes it */
export async function askChoices(
  message: string,
  choices: readonly Choice[],
  checked: (choice: Choice) => boolean,
  judge: (answers: readonly string[]) => Judgement = () => ({}),
): Promise<string[]> {
  const shown = choices.map((choice) => ({ ...shownChoice(choice), checked: checked(choice) }));
  const validate = (chosen: ReadonlyArray<{ readonly value: string }>) =>
    judge(chosen.map(({ value }) => value)).error ?? true;
  return (await answerTo({
    type: 'checkbox',
    message,
    choices: shown,
    validate,
    pageSize: 10,
    loop: false,
  })) as string[];
}

function shownChoice({ value, name = value, description }: Choice) {
  return { value, name: printable(name), ...(description !== undefined && { description: printable(description) }) };
}

export async function askWhether(message: string, initial: boolean): Promise<boolean> {
  return (await answerTo({ type: 'confirm', message, default: initial })) as boolean;
}

async function answerTo(question: object): Promise<unknown> {
  const { answer } = await ask({ ...question, name: 'answer' }, 'what is there can be taken without questions: --yes');
  return answer;
}

/** The questions go to standard error: standard output is for results. */
async function ask(question: object, hint?: string): Promise<Record<string, unknown>> {
  // Modules only, which the bundle can import but not require.
  const { default: inquirer } = await import('inquirer');
  const prompt = inquirer.createPromptModule({ output: process.stderr });
  try {
    return await prompt([question] as unknown as Parameters<typeof prompt>[0]);
  } catch (cause) {
    if ((cause as Error).name !== 'ExitPromptError') throw cause;
    // At the end of input the process is already leaving: its status is set now or never.
    process.exitCode = exitCodes.cancelled;
    throw new PassportError('ERR_CANCELLED', 'cancelled: nothing was written', { hint, cause });
  }
}

/**
 * Asks for the categories that a manifest has no place for. What the overlay has is not asked again.
 */
export async function askCategories(
  manifestText: string,
  overlay: Overlay,
  known: RegistryProfile['categories'],
): Promise<Overlay> {
  const manifest = parseAuthored('manifest', manifestText) as unknown as Manifest;
  const choose = async (message: string, choices: readonly string[]): Promise<string[]> => {
    const hint = 'the categories can be given in a file: --overlay FILE';
    const { category } = await ask({ type: 'select', name: 'category', message, choices: [...choices] }, hint);
    return [category as string];
  };
  const artifact = { ...overlay.artifact };
  artifact.categories ??= await choose(`What is ${printable(manifest.artifact.name)} for?`, known.artifact);
  const capabilities: NonNullable<Overlay['capabilities']> = { ...overlay.capabilities };
  for (const [number, { id, name }] of manifest.capabilities.entries()) {
    const key =
      [id, String(number)].find((candidate) => candidate !== undefined && Object.hasOwn(capabilities, candidate)) ??
      String(number);
    const entry = { ...capabilities[key] };
    entry.categories ??= await choose(`What kind of capability is "${printable(name)}"?`, known.capability);
    capabilities[key] = entry;
  }
  return { artifact, capabilities };
}
