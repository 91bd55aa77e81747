import type { IsMet, TextMatch, TextRule } from './text-rule.js';

/** What a service gives out: what it is, stems of which one is in any, and its shape. */
type Shape = readonly [what: string, stems: readonly string[], shape: () => RegExp];

// Every repetition is bounded: a text made of beginnings would be searched to its end from each of them. So a signed
// token is known by its header and the beginning of its claims, and what more there is of its letters belongs to it.
const shapes = (
  [
    ['an age secret key', 'age-secret-key-', () => /\bAGE-SECRET-KEY-(?:PQ-)?1[0-9A-Za-z]{50}/gi],
    ['an AWS access key', 'akia asia', () => /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g],
    [
      'a GitHub token',
      'ghp_ gho_ ghu_ ghs_ ghr_ github_pat_',
      () => /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{40})/g,
    ],
    [
      'a GitLab token',
      'glpat- gldt- glrt- glcbt- glptt- glft- glsoat- glagent-',
      () => /\bgl(?:pat|dt|rt|cbt|ptt|ft|soat|agent)-[A-Za-z0-9_-]{20}/g,
    ],
    ['an npm token', 'npm_', () => /\bnpm_[A-Za-z0-9]{36}\b/g],
    ['a PyPI token', 'pypi-', () => /\bpypi-AgE[A-Za-z0-9_-]{40}/g],
    ['a RubyGems token', 'rubygems_', () => /\brubygems_[0-9a-f]{48}\b/g],
    ['a Docker Hub token', 'dckr_', () => /\bdckr_(?:pat|oat)_[A-Za-z0-9_-]{20}/g],
    ['a Hugging Face token', 'hf_ api_org_', () => /\b(?:hf_[A-Za-z0-9]{30}|api_org_[A-Za-z0-9]{30})/g],
    [
      'a Slack token',
      'xox xapp-',
      () => /\b(?:xox[abeoprs]-[A-Za-z0-9-]{10}|xapp-\d-[A-Z0-9]{8}|xoxe\.xox[bp]-[A-Za-z0-9-]{10})/g,
    ],
    [
      'a Slack webhook',
      'hooks.slack.com/',
      () =>
        /\bhooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Z0-9]{8,14}\/[A-Za-z0-9]{8,24}\/[A-Za-z0-9/]{10}/g,
    ],
    [
      'a Discord webhook',
      '/webhooks/',
      () => /\bdiscord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/\d{15,22}\/[A-Za-z0-9_-]{30}/g,
    ],
    [
      'a Teams webhook',
      '.webhook.office.com/',
      () => /\.webhook\.office\.com\/webhookb2\/[0-9a-f-]{36}@[0-9a-f-]{36}\/IncomingWebhook\/[0-9a-f]{16}/g,
    ],
    ['a Telegram bot token', ':aa', () => /\b\d{8,10}:AA[A-Za-z0-9_-]{33}(?![A-Za-z0-9_-])/g],
    ['a Google API key', 'aiza', () => /\bAIza[0-9A-Za-z_-]{35}/g],
    ['a Google token', 'ya29. gocspx-', () => /\b(?:ya29\.[0-9A-Za-z_-]{20}|GOCSPX-[0-9A-Za-z_-]{28})/g],
    ['a SendGrid key', 'sg.', () => /\bSG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{32}/g],
    ['a Stripe key', 'k_live_ whsec_', () => /\b(?:[rs]k_live_[0-9A-Za-z]{20}|whsec_[A-Za-z0-9+/]{24})/g],
    ['a DigitalOcean token', '_v1_', () => /\bdo[opr]_v1_[0-9a-f]{40}/g],
    ['an Anthropic key', 'sk-ant-', () => /\bsk-ant-[A-Za-z0-9_-]{20}/g],
    [
      'an API key',
      'sk- gsk_ xai- r8_ pplx- nvapi- tvly- lsv2_ fc-',
      () =>
        /\b(?:sk-(?:proj-|svcacct-|admin-|or-v1-|lf-)?(?=[A-Za-z0-9_-]{0,40}\d)[A-Za-z0-9_-]{20}|gsk_[A-Za-z0-9]{40}|xai-[A-Za-z0-9]{40}|r8_[A-Za-z0-9]{30}|pplx-[A-Za-z0-9]{40}|nvapi-[A-Za-z0-9_-]{40}|tvly-[A-Za-z0-9-]{28}|lsv2_(?:pt|sk)_[0-9a-f]{20}|fc-[0-9a-f]{32})/g,
    ],
    ['a Shopify token', 'shpat_ shpca_ shppa_ shpss_', () => /\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}\b/g],
    ['a Linear key', 'lin_api_', () => /\blin_api_[A-Za-z0-9]{32}/g],
    ['a Notion token', 'ntn_ secret_', () => /\b(?:ntn_[A-Za-z0-9]{40}|secret_[A-Za-z0-9]{43}\b)/g],
    ['an Atlassian token', 'atatt3', () => /\bATATT3[A-Za-z0-9_-]{30}/g],
    ['a Mapbox token', 'sk.eyj', () => /\bsk\.eyJ[A-Za-z0-9_-]{20}/g],
    ['a Vault token', 'hvs. hvb. hvr.', () => /\bhv[sbr]\.[A-Za-z0-9_-]{24}/g],
    ['an Azure storage key', 'accountkey=', () => /\bAccountKey=[A-Za-z0-9+/]{80}/g],
    ['a signed token', 'eyj', () => /\beyJ[A-Za-z0-9_-]{10,600}\.eyJ[A-Za-z0-9_-]{10}/g],
  ] as const
).map(([what, stems, shape]): Shape => [what, stems.split(' '), shape]);

// A name and a value, as in settings: of the value it is looked at whether anyone could have thought it up.
const assignment = (): RegExp =>
  /(api[_-]?(?:key|token|secret)|access[_-]?(?:key|token)(?:[_-]?id)?|auth[_-]?(?:key|token)|(?:client|app|signing|webhook|shared)[_-]?secret|secret(?:[_-]?(?:access[_-]?)?key)?|private[_-]?key|encryption[_-]?key|token|bearer|authorization|credentials?|passw(?:or)?d|passphrase|pwd)(?:\\?["'`]?\s{0,3}(?:=>?|:=|:(?!\/\/))\s{0,3}|\s{1,2}(?=[A-Za-z0-9+/_-]{32}))(?:bearer\s|basic\s|token\s)?\\?["'`]?([^\s"'`,;<>()[\]\\]{8,200})/gi;
// Before the value there is a sign, or it is so long.
const longValue = /\s[A-Za-z0-9+/_-]{32}/;
// In any of those names.
const names = 'pass pwd secret token key bearer credential authorization'.split(' ');
const named = new RegExp(names.join('|'));
const digits = [...'0123456789'];
// A password before the host of an address, of whatever scheme.
const addressed = (): RegExp =>
  /(?<=[a-z0-9+.-]):\/\/([^\s/@:"'<>?#]{0,80}):([^\s/@"'<>?#]{3,120})@([A-Za-z0-9[][^\s/:?#"'<>]{0,120})/gi;

/** What is in every shape: most words are shorter. */
const shaped = /(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{15}|eyJ|hooks\.slack\.com\//;

// In characters: longer than any key.
const MAX_KEY = 12_000;

export interface Secret extends TextMatch {
  /** It is only known by where it stands in an address. */
  readonly inAddress: boolean;
}

export const secret: TextRule = {
  id: 'text/secret',
  severity: 'error',
  hint: 'remove it and revoke it: whoever has seen the file may have it',
  needs: [...shapes.map(([, stems]) => [stems]), [['-----begin ']], [['://'], ['@']], [names, digits]],
  find: findSecret,
};

/** The needs behind those of the shapes. */
const [KEY_BLOCK, ADDRESS, ASSIGNMENT] = [shapes.length, shapes.length + 1, shapes.length + 2];

function findSecret(text: string, pointer?: string, isMet?: IsMet): TextMatch | undefined {
  // What stands in the artifact's own addresses is url/credentials's.
  const isAddress = /^\/artifact\/(?:url|homepage|repository)$/.test(pointer ?? '');
  for (const found of secretsIn(text, isMet)) if (!(found.inAddress && isAddress)) return found;
  return undefined;
}

/** Everything that must not be repeated: messages end up in logs. Not in the order of the text, and some of it twice. */
export function* secretsIn(text: string, isMet?: IsMet): Generator<Secret> {
  const can = isMet ?? (() => true);
  if (can(KEY_BLOCK)) yield* privateKeysIn(text);
  const folded = text.toLowerCase();
  const some = isMet ? shapes.filter((_, number) => isMet(number)) : shaped.test(text) ? shapes : [];
  for (const [what, stems, shape] of some) {
    if (!stems.some((stem) => folded.includes(stem))) continue;
    let done = 0;
    for (const { 0: found, index } of text.matchAll(shape())) {
      if (index < done) continue;
      const span = [index, endOfToken(text, index + found.length)] as const;
      done = span[1];
      if (
        !isExample(
          found + (/^[\w-]{0,200}/.exec(text.slice(index + found.length, index + found.length + 200))?.[0] ?? ''),
        )
      )
        yield { what: `holds what looks like ${what}`, span, inAddress: false };
    }
  }
  const isAddress = can(ADDRESS) && folded.includes('://') && folded.includes('@');
  for (const { 0: found, 1: name = '', 2: password = '', 3: host = '', index } of isAddress
    ? text.matchAll(addressed())
    : []) {
    if (isChosenForShow(password) || password === name || isDocumentation(host)) continue;
    const end = index + found.length - host.length - 1;
    const span = [end - password.length, end] as const;
    yield { what: 'holds what looks like a password in an address', span, inAddress: true };
  }
  // Nobody thinks up a value without a digit: isRandom asks for one.
  const isAssignment =
    can(ASSIGNMENT) &&
    (text.includes('=') || text.includes(':') || longValue.test(text)) &&
    named.test(folded) &&
    /(?=[^\s\d]{0,200}\d)\S{8}/.test(folded);
  for (const { 0: found, 1: name = '', 2: value = '', index } of isAssignment ? text.matchAll(assignment()) : []) {
    const end = index + found.length;
    if (!isRandom(value.replace(/[.!?:]+$/, ''), /passw|passphrase|pwd/i.test(name))) continue;
    const what = /passw|passphrase|pwd/i.test(name) ? 'a password' : 'a key or token';
    yield { what: `holds what looks like ${what}`, span: [end - value.length, end], inAddress: false };
  }
}

/** From the first line to the last, or as far as it goes on. */
function* privateKeysIn(text: string): Generator<Secret> {
  if (!text.includes('-----BEGIN ')) return;
  const what = 'holds what looks like a private key';
  let done = 0;
  for (const { 0: begin, index } of text.matchAll(/-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----/g)) {
    if (index < done) continue;
    const body = text.slice(index + begin.length, index + begin.length + MAX_KEY);
    const last = /^[^]{0,12000}?-----END [A-Z0-9 ]{0,30}-----/.exec(body)?.[0].length;
    const length = last ?? /^(?:[A-Za-z0-9+/=:,.\s\\-]|\\n)*/.exec(body)?.[0].trimEnd().length ?? 0;
    done = index + begin.length + length;
    if (!/\.{3}|\u2026|<|\*{3}/.test(body.slice(0, Math.min(length, 120))))
      yield { what, span: [index, done], inAddress: false };
  }
}

/** No part of a token is to be seen: what more there is of its letters belongs to it. */
function endOfToken(text: string, end: number): number {
  const rest = /[\w./+=-]*/y;
  rest.lastIndex = end;
  return end + (rest.exec(text)?.[0] ?? '').replace(/[./]+$/, '').length;
}

/** What documents show in place of a secret. */
function isExample(text: string): boolean {
  return /example|sample|dummy|placeholder|redacted|changeme|(?:your|my)[_-]|x{5}|X{5}|\.{3}|\*{3}|0{8}|123e4567-e89b|1234567890abcdef|abcdefghijklm|(?:^|[_-])(?:fake|test)(?:[_-]|$)/i.test(
    text,
  );
}

/** What stands for a password where one is written for show, or is in every guide. */
function isChosenForShow(password: string): boolean {
  return (
    isExample(password) ||
    /^(?:pass(?:w(?:or)?d|code|phrase)?|pwd|pw|secret|token|key|admin|root|user(?:name)?|postgres|mysql|mongo|redis|guest|test|demo|changeit|change-?me|hunter2|foo|bar|baz|123456?7?8?|abc|s3cr3t|secret123|p4ssw0rd|mysecret\w{0,10}|mypass\w{0,6}|x+|\*+|\.+|\u2026|-+)$/i.test(
      password,
    ) ||
    /^\$[A-Z_({]|[{}<>[\]\u2026*]|^%\w{1,60}%$|^your|^my_?pass|_?password$|^db_?pass/i.test(password)
  );
}

function isDocumentation(host: string): boolean {
  return /^(?:localhost|host(?:name)?|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|db|database|server|(?:[\w-]{1,60}\.)?(?:example\.\w{2,5}|example|invalid|test))\.?$/i.test(
    host,
  );
}

/** Whether a value is made of what nobody thinks up: letters and digits in turn, and few of them twice. */
function isRandom(value: string, isPassword: boolean): boolean {
  if (isChosenForShow(value) || /:\/\//.test(value)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /[^A-Za-z0-9._/-]/].filter((kind) => kind.test(value)).length;
  if (!/\d/.test(value) || kinds === 0) return false;
  // Words, numbers and paths are made of longer pieces.
  const pieces = value.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
  const average = pieces.join('').length / pieces.length;
  if (isPassword && kinds >= 2) return average < 2.5 && entropy(value) >= 2.6;
  return value.length >= 16 && average < 3 && entropy(value) >= 3;
}

/** In bits a character (Shannon). */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
