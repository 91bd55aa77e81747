import type { Flag, Grammar, Values } from './grammar.js';
import { quoteForShell } from './quote.js';

/**
 * A script that completes the command line in bash, from 3.2 on. Every word of the grammar stands in it in quotes;
 * `compgen -W` is not used, which would expand them.
 */
export function bashCompletion({ commands, flags }: Grammar): string {
  const all = commands.map((command) => ({ ...command, flags: [...command.flags, ...flags] }));
  const valueFlags = [
    ...flags.flatMap((flag) => spelt(flag).map((word) => `*:${quoteForShell(word)}`)),
    ...commands.flatMap(({ name, flags: own }) =>
      own.flatMap((flag) => spelt(flag).map((word) => quoteForShell(`${name}:${word}`))),
    ),
  ];
  return `# Completion of passport for bash: source <(passport completion bash)

# HEAD PREFIX WORD...
_passport_words() {
  local word
  for word in "\${@:3}"; do
    if [[ $word == "$2"* ]]; then COMPREPLY+=("$1$word"); fi
  done
}

# HEAD PREFIX [ENDING...]
_passport_files() {
  local name ending
  compopt -o filenames 2>/dev/null || :
  while IFS= read -r name; do
    COMPREPLY+=("$1$name")
  done < <(
    if (($# == 2)); then
      compgen -f -- "$2" || :
    else
      compgen -d -- "$2" || :
      for ending in "\${@:3}"; do compgen -f -X "!*.$ending" -- "$2" || :; done
    fi
  )
}

_passport() {
  local i word last lead cur='' head='' value='' command='' flag='' target='' rest='' operands=0 words=()
  COMPREPLY=()

  # Bash breaks words at = and :, here they are whole.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if ((\${#words[@]} > 0)) && [[ $word == [=:]* || \${words[\${#words[@]} - 1]} == *[=:] ]]; then
      words[\${#words[@]} - 1]+=$word
    else
      words+=("$word")
    fi
  done
  ((\${#words[@]} > 0)) || return 0
  cur=\${words[\${#words[@]} - 1]}
  unset "words[\${#words[@]} - 1]"
  last=\${COMP_WORDS[COMP_CWORD]}
  if [[ $last == [=:] ]]; then last=''; fi
  # What bash has already in front of the word that it replaces.
  lead=\${cur%"$last"}

  for word in \${words[@]+"\${words[@]}"}; do
    if [[ $flag == --color ]] && [[ $word != auto && $word != always && $word != never ]]; then flag=''; fi
    if [[ $flag ]]; then
      flag=''
    elif [[ $rest ]]; then
      ((operands += 1))
    elif [[ $word == -- ]]; then
      rest=1
    elif [[ $word == -?* ]]; then
      case "$command:$word" in
${indent(8, valueFlags.join(' | \\\n'))})
          flag=$word
          ;;
      esac
    elif [[ $command ]]; then
      ((operands += 1))
    else
      case $word in
        ${all.map(({ name }) => quoteForShell(name)).join(' | ')}) command=$word ;;
      esac
    fi
  done

  value=$cur
  if [[ $flag ]]; then
    target=$command:$flag
  elif [[ ! $rest && $cur == --*=* ]]; then
    head=\${cur%%=*}=
    value=\${cur#*=}
    target=$command:\${cur%%=*}
  elif [[ ! $rest && $cur == -* ]]; then
    target=$command:-
  else
    target=$command:$operands
  fi

  case $target in
    :-)
      ${wordsCall(flags.flatMap(allSpellings))}
      ;;
    :0)
      ${wordsCall(commands.map(({ name }) => name))}
      ;;
${flags
  .map((flag) =>
    branch(
      allSpellings(flag).map((word) => `*:${quoteForShell(word)}`),
      flag.values,
    ),
  )
  .join('')}${all
    .map(({ name, flags: own, operands, repeats }) =>
      [
        `    ${quoteForShell(`${name}:-`)})\n      ${wordsCall(own.flatMap(allSpellings))}\n      ;;\n`,
        ...own.map((flag) =>
          branch(
            allSpellings(flag).map((word) => quoteForShell(`${name}:${word}`)),
            flag.values,
          ),
        ),
        ...operands.map((values, place) =>
          branch(
            [
              repeats && place === operands.length - 1
                ? `${quoteForShell(`${name}:`)}[0-9]*`
                : quoteForShell(`${name}:${place}`),
            ],
            values,
          ),
        ),
      ].join(''),
    )
    .join('')}  esac

  for ((i = 0; i < \${#COMPREPLY[@]}; i++)); do
    COMPREPLY[i]=\${COMPREPLY[i]#"$lead"}
  done
  return 0
}

complete -F _passport passport
`;
}

/** The spellings of a flag that takes a value. */
function spelt(flag: Flag): string[] {
  return flag.values ? allSpellings(flag) : [];
}

function allSpellings({ name, short }: Flag): string[] {
  return [`--${name}`, ...(short === undefined ? [] : [`-${short}`])];
}

function branch(patterns: readonly string[], values: Values | undefined): string {
  if (!values || values.kind === 'free') return '';
  return `    ${patterns.join(' | ')})\n${indent(6, complete(values))}\n      ;;\n`;
}

function complete(values: Values): string {
  switch (values.kind) {
    case 'words':
      return wordsCall(values.words);
    case 'files':
      return ['_passport_files "$head" "$value"', ...values.endings.map(quoteForShell)].join(' ');
    case 'free':
      return ':';
    case 'pair': {
      const { words, separator, optional, then } = values;
      const first = optional
        ? wordsCall(words)
        : `compopt -o nospace 2>/dev/null || :\n  ${wordsCall(words.map((word) => word + separator))}`;
      const parts = [
        `if [[ $value == *${separator}* ]]; then`,
        `  head+=\${value%%${separator}*}${separator}`,
        `  value=\${value#*${separator}}`,
        `  ${complete(then)}`,
        'else',
        `  ${first}`,
        'fi',
      ];
      return parts.join('\n');
    }
  }
}

function wordsCall(words: readonly string[]): string {
  return ['_passport_words "$head" "$value"', ...words.map(quoteForShell)].join(' ');
}

function indent(by: number, text: string): string {
  return text.replace(/^/gm, ' '.repeat(by));
}
