import { type Diagnostic, isError } from '../../diagnostic.js';
import { PassportError } from '../../errors.js';
import { type Command, shared } from '../command.js';
import { exitCodes } from '../exit-codes.js';
import { Inputs } from '../inputs.js';
import { formatDiagnostic } from '../report.js';

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
    for (const path of args.texts('source')) {
      const diagnostics: Diagnostic[] = [];
      try {
        const parsed = parseSource(await inputs.text(path), { file: path, overlay });
        diagnostics.push(...parsed.diagnostics);
        if (parsed.source)
          diagnostics.push(...buildPassport(parsed.source, { locate: parsed.locate, file: path }).diagnostics);
      } catch (error) {
        if (!(error instanceof PassportError) || error.diagnostics.length === 0) throw error;
        diagnostics.push(...error.diagnostics);
      }
      await io.stdout(diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, paint)).join(''));
      all.push(...diagnostics);
    }
    const errors = all.filter(isError).length;
    const warnings = all.filter(({ severity }) => severity === 'warning').length;
    const count = args.texts('source').length;
    const summary = `${count} ${count === 1 ? 'source' : 'sources'} checked: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
    await io.stderr(`${paintError(errors > 0 ? 'bad' : 'good', summary)}\n`);
    return errors > 0 ? exitCodes.problems : exitCodes.ok;
  },
};

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
