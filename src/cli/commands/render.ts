import { encodeBase64Url } from '../../encoding/base64.js';
import { locateInJson, readJson } from '../../encoding/json.js';
import { printable } from '../../encoding/printable.js';
import { formatTimestamp } from '../../encoding/rfc3339.js';
import { PassportError } from '../../errors.js';
import { readAsset } from '../../node/assets.js';
import type { PinnedKeys } from '../../passport/pinned.js';
import type { RegistryProfile } from '../../passport/registry-profile.js';
import type { TrustFile } from '../../passport/types.generated.js';

import { departures, readSubject } from '../../render/subject.js';
import { toDiagnostic } from '../../validate/finding.js';
import { MAX_DOCUMENT } from '../../validate/payload.js';
import { type Arguments, type Command, type Context, shared } from '../command.js';
import { exitCodes } from '../exit-codes.js';
import { Inputs } from '../inputs.js';
import { readPublicInput } from '../key-input.js';
import { reportDiagnostics, writeResult } from '../output.js';
import { readTrustInput, refuseWithout } from '../trust-input.js';

const formats = ['page', 'card.svg', 'badge.svg', 'markdown', 'text'] as const;
type Format = (typeof formats)[number];

export const render: Command = {
  usage: 'render <document>',
  describe: 'show a document to people: as a page that needs nothing else, a card, a badge, Markdown or text',
  positionals: { document: { type: 'string', describe: 'a document or payload (JSON); - for standard input' } },
  options: {
    format: {
      type: 'string',
      requiresArg: true,
      choices: formats,
      describe: 'page unless given; pictures and texts say what a document states, never whether its signature holds',
    },
    pin: { type: 'string', requiresArg: true, describe: 'page: a public key that it verifies by, also several times' },
    trust: { type: 'string', requiresArg: true, describe: 'page: or the trust file that it verifies by' },
    root: { type: 'string', requiresArg: true, describe: 'page: the public key that must have signed the trust file' },
    coverage: { ...shared.coverage, describe: 'page: what the keys of --pin sign; envelope unless given' },
    registry: shared.registry,
    output: shared.output,
  },
  repeatable: ['pin'],
  examples: [
    ['passport render passport.json --pin issuer.pub -o page.html', 'a page that verifies its own signature'],
    ['passport render passport.json --format badge.svg -o badge.svg', 'for a README'],
  ],

  async run(args, context) {
    const path = args.required('document');
    const format = (args.text('format') ?? 'page') as Format;
    refuseStray(format, args);
    const inputs = new Inputs(context.io);
    const text = await inputs.text(path, MAX_DOCUMENT);
    const json = readJson(text, { file: path, refuseNegativeZero: true });
    const findings = departures(json);
    if (findings.length > 0) {
      const locate = locateInJson(text);
      await reportDiagnostics(
        findings.map((finding) => toDiagnostic(finding, { locate, file: path })),
        context,
      );
      return exitCodes.problems;
    }
    const result = await rendered(format, text, args, inputs, context);
    const given = ['trust', 'root', 'registry'].map((flag) => args.text(flag));
    await writeResult(result, args, context, [path, ...args.texts('pin'), ...given]);
    return exitCodes.ok;
  },
};

/** @throws PassportError ERR_USAGE */
function refuseStray(format: Format, args: Arguments): void {
  const stray = ['pin', 'trust', 'root', 'coverage'].find((flag) => args.texts(flag).length > 0);
  if (format !== 'page' && stray !== undefined) {
    throw usage(
      `--${stray} is for a page: nothing else can verify itself`,
      `leave it out, or leave out --format ${format}`,
    );
  }
  if (args.texts('pin').length > 0 && args.text('trust') !== undefined) {
    throw usage('--pin and --trust are both given', 'a trust file says which keys sign what; give it alone');
  }
  refuseWithout(args, 'trust', ['root']);
  if (args.text('coverage') !== undefined && args.texts('pin').length === 0) {
    throw usage('--coverage is for --pin', 'give --pin with it, or leave it out');
  }
}

async function rendered(
  format: Format,
  text: string,
  args: Arguments,
  inputs: Inputs,
  context: Context,
): Promise<string> {
  const registry = await inputs.registry(args.text('registry'));
  if (format === 'page') {
    const { renderPage } = await import('../../render/page.js');
    const pinned = await readPinned(args, inputs, context);
    const script = await readAsset(pinned ? 'page.js' : 'reader.js');
    const now = formatTimestamp(context.io.now());
    if (pinned) await foretell(text, { ...pinned, registry }, now, context);
    return renderPage(text, { registry, pinned, script, now });
  }
  const { payload, envelope } = readSubject(text);
  switch (format) {
    case 'card.svg':
      return (await import('../../render/card-svg.js')).renderCardSvg(payload, envelope);
    case 'badge.svg':
      return (await import('../../render/badge-svg.js')).renderBadge(payload);
    case 'markdown':
      return (await import('../../render/markdown.js')).renderMarkdown(payload, envelope);
    case 'text':
      return (await import('../../render/card.js')).renderCard(envelope ?? { unfragile: payload });
  }
}

/** Whoever pins a wrong key hears of it here, and not from the page's readers. */
async function foretell(
  text: string,
  pinned: PinnedKeys & { readonly registry: RegistryProfile },
  now: string,
  { io, paintError }: Context,
): Promise<void> {
  const { verifyPinned } = await import('../../verify/pinned.js');
  const result = verifyPinned(text, pinned, now);
  if (!result || result.verdict.verdict === 'VALID') return;
  const { verdict, code, message } = result.verdict;
  await io.stderr(`${paintError('warning', 'warning:')} the page will say ${verdict} ${code}: ${printable(message)}\n`);
}

async function readPinned(args: Arguments, inputs: Inputs, context: Context): Promise<PinnedKeys | undefined> {
  const trust = args.text('trust');
  if (trust !== undefined) {
    const { value, problem, root } = await readTrustInput(trust, args, inputs, context);
    if (value === undefined) {
      throw new PassportError('ERR_INVALID_SOURCE', `the trust file cannot be used: ${problem ?? 'it has errors'}`);
    }
    return { trust: value as unknown as TrustFile, root: root && encodeBase64Url(root) };
  }
  const paths = args.texts('pin');
  if (paths.length === 0) return undefined;
  const keys = await Promise.all(paths.map((path) => readPublicInput(path, inputs)));
  return { keys: keys.map(encodeBase64Url), coverage: args.text('coverage') as PinnedKeys['coverage'] };
}

function usage(message: string, hint: string): PassportError {
  return new PassportError('ERR_USAGE', message, { hint });
}
