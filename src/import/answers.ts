import { validateSource } from '../author/validate.js';
import { isError } from '../diagnostic.js';
import type { JsonObject, JsonValue } from '../encoding/json-value.js';
import { pointerTokens } from '../encoding/pointer.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import { authored, type Draft, type DraftCapability, type Found, placedValues } from './draft.js';
import { withValue } from './text-change.js';

/** What is to be said of an answer: an error is not taken, a warning is for the author to weigh. */
export interface Judgement {
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
}

/** The value of the source that a draft would become, as far as it goes. */
export function draftValue(draft: Draft): JsonValue {
  const value: JsonObject = { artifact: {}, capabilities: draft.capabilities.map(() => ({})) };
  return placedValues(draft).reduce<JsonValue>(
    (whole, { pointer, found }) => withValue(whole, pointer, found.value),
    value,
  );
}

/** What was found of a key, or was answered to a question about it. */
export function foundAt(draft: Draft, pointer: string): Found<JsonValue> | undefined {
  const [list, second = '', third = ''] = pointerTokens(pointer);
  const fields: object | undefined =
    list === 'capabilities'
      ? draft.capabilities[Number(second)]
      : third === ''
        ? draft.artifact
        : draft.artifact.pricing;
  return (fields as Readonly<Record<string, Found<JsonValue>>> | undefined)?.[third === '' ? second : third];
}

/** The draft with something else for a key, or with nothing. */
export function withFound(draft: Draft, pointer: string, found: Found<JsonValue> | undefined): Draft {
  const [list, second = '', third = ''] = pointerTokens(pointer);
  if (list === 'capabilities') {
    const capabilities = draft.capabilities.map((capability, index) =>
      index === Number(second) ? (withKey(capability, third, found) as DraftCapability) : capability,
    );
    return { ...draft, capabilities };
  }
  if (third === '') return { ...draft, artifact: withKey(draft.artifact, second, found) };
  const pricing = withKey(draft.artifact.pricing ?? {}, third, found);
  return { ...draft, artifact: withKey(draft.artifact, 'pricing', pricing) };
}

function withKey(fields: object, key: string, value: object | undefined): object {
  const others = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key));
  return value === undefined ? others : { ...others, [key]: value };
}

/** The draft with an answer. Where it changes what was found, it is still known from where that came. */
export function withAnswer(draft: Draft, pointer: string, value: JsonValue): Draft {
  const found = foundAt(draft, pointer);
  if (!found || found.origin === authored) return withFound(draft, pointer, { value, origin: authored });
  const { origin, before = found.value } = found;
  return withFound(draft, pointer, { value, origin, before });
}

/** What the rules say of an answer, beside all that was found and answered before. */
export function judgeAnswer(draft: Draft, pointer: string, value: JsonValue, registry: RegistryProfile): Judgement {
  const text = JSON.stringify(draftValue(withFound(draft, pointer, { value, origin: authored })));
  const { diagnostics } = validateSource(text, { registry });
  const own = diagnostics.filter(({ pointer: at = '' }) => at === pointer || at.startsWith(`${pointer}/`));
  const say = ({ message, hint }: (typeof own)[number]): string =>
    hint === undefined ? message : `${message}: ${hint}`;
  const error = own.find(isError);
  const warning = own.find(({ severity }) => severity === 'warning');
  return { error: error && say(error), warning: warning && say(warning) };
}
