import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Composer, isScalar, visit } from 'yaml';
import { parseAuthored } from '../src/author/authored.js';
import { readOverlay } from '../src/author/overlay.js';
import { repeatedSlugs, type ValidatedSource, validateSource } from '../src/author/validate.js';
import { buildPassport } from '../src/author/build.js';
import { Inputs } from '../src/cli/inputs.js';
import { main } from '../src/cli/main.js';
import { compareDiagnostics, type Diagnostic, diagnose, docsOf, type Severity } from '../src/diagnostic.js';
import { printable } from '../src/encoding/printable.js';
import { PassportError } from '../src/errors.js';
import { importDraft } from '../src/import/import-draft.js';
import type { ImportedFile } from '../src/import/importer.js';
import type { ImportKind } from '../src/import/importers.js';
import { completeProfile } from '../src/passport/registry-profile.js';
import type { Observations, Payload } from '../src/passport/types.generated.js';
import { unfragileAi } from '../src/passport/unfragile-ai.js';
import { catalogue, isRuleId, type RuleId } from '../src/validate/catalogue.js';
import { memoryIo } from './cli/memory-io.js';
import { sourceValue } from './source-value.js';
import { temporaryDirectories } from './temporary.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const golden = join(root, 'test/golden/rules');
const temporary = temporaryDirectories();
const ruleIds = Object.keys(catalogue) as RuleId[];
const withPage = ruleIds.filter((id) => existsSync(join(root, docsOf(id))));

/** When the passports are made whose observations the pages show. */
const NOW = '2026-06-01T00:00:00.000Z';

/** An example of a page: the words behind the fence, and what stands within. */
interface Example {
  readonly info: string;
  readonly text: string;
}

/** What was read, and what was said of it. */
interface Checked {
  readonly text: string;
  readonly overlay?: string;
  readonly diagnostics: readonly Diagnostic[];
}

// --- the form of a page -------------------------------------------------------------------------------------------

const fence = (title: string): string =>
  `## ${title}\\n\\n\`\`\`(?<${title}Info>[a-z -]+)\\n(?<${title}>[^]*?\\n)\`\`\`\\n`;
const form = new RegExp(
  `^# (?<id>.+)\\n\\n(?<summary>.+)\\n\\n(?<paragraphs>(?:(?!#|\`\`\`).+\\n)+(?:\\n(?:(?!#|\`\`\`).+\\n)+)?)\\n${fence('Bad')}\\n${fence('Good')}$`,
);

function readPage(id: RuleId): { readonly summary: string; readonly bad: Example; readonly good: Example } {
  const page = readFileSync(join(root, docsOf(id)), 'utf8');
  const parts = form.exec(page)?.groups;
  if (parts === undefined || parts.id !== id) throw new Error(`${docsOf(id)} has not the form of a rule's page`);
  return {
    summary: parts.summary as string,
    bad: { info: parts.BadInfo as string, text: parts.Bad as string },
    good: { info: parts.GoodInfo as string, text: parts.Good as string },
  };
}

// --- examples -----------------------------------------------------------------------------------------------------

/** What the first words of a fence say that its text is. */
const kinds: Readonly<Record<string, (text: string) => Checked>> = {
  // A source or, by its unfragile_version, a manifest.
  yaml: (text) => checkSource(text),
  json: (text) => checkSource(text),
  // Of a source with one capability, for a passport that is made at NOW.
  'yaml observations': (text) =>
    authored('observations', text, (value) => {
      const source = JSON.stringify(sourceValue());
      return validateSource(source, { profile: 'strict', observations: value as Observations, now: NOW }).diagnostics;
    }),
  'yaml registry-profile': (text) => authored('registry-profile', text, () => []),
  'yaml trust-file': (text) => authored('trust-file', text, () => []),
  'toml pyproject': (text) => imported('pyproject', { file: 'pyproject.toml', text }),
  // Two sources of one run; the second begins at the line `# second.yaml`.
  'yaml two-sources': (text) => {
    const [first = '', second = ''] = text.split('# second.yaml\n');
    return checkSecond(first, second);
  },
  // A manifest and, from the line `# overlay.yaml` on, the overlay that is given with it.
  'yaml manifest-with-overlay': (text) => {
    const [manifest = '', overlay = ''] = text.split('# overlay.yaml\n');
    const given = readOverlay(overlay, 'overlay.yaml');
    const { diagnostics } = validateSource(manifest, { profile: 'strict', overlay: given });
    return { text: manifest, overlay, diagnostics };
  },
};

/** The second of two sources of one run. */
function checkSecond(first: string, second: string): Checked {
  const [one, other] = [first, second].map((text, index) => ({
    ...validateSource(text, { profile: 'strict' }),
    file: `${index}.yaml`,
  })) as [ValidatedSource & { file: string }, ValidatedSource & { file: string }];
  const repeated = repeatedSlugs([one, other], { profile: 'strict' }).get(1);
  return { text: second, diagnostics: [...other.diagnostics, ...(repeated ? [repeated] : [])] };
}

function checkSource(text: string): Checked {
  return { text, diagnostics: validateSource(text, { profile: 'strict' }).diagnostics };
}

function authored(
  kind: Parameters<typeof parseAuthored>[0],
  text: string,
  next: (value: unknown) => readonly Diagnostic[],
): Checked {
  try {
    return { text, diagnostics: next(parseAuthored(kind, text)) };
  } catch (error) {
    if (!(error instanceof PassportError) || error.diagnostics.length === 0) throw error;
    return { text, diagnostics: error.diagnostics };
  }
}

function imported(kind: ImportKind, file: ImportedFile): Checked {
  try {
    return { text: file.text, diagnostics: importDraft(kind, [file]).diagnostics };
  } catch (error) {
    if (!(error instanceof PassportError) || error.diagnostics.length === 0) throw error;
    return { text: file.text, diagnostics: error.diagnostics };
  }
}

type Special = { readonly [side in 'bad' | 'good']?: () => Checked | Promise<Checked> };

/** Rules that no small text can show: their pages describe what is made here. */
const specials: Readonly<Partial<Record<RuleId, Special>>> = {
  'json/byte-order-mark': { bad: () => checkSource('\ufeff{ "artifact": { "slug": "toaster" } }\n') },
  'json/nesting': { bad: () => checkSource(`{ "artifact": ${nested} }\n`) },
  'yaml/nesting': { bad: () => checkSource(`artifact:\n  tags: ${nested}\n`) },
  'yaml/too-large': { bad: () => checkSource(`artifact:\n  name: ${'Toaster, '.repeat(120_000)}\n`) },
  'yaml/unknown-value': {
    // No text makes the reader's schema give anything else: so it is made to.
    bad: () => {
      const compose = Composer.prototype.compose;
      vi.spyOn(Composer.prototype, 'compose').mockImplementation(function* (this: Composer, ...args) {
        for (const document of compose.apply(this, args)) {
          visit(document, (key, node) => {
            if (key === 'value' && isScalar(node) && node.value === '2026-06-01') node.value = new Date(NOW);
          });
          yield document;
        }
      });
      return checkSource('artifact:\n  slug: toaster\n  name: 2026-06-01\n');
    },
  },
  'source/more-problems': {
    bad: () => {
      const text = `capabilities:\n  - name: Toast bread\n    limitations: [${'1, '.repeat(1000)}1]\n`;
      const { diagnostics } = checkSource(text);
      expect(diagnostics.length).toBeLessThan(200);
      // The others are not worth a golden file.
      return { text, diagnostics: diagnostics.filter(({ ruleId }) => ruleId === 'source/more-problems') };
    },
  },
  'text/invalid-utf8': {
    bad: async () => {
      const bytes = Buffer.from('artifact:\n  name: Caf\u00e9\n', 'latin1');
      const { io } = memoryIo({ input: bytes });
      try {
        return checkSource(await new Inputs(io).text('-'));
      } catch (error) {
        return { text: '', diagnostics: (error as PassportError).diagnostics };
      }
    },
  },
  'sign/at-odds': {
    bad: () => signPayload((payload) => void (payload.trust.score = 99), 1),
    good: () => signPayload(() => undefined, 0),
  },
  'sign/other-registry': {
    bad: () => signFromOtherRegistry([]),
    good: () => signFromOtherRegistry(['--registry', 'kitchen.json']),
  },
};

const nested = '['.repeat(129) + ']'.repeat(129);

/** What `passport sign` says of a payload that was built for another registry. */
async function signFromOtherRegistry(flags: readonly string[]): Promise<Checked> {
  const file = { base_url: 'https://kitchen-registry.example', issuer: 'kitchen-registry.example' };
  const { payload } = buildPassport(sourceValue(), { registry: completeProfile(file, unfragileAi) });
  return saidBySign(payload, 0, flags, { 'kitchen.json': JSON.stringify(file) });
}

/** What it says of a payload that somebody has changed. */
async function signPayload(change: (payload: Payload) => void, status: number): Promise<Checked> {
  const { payload } = buildPassport(sourceValue());
  change(payload);
  return saidBySign(payload, status);
}

async function saidBySign(
  payload: Payload,
  status: number,
  flags: readonly string[] = [],
  files: Readonly<Record<string, string>> = {},
): Promise<Checked> {
  const folder = temporary();
  const at = (word: string): string => (word.includes('.') ? join(folder, word) : word);
  const all = { 'payload.json': JSON.stringify({ unfragile: payload }), ...files };
  for (const [name, text] of Object.entries(all)) writeFileSync(at(name), text);
  expect(await main(['keygen', '-o', join(folder, 'my'), '--no-encrypt', '--insecure'], memoryIo().io)).toBe(0);
  const run = memoryIo();
  const words = ['sign', 'payload.json', '--key', 'my.key', ...flags].map(at);
  expect(await main([...words, '--signed-at', NOW], run.io)).toBe(status);
  const said = [...run.stderr().matchAll(/payload\.json (error|warning|info) (\S+) (.+)\n/g)];
  const diagnostics = said.map(([, severity, ruleId, message]) =>
    diagnose({ severity: severity as Severity, ruleId: ruleId as string, message: message as string }),
  );
  return { text: '', diagnostics };
}

async function check(id: RuleId, side: 'bad' | 'good', { info, text }: Example): Promise<Checked> {
  const special = specials[id]?.[side];
  if (special) return special();
  const kind = kinds[info];
  if (kind === undefined) throw new Error(`${docsOf(id)} has a fence of an unknown kind, ${info}`);
  return kind(text);
}

// What a fragment lacks.
const lacking: ReadonlySet<string> = new Set(['schema/missing-key', 'manifest/missing-category']);

/**
 * One line for each, in characters that every editor shows: what the rule finds and what else would stop a build. What
 * other rules would say of a fragment that is not about them is of no interest.
 */
function listed(id: RuleId, { text, overlay, diagnostics }: Checked): string {
  return diagnostics
    .filter(({ ruleId }) => ruleId === id || (isRuleId(ruleId) && catalogue[ruleId].fixed && !lacking.has(ruleId)))
    .toSorted(compareDiagnostics)
    .map(({ file, range, severity, ruleId, message }) => {
      const own = file === 'overlay.yaml' ? (overlay ?? '') : text;
      const place = range === undefined ? '-:-' : `${range.start.line}:${range.start.column}`;
      const said =
        range === undefined ? '' : ` | ${JSON.stringify(short(own.slice(range.start.offset, range.end.offset)))}`;
      return `${ascii(`${place} ${severity} ${ruleId} ${message}${said}`)}\n`;
    })
    .join('');
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 40)} (${text.length} characters)` : text;
}

function ascii(text: string): string {
  return text.replace(/[^\x20-\x7e]/gu, (character) => `\\u{${(character.codePointAt(0) as number).toString(16)}}`);
}

const outOf = (id: RuleId): string => join(golden, `${id}.out`);

// --- tests --------------------------------------------------------------------------------------------------------

describe('docs/rules', () => {
  test('has a page for every rule', () => {
    expect(ruleIds.filter((id) => !withPage.includes(id))).toEqual([]);
  });

  test('has no page of a rule that there is not', () => {
    expect(filesBelow(join(root, 'docs/rules')).filter((path) => !withPage.some((id) => path === `${id}.md`))).toEqual(
      [],
    );
  });

  test('has no golden file without a page', () => {
    expect(filesBelow(golden).filter((path) => !withPage.some((id) => path === `${id}.out`))).toEqual([]);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}

describe.each(withPage)('the page of %s', (id) => {
  afterEach(() => vi.restoreAllMocks());

  test('has the form of every page, and the words of the catalogue', () => {
    const { summary } = catalogue[id];
    expect(readPage(id).summary).toBe(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`);
    const page = readFileSync(join(root, docsOf(id)), 'utf8');
    for (const line of page.split('\n')) expect(printable(line)).toBe(line);
  });

  test('shows what the rule finds, as its golden file has it', async () => {
    const found = listed(id, await check(id, 'bad', readPage(id).bad));
    expect(found).toContain(` ${id} `);
    if (process.env.UPDATE_GOLDEN) {
      mkdirSync(dirname(outOf(id)), { recursive: true });
      writeFileSync(outOf(id), found);
    }
    expect(found).toBe(readFileSync(outOf(id), 'utf8'));
  });

  test('shows how it is mended', async () => {
    const { bad, good } = readPage(id);
    expect(good.text).not.toBe(bad.text);
    const { diagnostics } = await check(id, 'good', good);
    const found = diagnostics.map(({ ruleId }) => ruleId);
    expect(found).not.toContain(id);
    // What cannot be read, or holds what is dangerous to show, is no good example of anything.
    expect(found.filter((other) => /^(?:json|yaml|text)\//.test(other))).toEqual([]);
  });
});
