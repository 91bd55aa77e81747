import { Address } from './html.js';

class Href extends Address {
  constructor(readonly href: string) {
    super();
  }
}

/**
 * An address that may become a link: absolute, http or https, without a name or password in it. Undefined for anything
 * else: it is shown as the text that it is. What browsers leave out of an address (tabs, line ends, spaces before it)
 * is refused, so that a link leads where its text says.
 */
export function linkTo(text: string): Address | undefined {
  if (
    !/^https?:\/\/[^\s\\]+$/i.test(text) ||
    /[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/.test(text)
  )
    return undefined;
  try {
    const { protocol, username, password, hostname } = new URL(text);
    const isWeb = protocol === 'https:' || protocol === 'http:';
    return isWeb && username === '' && password === '' && hostname !== '' ? new Href(text) : undefined;
  } catch {
    return undefined;
  }
}

/** A place in the same page. @param id letters, digits and `-` */
export function placeInPage(id: string): Address {
  return new Href(`#${encodeURIComponent(id)}`);
}

/** A place in a file, for the editor that registers `vscode:`. Made for the author's own screen, never in a page that is given away. */
export function placeInEditor(path: string, line: number, column: number): Address {
  const slashed = path.replaceAll('\\', '/').replace(/^(?=[^/])/, '/');
  return new Href(`vscode://file${slashed.split('/').map(encodeURIComponent).join('/')}:${line}:${column}`);
}

/** A file of the server that the page came from. @param name letters, digits, dots and `-` */
export function besidePage(name: string): Address {
  return new Href(`./${encodeURIComponent(name)}`);
}
