import { formatTimestamp, normalizeTimestamp } from '../../encoding/rfc3339.js';
import { emitDocument } from '../../passport/document.js';
import { type Command, shared } from '../command.js';
import { exitCodes } from '../exit-codes.js';
import { Inputs } from '../inputs.js';
import { writeResult } from '../output.js';
import { projectPaths, readProject } from '../project.js';

export const build: Command = {
  usage: 'build <source>',
  describe: 'derive the payload of a source: {"unfragile": …}, unsigned',
  positionals: {
    source: { type: 'string', describe: 'a YAML source or unfragile.yml manifest; - for standard input' },
  },
  options: {
    observations: shared.observations,
    registry: shared.registry,
    overlay: shared.overlay,
    config: shared.config,
    'no-config': shared['no-config'],
    now: { type: 'string', requiresArg: true, describe: 'the time to tell the age of the evidence against, RFC 3339' },
    output: shared.output,
    pretty: shared.pretty,
  },
  examples: [['passport build passport.yaml --pretty', 'see what would be signed']],

  async run(args, context) {
    const path = args.required('source');
    const now = args.text('now');
    const time = now === undefined ? formatTimestamp(context.io.now()) : normalizeTimestamp(now, '--now');
    const inputs = new Inputs(context.io);
    const project = await readProject(args);
    const { buildSource } = await import('../build-source.js');
    const payload = await buildSource(path, await inputs.text(path), time, project, inputs, context);
    if (!payload) return exitCodes.problems;
    await writeResult(`${emitDocument({ unfragile: payload }, args.flag('pretty'))}\n`, args, context, [
      path,
      ...projectPaths(project),
    ]);
    return exitCodes.ok;
  },
};
