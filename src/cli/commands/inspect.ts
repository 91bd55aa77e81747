import { locateInJson, parseJson } from '../../encoding/json.js';
import type { PassportDocument } from '../../passport/types.generated.js';
import { renderCard } from '../../render/card.js';
import { toDiagnostic } from '../../validate/finding.js';
import { checkEnvelope, MAX_DOCUMENT } from '../../validate/payload.js';
import type { Command } from '../command.js';
import { exitCodes } from '../exit-codes.js';
import { Inputs } from '../inputs.js';
import { reportDiagnostics } from '../output.js';

export const inspect: Command = {
  usage: 'inspect <document>',
  describe: 'show a document as a card for people; its signature is not verified',
  positionals: { document: { type: 'string', describe: 'a passport document (JSON); - for standard input' } },
  options: {},
  examples: [['passport inspect passport.json', 'artifact, capabilities, risk, score, failure modes, signature']],

  async run(args, context) {
    const path = args.required('document');
    const text = await new Inputs(context.io).text(path, MAX_DOCUMENT);
    const value = parseJson(text, { file: path, refuseNegativeZero: true });
    const findings = checkEnvelope(value);
    if (findings.length > 0) {
      const locate = locateInJson(text);
      await reportDiagnostics(
        findings.map((finding) => toDiagnostic(finding, { locate, file: path })),
        context,
      );
      return exitCodes.problems;
    }
    const width = Math.min(context.io.columns ?? 80, 120);
    await context.io.stdout(
      renderCard((value as unknown as PassportDocument).passport, { paint: context.paint, width }),
    );
    return exitCodes.ok;
  },
};
