// Makes from schemas/*.json what the sources need: the types, and validators that neither compile nor evaluate
// anything at run time. `--check` writes nothing and fails where the committed files are stale.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';

const root = new URL('..', import.meta.url);
const banner = '// Generated from schemas/ by `npm run generate`. Do not edit.\n';

// What this package writes and never reads: at run time nothing needs its type or a validator.
const writtenOnly = ['report.json', 'verdict.json', 'diff.json', 'claim-report.json'];

const schemas = readdirSync(new URL('schemas/', root))
  .filter((name) => name.endsWith('.json') && !writtenOnly.includes(name))
  .sort()
  .map((name) => ({
    name: name.slice(0, -'.json'.length),
    schema: JSON.parse(readFileSync(new URL(`schemas/${name}`, root), 'utf8')),
  }));

const files = { 'src/passport/types.generated.ts': await types() };
// One file a schema, so that a command or a bundle loads only what it checks.
for (const { name, schema } of schemas) files[`src/validate/schemas/${name}.generated.ts`] = validator(schema);

let stale = false;
for (const [path, text] of Object.entries(files)) {
  const url = new URL(path, root);
  if (!process.argv.includes('--check')) writeFileSync(url, text);
  else if (readFileSync(url, 'utf8') !== text) {
    stale = true;
    console.error(`${path} is stale: run \`npm run generate\` and commit it`);
  }
}
if (stale) process.exit(1);

async function types() {
  const parts = [];
  for (const { name, schema } of schemas) {
    // Without its $id the reader does not try to fetch it, and titles name the types.
    const { $id: _, ...rest } = schema;
    parts.push(
      await compile(rest, name, {
        bannerComment: '',
        ignoreMinAndMaxItems: true,
        style: { printWidth: 120, singleQuote: true },
      }),
    );
  }
  return banner + parts.join('\n');
}

function validator(schema) {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    inlineRefs: false,
    allowUnionTypes: true,
    schemas: [schema],
    code: { source: true, esm: true, lines: true },
  });
  const code = bounded(withoutRuntime(standaloneCode(ajv, { validate: schema.$id }))).replace('"use strict";\n', '');
  // ajv keeps the schema beside the code; what is said about an error is looked up there.
  const kept = code.match(/^const (schema\d+) = \{"\$schema"/m)?.[1];
  const schemaExport = kept ? `export { ${kept} as schema };` : `export const schema = ${JSON.stringify(schema)};`;
  return `${banner}// @ts-nocheck\n${code}\n${schemaExport}\n`;
}

/** With `allErrors` ajv collects errors for each of a million wrong items, and joins their lists anew for each. */
function bounded(code) {
  const result = code
    .replace(/for\(let (i\d+)=0; \1<(len\d+); \1\+\+\)\{/g, '$&\nif(errors >= MAX_ERRORS) break;')
    .replace(/for\(const (key\d+) in (data\d*)\)\{/g, '$&\nif(errors >= MAX_ERRORS) break;');
  if (/\bfor\((?![^\n]*\{\nif\(errors >= MAX_ERRORS\) break;)/.test(result))
    throw new Error("a loop is not bounded: the form of ajv's output has changed");
  // Twice what is said at most, since one may follow from another. At the first of them a value is known to be wrong.
  return `${result}\nconst MAX_ERRORS = 20_000;`;
}

/**
 * ajv counts code points for length limits, nine tenths of its time, with a helper of its own that would be imported.
 * A text has between half as many and as many code points as UTF-16 units: count only where that does not decide.
 */
function withoutRuntime(code) {
  const helper = /const (func\d+) = require\("ajv\/dist\/runtime\/ucs2length"\)\.default;/g;
  const counters = [...code.matchAll(helper)].map((match) => match[1]);
  let result = code.replace(helper, '');
  for (const counter of counters) {
    result = result.replace(new RegExp(`${counter}\\((data\\d*)\\) (<|>) (\\d+)`, 'g'), (_, data, sign, limit) =>
      sign === '>'
        ? `${data}.length > ${limit} && codePoints(${data}) > ${limit}`
        : limit === '1'
          ? `${data}.length < 1`
          : `${data}.length < ${2 * limit} && codePoints(${data}) < ${limit}`,
    );
    if (new RegExp(`\\b${counter}\\b`).test(result))
      throw new Error(`${counter} is still used: the form of ajv's output has changed`);
  }
  if (/\brequire\(|\bimport\b/.test(result)) throw new Error("ajv's output imports something");
  return `${result}\nfunction codePoints(text) {\n  let count = 0;\n  for (const _ of text) count++;\n  return count;\n}`;
}
