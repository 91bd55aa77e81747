import { PassportError } from '../../errors.js';
import { readAsset } from '../../node/assets.js';
import { isRegularFile } from '../../node/files.js';
import { untilAskedToEnd } from '../../node/lifetime.js';
import { PreviewServer } from '../../node/preview-server.js';
import { FileWatch } from '../../node/watch.js';
import { type Command, shared } from '../command.js';
import { configPaths } from '../config.js';
import { exitCodes } from '../exit-codes.js';
import { Preview } from '../preview.js';
import { projectPaths, readProject } from '../project.js';

export const preview: Command = {
  usage: 'preview <source>',
  describe: 'show the page of a source as it will be, and follow what is saved, until it is told to stop',
  positionals: { source: { type: 'string', describe: 'a YAML source or unfragile.yml manifest' } },
  options: {
    observations: shared.observations,
    registry: shared.registry,
    overlay: shared.overlay,
    config: shared.config,
    'no-config': shared['no-config'],
    open: { type: 'boolean', describe: 'open the address in a browser' },
  },
  examples: [['passport preview passport.yaml', 'prints an address on this machine; Ctrl-C ends it']],

  async run(args, context) {
    const { io, paintError } = context;
    const path = args.required('source');
    if (path === '-') {
      throw new PassportError('ERR_USAGE', 'standard input cannot be followed', {
        hint: 'name the file of the source',
      });
    }
    // A file that comes to be is followed as well; one that is named wrong is said at once.
    if (!(await isRegularFile(path))) {
      throw new PassportError('ERR_READ', `cannot read ${path}: there is no such file`, { file: path });
    }
    const [shell, page] = await Promise.all([readAsset('preview.js'), readAsset('reader.js')]);
    const preview = new Preview(path, { shell, page }, context);
    const project = (): ReturnType<typeof readProject> => readProject(args);
    await preview.read(project);
    const watched = async (): Promise<string[]> => {
      const found = await project().catch(() => undefined);
      return [path, ...(args.flag('no-config') ? [] : await configPaths()), ...(found ? projectPaths(found) : [])];
    };
    const watch = new FileWatch(await watched(), []);
    await watch.whenReady();
    const server = await PreviewServer.open(preview);
    await io.stdout(`${server.address}\n`);
    await io.stderr(`${paintError('quiet', `following ${path}; Ctrl-C ends it`)}\n`);
    if (args.flag('open')) await show(server.address, io);
    let ended = false;
    const end = untilAskedToEnd().then(() => {
      ended = true;
    });
    const follow = async (): Promise<void> => {
      while (!ended) {
        await watch.next();
        await preview.read(project);
        server.changed();
        watch.add(await watched(), []);
      }
    };
    try {
      await Promise.race([end, follow()]);
    } finally {
      await Promise.all([server.close(), watch.close()]);
    }
    return exitCodes.ok;
  },
};

async function show(address: string, io: { stderr(text: string): Promise<void> }): Promise<void> {
  const { openInBrowser } = await import('../../node/opener.js');
  if (!(await openInBrowser(address))) await io.stderr('no browser could be opened: open the address yourself\n');
}
