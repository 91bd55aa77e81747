import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Shell = 'bash' | 'zsh' | 'fish';

export function hasShell(shell: Shell): boolean {
  return spawnSync(shell, ['--version']).status === 0;
}

/** Completes the last of the words after the command's name, in a folder. @returns what the shell offers */
export function complete(shell: Shell, script: string, words: readonly string[], folder: string): string[] {
  const path = join(folder, `completion.${shell}`);
  writeFileSync(path, script);
  const { status, stdout, stderr } = runners[shell](path, words, folder);
  if (status !== 0 || stderr !== '') throw new Error(`${shell} failed (${status}): ${stderr}${stdout}`);
  return stdout.split('\n').filter((line) => line !== '');
}

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(command: string, args: readonly string[], folder: string): Ran {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    TERM: 'dumb',
    LC_ALL: 'C.UTF-8',
    XDG_CONFIG_HOME: folder,
    XDG_DATA_HOME: folder,
  };
  return spawnSync(command, args, { cwd: folder, env, encoding: 'utf8', timeout: 60_000 });
}

const runners: Readonly<Record<Shell, (path: string, words: readonly string[], folder: string) => Ran>> = {
  // Bash itself breaks words at = and :, and the word that is completed begins behind the last of them.
  bash: (path, words, folder) => {
    const broken = words.flatMap((word) => (word === '' ? [''] : (word.match(/[=:]|[^=:]+/g) ?? [])));
    const code = `set -euo pipefail
source "$1"
shift
COMP_WORDS=(passport "$@")
COMP_CWORD=$#
_passport
for reply in \${COMPREPLY[@]+"\${COMPREPLY[@]}"}; do printf '%s\\n' "$reply"; done`;
    return run('bash', ['--norc', '--noprofile', '-c', code, 'bash', path, ...broken], folder);
  },

  fish: (path, words, folder) => {
    const code =
      'source $argv[1]; complete -C "passport "(string join " " -- $argv[2..-1]) | string replace -r "\\t.*" ""; true';
    return run('fish', ['--no-config', '-c', code, path, ...words], folder);
  },

  // A terminal of its own, in which a key completes, and what would be offered is printed instead.
  zsh: (path, words, folder) => {
    const inner = join(folder, 'inner.zsh');
    writeFileSync(
      inner,
      `PS1= PS2= RPS1=
unsetopt beep zle_bracketed_paste 2>/dev/null
autoload -Uz compinit
compinit -u -d "$HOME/.zcompdump"
source ${JSON.stringify(path)}
zstyle ':completion:*' completer _complete
compadd() {
  local -a offered
  # Calls that only ask compadd to sort out words offer nothing.
  if (( \${@[(I)-[OAD]]} )); then builtin compadd "$@"; return; fi
  builtin compadd -A offered "$@"
  print -rl -- "\${(@)offered/#/offered }"
  builtin compadd "$@"
}
offer() { print; print '<<<'; zle complete-word; print; print '>>>'; exit }
zle -N offer
bindkey '^T' offer
print ready
`,
    );
    const code = `zmodload zsh/zpty
zpty inner zsh -f -i
zpty -w inner "source $1"
zpty -r inner all '*ready*'
zpty -w -n inner "passport $2"$'\\C-T'
zpty -r inner all '*<<<*>>>*'
print -r -- "$all" | tr -d '\\r' | sed -n 's/^offered //p' | sort -u`;
    return run('zsh', ['-f', '-c', code, 'zsh', inner, words.join(' ')], folder);
  },
};
