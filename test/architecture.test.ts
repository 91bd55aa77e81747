import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');

/** The floors from the ground up. A room imports only from floors below it, or from itself. */
const floors: readonly (readonly string[])[] = [
  ['ground'],
  ['encoding'],
  ['keys', 'passport'],
  ['validate', 'trust'],
  ['author', 'sign', 'verify', 'render', 'report'],
  ['import', 'registry'],
  ['node'],
  ['cli', 'browser', 'index'],
];

/** Who alone may import what others wrote. */
const importers: Readonly<Record<string, string>> = {
  '@noble/ed25519': 'keys/arithmetic.ts',
  '@noble/hashes/sha2.js': 'encoding/digest.ts',
  '@scure/base': 'keys/did-key.ts',
  'age-encryption': 'keys/age.ts',
  asn1js: 'node/pbes2.ts',
  sshpk: 'node/openssh.ts',
  'spdx-correct': 'validate/spdx.ts',
  'spdx-expression-parse': 'validate/spdx.ts',
  'smol-toml': 'import/imported-toml.ts',
  'dockerfile-ast': 'import/imported-dockerfile.ts',
  yaml: 'author/yaml.ts',
  diff: 'author/diff.ts',
  yargs: 'cli/command-parser.ts',
  inquirer: 'cli/prompt.ts',
  tinyglobby: 'node/globs.ts',
  chokidar: 'node/watch.ts',
  'cli-progress': 'cli/progress.ts',
};

interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Specifiers of static and dynamic imports that are there at run time. */
  readonly imports: readonly string[];
  readonly typeImports: readonly string[];
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readSource(path.replaceAll('\\', '/')));

function readSource(path: string): SourceFile {
  const text = readFileSync(join(src, path), 'utf8');
  const imports: string[] = [];
  const typeImports: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const typeOnly = ts.isImportDeclaration(node)
        ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
        : node.isTypeOnly;
      (typeOnly ? typeImports : imports).push((node.moduleSpecifier as ts.StringLiteral).text);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      imports.push((node.arguments[0] as ts.StringLiteral).text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return { path, text, imports, typeImports };
}

function roomOf(path: string): string {
  if (path === 'index.ts') return 'index';
  return path.includes('/') ? (path.split('/')[0] as string) : 'ground';
}

function floorOf(room: string): number {
  return floors.findIndex((rooms) => rooms.includes(room));
}

/** The file that a relative specifier names; `#arithmetic` is the portable one, which is what a browser gets. */
function target(from: string, specifier: string): string | undefined {
  if (specifier === '#arithmetic') return 'keys/arithmetic.ts';
  if (!specifier.startsWith('.')) return undefined;
  return relative(src, resolve(src, dirname(from), specifier))
    .replaceAll('\\', '/')
    .replace(/\.js$/, '.ts');
}

describe('the house', () => {
  test('has sources, each in a known room', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(files.filter(({ path }) => floorOf(roomOf(path)) === -1)).toEqual([]);
  });

  test('no import goes up, or across to another room on the same floor', () => {
    const wrong: string[] = [];
    for (const { path, imports, typeImports } of files) {
      for (const specifier of [...imports, ...typeImports]) {
        const to = target(path, specifier);
        if (to === undefined) continue;
        const [here, there] = [roomOf(path), roomOf(to)];
        if (here !== there && floorOf(there) >= floorOf(here)) wrong.push(`${path} -> ${to}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('every relative import names a file that exists', () => {
    const known = new Set(files.map(({ path }) => path));
    const missing = files.flatMap(({ path, imports, typeImports }) =>
      [...imports, ...typeImports]
        .map((specifier) => target(path, specifier))
        .filter((to) => to !== undefined && !known.has(to)),
    );
    expect(missing).toEqual([]);
  });

  test('no imports go round in a circle', () => {
    const graph = new Map(
      files.map(({ path, imports }) => [path, imports.map((specifier) => target(path, specifier))]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      if (trail.includes(path) || done.has(path)) return;
      for (const next of graph.get(path) ?? []) if (next !== undefined) walk(next, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) walk(path, []);
    expect(circles).toEqual([]);
  });

  test('a package that others wrote is imported by one file, and every such package is known', () => {
    const found: Record<string, string[]> = {};
    for (const { path, imports, typeImports } of files) {
      for (const specifier of imports) {
        if (/^(?:\.|#|node:)/.test(specifier)) continue;
        (found[specifier] ??= []).push(path);
      }
      const strange = typeImports.filter(
        (specifier) => !/^(?:\.|#|node:)/.test(specifier) && !(specifier in importers),
      );
      expect(strange, path).toEqual([]);
    }
    expect(found).toEqual(Object.fromEntries(Object.entries(importers).map(([name, path]) => [name, [path]])));
  });

  test('dependencies are what is imported', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const names = Object.keys(importers).map((specifier) => specifier.replace(/^(@[^/]+\/[^/]+|[^/]+).*$/, '$1'));
    expect(Object.keys(dependencies).sort()).toEqual([...new Set(names)].sort());
  });

  test('only node/, cli/ and browser/ touch the platform, the console, the clock or the environment', () => {
    const wrong: string[] = [];
    for (const { path, imports, typeImports, text } of files) {
      if (['node', 'cli', 'browser'].includes(roomOf(path)) || path.endsWith('.generated.ts')) continue;
      for (const specifier of [...imports, ...typeImports])
        if (specifier.startsWith('node:')) wrong.push(`${path}: ${specifier}`);
      const code = withoutComments(text);
      const used =
        /\b(?:process|console|Buffer|setTimeout|require(?!-))\b|\bDate\.now\b|new Date\(\)|Math\.random|__dirname/.exec(
          code,
        );
      if (used) wrong.push(`${path}: ${used[0]}`);
    }
    expect(wrong).toEqual([]);
  });

  test('browser/ imports what verifies and what renders, and nothing of node or for authors', () => {
    const wrong = files
      .filter(({ path }) => roomOf(path) === 'browser')
      .flatMap(({ path, imports, typeImports }) => [...imports, ...typeImports].map((name) => [path, name] as const))
      .filter(
        ([path, name]) =>
          !['browser', 'verify', 'render', 'encoding', 'keys', 'passport', 'ground'].includes(
            roomOf(target(path, name) ?? 'node/'),
          ),
      );
    expect(wrong).toEqual([]);
  });

  test('randomness comes in through the arithmetic alone', () => {
    const wrong = files
      .filter(({ text }) => /getRandomValues|randomBytes/.test(withoutComments(text)))
      .map(({ path }) => path);
    expect(wrong.sort()).toEqual([
      'keys/arithmetic.ts',
      'node/arithmetic.ts',
      'node/files.ts',
      'node/nonce.ts',
      'node/preview-server.ts',
    ]);
  });

  test('one file opens connections to other machines', () => {
    const network = /^node:(?:https?|http2|dns|dns\/promises|dgram|tls)$/;
    const wrong = files
      .filter(({ imports }) => imports.some((specifier) => network.test(specifier)))
      .map(({ path }) => path);
    // The other listens, on this machine alone, and is given nothing to ask with.
    expect(wrong.sort()).toEqual(['node/preview-server.ts', 'node/proof-fetch.ts']);
    const server = files.find(({ path }) => path === 'node/preview-server.ts')?.text ?? '';
    expect(/import \{([^}]*)\} from 'node:http'/.exec(server)?.[1]).not.toMatch(/\b(?:request|get|Agent)\b/);
    expect(server).toContain("'127.0.0.1'");
    // Sockets: of an agent on this machine, and of open descriptors, standard input among them; the others ask about the
    // forms of addresses.
    const ofSockets = files.filter(({ imports }) => imports.includes('node:net')).map(({ path }) => path);
    expect(ofSockets.sort()).toEqual(
      ['descriptor', 'proof-fetch', 'public-address', 'ssh-agent', 'standard-input'].map((name) => `node/${name}.ts`),
    );
    const global = files.filter(({ text }) =>
      /(?:\b(?:await|return|void|globalThis\.)\s*|[=(,]\s*)fetch\(|\bnew (?:WebSocket|EventSource)\b/.test(
        withoutComments(text),
      ),
    );
    // The page of the preview asks the server that it came from, as its policy has it.
    expect(global.map(({ path }) => path)).toEqual(['browser/preview.ts']);
  });

  test('what opens connections is loaded where it is asked for, by one file', () => {
    const users = files.filter(({ path, imports }) =>
      imports.some((specifier) => target(path, specifier) === 'node/proof-fetch.ts'),
    );
    expect(users.map(({ path }) => path)).toEqual(['cli/claim-check.ts']);
    expect(users[0]?.text).toContain("await import('../node/proof-fetch.js')");
  });

  test('index.ts re-exports and does nothing else', () => {
    const index = files.find(({ path }) => path === 'index.ts');
    const rest = withoutComments(index?.text ?? '').replace(/export (?:type )?\{[^}]*\} from '';/g, '');
    expect(rest.trim()).toBe('');
  });

  test('there is no other barrel, and no room of odds and ends', () => {
    expect(files.filter(({ path }) => path.endsWith('/index.ts') || /util|helper|misc|common/.test(path))).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}
