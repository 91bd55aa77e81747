import { DockerfileParser, type Instruction, type PropertyInstruction } from 'dockerfile-ast';
import { PassportError } from '../errors.js';
import { assertText, unreadable } from './imported-json.js';
import type { ImportedFile } from './importer.js';

/** A name and what it is set to, as it is written. */
export interface Setting {
  readonly name: string;
  readonly value: string;
}

/** What the last stage of a Dockerfile says of the image that is made of it. */
export interface ImageSettings {
  readonly labels: readonly Setting[];
  readonly variables: readonly Setting[];
  readonly ports: readonly string[];
  readonly volumes: readonly string[];
}

// The parser goes over the whole text for each instruction: a long one would take it minutes.
const MAX_CHARACTERS = 1 << 17;
const MAX_INSTRUCTIONS = 2000;

/** @throws PassportError ERR_INVALID_IMPORT */
export function readDockerfile(imported: ImportedFile): ImageSettings {
  assertText(imported);
  if (imported.text.length > MAX_CHARACTERS || lines(imported.text) > MAX_INSTRUCTIONS) {
    const message = 'the Dockerfile has more than 131,072 characters or 2,000 lines';
    throw unreadable(imported, message, 'is it the right file?');
  }
  try {
    return settingsOf(imported);
  } catch (cause) {
    if (cause instanceof PassportError) throw cause;
    // It is lenient by design, and trips over some texts that are no Dockerfile.
    const hint = 'is it the right file?';
    throw unreadable(imported, 'this cannot be read as a Dockerfile', hint, { cause });
  }
}

function settingsOf(imported: ImportedFile): ImageSettings {
  const instructions = DockerfileParser.parse(imported.text).getInstructions();
  const keywords = instructions.map((instruction) => instruction.getKeyword());
  const from = keywords.lastIndexOf('FROM');
  if (from === -1) throw unreadable(imported, 'there is no FROM in it', 'is it a Dockerfile?');
  const last = instructions.slice(from + 1);
  const of = (keyword: string): Instruction[] => last.filter((one) => one.getKeyword() === keyword);
  const settings = (keyword: string): Setting[] =>
    of(keyword).flatMap((one) =>
      (one as PropertyInstruction)
        .getProperties()
        .map((property) => ({ name: property.getName(), value: property.getValue() ?? '' })),
    );
  const words = (keyword: string): string[] =>
    of(keyword).flatMap((one) => {
      const list = listIn(one.getArgumentsContent() ?? '');
      return list ?? one.getArguments().map((argument) => argument.getValue());
    });
  return { labels: settings('LABEL'), variables: settings('ENV'), ports: words('EXPOSE'), volumes: words('VOLUME') };
}

/** The other way to write several words: a list of JSON. */
function listIn(content: string): string[] | undefined {
  try {
    const list: unknown = JSON.parse(content);
    // By an escape there can be half of a surrogate pair in it.
    return Array.isArray(list) ? list.filter((word) => typeof word === 'string' && word.isWellFormed()) : undefined;
  } catch {
    return undefined;
  }
}

function lines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
