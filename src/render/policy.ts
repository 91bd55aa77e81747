import { encodeBase64 } from '../encoding/base64.js';
import { sha256 } from '../encoding/digest.js';
import { encodeUtf8 } from '../encoding/utf8.js';
import { html, type Html, scriptElement, styleElement } from './html.js';

/** What a page of ours may do: run its one script and use its one style, both by their digests, and nothing else. */
export interface PageFrame {
  readonly title: string;
  readonly style: string;
  /** Without one, nothing may run. */
  readonly script?: string | undefined;
  readonly body: Html;
  /** Directives for a page that has a server of its own, such as `connect-src 'self'`. */
  readonly allow?: readonly string[] | undefined;
}

/** The whole text of a page. The policy comes first: it holds for what comes after it. */
export function pageText({ title, style, script, body, allow = [] }: PageFrame): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${contentPolicy(style, script, allow)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${styleElement(style)}
      </head>
      <body>
        ${body} ${script !== undefined && scriptElement(script)}
      </body>
    </html> `;
  return page.toString().replace(/^\s+/, '');
}

/**
 * Content Security Policy Level 3. Hashes are over the text between the tags; trusted types keep the page's own script
 * from making markup but in one place.
 */
export function contentPolicy(style: string, script: string | undefined, allow: readonly string[] = []): string {
  return [
    "default-src 'none'",
    `script-src ${script === undefined ? "'none'" : digestSource(script)}`,
    `style-src ${digestSource(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${script === undefined ? "'none'" : 'passport'}`,
    ...allow,
  ].join('; ');
}

function digestSource(text: string): string {
  return `'sha256-${encodeBase64(sha256(encodeUtf8(text)))}'`;
}
