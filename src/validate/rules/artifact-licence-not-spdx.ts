import { quoteReceived, receivedField } from '../received.js';
import { expressionInItsCase, isLicenceExpression, nearestLicenceExpression } from '../spdx.js';
import type { RuleFinding, SourceRule } from './source-rule.js';

/** Values that SPDX has beside expressions: nothing is said of the licence, or there is none. */
const beside: ReadonlySet<string> = new Set(['NOASSERTION', 'NONE']);

const tagForm = /^(license:\s?)(.+)$/i;
/** More licences than anything has; finding the nearest to one costs. */
const MOST_TAGS = 20;

export const artifactLicenceNotSpdx: SourceRule = {
  id: 'artifact/licence-not-spdx',
  *check({ artifact: { licence, tags = [] } }) {
    // That only the capitals are wrong is another rule's.
    if (licence !== undefined && !isKnown(licence.text) && expressionInItsCase(licence.text) === undefined) {
      const { text, pointer } = licence;
      const finding: RuleFinding = {
        message: `${receivedField(pointer)} is ${quoteReceived(text)}, which is not an SPDX expression: programs cannot tell what it allows`,
        pointer,
      };
      const meant = nearestLicenceExpression(text) ?? hubReference(text);
      yield meant === undefined ? { ...finding, hint: hintFor(text) } : suggest(finding, meant);
    }
    for (const { text, pointer } of tags.filter((tag) => /^license:/i.test(tag.text)).slice(0, MOST_TAGS)) {
      const [, prefix = '', name = ''] = tagForm.exec(text.slice(0, 200)) ?? [];
      // Hubs have identifiers of their own for licences that SPDX does not list, and write all in lower case: only what
      // is nearly an identifier of SPDX is a mistake.
      if (name === '' || ofHubs.has(name.toLowerCase()) || isLicenceExpression(name)) continue;
      const meant = nearestLicenceExpression(name);
      if (meant === undefined || meant.toLowerCase() === name.toLowerCase()) continue;
      const finding: RuleFinding = {
        message: `${receivedField(pointer)} is ${quoteReceived(text)}, which is no SPDX identifier`,
        pointer,
      };
      yield suggest(finding, prefix + meant.toLowerCase());
    }
  },
};

function isKnown(text: string): boolean {
  return beside.has(text) || isLicenceExpression(text);
}

// Names that hubs of models have for licences that SPDX does not list.
const hubLicence =
  /^(?:llama[\d.]{0,4}|gemma|openrail(?:\+\+)?|(?:bigscience|bigcode|creativeml)-(?:bloom-rail-1\.0|openrail-m)|deepfloyd-if-license|apple-(?:amlr|ascl)|h-research|intel-research|open-mdw|fair-noncommercial-research-license)$/;

/** SPDX has a form for licences that it does not list, which keeps their name. */
function hubReference(text: string): string | undefined {
  return hubLicence.test(text) ? `LicenseRef-${text.replaceAll('+', '-plus')}` : undefined;
}

function hintFor(text: string): string {
  const start = text.slice(0, 40);
  if (/^(?:other|unknown|n\/?a)$/i.test(start))
    return 'write NOASSERTION where nobody knows it, or LicenseRef- and a name';
  if (/^(?:a?gpl|lgpl|gnu|bsd|cc|cc[ -]by|mpl|epl)$/i.test(start))
    return 'say which version, such as GPL-3.0-only or BSD-3-Clause: they allow different things; for a licence of your own, LicenseRef- and a name';
  if (/^(?:unlicensed|proprietary|commercial|closed[ -]source|all rights reserved|see licen[cs]e)\b/i.test(start))
    return 'SPDX has no word for it: write LicenseRef- and a name for your terms, such as LicenseRef-Proprietary';
  return 'write its SPDX identifier, such as MIT or Apache-2.0; for a licence of your own, LicenseRef- and a name';
}

function suggest(finding: RuleFinding, meant: string): RuleFinding {
  return {
    ...finding,
    hint: `did you mean ${meant}?`,
    suggestions: [meant],
    fix: { description: `write ${meant}`, safe: false, change: { kind: 'write', text: meant } },
  };
}

/** Identifiers of hubs that are nearly one of SPDX, and are theirs all the same: it has a version there. */
const ofHubs: ReadonlySet<string> = new Set(['c-uda', 'pddl']);
