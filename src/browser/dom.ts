import type { Html } from '../render/html.js';

/** Trusted Types (W3C), which not every browser has, nor every list of types. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(markup: string): string }): { createHTML(markup: string): string };
}

/** The one policy by which markup comes into a page; what it is given was made by templates, where all is escaped. */
const policy = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('passport', {
  createHTML: (markup) => markup,
});

/** Puts markup into an element, in place of what is there. */
export function show(element: Element, markup: Html): void {
  const text = markup.toString();
  element.innerHTML = policy?.createHTML(text) ?? text;
}

/** An element of our own page. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

export function all<E extends HTMLElement = HTMLElement>(selector: string): E[] {
  return [...document.querySelectorAll<E>(selector)];
}
