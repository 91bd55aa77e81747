import { type Diagnostic, isError } from '../../diagnostic.js';
import { PassportError } from '../../errors.js';
import { type Command, shared } from '../command.js';
import { exitCodes } from '../exit-codes.js';
import { Inputs } from '../inputs.js';
import { formatDiagnostic, formatError } from '../report.js';

export const validate: Command = {
  usage: 'validate <source..>',
  describe: 'check sources and say what is wrong, where, and what to do',
  positionals: {
    source: { type: 'string', array: true, describe: 'YAML sources or unfragile.yml manifests; - for standard input' },
  },
  options: { overlay: shared.overlay },
  examples: [['passport validate passport.yaml', 'problems as file:line:col severity rule message']],

  async run(args, { io, paint, paintError }) {
    const inputs = new Inputs(io);
    const overlay = await inputs.overlay(args.text('overlay'));
    const { parseSource } = await import('../../author/source.js');
    const { buildPassport } = await import('../../author/build.js');
    const all: Diagnostic[] = [];
    let unreadable = 0;
    for (const path of args.texts('source')) {
      const diagnostics: Diagnostic[] = [];
      try {
        const parsed = parseSource(await inputs.text(path), { file: path, overlay });
        diagnostics.push(...parsed.diagnostics);
        if (parsed.source) {
          diagnostics.push(...buildPassport(parsed.source, { locate: parsed.locate, file: path }).diagnostics);
        }
      } catch (error) {
        if (!(error instanceof PassportError)) throw error;
        diagnostics.push(...error.diagnostics);
        if (error.diagnostics.length === 0) {
          // The others are checked all the same.
          unreadable++;
          await io.stderr(formatError(error, paintError));
        }
      }
      await io.stdout(diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, paint)).join(''));
      all.push(...diagnostics);
    }
    const errors = all.filter(isError).length;
    const warnings = all.filter(({ severity }) => severity === 'warning').length;
    const count = args.texts('source').length - unreadable;
    const summary = `${count} ${count === 1 ? 'source' : 'sources'} checked: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
    await io.stderr(`${paintError(errors > 0 ? 'bad' : 'good', summary)}\n`);
    if (unreadable > 0) return exitCodes.io;
    return errors > 0 ? exitCodes.problems : exitCodes.ok;
  },
};

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
