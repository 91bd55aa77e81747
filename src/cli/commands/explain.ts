import { nearest } from '../../encoding/nearest.js';
import { PassportError } from '../../errors.js';
import { catalogue, isRuleId } from '../../validate/catalogue.js';
import { quoteReceived } from '../../validate/received.js';
import { type Command, shared } from '../command.js';
import { exitCodes } from '../exit-codes.js';
import { textColumns } from '../folded-text.js';

const valueFlags = ['observations', 'registry', 'overlay', 'config', 'no-config'] as const;

export const explain: Command = {
  usage: 'explain <topic> [source]',
  describe: "show a rule's page, or where a value of a passport comes from",
  positionals: {
    topic: { type: 'string', describe: "a rule's id, or the place of a value in the passport: /trust/permissions/3" },
    source: { type: 'string', describe: 'for a value: the source of the passport; - for standard input' },
  },
  options: {
    observations: shared.observations,
    registry: shared.registry,
    overlay: shared.overlay,
    config: shared.config,
    'no-config': shared['no-config'],
  },
  examples: [
    ['passport explain schema/enum', 'why it matters, and how it is mended'],
    ['passport explain /trust/permissions/3 passport.yaml', 'capability, file and line that it was derived from'],
  ],

  async run(args, context) {
    const what = args.required('topic');
    const source = args.text('source');
    if (isPlace(what, source)) {
      if (source === undefined) {
        throw usage('name the source, too', `passport explain ${what} SOURCE says where the value comes from`);
      }
      const { explainPointer } = await import('../explain-pointer.js');
      return explainPointer(args, context, what, source);
    }
    if (!isRuleId(what)) throw unknownRule(what);
    const surplus = source ?? valueFlags.find((flag) => args.text(flag) !== undefined || args.flag(flag));
    if (surplus !== undefined) {
      throw usage(
        `a rule's page needs no ${source === undefined ? `--${surplus}` : 'source'}`,
        `passport explain ${what}`,
      );
    }
    const { readRulePage, renderRulePage } = await import('../rule-page.js');
    const page = await readRulePage(what);
    await context.io.stdout(renderRulePage(what, page, context.paint, textColumns(context.io.columns)));
    return exitCodes.ok;
  },
};

/** A pointer, or the name of a field as messages have it: `trust.permissions[3]`. A rule's id has a slash within. */
function isPlace(what: string, source: string | undefined): boolean {
  if (what.startsWith('/')) return true;
  return !what.includes('/') && (source !== undefined || /[.[]/.test(what));
}

function unknownRule(what: string): PassportError {
  const ids = Object.keys(catalogue);
  const group = ids.filter((id) => id.startsWith(`${what}/`));
  if (group.length > 0) return usage(`${what} is a group of rules, not a rule`, `its rules are ${group.join(', ')}`);
  const near = nearestRules(what, ids);
  const hint = near.length === 0 ? '' : `did you mean ${near.join(' or ')}? `;
  return usage(`there is no rule ${quoteReceived(what, '')}`, `${hint}passport rules lists all`);
}

/** By the whole id, and by the name alone: who remembers the group? */
function nearestRules(what: string, ids: readonly string[]): string[] {
  const nameOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1);
  const name = nearest(nameOf(what), ids.map(nameOf));
  const near = [nearest(what, ids) ?? [], ids.filter((id) => nameOf(id) === name)].flat();
  return [...new Set(near)].slice(0, 4);
}

function usage(message: string, hint: string): PassportError {
  return new PassportError('ERR_USAGE', message, { hint });
}
