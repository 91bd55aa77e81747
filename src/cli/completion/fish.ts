import type { CommandWords, Flag, Grammar, Values } from './grammar.js';
import { quoteForFish } from './quote.js';

/**
 * A script that completes the command line in fish, from 3.2 on. Fish expands what it is given as arguments: words
 * stand in quotes within quotes.
 */
export function fishCompletion({ commands, flags }: Grammar): string {
  const valueFlags = [...flags, ...commands.flatMap((command) => command.flags)]
    .filter(({ values }) => values)
    .flatMap(spellings);
  return `# Completion of passport for fish: passport completion fish | source

# The command that is named, and how many operands follow it.
function __passport_state
    set -l words (commandline -opc)
    set -e words[1]
    set -l command
    set -l operands 0
    set -l is_value 0
    set -l rest 0
    for word in $words
        if test $is_value = 1
            set is_value 0
        else if test $rest = 0; and test "x$word" = x--
            set rest 1
        else if test $rest = 0; and string match -qr -- '^-.' $word
            switch $word
                case ${[...new Set(valueFlags)].map(quoteForFish).join(' ')}
                    set is_value 1
            end
        else if test -n "$command"
            set operands (math $operands + 1)
        else
            switch $word
                case ${commands.map(({ name }) => quoteForFish(name)).join(' ')}
                    set command $word
            end
        end
    end
    echo "$command"
    echo $operands
end

# COMMAND [PLACE]
function __passport_at
    set -l state (__passport_state)
    test "$state[1]" = "$argv[1]"; or return 1
    test (count $argv) = 1; or test "$state[2]" = "$argv[2]"
end

# ENDING...
function __passport_files
    set -l word (commandline -ct | string replace -r -- '^--[^=]*=' '')
    set -l endings (string join -- '|' $argv)
    for path in $word*
        if string match -qr -- "\\.($endings)\\$" $path
            echo $path
        else if test -d $path
            echo $path/
        end
    end
end

complete -c passport -f
${commands.map(({ name, describe }) => line(`__passport_at ''`, `-a ${quoteForFish(quoteForFish(name))} -d ${quoteForFish(describe)}`)).join('')}${flags
    .map((flag) => flagLine(undefined, flag))
    .join('')}${commands.map(commandLines).join('')}`;
}

function commandLines({ name, flags, operands, repeats }: CommandWords): string {
  const own = flags.map((flag) => flagLine(`__passport_at ${quoteForFish(name)}`, flag));
  const places = operands.map((values, place) => {
    const condition = `__passport_at ${quoteForFish(name)}${repeats && place === operands.length - 1 ? '' : ` ${place}`}`;
    return values.kind === 'free' ? '' : line(condition, argumentsOf(values));
  });
  return [...own, ...places].join('');
}

function flagLine(condition: string | undefined, { name, short, describe, values }: Flag): string {
  const parts = [
    `-l ${quoteForFish(name)}`,
    ...(short === undefined ? [] : [`-s ${quoteForFish(short)}`]),
    ...(values ? [values.kind === 'files' ? '-r' : '-x', argumentsOf(values)] : []),
    `-d ${quoteForFish(describe)}`,
  ];
  return line(condition, parts.filter((part) => part !== '').join(' '));
}

function line(condition: string | undefined, rest: string): string {
  return `complete -c passport${condition === undefined ? '' : ` -n ${quoteForFish(condition)}`} ${rest}\n`;
}

function argumentsOf(values: Values): string {
  switch (values.kind) {
    case 'words':
      return list(values.words);
    case 'files':
      // Those that fit first, the others behind them.
      return values.endings.length === 0
        ? '-F'
        : `-F -k -a ${quoteForFish(`(__passport_files ${values.endings.join(' ')})`)}`;
    case 'free':
      return '';
    case 'pair': {
      const { words, separator, optional, then } = values;
      if (optional || then.kind !== 'words') return list(words);
      return list(words.flatMap((word) => then.words.map((second) => word + separator + second)));
    }
  }
}

function list(words: readonly string[]): string {
  return `-a ${quoteForFish(words.map(quoteForFish).join(' '))}`;
}

function spellings({ name, short }: Flag): string[] {
  return [`--${name}`, ...(short === undefined ? [] : [`-${short}`])];
}
