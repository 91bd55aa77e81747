import { DOMParser } from '@xmldom/xmldom';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { encodePublicKey } from '../../src/keys/spki.js';
import { emitDocument } from '../../src/passport/document.js';
import { hostileStrings } from '../browser/hostile-strings.js';
import { issuerKey, libraryHoursDocument, libraryHoursPayload } from '../fixtures/library-hours.js';
import { passport, temporaryFolder } from './run.js';

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const write = (name: string, text: string): string => {
  writeFileSync(at(name), text);
  return at(name);
};
const document = await libraryHoursDocument();
const path = write('passport.json', emitDocument(document));
const key = write('issuer.pub', encodePublicKey(issuerKey.publicKey));

/** A picture as XML, which is read more strictly than HTML. */
function readSvg(text: string): string {
  const problems: string[] = [];
  const parsed = new DOMParser({ onError: (_, message) => void problems.push(message) }).parseFromString(
    text,
    'image/svg+xml',
  );
  expect(problems).toEqual([]);
  const names = [...parsed.getElementsByTagName('*')].map(({ tagName }) => tagName);
  expect(names.filter((name) => !/^(?:svg|title|defs|clipPath|rect|path|g|text)$/.test(name))).toEqual([]);
  return parsed.documentElement?.textContent ?? '';
}

describe('passport render', () => {
  test('writes a page with its policy, and warns where the page will not say VALID', () => {
    const good = passport(['render', path, '--pin', key, '-o', at('page.html')]);
    expect(good).toEqual({ status: 0, stdout: '', stderr: `wrote ${at('page.html')}\n` });
    const page = readFileSync(at('page.html'), 'utf8');
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain('default-src &#39;none&#39;; script-src &#39;sha256-');
    const stranger = passport(['render', path, '--pin', 'keys.example/example.pub', '-o', at('other.html')]);
    expect(stranger.status).toBe(0);
    expect(stranger.stderr).toContain('warning: the page will say INVALID SIGNATURE_MISMATCH');
    expect(passport(['render', path]).stdout).not.toContain('class="banner good"');
  });

  test('what is no document is told with its place, and leaves no file', () => {
    const broken = write('broken.json', emitDocument(document).replace('"status":"active"', '"status":"alive"'));
    const run = passport(['render', broken, '-o', at('none.html')]);
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/broken\.json:1:\d+ error schema\/enum/);
    expect(existsSync(at('none.html'))).toBe(false);
    expect(passport(['render', write('text.json', '[]')]).status).toBe(1);
  });

  test('flags that would be passed over are refused', () => {
    for (const words of [
      ['--format', 'badge.svg', '--pin', key],
      ['--pin', key, '--trust', key],
      ['--root', key],
      ['--coverage', 'payload'],
      ['--format', 'pdf'],
    ]) {
      expect(passport(['render', path, ...words]), words.join(' ')).toMatchObject({ status: 2, stdout: '' });
    }
    expect(passport(['render', path, '-o', path]).status).toBe(2);
  });

  test('a card and a badge are pictures that state, and claim nothing of the signature', () => {
    const card = readSvg(passport(['render', path, '--format', 'card.svg']).stdout);
    expect(card).toContain('not verified in this picture');
    expect(card).toContain('Library Hours');
    const badge = readSvg(passport(['render', path, '--format', 'badge.svg']).stdout);
    expect(badge).toContain(`score ${document.passport.unfragile.trust.score}`);
    expect(badge.toLowerCase()).toContain('not verified here');
  });

  test('Markdown and text say the same, of a payload as well', () => {
    const markdown = passport(['render', path, '--format', 'markdown']).stdout;
    expect(markdown).toContain('| Outcomes | not observed yet |');
    expect(markdown).toContain('This text was not verified');
    const payload = write('payload.json', emitDocument({ unfragile: libraryHoursPayload() }));
    expect(passport(['render', payload, '--format', 'markdown']).stdout).toContain('Not signed.');
    expect(passport(['render', payload, '--format', 'text']).stdout).toContain('not signed');
    expect(passport(['render', path, '--format', 'text']).stdout).toBe(passport(['inspect', path]).stdout);
  });
});

describe('hostile texts in pictures and Markdown', () => {
  test('stay texts', async () => {
    const { renderCardSvg } = await import('../../src/render/card-svg.js');
    const { renderMarkdown } = await import('../../src/render/markdown.js');
    for (const text of hostileStrings) {
      const payload = libraryHoursPayload();
      payload.artifact.name = text;
      payload.artifact.url = text;
      payload.trust.permissions = [text];
      const envelope = { ...document.passport, unfragile: payload, signedBy: text };
      readSvg(renderCardSvg(payload, envelope));
      const kinds = new Set<string>();
      void marked.walkTokens(marked.lexer(renderMarkdown(payload, envelope)), ({ type }) => void kinds.add(type));
      for (const kind of ['html', 'link', 'image', 'del', 'blockquote', 'code', 'hr', 'escape']) {
        expect(kinds.has(kind), `${kind}: ${JSON.stringify(text.slice(0, 60))}`).toBe(false);
      }
    }
  });
});
