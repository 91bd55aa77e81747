import { type JsonObject, type JsonValue, member } from '../encoding/json-value.js';
import { type Diagnostic } from '../diagnostic.js';
import { isLicenceExpression } from '../validate/spdx.js';
import type { ArtifactType, Draft, DraftCapability, Found } from './draft.js';
import { factsOf, type Finds, findsIn, listed, membersAt, textAt, textsAt } from './found.js';
import { baseName, leftOut, unreadable } from './imported-json.js';
import { readTomlFile } from './imported-toml.js';
import type { Importer } from './importer.js';
import { pricingOf } from './licence.js';
import { mcpCategories } from './mcp-server.js';
import { slugOf } from './naming.js';
import { webAddress } from './web-address.js';

/** pyproject.toml: the table [project], and what [tool.poetry] says where that is silent. */
export const pyproject: Importer = {
  describe: 'pyproject.toml of a Python project: [project], or [tool.poetry]',
  names: ['pyproject.toml'],

  // Two kinds of file are called so by nobody else.
  recognises({ file, text }) {
    return baseName(file) === 'pyproject.toml' && /^[ \t]*\[[ \t]*(?:project|tool\.poetry)[ \t]*\]/m.test(text);
  },

  read([imported]): Draft {
    const document = readTomlFile(imported);
    const tables = tablesOf(document);
    const finds = findsIn(imported.file);
    const name = firstText(tables, 'name');
    if (name === undefined) {
      const hint = 'a project that can be installed has a name in [project] or [tool.poetry]';
      throw unreadable(imported, 'the project has no name', hint);
    }
    const found = <T extends string>(one: Placed<T> | undefined): Found<T> | undefined =>
      one && finds(one.value, one.place);
    const licence = licenceOf(tables);
    const type = typeOf(tables, finds);
    const slug = slugOf(name.value);
    return {
      artifact: {
        slug: finds(slug, name.place, 'the name of the package'),
        name: found(name),
        type,
        url: urlOf(tables, finds),
        categories: type?.value === 'mcp' ? mcpCategories(finds, type.origin.place) : undefined,
        tags: keywordsOf(tables, finds),
        pricing: licence && pricingOf(finds, licence.value, licence.place),
        status: statusOf(tables, finds),
      },
      capabilities: capabilitiesOf(tables, finds),
      facts: factsOf({ version: found(firstText(tables, 'version')), license: found(licence) }),
      diagnostics: [...datesLeftOut(document, imported.file), ...dynamicLeftOut(tables, imported.file)],
    };
  },
};

/** A table with the name that people call it by, the more telling one first. */
interface Table {
  readonly name: 'project' | 'tool.poetry';
  readonly value: JsonValue;
}

interface Placed<T> {
  readonly value: T;
  readonly place: string;
}

function tablesOf(document: JsonObject): Table[] {
  const project = member(document, 'project');
  const poetry = member(member(document, 'tool'), 'poetry');
  return [
    ...(project === undefined ? [] : [{ name: 'project' as const, value: project }]),
    ...(poetry === undefined ? [] : [{ name: 'tool.poetry' as const, value: poetry }]),
  ];
}

function firstText(tables: readonly Table[], key: string): Placed<string> | undefined {
  for (const { name, value } of tables) {
    const text = textAt(value, key);
    if (text !== undefined && !(key === 'version' && isDate(text))) return { value: text, place: `${name}.${key}` };
  }
  return undefined;
}

function keywordsOf(tables: readonly Table[], finds: Finds): Found<string[]> | undefined {
  for (const { name, value } of tables) {
    const words = textsAt(value, 'keywords');
    if (words !== undefined) return finds(words, `${name}.keywords`);
  }
  return undefined;
}

/** An expression, a text of a few words, or what the classifiers say: not the text of a whole licence. */
function licenceOf(tables: readonly Table[]): Placed<string> | undefined {
  for (const { name, value } of tables) {
    const text = textAt(value, 'license') ?? textAt(value, 'license', 'text');
    if (text !== undefined && (isLicenceExpression(text) || text.length <= 60)) {
      return { value: text, place: `${name}.license` };
    }
  }
  for (const { name, value } of tables) {
    const classifiers = textsAt(value, 'classifiers') ?? [];
    const licences = classifiers.flatMap(
      (one) => licencesOfClassifiers[one.replace(/^License :: OSI Approved :: /, '')] ?? [],
    );
    const [only, ...others] = licences;
    if (only !== undefined && others.length === 0) return { value: only, place: `${name}.classifiers` };
  }
  return undefined;
}

/** Those that name one licence in one version. */
const licencesOfClassifiers: Readonly<Record<string, string>> = {
  'MIT License': 'MIT',
  'MIT No Attribution License (MIT-0)': 'MIT-0',
  'Apache Software License': 'Apache-2.0',
  'ISC License (ISCL)': 'ISC',
  'Mozilla Public License 2.0 (MPL 2.0)': 'MPL-2.0',
  'The Unlicense (Unlicense)': 'Unlicense',
  'GNU General Public License v3 (GPLv3)': 'GPL-3.0-only',
  'GNU General Public License v3 or later (GPLv3+)': 'GPL-3.0-or-later',
  'GNU General Public License v2 (GPLv2)': 'GPL-2.0-only',
  'GNU General Public License v2 or later (GPLv2+)': 'GPL-2.0-or-later',
  'GNU Affero General Public License v3': 'AGPL-3.0-only',
  'GNU Affero General Public License v3 or later (AGPLv3+)': 'AGPL-3.0-or-later',
  'GNU Lesser General Public License v3 (LGPLv3)': 'LGPL-3.0-only',
  'Boost Software License 1.0 (BSL-1.0)': 'BSL-1.0',
};

/** Labels are free: they are compared without signs and capitals, as package indexes do. */
const pages = [
  ['homepage', 'home'],
  ['repository', 'source', 'sourcecode', 'github', 'gitlab', 'code'],
  ['documentation', 'docs'],
];

function urlOf(tables: readonly Table[], finds: Finds): Found<string> | undefined {
  const urls = tables.flatMap(({ name, value }) => [
    ...membersAt(value, 'urls').map(([label, url]) => ({ label, url, place: `${name}.urls.${label}` })),
    // The older form of poetry has three of them in the table itself.
    ...(name === 'tool.poetry'
      ? pages.flatMap(([label = '']) => {
          const url = member(value, label);
          return url === undefined ? [] : [{ label, url, place: `${name}.${label}` }];
        })
      : []),
  ]);
  for (const labels of pages) {
    for (const { label, url, place } of urls) {
      if (!labels.includes(label.toLowerCase().replace(/[^a-z]/g, '')) || typeof url !== 'string') continue;
      const address = webAddress(url.trim());
      if (address !== undefined) return finds(address, place);
    }
  }
  return undefined;
}

const mcpPackages: ReadonlySet<string> = new Set(['mcp', 'fastmcp', 'modelcontextprotocol']);

function typeOf(tables: readonly Table[], finds: Finds): Found<ArtifactType> | undefined {
  for (const { name, value } of tables) {
    const dependencies = [
      ...(textsAt(value, 'dependencies') ?? []),
      ...membersAt(value, 'dependencies').map(([one]) => one),
    ];
    const found = dependencies
      .map((one) => (/^[\w.-]+/.exec(one)?.[0] ?? '').toLowerCase())
      .find((one) => mcpPackages.has(one));
    if (found !== undefined) {
      return finds('mcp' as const, `${name}.dependencies`, `servers depend on ${found}; clients do, too`);
    }
  }
  for (const { name, value } of tables) {
    if (membersAt(value, 'scripts').length > 0) {
      return finds('cli' as const, `${name}.scripts`, 'the package has a command');
    }
  }
  return undefined;
}

function statusOf(tables: readonly Table[], finds: Finds): Draft['artifact']['status'] {
  for (const { name, value } of tables) {
    if (textsAt(value, 'classifiers')?.includes('Development Status :: 7 - Inactive')) {
      return finds('inactive' as const, `${name}.classifiers`);
    }
  }
  return undefined;
}

function capabilitiesOf(tables: readonly Table[], finds: Finds): DraftCapability[] {
  const description = firstText(tables, 'description');
  const requires = requirementsOf(tables, finds);
  if (description === undefined && requires === undefined) return [];
  const why = 'of the package as a whole: say how this one ability works, and what comes out';
  return [{ description: description && finds(description.value, description.place, why), requires }];
}

function requirementsOf(tables: readonly Table[], finds: Finds): Found<string[]> | undefined {
  for (const { name, value } of tables) {
    const [python, place] =
      name === 'project'
        ? [textAt(value, 'requires-python'), 'project.requires-python']
        : [textAt(value, 'dependencies', 'python'), 'tool.poetry.dependencies.python'];
    if (python !== undefined) return finds(listed([`Python ${python}`]), place);
  }
  return undefined;
}

// --- what is left out ---------------------------------------------------------------------------------------------

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(?:T|$)/.test(text) || /^\d{2}:\d{2}:\d{2}/.test(text);
}

function datesLeftOut(document: JsonObject, file: string): Diagnostic[] {
  return tablesOf(document).flatMap(({ name, value }) => {
    const version = member(value, 'version');
    if (typeof version !== 'string' || !isDate(version)) return [];
    return [leftOut(file, `${name}.version`, 'it is a date', 'put a version that looks like a date in quotes')];
  });
}

function dynamicLeftOut(tables: readonly Table[], file: string): Diagnostic[] {
  return tables.flatMap(({ name, value }) => {
    const wanted = (textsAt(value, 'dynamic') ?? []).filter((key) =>
      ['description', 'version', 'license'].includes(key),
    );
    const unsaid = wanted.filter((key) => firstText(tables, key) === undefined);
    if (unsaid.length === 0) return [];
    const why = 'it is made when the package is built, and nothing is run here';
    return [leftOut(file, `${name}.dynamic (${unsaid.join(', ')})`, why, 'write it into the source yourself')];
  });
}
