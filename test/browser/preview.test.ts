import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bin, passport, projectRoot, temporaryFolder } from '../cli/run.js';
import {
  describeWithChromium,
  expectNothingCaught,
  openTrapped,
  overflow,
  picture,
  schemes,
  violations,
} from './chromium.js';

const folder = temporaryFolder();
const source = join(folder, 'desk.yaml');
const template = readFileSync(join(projectRoot, 'templates/mcp.yaml'), 'utf8');

/** The command as it serves, until it is told to end. */
class Serving {
  address = '';
  private constructor(readonly child: ChildProcess) {}

  static async start(): Promise<Serving> {
    writeFileSync(source, template);
    const child = spawn(process.execPath, [bin, 'preview', 'desk.yaml', '--no-config'], { cwd: folder, stdio: 'pipe' });
    const serving = new Serving(child);
    const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
    serving.address = line.toString().trim();
    return serving;
  }

  async end(how: () => void): Promise<number | null> {
    const ended = once(this.child, 'exit');
    how();
    const [status] = (await ended) as [number | null];
    return status;
  }
}

/** A request as anybody on this machine can make it. */
function ask(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { method, headers }, (response) => {
      response.destroy();
      resolve(response.statusCode ?? 0);
    });
    asked.once('error', reject).end();
  });
}

describe('the server of passport preview', () => {
  let serving: Serving;
  beforeAll(async () => {
    serving = await Serving.start();
  });
  afterAll(() => serving.child.kill());

  test('is on this machine alone, at an address that nobody can guess', async () => {
    expect(serving.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/$/);
    expect(await ask(serving.address)).toBe(200);
    const { origin } = new URL(serving.address);
    for (const path of [
      '/',
      '/page',
      `/${'A'.repeat(32)}/`,
      '/favicon.ico',
      `${new URL(serving.address).pathname}../`,
    ]) {
      expect(await ask(origin + path), path).toBe(404);
    }
    expect(await ask(`${serving.address}passwd`)).toBe(404);
  });

  test('refuses another Host, another Origin, another site and other methods', async () => {
    const { host } = new URL(serving.address);
    expect(await ask(serving.address, { Host: `localhost:${host.split(':')[1] ?? ''}` })).toBe(421);
    expect(await ask(serving.address, { Host: 'evil.example' })).toBe(421);
    expect(await ask(serving.address, { Origin: 'https://evil.example' })).toBe(403);
    expect(await ask(serving.address, { Origin: 'null' })).toBe(403);
    expect(await ask(serving.address, { 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
    expect(await ask(serving.address, { Origin: `http://${host}`, 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
    expect(await ask(serving.address, {}, 'POST')).toBe(405);
  });

  test('ends with the command, told by a signal, or with whoever started it', async () => {
    expect(await serving.end(() => serving.child.kill('SIGINT'))).toBe(0);
    await expect(ask(serving.address)).rejects.toThrow(/ECONNREFUSED/);
    const other = await Serving.start();
    expect(await other.end(() => other.child.stdin?.end())).toBe(0);
    await expect(ask(other.address)).rejects.toThrow(/ECONNREFUSED/);
  });

  test('what cannot be followed is said at once', () => {
    expect(passport(['preview', '-'])).toMatchObject({ status: 2, stdout: '' });
    expect(passport(['preview', 'missing.yaml'])).toMatchObject({ status: 3, stdout: '' });
  });
});

describeWithChromium('a preview', () => {
  let serving: Serving;
  beforeAll(async () => {
    serving = await Serving.start();
  });
  afterAll(() => serving.child.kill());

  test('follows what is saved: the page, its problems, and back; and says where a value comes from', async () => {
    const { page, trap } = await openTrapped({}, serving.address);
    await page.goto(serving.address);
    const frame = page.frameLocator('#frame');
    await frame.getByRole('heading', { name: 'Town Library Desk' }).waitFor();
    expect(await frame.locator('#verdict').innerText()).toMatch(/^NOT SIGNED/);

    writeFileSync(source, template.replace('name: Town Library Desk', 'name: Village Library Desk'));
    await frame.getByRole('heading', { name: 'Village Library Desk' }).waitFor();

    writeFileSync(source, template.replace('  slug:', '  colour: red\n  slug:'));
    const problem = page.locator('#problems li.error');
    await problem.waitFor();
    expect(await problem.innerText()).toContain('"colour" is not a key of artifact');
    const line = template.split('\n').findIndex((text) => text.startsWith('  slug:')) + 1;
    expect(await problem.locator('a').getAttribute('href')).toBe(`vscode://file${source}:${line}:3`);
    // The last page that could be built stays, and is said to be that.
    expect(await page.locator('.stale').innerText()).toContain('the text before');
    await frame.getByRole('heading', { name: 'Village Library Desk' }).waitFor();

    writeFileSync(source, template);
    await frame.getByRole('heading', { name: 'Town Library Desk' }).waitFor();
    await page.locator('.stale').waitFor({ state: 'detached' });

    await frame.locator('h1 bdi').click();
    const place = page.locator('#origin a').first();
    await place.waitFor();
    const at = template.split('\n').findIndex((text) => text.startsWith('  name:')) + 1;
    expect(await place.innerText()).toBe(`desk.yaml:${at}:9`);
    await frame.locator('[data-at="/trust/permissions/0"]').click();
    await page.getByText('trust.permissions[0]').waitFor();
    expect(await page.locator('#origin').innerText()).toMatch(/desk\.yaml:\d+:\d+/);
    // A link in the frame leads nowhere else.
    await frame.locator('.cover a').click();
    expect(page.frames().map((one) => new URL(one.url()).host)).toEqual(Array(2).fill(new URL(serving.address).host));
    expectNothingCaught(trap);
  });

  test.each(schemes)('axe finds nothing in %s', async (scheme) => {
    writeFileSync(source, template.replace('  slug:', '  colour: red\n  slug:'));
    const { page } = await openTrapped({ scheme, bypassPolicy: true }, serving.address);
    await page.goto(serving.address);
    await page.locator('#problems li.error').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, `preview-1440-${scheme}`, false);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await overflow(page)).toBe(0);
    await picture(page, `preview-390-${scheme}`, false);
    await page.setViewportSize({ width: 1440, height: 1000 });
  });
});
