import { type ProfileName, profileNames } from '../../validate/catalogue.js';
import type { Command } from '../command.js';
import { exitCodes } from '../exit-codes.js';
import { textColumns } from '../folded-text.js';
import { rulesAsJson, rulesAsMarkdown, rulesAsText } from '../rule-list.js';

export const rules: Command = {
  usage: 'rules',
  describe: 'list what validate can find, and how loudly it says so',
  positionals: {},
  options: {
    profile: {
      type: 'string',
      requiresArg: true,
      choices: profileNames,
      describe: 'whose levels to show; registry unless given, in markdown all three',
    },
    format: {
      type: 'string',
      requiresArg: true,
      choices: ['text', 'json', 'markdown'],
      describe: 'text unless given',
    },
  },
  examples: [
    ['passport rules --profile strict', 'all rules, grouped, with their levels in that profile'],
    ['passport rules --format json', 'the same for programs'],
  ],

  async run(args, { io, paint }) {
    const asked = args.text('profile') as ProfileName | undefined;
    const profile = asked ?? 'registry';
    switch (args.text('format')) {
      case 'json':
        await io.stdout(rulesAsJson(profile));
        break;
      case 'markdown':
        await io.stdout(rulesAsMarkdown(asked && [asked]));
        break;
      default:
        await io.stdout(rulesAsText(profile, { paint, width: textColumns(io.columns) }));
    }
    return exitCodes.ok;
  },
};
