import { PassportError } from '../errors.js';

/** Known to this file alone. */
const own = Symbol('markup');

/**
 * Markup that is safe to be put into a page. Only this file makes it: a text becomes markup by being a hole of a
 * template, where it is escaped, and there is no way to say that it should not be.
 */
class Markup {
  readonly #markup: string;

  constructor(markup: string, key: typeof own) {
    if (key !== own) throw new TypeError('markup is made by templates alone');
    this.#markup = markup;
  }

  /** The markup, to be written to a file or given to a browser. */
  toString(): string {
    return this.#markup;
  }
}

export type Html = Markup;

/** An address that may stand in `href`. Made by `address.ts` alone, which knows the schemes that may become links. */
export abstract class Address {
  abstract readonly href: string;
}

/** A name without a value, such as `open`, or nothing. */
export class Flag {
  constructor(readonly name: 'open' | 'hidden' | 'disabled' | false) {}
}

export type Hole = string | number | Html | Address | Flag | undefined | false | readonly Hole[];

type Context = { readonly of: 'text' } | { readonly of: 'tag' } | { readonly of: 'value'; readonly attribute: string };

// The contexts of a template's holes are the same every time: found once for each template.
const known = new WeakMap<TemplateStringsArray, readonly Context[]>();

/**
 * Markup from a template. In text and in double-quoted values every text is escaped; lists are joined; `undefined` and
 * `false` are nothing. Where a browser would read a hole as anything but text (a script, a style, the name of a tag, a
 * value without quotes, an event handler), the template itself is refused.
 */
export function html(strings: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  let contexts = known.get(strings);
  if (!contexts) {
    contexts = contextsOf(strings);
    known.set(strings, contexts);
  }
  let markup = strings[0] ?? '';
  for (const [index, hole] of holes.entries()) {
    markup += filled(hole, contexts[index] as Context) + (strings[index + 1] ?? '');
  }
  return new Markup(markup, own);
}

/** The five characters that mean something to a reader of HTML or XML, in text and between quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function filled(hole: Hole, context: Context): string {
  if (hole === undefined || hole === false) return '';
  if (Array.isArray(hole)) return hole.map((one: Hole) => filled(one, context)).join('');
  if (context.of === 'tag') {
    if (hole instanceof Flag) return hole.name === false ? '' : hole.name;
    throw refused('a hole in a tag takes a flag, or stands between double quotes');
  }
  if (context.of === 'value') {
    const isLink = links.has(context.attribute);
    if (hole instanceof Address !== isLink) {
      throw refused(
        isLink
          ? `${context.attribute} takes an address of address.ts, not a text`
          : `${context.attribute} takes no address`,
      );
    }
    if (hole instanceof Address) return escapeHtml(hole.href);
    if (typeof hole === 'object') throw refused(`${context.attribute} takes a text`);
    return escapeHtml(String(hole));
  }
  if (hole instanceof Markup) return hole.toString();
  if (typeof hole === 'object') throw refused('a text takes a text or markup');
  return escapeHtml(String(hole));
}

/** Where a browser follows, loads or sends. */
const links: ReadonlySet<string> = new Set([
  ...['href', 'src', 'srcset', 'action', 'formaction', 'cite', 'poster', 'data', 'ping', 'background', 'xlink:href'],
]);

/** Elements whose text browsers do not read as markup, and do not decode: nothing can be escaped in them. */
const rawText = /^<(?:script|style|iframe|noscript|noembed|noframes|xmp|plaintext)\b/i;

function contextsOf(strings: readonly string[]): Context[] {
  const contexts: Context[] = [];
  let context: Context = { of: 'text' };
  for (const [index, part] of strings.entries()) {
    context = after(part, context);
    if (index < strings.length - 1) contexts.push(context);
  }
  if (context.of !== 'text') throw refused('the template ends within a tag');
  return contexts;
}

/** Where a hole would stand behind a part of a template that begins in a context. */
function after(part: string, begin: Context): Context {
  let context = begin;
  for (let at = 0; at < part.length;) {
    const rest = part.slice(at);
    if (context.of === 'text') {
      const tag = rest.indexOf('<');
      if (tag === -1) return context;
      if (!/^<[!/]?[a-zA-Z]/.test(rest.slice(tag))) throw refused('the name of a tag is written out');
      if (rawText.test(rest.slice(tag))) throw refused('what is not read as markup is not written in templates');
      context = { of: 'tag' };
      at += tag + 1;
    } else if (context.of === 'tag') {
      const found = /^[^>"'=]*?(?:([^\s"'<>/=]+)="|(>))/.exec(rest);
      if (!found) {
        if (/["'=]/.test(rest)) throw refused('a value stands between double quotes');
        return context;
      }
      at += found[0].length;
      context = found[2] === undefined ? { of: 'value', attribute: attribute(found[1] as string) } : { of: 'text' };
    } else {
      const end = rest.indexOf('"');
      if (end === -1) return context;
      context = { of: 'tag' };
      at += end + 1;
    }
  }
  return context;
}

function attribute(name: string): string {
  const lower = name.toLowerCase();
  if (/^(?:on|srcdoc$|style$)/.test(lower)) throw refused(`${lower} would run, or be refused by the page's own policy`);
  return lower;
}

/** A script of our own, as it is. Never one that was put together from what somebody wrote. */
export function scriptElement(code: string): Html {
  // Each of them would be read by the browser's parser before the script is.
  if (/<(?:!--|\/?script)/i.test(code)) throw refused('the script holds what would end it');
  return new Markup(`<script>${code}</script>`, own);
}

/** A style of our own. */
export function styleElement(css: string): Html {
  if (/<\/?style|<!--/i.test(css)) throw refused('the style holds what would end it');
  return new Markup(`<style>${css}</style>`, own);
}

/** A value for the page's script: JSON, in which no `<` can be read as markup. Browsers do not run it. */
export function dataElement(id: string, value: unknown): Html {
  const json = JSON.stringify(value).replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
  return new Markup(`<script type="application/json" id="${escapeHtml(id)}">${json}</script>`, own);
}

/** A frame with another page of ours. Browsers do not read what stands in one as markup, so nothing does. */
export function frameElement(id: string, page: Address, title: string): Html {
  const [name, source, label] = [id, page.href, title].map(escapeHtml);
  return new Markup(`<iframe id="${name}" src="${source}" title="${label}"></iframe>`, own);
}

/** Pieces one after the other. */
export function joined(pieces: Iterable<Html>): Html {
  return new Markup([...pieces].join(''), own);
}

function refused(why: string): PassportError {
  return new PassportError('ERR_USAGE', `a template was refused: ${why}`);
}
