import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { encodePublicKey } from '../../src/keys/spki.js';
import { getPublicKey, sign } from '../../src/keys/ed25519.js';
import { passport, projectRoot, temporaryFolder } from '../cli/run.js';
import { seedOf, utf8 } from '../bytes.js';
import { describeWithCorpus, readCorpus } from '../corpus.js';
import {
  describeWithChromium,
  expectNothingCaught,
  openFile,
  type OpenOptions,
  type Opened,
  overflow,
  picture,
  schemes,
  violations,
  widths,
} from './chromium.js';
import { issuer, richPayload, signed, stranger } from './documents.js';
import { hostileStrings } from './hostile-strings.js';

const folder = temporaryFolder();
const path = (name: string): string => join(folder, name);
const write = (name: string, text: string): string => {
  writeFileSync(path(name), text);
  return path(name);
};

const good = signed(richPayload());
const pem = encodePublicKey(issuer.publicKey);
write('good.json', good);
write('issuer.pub', pem);
passport(['verifier', '-o', path('verifier.html')]);
passport(['trust', 'init', path('trust.yaml')]);
passport(['trust', 'add', path('trust.yaml'), path('issuer.pub'), '--issuer', 'unfragile.ai']);
const trustJson = passport(['trust', 'export', path('trust.yaml'), '--json']).stdout;

async function openVerifier(options: OpenOptions = {}): Promise<Opened> {
  return openFile(path('verifier.html'), options);
}

/** Verdict and code, as the banner says them. */
async function says(page: Page): Promise<string> {
  return (await page.locator('#verdict .verdict').innerText()).trim();
}

/** What the command says of the same. */
function commandSays(
  document: string,
  words: readonly string[],
): { says: string; covered: string[]; uncovered: string[] } {
  const { stdout } = passport(['verify', write('asked.json', document), ...words, '--json']);
  const { verdict, code, covered, uncovered } = JSON.parse(stdout).results[0];
  return { says: `${verdict} ${code}`, covered, uncovered };
}

/** Files dropped by a hand: what a browser gives to a page then. */
async function drop(page: Page, target: string, files: Readonly<Record<string, string>>): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const [name, text] of Object.entries(given)) data.items.add(new File([text], name));
    return data;
  }, files);
  await page.dispatchEvent(target, 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent(target, 'drop', { dataTransfer: transfer });
}

describeWithChromium('the verifier, opened from disk', () => {
  test('says what the command says, of documents of every kind', async () => {
    const { page, trap } = await openVerifier();
    await page.fill('#trust', pem);
    const documents = [
      good,
      JSON.stringify(JSON.parse(good), null, 2),
      good.replace('"confidence":0.5', '"confidence":0.6'),
      signed(richPayload(), stranger),
      signed({ ...richPayload(), trust: { ...richPayload().trust, score: 99 } }),
      signed(richPayload(), issuer, 'unfragile.ai', '2999-01-01T00:00:00.000Z'),
      signed(richPayload(), issuer, 'unfragile.ai', '2026-02-31T00:00:00.000Z'),
      good.replace('"version":1}', '"version":2}'),
      good.replace('"version":1}', '"version":1,"version":1}'),
      good.replace('"unfragile":', '"unfragled":'),
      good.slice(0, -20),
      good.replace(/"signature":"..../, '"signature":"AAAA'),
      good.replace(/"signature":"[^"]*"/, '"signature":"AA=="'),
      good.replace('"_links":', '"_cosignatures":[{}],"_links":'),
      'not JSON',
      '{}',
    ];
    for (const document of documents) {
      await page.fill('#passport', document);
      const expected = commandSays(document, ['--key', path('issuer.pub')]);
      const shown = {
        says: await says(page),
        covered: await pointers(page, 'Covered'),
        uncovered: await pointers(page, 'Not covered'),
      };
      expect(shown, document.slice(0, 80)).toEqual(expected);
    }
    expectNothingCaught(trap);
  });

  async function pointers(page: Page, name: string): Promise<string[]> {
    const row = page.locator('#verdict .facts > div', { has: page.locator(`dt:text-is("${name}")`) });
    return row.locator('code').allInnerTexts();
  }

  test('takes every public form of a key, and tells a secret one without showing it', async () => {
    const { page } = await openVerifier();
    await page.fill('#passport', good);
    for (const form of ['pem', 'jwk', 'did', 'hex', 'base64']) {
      const { stdout } = passport(['key', 'convert', path('issuer.pub'), '--to', form, '--as', 'public']);
      await page.fill('#trust', stdout);
      expect(await says(page), form).toBe('VALID OK');
    }
    await page.fill('#trust', encodePublicKey(stranger.publicKey));
    expect(await says(page)).toBe('INVALID SIGNATURE_MISMATCH');
    await page.fill('#trust', '');
    expect(await says(page)).toBe('UNVERIFIABLE NO_KEY');
    await drop(page, '#trust', {
      'my.key': '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIKkq\n-----END PRIVATE KEY-----\n',
    });
    await page.locator('#trust-said.problem').waitFor();
    expect(await page.locator('#trust-said').innerText()).toMatch(/secret key/);
    expect(await page.inputValue('#trust')).toBe('');
    expect(await says(page)).toBe('NOTHING YET');
  });

  test('takes a trust file as JSON, and says how to make JSON of YAML', async () => {
    const { page } = await openVerifier();
    await page.fill('#passport', good);
    await page.fill('#trust', trustJson);
    expect(await says(page)).toBe('VALID OK');
    expect(await page.locator('.facts').innerText()).toContain('(registry, active)');
    await page.fill('#trust', trustJson.replace('"issuer":"unfragile.ai"', '"issuer":"another"'));
    expect(await says(page)).toBe('UNTRUSTED ISSUER_MISMATCH');
    await page.fill('#trust', readFileSync(path('trust.yaml'), 'utf8'));
    expect(await page.locator('#trust-said').innerText()).toContain(
      'passport trust export trust.yaml --json > trust.json',
    );
    expect(await says(page)).toBe('NOTHING YET');
  });

  test('asks for more where it is told to', async () => {
    const { page } = await openVerifier();
    await page.fill('#passport', good);
    await page.fill('#trust', pem);
    await page.getByText('More that you may ask').click();
    await page.fill('#issuer', 'somebody');
    expect(await says(page)).toBe('UNTRUSTED UNEXPECTED_ISSUER');
    await page.fill('#issuer', '');
    await page.selectOption('#coverage', 'payload');
    expect(await says(page)).toBe('INVALID COVERAGE_MISMATCH');
    await page.selectOption('#coverage', '');
    await page.fill('#revocations', '{}');
    expect(await says(page)).toBe(
      commandSays(good, ['--key', path('issuer.pub'), '--revocations', write('none.json', '{}')]).says,
    );
  });

  test('files dropped anywhere go where they belong, a second passport is compared with', async () => {
    const { page, trap } = await openVerifier();
    await drop(page, 'main', { 'issuer.pub': pem, 'passport.json': good });
    await page.locator('.banner.good').waitFor();
    expect(await page.locator('#passport-said').innerText()).toMatch(/^passport\.json, [\d,]+ bytes$/);
    const other = signed({ ...richPayload(), artifact: { ...richPayload().artifact, name: 'Another <b>name</b>' } });
    await drop(page, 'h1', { 'other.json': other });
    await page.locator('#changes li').first().waitFor();
    const changes = await page.locator('#changes').innerText();
    expect(changes).toContain('changed /passport/unfragile/artifact/name');
    expect(changes).toContain('Another <b>name</b>');
    // Dropped on a place, it is for that place.
    await drop(page, '[data-slot=passport]', { 'changed.json': good.replace('"confidence":0.5', '"confidence":0.6') });
    await page.locator('.banner.bad').waitFor();
    await page.setInputFiles('[data-file=passport]', path('good.json'));
    await page.locator('.banner.good').waitFor();
    expectNothingCaught(trap);
  });

  test('hostile texts stay texts', async () => {
    const { page, trap } = await openVerifier({ width: 390 });
    await page.fill('#trust', pem);
    await page.getByText('Compare it with a passport that you know').click();
    for (const text of hostileStrings.filter((_, index) => index % 4 === 0 || index > 52)) {
      const payload = richPayload();
      await page.fill(
        '#passport',
        signed({ ...payload, artifact: { ...payload.artifact, name: text, url: text } }, issuer, text),
      );
      await page.fill('#known', text);
      expect(await page.locator('#verdict .banner').count()).toBe(1);
      expect(await overflow(page), JSON.stringify(text.slice(0, 40))).toBe(0);
      expect(await page.locator('#summary script, #summary img, #verdict script, #verdict img').count()).toBe(0);
      expectNothingCaught(trap, JSON.stringify(text.slice(0, 40)));
    }
  });

  test.each(schemes)('axe finds nothing in %s, empty and with a verdict', async (scheme) => {
    const { page } = await openVerifier({ scheme, bypassPolicy: true });
    expect(await violations(page)).toEqual([]);
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page.fill('#passport', good.replace('"confidence":0.5', '"confidence":0.6'));
    await page.fill('#trust', trustJson);
    await page.fill('#known', good);
    expect(await violations(page)).toEqual([]);
  });

  test('pictures to be looked at', async () => {
    for (const scheme of schemes) {
      for (const width of widths) {
        const { page } = await openVerifier({ scheme, width });
        await page.fill('#passport', good);
        await page.fill('#trust', pem);
        expect(await overflow(page)).toBe(0);
        await picture(page, `verifier-${width}-${scheme}`);
      }
    }
  });
});

describeWithChromium('strict Ed25519 in the browser', () => {
  /** Ours as a browser gets it, run in the verifier's page, under its policy. */
  async function verdicts(
    cases: readonly (readonly [signature: string, message: string, key: string])[],
  ): Promise<boolean[]> {
    const { outputFiles } = await build({
      entryPoints: [join(projectRoot, 'src/keys/ed25519.ts')],
      bundle: true,
      platform: 'browser',
      format: 'iife',
      globalName: 'ed25519',
      alias: { '#arithmetic': join(projectRoot, 'src/keys/arithmetic.ts') },
      write: false,
    });
    const { page } = await openVerifier();
    return page.evaluate(
      `${outputFiles[0]?.text ?? ''};(() => {
        const unhex = (text) => Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
        return ${JSON.stringify(cases)}.map(([s, m, k]) => ed25519.verify(unhex(s), unhex(m), unhex(k)));
      })()`,
    );
  }

  test('a good signature verifies, and another message does not', async () => {
    const seed = seedOf('in a browser');
    const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
    const [signature, key] = [hexOf(sign(utf8('yes'), seed)), hexOf(getPublicKey(seed))];
    expect(
      await verdicts([
        [signature, hexOf(utf8('yes')), key],
        [signature, hexOf(utf8('no')), key],
      ]),
    ).toEqual([true, false]);
  });

  describeWithCorpus('published vectors', () => {
    test('Wycheproof: 151 verdicts, and ed25519-speccheck: the row of strict verifiers, as in node', async () => {
      const groups = JSON.parse(readCorpus('vectors', 'ed25519-wycheproof', 'ed25519_test.json')).testGroups as {
        publicKey: { pk: string };
        tests: { msg: string; sig: string; result: string }[];
      }[];
      const wycheproof = groups.flatMap(({ publicKey, tests }) =>
        tests.map(({ msg, sig, result }) => ({ vector: [sig, msg, publicKey.pk] as const, valid: result === 'valid' })),
      );
      expect(wycheproof).toHaveLength(151);
      const speccheck = JSON.parse(readCorpus('vectors', 'ed25519-speccheck', 'cases.json')) as Record<
        string,
        string
      >[];
      const found = await verdicts([
        ...wycheproof.map(({ vector }) => vector),
        ...speccheck.map(
          ({ signature, message, pub_key }) => [signature, message, pub_key] as [string, string, string],
        ),
      ]);
      expect(found.slice(0, 151)).toEqual(wycheproof.map(({ valid }) => valid));
      expect(
        found
          .slice(151)
          .map((valid) => (valid ? 'V' : 'X'))
          .join(''),
      ).toBe('XXXVXXXXXXXX');
    });
  });
});
