import { quoteReceived, receivedField } from '../received.js';
import { isLicenceExpression, nearestLicenceExpression } from '../spdx.js';
import type { RuleFinding, SourceRule } from './source-rule.js';

/** Values that SPDX has beside expressions: nothing is said of the licence, or there is none. */
const beside: ReadonlySet<string> = new Set(['NOASSERTION', 'NONE']);

const tagForm = /^(license:\s?)(.+)$/i;
/** More licences than anything has; finding the nearest to one costs. */
const MOST_TAGS = 20;

export const artifactLicenceNotSpdx: SourceRule = {
  id: 'artifact/licence-not-spdx',
  *check({ artifact: { licence, tags = [] } }) {
    if (licence !== undefined && !beside.has(licence.text) && !isLicenceExpression(licence.text)) {
      const { text, pointer } = licence;
      const finding: RuleFinding = {
        message: `${receivedField(pointer)} is ${quoteReceived(text)}, which is not an SPDX expression: programs cannot tell what it allows`,
        pointer,
      };
      const meant = nearestLicenceExpression(text);
      const hint =
        'write its SPDX identifier, such as MIT or Apache-2.0; for a licence of your own, LicenseRef- and a name';
      yield meant === undefined ? { ...finding, hint } : suggest(finding, meant);
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
