import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../cli/run.js';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Where pictures are kept, to be looked at. */
export const pictures = join(projectRoot, 'test/output');

export const widths = [390, 768, 1440] as const;
export const schemes = ['light', 'dark'] as const;

let started: Promise<Browser> | undefined;

/** One for the file, when it is first needed, with a profile of its own, which goes with it. */
function theBrowser(): Promise<Browser> {
  started ??= chromium.launch({
    executablePath,
    headless: true,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync'],
    ],
  });
  return started;
}

afterAll(async () => (await started)?.close());

/** Tests in a real Chromium; where there is none there is one skipped test that says so. */
export function describeWithChromium(name: string, tests: () => void): void {
  mkdirSync(pictures, { recursive: true });
  describe(name, existsSync(executablePath) ? tests : () => test.skip(`skipped: no Chromium at ${executablePath}`));
}

/** What a page did that it must not do. */
export interface Trap {
  readonly requests: string[];
  readonly dialogs: string[];
  /** What its policy refused, and what it threw. */
  readonly complaints: string[];
}

export interface Opened {
  readonly page: Page;
  readonly trap: Trap;
}

export interface OpenOptions {
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  /** Whether a look from outside, such as axe's, may do what the page's own policy forbids the page. */
  readonly bypassPolicy?: boolean;
  readonly scripts?: boolean;
}

/** A page in which nothing may leave the machine: every request but for files and this server is a catch. */
export async function openTrapped(options: OpenOptions = {}, server = 'http://127.0.0.1:0/'): Promise<Opened> {
  const { width = 1440, scheme = 'light', bypassPolicy = false, scripts = true } = options;
  const key = JSON.stringify({ width, scheme, bypassPolicy, scripts, server });
  const before = known.get(key);
  if (before) {
    for (const list of Object.values(before.trap) as string[][]) list.length = 0;
    return before;
  }
  const context = await (
    await theBrowser()
  ).newContext({
    viewport: { width, height: width < 500 ? 844 : 1000 },
    colorScheme: scheme,
    bypassCSP: bypassPolicy,
    javaScriptEnabled: scripts,
    reducedMotion: 'reduce',
  });
  const trap: Trap = { requests: [], dialogs: [], complaints: [] };
  await context.route('**/*', (route) => {
    const address = route.request().url();
    if (address.startsWith('file:') || address.startsWith(server)) return route.continue();
    trap.requests.push(address);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    trap.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => trap.complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/.test(message.text()))
      trap.complaints.push(message.text());
  });
  const opened = { page, trap };
  known.set(key, opened);
  return opened;
}

/** One page for all tests of a file that look in the same way: making one takes longer than most of them. */
const known = new Map<string, Opened>();

export async function openFile(path: string, options: OpenOptions = {}): Promise<Opened> {
  const opened = await openTrapped(options);
  await opened.page.goto(pathToFileURL(path).href);
  return opened;
}

export function expectNothingCaught({ requests, dialogs, complaints }: Trap, note?: string): void {
  expect({ requests, dialogs, complaints }, note).toEqual({ requests: [], dialogs: [], complaints: [] });
}

/** How much wider the page is than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds in an open page, all its rules; frames are looked at by themselves. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = (await page.evaluate(
    `axe.run(document, { iframes: false, resultTypes: ['violations'] })`,
  )) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

/** A picture of a page in the test output, for people to look at. */
export async function picture(page: Page, name: string, full = true): Promise<void> {
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: full });
}
