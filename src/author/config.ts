import { compareDiagnostics, isError } from '../diagnostic.js';
import { locateInJson, parseJson } from '../encoding/json.js';
import { member } from '../encoding/json-value.js';
import { nearest } from '../encoding/nearest.js';
import { appendPointer } from '../encoding/pointer.js';
import { PassportError } from '../errors.js';
import type { Config as ConfigFile } from '../passport/types.generated.js';
import { catalogue, isRuleId, type Level, type RuleId } from '../validate/catalogue.js';
import { type Finding, type Locate, toDiagnostic, withPointers } from '../validate/finding.js';
import { quoteReceived } from '../validate/received.js';
import { checkSchema } from '../validate/schema.js';
import * as configSchema from '../validate/schemas/config.generated.js';
import { parseYaml } from './yaml.js';

/** How sources are validated in a project. */
export interface Config extends Omit<ConfigFile, 'rules'> {
  readonly rules?: Readonly<Partial<Record<RuleId, Level>>>;
}

/**
 * The text of a passport.config.yaml.
 * @throws PassportError ERR_INVALID_SOURCE with diagnostics
 */
export function parseConfig(text: string, file: string): Config {
  const { value, diagnostics, locate } = parseYaml(text, file);
  if (value === undefined) throw invalid(file, diagnostics);
  return checked(value, '', locate, file);
}

/**
 * The member `passport` in the text of a package.json; undefined where it has none.
 * @throws PassportError ERR_INVALID_SOURCE, ERR_INVALID_JSON
 */
export function parsePackageConfig(text: string, file: string): Config | undefined {
  const value = member(parseJson(text, { file }), 'passport');
  return value === undefined ? undefined : checked(value, '/passport', locateInJson(text), file);
}

function checked(value: unknown, pointer: string, locate: Locate, file: string): Config {
  const findings = checkSchema(configSchema, value);
  if (findings.length === 0) findings.push(...unchangeableRules(value as ConfigFile));
  if (findings.length === 0) return value as Config;
  throw invalid(
    file,
    findings
      .map((finding) =>
        toDiagnostic(
          withPointers(finding, (inner) => pointer + inner),
          { locate, file },
        ),
      )
      .sort(compareDiagnostics),
  );
}

function unchangeableRules({ rules = {} }: ConfigFile): Finding[] {
  return Object.keys(rules).flatMap((id): Finding[] => {
    const problem = whyNotAdjustable(id);
    if (problem === undefined) return [];
    const { message, hint } = problem;
    return [
      {
        ruleId: 'schema/unknown-key',
        severity: 'error',
        message,
        pointer: appendPointer('/rules', id),
        part: 'key',
        hint,
      },
    ];
  });
}

/** Why the level of a rule cannot be changed; undefined where it can. */
export function whyNotAdjustable(id: string): { readonly message: string; readonly hint: string } | undefined {
  if (!isRuleId(id)) {
    const meant = nearest(id, Object.keys(catalogue));
    return {
      message: `there is no rule ${quoteReceived(id, '')}`,
      hint: meant === undefined ? 'passport rules lists all' : `did you mean ${meant}?`,
    };
  }
  if (!catalogue[id].fixed) return undefined;
  return { message: `the level of ${id} cannot be changed`, hint: 'no passport is built from what it finds' };
}

function invalid(file: string, diagnostics: PassportError['diagnostics']): PassportError {
  const first = diagnostics.find(isError);
  return new PassportError('ERR_INVALID_SOURCE', `${file} has errors: ${first?.message ?? ''}`, { diagnostics });
}
