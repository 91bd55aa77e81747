import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Arguments, type Context } from '../../src/cli/command.js';
import { explainPointer } from '../../src/cli/explain-pointer.js';
import { PassportError } from '../../src/errors.js';
import type { Io } from '../../src/node/io.js';
import { projectRoot, temporaryFolder } from './run.js';

const folder = temporaryFolder();
const text = `artifact:
  slug: toaster
  name: Toaster ::error::x
  type: model
  url: https://toaster.example/
  categories: [automation]
  pricing: { model: freemium }
capabilities:
  - name: toast bread
    description: Toasts a slice of bread until it is brown.
    intents: []
    best_for: []
    limitations: [burns]
    requires:
      - a socket
      - an API key
      - a socket
    input_types: [file]
    output_types: []
    categories: [automation-workflow]
`;
const source = write('toaster.yaml', text);
const observations = write('observations.yaml', 'rank: { adoption: 0.33 }\n');
const registry = write('registry.yaml', 'base_url: https://r.example\nissuer: r.example\ncaps: { permissions: 1 }\n');

function write(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function explain(
  pointer: string,
  flags: Record<string, string> = {},
  path = source,
  colour = false,
): Promise<string> {
  let out = '';
  const paint: Context['paint'] = (tone, shown) => (colour ? `<${tone}>${shown}</>` : shown);
  const input = {
    async *[Symbol.asyncIterator]() {
      yield new TextEncoder().encode(text);
    },
  };
  const io: Io = {
    stdin: input,
    streamedStdin: input,
    stdinIsTerminal: false,
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
    columns: undefined,
    env: {},
    now: () => 0,
    deliver: () => Promise.resolve(true),
    stdout: async (part) => {
      out += String(part);
    },
    stderr: async (part) => {
      throw new Error(`not expected: ${part}`);
    },
  };
  expect(await explainPointer(new Arguments(flags), { io, paint, paintError: paint }, pointer, path)).toBe(0);
  return out.replaceAll(folder, '.');
}

describe('explainPointer', () => {
  it('names every place of an entry', async () => {
    expect(await explain('/trust/permissions/0')).toBe(
      `trust.permissions[0]  "a socket"
  rule: the requirements of the capabilities, in order, each text once, the first 10
  cap: entry 1 of 2 different texts; the cap keeps the first 10, none is dropped
  from: ./toaster.yaml:15:9 capabilities[0].requires[0]
  and: ./toaster.yaml:17:9 capabilities[0].requires[2]
`,
    );
  });

  it('says what the cap dropped, alone and in the list', async () => {
    expect(await explain('trust.permissions[1]', { registry })).toBe(
      `trust.permissions[1]  dropped "an API key"
  rule: the requirements of the capabilities, in order, each text once, the first 1
  cap: entry 2 of 2 different texts; the cap keeps the first 1, 1 dropped
  from: ./toaster.yaml:16:9 capabilities[0].requires[1]
`,
    );
    expect(await explain('/trust/permissions', { registry })).toContain(
      `  [0]  "a socket"  ./toaster.yaml:15:9 capabilities[0].requires[0]
  dropped by the cap:
    "an API key"  ./toaster.yaml:16:9 capabilities[0].requires[1]
`,
    );
  });

  it('shows the parts of the score, and where each is from', async () => {
    expect(await explain('/trust/score', { observations })).toBe(
      `trust.score  19
  rule: 100 × the sum of weight × component, rounded
  adoption     0.35 × 0.33  = 11.55  ./observations.yaml rank.adoption × profile of unfragile.ai weights.model.adoption
  quality      0.2 × 0      = 0      profile of unfragile.ai rank_defaults.quality × profile of unfragile.ai weights.model.quality (not observed)
  ecosystem    0.1 × 0      = 0      profile of unfragile.ai rank_defaults.ecosystem × profile of unfragile.ai weights.model.ecosystem (not observed)
  match_graph  0.3 × 0.25   = 7.5    profile of unfragile.ai rank_defaults.match_graph × profile of unfragile.ai weights.model.match_graph (not observed)
  freshness    0.05 × 0     = 0      profile of unfragile.ai rank_defaults.freshness × profile of unfragile.ai weights.model.freshness (not observed)
  sum: 19.05, rounded 19
`,
    );
  });

  it('shows the rule of the risk, and what would come without the text', async () => {
    expect(await explain('/trust/data_access_risk')).toBe(
      `trust.data_access_risk  "high"
  rule: the first rule of the registry that finds one of its words decides
  fired: credentials, on "API key" in "an API key"
  from: ./toaster.yaml:16:9 capabilities[0].requires[1]
  without that text: moderate, by files, on "file" at ./toaster.yaml:18:19 capabilities[0].input_types[0]
`,
    );
  });

  it('shows what a derived value was made from, and what was not given', async () => {
    expect(await explain('/artifact/page_url')).toContain(
      `  from: profile of unfragile.ai base_url: "https://unfragile.ai"
  and: profile of unfragile.ai links.artifact: "/{slug}"
  and: ./toaster.yaml:2:9 artifact.slug: "toaster"
`,
    );
    expect(await explain('/trust/community/stars')).toBe(
      `trust.community.stars  null
  rule: not observed: null
  not given: the observations community.stars
`,
    );
  });

  it('shows the members of an object, one line each', async () => {
    const shown = await explain('/artifact');
    expect(shown.split('\n')).toHaveLength(13);
    expect(shown).toMatch(/^ {2}slug {8}"toaster" {2,}\.\/toaster\.yaml:2:9 artifact\.slug$/m);
    expect(shown).toMatch(/^ {2}categories {2}a list of 1 {2,}copied as it is$/m);
  });

  it('reads the source from standard input', async () => {
    expect(await explain('/artifact/slug', {}, '-')).toContain('  from: -:2:9 artifact.slug\n');
  });

  it('can be painted, and lets nothing act on a terminal or build log', async () => {
    const hostile = write('a\u001b[31m%0A::error::\u202e.yaml', text);
    for (const pointer of ['', '/artifact', '/artifact/name', '/trust', '/trust/permissions/0']) {
      const shown = await explain(pointer, {}, hostile, true);
      expect(shown).toMatch(/^<title>/);
      expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]|^\s*::/m);
    }
  });

  it('throws the diagnostics of a source with errors', async () => {
    const broken = write('broken.yaml', text.replace('slug:', 'slugg:'));
    const error = await explain('/trust', {}, broken).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PassportError);
    expect(error).toMatchObject({
      code: 'ERR_INVALID_SOURCE',
      diagnostics: [{ file: broken, range: { start: { line: 2 } } }],
    });
    await expect(explain('/trust', {}, join(projectRoot, 'nowhere.yaml'))).rejects.toMatchObject({ code: 'ERR_READ' });
  });
});
