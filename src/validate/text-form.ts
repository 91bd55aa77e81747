/** What the pattern of a schema asks of a text, in words. */
export interface TextForm {
  /** Behind "which is not". */
  readonly what: string;
  readonly hint: (text: string) => string;
  /** The text as it was most likely meant, which the pattern may still refuse. */
  readonly mend?: (text: string) => Mended | undefined;
}

interface Mended {
  readonly text: string;
  /** Whether it can only have been meant so. */
  readonly safe: boolean;
}

// No text of a form is as long, and every mend reads the text several times.
const MAX_CHARACTERS = 2000;

const category: TextForm = {
  what: 'a category',
  hint: (text) =>
    /[,;]/.test(text)
      ? 'make each category an entry of its own'
      : 'write lower-case words of letters and digits, with hyphens between',
  mend: (text) => {
    if (/[,;]/.test(text)) return undefined;
    // Where a capital stands within, there may be one word or two.
    const plain = /^[A-Za-z0-9]+(?:[ _-]+[A-Za-z0-9]+)*$/.test(text) && !/[a-z0-9][A-Z]/.test(text);
    return { text: trimHyphens(splitWords(text).replace(/[^a-z0-9]+/g, '-')), safe: plain };
  },
};

const slug: TextForm = {
  what: 'a slug',
  hint: (text) =>
    text.includes('/')
      ? 'join an owner and a name with two hyphens: owner--name'
      : 'write lower-case letters, digits and . _ - only',
  // A slug is the address of the passport: which one it is to be is for the author to say.
  mend: (text) => {
    const words = text
      .trim()
      .toLowerCase()
      .replace(/\s*\/\s*/g, '--')
      .replace(/[^a-z0-9._-]+/g, '-');
    return { text: trimHyphens(words), safe: false };
  },
};

const url: TextForm = {
  what: 'a web address',
  hint: (text) => {
    if (/^https?:\/\//i.test(text)) {
      return /\s/.test(text)
        ? 'write %20 for a space, and one address only'
        : 'write https:// in lower case, and no < > "';
    }
    return /^[a-z][a-z0-9+.-]*:/i.test(text) && !isHost(text)
      ? 'give the page of the artifact; begin it with https://'
      : 'begin it with https://';
  },
  mend: (text) => {
    const scheme = /^https?(?=:\/\/)/i.exec(text)?.[0];
    if (scheme !== undefined) return { text: scheme.toLowerCase() + text.slice(scheme.length), safe: true };
    const repository = /^git@([\w.-]+):(\S+?)(?:\.git)?$/.exec(text);
    if (repository) return { text: `https://${repository[1]}/${repository[2]}`, safe: false };
    const address = text.replace(/^\/\//, '');
    return isHost(address) ? { text: `https://${address}`, safe: false } : undefined;
  },
};

const time: TextForm = {
  what: 'a time in UTC',
  hint: () => 'write it like 2026-01-31T09:30:00.000Z',
};

const linkTemplate: TextForm = {
  what: 'an address below base_url',
  hint: () => 'begin it with /, write no spaces, and {slug} for the slug',
};

/** By the pattern that stands in `schemas/`. */
export const textForms: Readonly<Record<string, TextForm>> = {
  '^[a-z0-9]+(-[a-z0-9]+)*$': category,
  '^[a-z0-9._-]+$': slug,
  '^https?://[^\\s<>"]+$': url,
  '^[A-Za-z0-9._:@/-]+$': {
    what: 'an identifier',
    hint: () => 'use letters, digits and . _ : @ / - only, or leave it out: the slug takes its place',
  },
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$': time,
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$': time,
  '^https?://[^\\s/?#]+(/[^\\s/?#]+)*$': {
    what: 'an origin',
    hint: () => 'write it like https://passports.example, without a slash at the end',
    mend: (text) => {
      const trimmed = text.replace(/\/{1,9}$/, '');
      return { text: url.mend?.(trimmed)?.text ?? trimmed, safe: false };
    },
  },
  '^[a-z0-9-]+$': {
    what: 'a name of lower-case letters, digits and hyphens',
    hint: () => 'write it like billing-or-accounts',
    mend: (text) => ({ text: trimHyphens(splitWords(text).replace(/[^a-z0-9]+/g, '-')), safe: false }),
  },
  '[A-Za-z0-9]': {
    what: 'a word: it has neither a Latin letter nor a digit',
    hint: () => 'write a word that can stand in a requirement, a kind of input or a category',
  },
  '^/[^\\s]*$': linkTemplate,
  '^[A-Za-z0-9_-]{43}$': {
    what: 'a public key: 32 bytes in base64url',
    hint: () => 'add the key from its file: passport trust add TRUST-FILE NAME.pub --issuer NAME',
  },
  '^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$': {
    what: 'a public key: 32 bytes in base64url, in its one spelling',
    hint: () => 'copy it from what passport claim prints',
  },
  '^[A-Za-z0-9_-]{22}$': {
    what: 'a nonce: 16 bytes in base64url',
    hint: () => 'write 22 of A-Z, a-z, 0-9, - and _',
  },
  '^[1-9][0-9]{0,5}[smhdw]$': {
    what: 'a length of time',
    hint: () => 'write a number and s, m, h, d or w, such as 90d',
  },
  '^sha256:[0-9a-f]{64}$': {
    what: 'a SHA-256 digest',
    hint: () => 'write sha256: and 64 lower-case hex digits',
  },
  '^[A-Za-z0-9+/]{86}==$': {
    what: 'a signature: 64 bytes in standard base64',
    hint: () => 'sign again: a signature cannot be mended',
  },
  '^capability://[a-z0-9]+(\\.[a-z0-9]+)*$': {
    what: 'the address of a capability',
    hint: () => 'build the passport again: addresses are made from categories and names',
  },
};

/** The text as it was most likely meant; undefined where nobody can tell. */
export function mendText(form: TextForm, text: string): Mended | undefined {
  return text.length > MAX_CHARACTERS ? undefined : form.mend?.(text);
}

function splitWords(text: string): string {
  return text.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

function trimHyphens(text: string): string {
  return text.replace(/^-{1,99}/, '').replace(/-{1,99}$/, '');
}

function isHost(text: string): boolean {
  return /^[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}(?:[/:?#]\S*)?$/.test(text);
}
