import type { CommandWords, Flag, Grammar, Values } from './grammar.js';
import { quoteForShell } from './quote.js';

/**
 * A script that completes the command line in zsh, sourced or as the file `_passport` in $fpath. What can stand
 * somewhere is said by functions: lists within the specifications of _arguments would be evaluated.
 */
export function zshCompletion({ commands, flags }: Grammar): string {
  const functions = new Functions();
  const branches = commands.map(
    (command) => `        (${quoteForShell(command.name)})
          _arguments -S : \\
${specifications(command, flags, functions)
  .map((spec) => `            ${quoteForShell(spec)}`)
  .join(' \\\n')}
          ;;
`,
  );
  const own = flags.flatMap((flag) => flagSpecs(flag, functions)).map((spec) => `    ${quoteForShell(spec)} \\\n`);
  const described = commands.map(
    ({ name, describe }) => `        ${quoteForShell(`${escapeColons(name)}:${describe}`)}\n`,
  );
  return `#compdef passport
# Completion of passport for zsh: source <(passport completion zsh)

${functions.text()}
_passport() {
  local curcontext="$curcontext" state line ret=1
  typeset -A opt_args
  local -a commands
  _arguments -C -S : \\
${own.join('')}    '1: :->command' \\
    '*:: :->rest' && ret=0
  case $state in
    (command)
      commands=(
${described.join('')}      )
      _describe -t commands command commands && ret=0
      ;;
    (rest)
      case $words[1] in
${branches.join('')}      esac && ret=0
      ;;
  esac
  return ret
}

if [[ $funcstack[1] == _passport ]]; then
  _passport "$@"
else
  compdef _passport passport
fi
`;
}

function specifications(
  { flags, operands, repeats }: CommandWords,
  global: readonly Flag[],
  functions: Functions,
): string[] {
  return [
    ...[...flags, ...global].flatMap((flag) => flagSpecs(flag, functions)),
    ...operands.map((values, place) => {
      const which = repeats && place === operands.length - 1 ? '*' : String(place + 1);
      return `${which}: :${functions.nameFor(values)}`;
    }),
  ];
}

/** One specification for each spelling; what is given in one is not offered in the other. */
function flagSpecs({ name, short, describe, values, repeatable }: Flag, functions: Functions): string[] {
  const spellings = [`--${name}`, ...(short === undefined ? [] : [`-${short}`])];
  const excluded = repeatable ? '*' : spellings.length > 1 ? `(${spellings.join(' ')})` : '';
  const explanation = `[${describe.replace(/[[\]\\]/g, '\\$&')}]`;
  const value = values ? `: :${functions.nameFor(values)}` : '';
  return spellings.map((spelling) => {
    const equals = values && spelling.startsWith('--') ? '=' : '';
    return `${excluded}${spelling}${equals}${explanation}${value}`;
  });
}

function escapeColons(text: string): string {
  return text.replace(/[\\:]/g, '\\$&');
}

/** A function for each kind of value, named by its number. */
class Functions {
  private readonly bodies: string[] = [];

  nameFor(values: Values): string {
    const body = complete(values);
    let number = this.bodies.indexOf(body);
    if (number === -1) number = this.bodies.push(body) - 1;
    return `_passport_values_${number}`;
  }

  text(): string {
    return this.bodies.map((body, number) => `_passport_values_${number}() {\n  ${body}\n}\n`).join('');
  }
}

function complete(values: Values): string {
  switch (values.kind) {
    case 'words':
      return add(values.words);
    case 'files':
      return values.endings.length === 0 ? '_files "$@"' : `_files "$@" -g '*.(${values.endings.join('|')})(-.)'`;
    case 'free':
      return '_message value';
    case 'pair': {
      const { words, separator, optional, then } = values;
      const first = optional ? add(words) : add(words, ` -q -S ${quoteForShell(separator)}`);
      return `if compset -P ${quoteForShell(`*${separator}`)}; then ${complete(then)}; else ${first}; fi`;
    }
  }
}

function add(words: readonly string[], options = ''): string {
  return [`compadd "$@"${options} --`, ...words.map(quoteForShell)].join(' ');
}
