import { parseDuration } from '../encoding/duration.js';
import { parseJson, readJson } from '../encoding/json.js';
import { type JsonValue, member } from '../encoding/json-value.js';
import { decodeUtf8 } from '../encoding/utf8.js';
import { PassportError } from '../errors.js';
import { parsePublicKey } from '../keys/key-text.js';
import { capital, verdictBanner } from '../render/banner.js';
import { guilloche } from '../render/guilloche.js';
import { html } from '../render/html.js';
import { readSubject } from '../render/subject.js';
import { changeList, summary } from '../render/verdict-parts.js';
import { firstNotice, type SlotName } from '../render/verifier-notice.js';
import { compareWith, readComparable, relationText } from '../verify/changes.js';
import { diagnosePassport } from '../verify/diagnosis.js';
import type { VerifyPolicy } from '../verify/policy.js';
import { verifyPassport } from '../verify/verify.js';
import { all, byId, show } from './dom.js';

/** What was given in a place: a file's bytes as they are, until somebody changes the text. */
const given = new Map<SlotName, Uint8Array>();

const slots: readonly SlotName[] = ['passport', 'trust', 'known', 'root', 'revocations'];

/** As the command reads them; more than that is no passport, and slow to be shown. */
const MOST_SHOWN = 1 << 20;

for (const name of slots) {
  area(name).addEventListener('input', () => {
    given.delete(name);
    judge();
  });
}
for (const input of all<HTMLInputElement>('[data-file]')) {
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    // The same file can be chosen again, once it has changed.
    if (file)
      void take(file, input.dataset.file as SlotName)
        .then(judge)
        .finally(() => (input.value = ''));
  });
}
for (const id of ['issuer', 'max-age', 'coverage', 'strict-links']) byId(id).addEventListener('input', judge);
byId('form').addEventListener('submit', (event) => event.preventDefault());
acceptDrops();
// Drawn here, where that takes fewer bytes than the lines do.
show(byId('cover-lines'), guilloche());
judge();

// --- what is given ------------------------------------------------------------------------------------------------

/** Files can be dropped anywhere: on a place for it, or where what is in them says. */
function acceptDrops(): void {
  const over = (target: EventTarget | null): HTMLElement | null =>
    target instanceof Element ? target.closest<HTMLElement>('[data-slot]') : null;
  const light = (place: HTMLElement | null): void => {
    for (const slot of all('[data-slot]')) slot.classList.toggle('over', slot === place);
  };
  addEventListener('dragover', (event) => {
    event.preventDefault();
    light(over(event.target));
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) light(null);
  });
  addEventListener('drop', (event) => {
    event.preventDefault();
    light(null);
    const files = [...(event.dataTransfer?.files ?? [])];
    const place = files.length === 1 ? (over(event.target)?.dataset.slot as SlotName | undefined) : undefined;
    void takeAll(files, place);
  });
}

async function takeAll(files: readonly File[], place: SlotName | undefined): Promise<void> {
  for (const file of files) await take(file, place);
  judge();
}

async function take(file: File, place: SlotName | undefined): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = bytes.length > MOST_SHOWN ? undefined : decodeUtf8(bytes);
  const name = place ?? placeFor(text ?? '');
  given.set(name, bytes);
  // What may be a secret is not put on a screen.
  const isSecret = (name === 'trust' || name === 'root') && /PRIVATE KEY|SECRET KEY|"d"\s*:/i.test(text ?? '');
  area(name).value = isSecret ? '' : (text ?? `(${file.name}, ${bytes.length} bytes)`);
  byId(`${name}-said`).dataset.file = file.name;
  area(name).closest('details')?.setAttribute('open', '');
}

/** Where a file belongs by what is in it. A second passport is one to compare with. */
function placeFor(text: string): SlotName {
  const value = jsonOrNothing(text);
  if (member(value, 'passport') !== undefined || member(value, 'unfragile') !== undefined) {
    return isEmpty('passport') ? 'passport' : 'known';
  }
  if (member(value, 'type') === 'trust-passport/revocations/1') return 'revocations';
  if (value === undefined && /^\s*\{\s*"(?:passport|unfragile)"/.test(text)) return 'passport';
  return 'trust';
}

function jsonOrNothing(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

function area(name: SlotName): HTMLTextAreaElement {
  return byId(name) as HTMLTextAreaElement;
}

function isEmpty(name: SlotName): boolean {
  return !given.has(name) && area(name).value.trim() === '';
}

function inputOf(name: SlotName): Uint8Array | string | undefined {
  return isEmpty(name) ? undefined : (given.get(name) ?? area(name).value);
}

function textOf(name: SlotName): string | undefined {
  const input = inputOf(name);
  return input instanceof Uint8Array ? (decodeUtf8(input) ?? '') : input;
}

// --- what is said -------------------------------------------------------------------------------------------------

function judge(): void {
  for (const name of slots) say(name, isEmpty(name) ? '' : named(name));
  const input = inputOf('passport');
  const policy = readPolicy();
  if (input === undefined || policy === undefined) {
    show(byId('verdict'), firstNotice());
    for (const id of ['summary', 'changes']) byId(id).replaceChildren();
    return;
  }
  const verdict = verifyPassport(input, policy);
  const clues = diagnosePassport(input, verdict, policy);
  const by = `in this page, at ${policy.now ?? ''} by the clock of this device, with what you gave it`;
  show(byId('verdict'), verdictBanner(verdict, { by, clues }));
  summarize(verdict.verdict === 'VALID');
  compare(input);
}

/** What is asked for; undefined while something of it cannot be read, which is said where it stands. */
function readPolicy(): VerifyPolicy | undefined {
  const trust = attempt('trust', readTrust);
  const root = attempt('root', () => keyOf('root'));
  const maxAge = field('max-age');
  if (trust === undefined || root === undefined) return undefined;
  const revocations = inputOf('revocations');
  const age = maxAge === '' ? undefined : parseDuration(maxAge);
  byId('max-age').toggleAttribute('aria-invalid', maxAge !== '' && age === undefined);
  return {
    now: new Date().toISOString(),
    ...('key' in trust ? { key: trust.key, coverage: field('coverage') === 'payload' ? 'payload' : undefined } : {}),
    ...('value' in trust ? { trust: { value: trust.value, root: root.key } } : {}),
    issuer: field('issuer') === '' ? undefined : field('issuer'),
    maxAge: age,
    revocations: revocations === undefined ? undefined : [revocations],
    strictLinks: (byId('strict-links') as HTMLInputElement).checked,
  };
}

type Trust = { readonly key: Uint8Array } | { readonly value: JsonValue } | { readonly none: true };

function readTrust(): Trust {
  const text = textOf('trust');
  if (text === undefined) return { none: true };
  if (/^\s*(?:#[^\n]*\n\s*)*type:\s*["']?trust-passport\/trust-file/m.test(text)) {
    throw new PassportError('ERR_INVALID_SOURCE', 'this is a trust file in YAML, which this page does not read', {
      hint: 'make JSON of it: passport trust export trust.yaml --json > trust.json',
    });
  }
  if (/^\s*\{/.test(text)) {
    const { value } = readJson(text);
    if (member(value, 'type') === 'trust-passport/trust-file/1') return { value };
  }
  return { key: parsePublicKey(text) };
}

function keyOf(name: SlotName): { readonly key: Uint8Array | undefined } {
  const text = textOf(name);
  return { key: text === undefined ? undefined : parsePublicKey(text) };
}

function attempt<T>(name: SlotName, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PassportError)) throw error;
    say(name, `${capital(error.message)}. ${error.hint === undefined ? '' : `${capital(error.hint)}.`}`, true);
    return undefined;
  }
}

function summarize(proven: boolean): void {
  const text = textOf('passport') ?? '';
  try {
    show(byId('summary'), summary(readSubject(text).payload, proven));
  } catch {
    // What has not the form of a passport has been told so.
    byId('summary').replaceChildren();
  }
}

function compare(input: Uint8Array | string): void {
  const known = inputOf('known');
  if (known === undefined) return byId('changes').replaceChildren();
  const reference = attempt('known', () => readComparable(known));
  if (!reference) return byId('changes').replaceChildren();
  const comparison = compareWith(reference, input);
  show(byId('changes'), changeList(relationText(comparison), comparison.changes, comparison.total));
}

function say(name: SlotName, text: string, isProblem = false): void {
  const said = byId(`${name}-said`);
  if (said.textContent !== text) show(said, html`${text}`);
  said.classList.toggle('problem', isProblem);
}

function named(name: SlotName): string {
  const bytes = given.get(name);
  return bytes ? `${byId(`${name}-said`).dataset.file ?? ''}, ${bytes.length.toLocaleString('en')} bytes` : '';
}

function field(id: string): string {
  return (byId(id) as HTMLInputElement | HTMLSelectElement).value.trim();
}
