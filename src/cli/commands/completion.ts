import { type Command } from '../command.js';
import type { Grammar } from '../completion/grammar.js';
import { exitCodes } from '../exit-codes.js';

const shells = {
  bash: async () => (await import('../completion/bash.js')).bashCompletion,
  zsh: async () => (await import('../completion/zsh.js')).zshCompletion,
  fish: async () => (await import('../completion/fish.js')).fishCompletion,
} as const satisfies Readonly<Record<string, () => Promise<(grammar: Grammar) => string>>>;

/** @param loaders every command there is: this one is among them, and cannot import their list */
export function completionOf(loaders: Readonly<Record<string, () => Promise<Command>>>): Command {
  return {
    usage: 'completion <shell>',
    describe: 'print a script by which the shell completes commands, flags, rules and files',
    positionals: { shell: { type: 'string', choices: Object.keys(shells), describe: 'the shell that is to complete' } },
    options: {},
    examples: [
      ['source <(passport completion bash)', 'in ~/.bashrc; zsh the same in ~/.zshrc, after compinit'],
      ['passport completion fish | source', 'in ~/.config/fish/config.fish'],
    ],

    async run(args, { io }) {
      const { grammarOf } = await import('../completion/grammar.js');
      const commands = await Promise.all(
        Object.entries(loaders).map(async ([name, load]) => [name, await load()] as const),
      );
      const write = await shells[args.required('shell') as keyof typeof shells]();
      await io.stdout(write(grammarOf(Object.fromEntries(commands))));
      return exitCodes.ok;
    },
  };
}
