import { PassportError } from '../errors.js';

// What a shell acts on where it is not quoted. No shell runs the command, so each would silently mean itself.
const ACTIVE = '$`;&|<>()*?[]{}~#!';

/**
 * The words of a command as a POSIX shell would split them, where the shell would do no more than that: blanks
 * separate, '…' holds anything, "…" anything but `$` and a backquote, and a backslash takes away the meaning of the
 * next character. Whatever a shell would expand or act on is refused.
 * @throws PassportError ERR_USAGE; the command is not repeated, as words of it may be secret
 */
export function commandWords(text: string): readonly [string, ...string[]] {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (character === ' ' || character === '\t') {
      if (word !== undefined) words.push(word);
      word = undefined;
      continue;
    }
    word ??= '';
    if (character === "'") {
      const end = text.indexOf("'", at + 1);
      if (end === -1) throw misused("a ' has no end");
      word += text.slice(at + 1, end);
      at = end;
    } else if (character === '"') {
      const { inside, end } = doublyQuoted(text, at + 1);
      word += inside;
      at = end;
    } else if (character === '\\') {
      if (at + 1 === text.length) throw misused('it ends in a backslash');
      word += text[++at];
    } else {
      refuseActive(character, ACTIVE);
      word += character;
    }
  }
  if (word !== undefined) words.push(word);
  const [program, ...rest] = words;
  if (program === undefined || program === '') throw misused('no program is named');
  if (text.includes('\0')) throw misused('it has a NUL character in it');
  if (/^[A-Za-z_]\w*=/.test(program)) {
    throw misused('it begins with a variable, which only a shell would set', 'env NAME=value PROGRAM sets it');
  }
  return [program, ...rest];
}

function doublyQuoted(text: string, start: number): { readonly inside: string; readonly end: number } {
  let inside = '';
  for (let at = start; at < text.length; at++) {
    const character = text[at] as string;
    if (character === '"') return { inside, end: at };
    if (character === '\\' && '"\\$`'.includes(text[at + 1] ?? ' ')) {
      inside += text[++at];
    } else {
      refuseActive(character, '$`');
      inside += character;
    }
  }
  throw misused('a " has no end');
}

function refuseActive(character: string, active: string): void {
  if (!active.includes(character) && character !== '\n' && character !== '\r') return;
  const shown = character === '\n' || character === '\r' ? 'a line end' : character;
  throw misused(
    `${shown} means something to a shell, and no shell runs it`,
    "put it between '…', or ask a shell: exec:sh -c '…' sh",
  );
}

function misused(
  why: string,
  hint = 'give a program and its words: --signer "exec:./sign-with-token --slot 2"',
): PassportError {
  return new PassportError('ERR_USAGE', `the command of --signer exec: cannot be run: ${why}`, { hint });
}
