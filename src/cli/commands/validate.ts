import { PassportError } from '../../errors.js';
import { type Level, type ProfileName, profileNames, type RuleId } from '../../validate/catalogue.js';
import { type Arguments, type Command, type Context, shared } from '../command.js';
import { configPaths } from '../config.js';
import { formatNames, isForPeople, type Output, parseFormats } from '../formats.js';
import { settleOutputs } from '../outputs.js';
import { configOf, givenFiles } from '../project.js';
import { thresholds, type ValidationPlan } from '../validation-plan.js';
import { version } from '../version.js';

export const validate: Command = {
  usage: 'validate [source..]',
  describe: 'check sources and say what is wrong, where, and what to do',
  judges: true,
  positionals: {
    source: {
      type: 'string',
      array: true,
      describe: 'YAML sources, unfragile.yml manifests or globs; - for standard input',
    },
  },
  options: {
    format: {
      type: 'string',
      requiresArg: true,
      describe: `NAME or NAME:FILE, also several times: ${formatNames.join(', ')}; pretty on a terminal, else plain`,
    },
    profile: {
      type: 'string',
      requiresArg: true,
      choices: profileNames,
      describe: 'what to object to; registry unless given',
    },
    rule: { type: 'string', requiresArg: true, describe: 'ID=off|info|warning|error, also several times' },
    'fail-on': {
      type: 'string',
      requiresArg: true,
      choices: thresholds,
      describe: 'the lowest severity to fail on; error unless given',
    },
    'max-warnings': { type: 'string', requiresArg: true, describe: 'fail on more warnings than this' },
    fix: { type: 'boolean', describe: 'mend in the file what can only be meant in one way' },
    'dry-run': { type: 'boolean', describe: 'with --fix: show the changes as a unified diff, write nothing' },
    unsafe: { type: 'boolean', describe: 'with --fix: mend also what may be meant in another way' },
    watch: { type: 'boolean', describe: 'validate again whenever a file changes' },
    'stdin-filename': { type: 'string', requiresArg: true, describe: 'the name to report for standard input' },
    config: shared.config,
    'no-config': shared['no-config'],
    observations: shared.observations,
    registry: shared.registry,
    overlay: shared.overlay,
  },
  repeatable: ['format', 'rule'],
  examples: [
    ['passport validate passport.yaml', 'every problem with its place and the way out'],
    ["passport validate 'listings/*.yaml' --format github --format sarif:passport.sarif", 'in a pipeline'],
    ['passport validate passport.yaml --fix --dry-run', 'see what would be mended'],
  ],

  async run(args, context) {
    if (!args.flag('watch')) {
      const plan = await makePlan(args, context);
      const { validateOnce } = await import('../validation.js');
      return (await validateOnce(plan, context)).status;
    }
    const { validateOnChange } = await import('../validation-watch.js');
    return validateOnChange(() => makePlan(args, context), await watchedConfigs(args), context);
  },

  async fail(words, failed, context) {
    const asked = formatsAsked(words);
    // Of two that go to one place, one document is better than none.
    const first = asked.find(({ format, file }) => file === undefined && !isForPeople(format));
    const outputs = await settleOutputs(asked).catch(() => (first ? [first] : []));
    const { writeFailedReport } = await import('../validation-report.js');
    await writeFailedReport({ version: version(), ...failed }, outputs, context);
  },
};

/** Those that words ask for which may not be a command line, as far as they can be told. */
function formatsAsked(words: readonly string[]): Output[] {
  const end = words.indexOf('--');
  const flags = end === -1 ? words : words.slice(0, end);
  const values = flags.flatMap((word, place) =>
    word.startsWith('--format=') ? [word.slice('--format='.length)] : flags[place - 1] === '--format' ? [word] : [],
  );
  return values.flatMap((value) => {
    try {
      return parseFormats([value]);
    } catch {
      return [];
    }
  });
}

/** @throws PassportError ERR_USAGE, and what reading the configuration throws */
async function makePlan(args: Arguments, context: Context): Promise<ValidationPlan> {
  const config = await configOf(args);
  const words = args.texts('source').length > 0 ? args.texts('source') : (config.sources ?? []);
  if (words.length === 0) {
    throw usage('name the source', 'see passport validate --help; passport.config.yaml can hold a list of sources');
  }
  const maxWarnings = args.text('max-warnings') ?? String(config.max_warnings ?? '');
  if (!/^\d*$/.test(maxWarnings))
    throw usage(`--max-warnings ${maxWarnings} is not a number`, 'give a number, 0 or more');
  const fix = !args.flag('fix') ? 'no' : args.flag('dry-run') ? 'show' : 'write';
  if (fix === 'no' && (args.flag('dry-run') || args.flag('unsafe'))) {
    throw usage(`--${args.flag('unsafe') ? 'unsafe' : 'dry-run'} is for --fix`, 'add --fix, or leave it out');
  }
  if (args.flag('watch') && words.includes('-')) throw usage('standard input cannot be watched', 'name a file');
  return {
    words,
    outputs: await settleOutputs(
      parseFormats(
        args.texts('format').length > 0 ? args.texts('format') : [context.io.stdoutIsTerminal ? 'pretty' : 'plain'],
      ),
    ),
    failOn: (args.text('fail-on') as ValidationPlan['failOn'] | undefined) ?? config.fail_on ?? 'error',
    maxWarnings: maxWarnings === '' ? Number.POSITIVE_INFINITY : Number(maxWarnings),
    profile: (args.text('profile') as ProfileName | undefined) ?? config.profile,
    levels: { ...config.rules, ...(await parseLevels(args.texts('rule'))) },
    fix,
    unsafe: args.flag('unsafe'),
    stdinName: args.text('stdin-filename') ?? '-',
    given: givenFiles(args, config),
    configFile: config.file,
  };
}

/** Where a configuration is, or may come to be. */
async function watchedConfigs(args: Arguments): Promise<readonly string[]> {
  const named = args.text('config');
  if (named !== undefined) return [named];
  return args.flag('no-config') ? [] : configPaths();
}

async function parseLevels(words: readonly string[]): Promise<Partial<Record<RuleId, Level>>> {
  const levels: Partial<Record<RuleId, Level>> = {};
  for (const word of words) {
    const [, id = '', level = ''] = /^([^=]*)=(off|info|warning|error)$/.exec(word) ?? [];
    if (level === '')
      throw usage(`--rule ${word} is not of the form ID=LEVEL`, 'the levels are off, info, warning, error');
    const { whyNotAdjustable } = await import('../../author/config.js');
    const problem = whyNotAdjustable(id);
    if (problem) throw usage(problem.message, problem.hint);
    levels[id as RuleId] = level as Level;
  }
  return levels;
}

function usage(message: string, hint: string): PassportError {
  return new PassportError('ERR_USAGE', message, { hint });
}
