import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { encodeBase64Url } from '../../src/encoding/base64.js';
import type { JsonValue } from '../../src/encoding/json-value.js';
import { pointerTokens } from '../../src/encoding/pointer.js';
import type { PinnedKeys } from '../../src/passport/pinned.js';
import type { Payload } from '../../src/passport/types.generated.js';
import { renderPage } from '../../src/render/page.js';
import { RAW_ID } from '../../src/render/raw-json.js';
import { checkPayload } from '../../src/validate/payload.js';
import { projectRoot, temporaryFolder } from '../cli/run.js';
import { describeWithCorpus, hasCorpus, readCorpus } from '../corpus.js';
import {
  describeWithChromium,
  expectNothingCaught,
  openFile,
  openTrapped,
  type OpenOptions,
  type Opened,
  overflow,
  picture,
  schemes,
  violations,
  widths,
} from './chromium.js';
import {
  issuer,
  manyCapabilities,
  richPayload,
  signed,
  stranger,
  templateNames,
  templatePayload,
} from './documents.js';
import { hostileStrings } from './hostile-strings.js';

const folder = temporaryFolder();
const script = (name: string): string => readFileSync(join(projectRoot, 'dist/browser', name), 'utf8');
const pinned: PinnedKeys = { keys: [encodeBase64Url(issuer.publicKey)] };

let count = 0;

/** A document as a page on disk, as `passport render` writes it. */
function pageOf(text: string, keys: PinnedKeys | 'none' = pinned): string {
  const isPinned = keys !== 'none';
  const path = join(folder, `page-${count++}.html`);
  writeFileSync(
    path,
    renderPage(text, { pinned: isPinned ? keys : undefined, script: script(isPinned ? 'page.js' : 'reader.js') }),
  );
  return path;
}

async function openPage(text: string, keys?: PinnedKeys | 'none', options: OpenOptions = {}): Promise<Opened> {
  return openFile(pageOf(text, keys ?? pinned), options);
}

/** What the banner says, and whether it looks good. */
async function banner({ page }: Opened): Promise<{ readonly text: string; readonly tones: string }> {
  const found = page.locator('#verdict .banner');
  return { text: await found.innerText(), tones: (await found.getAttribute('class')) ?? '' };
}

const good = signed(richPayload());
const tampered = good.replace('"confidence":0.5', '"confidence":0.6');

describeWithChromium('the banner of a page', () => {
  test('a good signature under the pinned key: VALID, and what that does not say', async () => {
    const opened = await openPage(good);
    const { text, tones } = await banner(opened);
    expect(text).toMatch(/^VALID OK\n/);
    expect(text).toContain('Checked in this page, just now, by what its maker pinned in it');
    expect(text).toMatch(/It is not proven that\s+what the passport says is true/);
    expect(text).toContain('Check it yourself: a page can lie');
    expect(tones).toContain('good');
    expect(await opened.page.locator(`#${RAW_ID}`).textContent()).toBe(good);
    expectNothingCaught(opened.trap);
  });

  test.each([
    ['one value changed', tampered, pinned, 'INVALID SIGNATURE_MISMATCH', 'bad'],
    ['another key', good, { keys: [encodeBase64Url(stranger.publicKey)] }, 'INVALID SIGNATURE_MISMATCH', 'bad'],
    ['another coverage', good, { ...pinned, coverage: 'payload' as const }, 'INVALID COVERAGE_MISMATCH', 'bad'],
    [
      'a derived value that does not follow',
      signed({ ...richPayload(), distribution: { claim_url: 'https://a.example', compare_url: 'https://b.example' } }),
      pinned,
      'INVALID DERIVATION_MISMATCH',
      'bad',
    ],
  ])('%s: not VALID, and does not look so', async (_, text, keys, says, tone) => {
    const opened = await openPage(text, keys);
    const shown = await banner(opened);
    expect(shown.text).toMatch(new RegExp(`^${says}\n`));
    expect(shown.tones).toContain(tone);
    expect(await opened.page.locator('.banner.good').count()).toBe(0);
    expectNothingCaught(opened.trap);
  });

  test('of several pinned keys the one that signed decides', async () => {
    const keys = { keys: [stranger, issuer].map(({ publicKey }) => encodeBase64Url(publicKey)) };
    const opened = await openPage(good, keys);
    expect((await banner(opened)).text).toMatch(/^VALID OK\n/);
  });

  test('by a trust file: role and issuer are said, and what it asks for and cannot get is UNVERIFIABLE', async () => {
    const trust: NonNullable<PinnedKeys['trust']> = {
      type: 'trust-passport/trust-file/1',
      issued_at: '2026-01-01T00:00:00.000Z',
      expires_at: null,
      requires: { revocations: false, state: false, max_age: null, cosignatures: null },
      keys: [
        {
          public_key: encodeBase64Url(issuer.publicKey),
          issuer: 'unfragile.ai',
          role: 'registry',
          coverage: 'envelope',
          status: 'active',
          not_before: '2025-01-01T00:00:00.000Z',
          not_after: null,
        },
      ],
    };
    const valid = await openPage(good, { trust });
    expect((await banner(valid)).text).toMatch(/^VALID OK\n[\s\S]*\(registry, active\)/);
    const asking = await openPage(good, { trust: { ...trust, requires: { ...trust.requires, state: true } } });
    const shown = await banner(asking);
    expect(shown.text).toMatch(/^UNVERIFIABLE STATE_MISSING\n/);
    expect(shown.tones).toContain('quiet');
  });

  test('without a pinned key it says so and is never green', async () => {
    const opened = await openPage(good, 'none');
    const { text, tones } = await banner(opened);
    expect(text).toMatch(/^NOT VERIFIED\s+There is a signature, and no key to check it with/);
    expect(tones).toBe('banner quiet');
    expectNothingCaught(opened.trap);
  });

  test('without scripts it says that nothing was checked, and all else can be read', async () => {
    const opened = await openPage(good, pinned, { scripts: false });
    expect((await banner(opened)).text).toMatch(/^NOT CHECKED\n/);
    expect(await opened.page.locator('.capability').count()).toBe(richPayload().capabilities.length);
    expect(await opened.page.locator('[data-tools]').isVisible()).toBe(false);
  });

  test('a payload alone is a preview, and nothing was signed', async () => {
    const opened = await openPage(JSON.stringify({ unfragile: richPayload() }), 'none');
    expect((await banner(opened)).text).toMatch(/^NOT SIGNED\n/);
    expect(await opened.page.locator('main').innerText()).toContain('Not signed yet.');
  });
});

describeWithChromium('what a page shows', () => {
  test('outcomes that were not observed are never a bare 0, and what the caps dropped is told', async () => {
    const payload = richPayload();
    const { page } = await openPage(good);
    const glance = await page.locator('.glance').innerText();
    expect(glance.toLowerCase()).toContain('not observed yet');
    for (const one of await page.locator('dd').allInnerTexts()) expect(one.trim()).not.toBe('0');
    const texts = new Set(payload.capabilities.flatMap(({ requires }) => requires));
    const dropped = [...texts].filter((text) => !payload.trust.permissions.includes(text));
    if (hasCorpus) expect(dropped).toHaveLength(15);
    if (dropped.length > 0) {
      expect(await page.locator('#permissions .dropped p').innerText()).toContain(`${dropped.length} more`);
      expect(await page.locator('#permissions .dropped li').count()).toBe(dropped.length);
    }
  });

  test('the five parts of the score are a table that adds up', async () => {
    const { page } = await openPage(good);
    const points = await page.locator('.score tbody tr td:last-child strong').allInnerTexts();
    expect(points).toHaveLength(5);
    const sum = points.reduce((all, one) => all + Number(one), 0);
    expect(Math.abs(sum - richPayload().trust.score)).toBeLessThan(0.8);
    expect(await page.locator('.score svg').first().getAttribute('aria-hidden')).toBe('true');
  });

  test.each(templateNames)('%s as a page: VALID, nothing wider than a phone, nothing asked for', async (name) => {
    const opened = await openPage(signed(templatePayload(name)), pinned, { width: 390 });
    expect((await banner(opened)).text).toMatch(/^VALID OK\n/);
    expect(await overflow(opened.page)).toBe(0);
    expectNothingCaught(opened.trap);
  });

  test('two hundred capabilities in groups render in under a second, and can be searched and opened', async () => {
    const opened = await openPage(signed(manyCapabilities()), pinned, { width: 390 });
    const { page } = opened;
    const [took] = await page.evaluate(() => performance.getEntriesByType('navigation').map((entry) => entry.duration));
    expect(took).toBeLessThan(1000);
    expect(await page.locator('[data-group]').count()).toBe(7);
    expect(await page.locator('details.capability[open]').count()).toBe(0);
    await page.fill('#search', 'NUMBER 137');
    expect(await page.locator('details.capability:visible').count()).toBe(1);
    expect(await page.locator('[data-group]:visible').count()).toBe(1);
    expect(await page.locator('#found').innerText()).toBe('1 of 200');
    await page.press('#search', 'Escape');
    expect(await page.locator('details.capability:visible').count()).toBe(200);
    await page.click('[data-open]');
    expect(await page.locator('details.capability[open]').count()).toBe(200);
    expect(await overflow(page)).toBe(0);
    // A link to a capability opens it.
    await page.click('[data-open]');
    await page.evaluate(() => (location.hash = '#capability-42'));
    await page.locator('#capability-42[open]').waitFor();
    expectNothingCaught(opened.trap);
  });

  test('the keyboard reaches everything that can be used', async () => {
    const { page } = await openPage(good);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the passport');
    await page.locator('#capability-1 > summary').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#capability-1').getAttribute('open')).toBeNull();
  });

  test('printed, it opens what is closed and leaves out what is for screens', async () => {
    const { page } = await openPage(signed(manyCapabilities(20)));
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('details.capability[open]').count()).toBe(20);
    expect(await page.locator('.tools:visible, .contents:visible, .raw:visible').count()).toBe(0);
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
    await page.emulateMedia({ media: null });
  });

  test('saving gives the passport, byte for byte', async () => {
    const { page } = await openPage(good);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-save]')]);
    expect(download.suggestedFilename()).toBe('passport.json');
    expect(readFileSync(await download.path(), 'utf8')).toBe(good);
  });
});

describeWithCorpus('the published seed', () => {
  describeWithChromium('as a page', () => {
    test('is shown whole, and nothing is claimed about its signature', async () => {
      const seed = readCorpus('corpus', 'seed', 'passport.json').trim();
      const opened = await openPage(seed, 'none');
      expect(await opened.page.locator('h1').innerText()).toBe('OpenAI: GPT-4o-mini');
      expect(await opened.page.locator('.banner.good').count()).toBe(0);
      expect(await opened.page.locator(`#${RAW_ID}`).textContent()).toBe(seed);
      const text = await opened.page.locator('main').innerText();
      expect(text).toContain('capability 1 needs “API key”');
      expect(text).toContain('48 days before it was signed');
      expectNothingCaught(opened.trap);
    });
  });
});

/** The payload with a text in place of every text that may be any text. */
function everywhere(payload: Payload, text: string): Payload {
  const filled = fill(payload as unknown as JsonValue, text) as unknown as Payload;
  for (const { pointer } of checkPayload(filled)) restore(filled, payload, pointerTokens(pointer));
  return filled;
}

function fill(value: JsonValue, text: string): JsonValue {
  if (typeof value === 'string') return text;
  if (Array.isArray(value)) return value.map((one) => fill(one, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fill(one, text)]));
}

function restore(filled: unknown, from: unknown, [name = '', ...rest]: string[]): void {
  const [into, original] = [filled, from] as Record<string, unknown>[];
  if (!into || !original) return;
  if (rest.length === 0) into[name] = original[name];
  else restore(into[name], original[name], rest);
}

describeWithChromium('sixty hostile texts in every field', () => {
  let base: Payload;
  beforeAll(() => {
    const { capabilities, ...rest } = templatePayload('mcp.yaml');
    base = { ...rest, capabilities: capabilities.slice(0, 1) };
    base.trust.maintenance.last_commit = '2026-01-01T00:00:00Z';
    base.trust.observed_outcomes = { ...base.trust.observed_outcomes, matches: 3, top_intents: ['a'] };
    base.artifact.pricing.starting_price = 'x';
  });

  test('there are sixty, and they are put into dozens of fields', () => {
    expect(new Set(hostileStrings).size).toBe(60);
    const text = JSON.stringify(everywhere(base, 'HOSTILE'));
    expect(text.match(/HOSTILE/g)?.length).toBeGreaterThan(40);
  });

  test('nothing runs, nothing is asked for, nothing overflows, and the banner is the page’s own', async () => {
    const { page, trap } = await openTrapped({ width: 390 });
    let links = 0;
    for (const text of hostileStrings) {
      // Signed as it is: so the banner has to show it, too.
      const signedText = signed(everywhere(base, text), issuer, text);
      await page.goto(`file://${pageOf(signedText)}`);
      const name = JSON.stringify(text.slice(0, 60));
      expectNothingCaught(trap, name);
      expect(await overflow(page), name).toBe(0);
      const found = await page.evaluate(() => ({
        caught: (globalThis as { caught?: unknown }).caught,
        banners: document.querySelectorAll('.banner').length,
        good: document.querySelectorAll('.banner.good').length,
        headings: document.querySelectorAll('h1').length,
        foreign: document.querySelectorAll(
          'iframe, object, embed, base, form, img, video, link, main script, main style',
        ).length,
        links: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? ''),
      }));
      const { links: hrefs, ...rest } = found;
      expect(rest, name).toEqual({ caught: undefined, banners: 1, good: 0, headings: 1, foreign: 0 });
      for (const href of hrefs) expect(href, name).toMatch(/^(?:#|https:\/\/)/);
      links += hrefs.filter((href) => href.startsWith('https:')).length;
      expect(await page.locator('#verdict').innerText(), name).toMatch(/^INVALID (?:DERIVATION|SIGNATURE)_MISMATCH/);
    }
    // What is an address stays a link: the one long one, and those that were not filled.
    expect(links).toBeGreaterThan(0);
  });
});

describeWithChromium('pages and their readers', () => {
  test.each(schemes)('axe finds nothing in %s, whatever the banner says', async (scheme) => {
    const small = signed(templatePayload('mcp.yaml'));
    const looks: [string, PinnedKeys | 'none', number][] = [
      [good, pinned, 1440],
      [small.replace('"confidence":0.5', '"confidence":0.6'), pinned, 390],
      [small, 'none', 768],
      [signed(manyCapabilities(14)), pinned, 390],
    ];
    for (const [text, keys, width] of looks) {
      const { page } = await openPage(text, keys, { scheme, width, bypassPolicy: true });
      for (const summary of await page.locator('.dropped summary, .check summary').all()) await summary.click();
      expect(await violations(page)).toEqual([]);
    }
  });

  test('pictures to be looked at, in every width, light and dark', async () => {
    for (const scheme of schemes) {
      for (const width of widths) {
        const { page, trap } = await openPage(good, pinned, { width, scheme });
        expect(await overflow(page)).toBe(0);
        await picture(page, `page-${width}-${scheme}`, false);
        for (const part of ['score', 'capabilities', 'needs', 'evidence', 'signature']) {
          await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), part);
          if (scheme === 'light' || part === 'score') await picture(page, `page-${width}-${scheme}-${part}`, false);
        }
        expectNothingCaught(trap);
      }
    }
    for (const [name, text, keys] of [
      ['changed', tampered, pinned],
      ['without-key', good, 'none'],
    ] as const) {
      await picture((await openPage(text, keys)).page, `page-${name}`, false);
    }
    const many = await openPage(signed(manyCapabilities()));
    await many.page.fill('#search', 'image');
    await many.page.evaluate(() => document.getElementById('capabilities')?.scrollIntoView());
    await picture(many.page, 'page-200-capabilities', false);
  });
});
