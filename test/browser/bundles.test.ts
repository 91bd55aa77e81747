import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../src/encoding/json-value.js';
import * as brief from '../../src/validate/brief-schema.js';
import * as full from '../../src/validate/schema.js';
import * as passportSchema from '../../src/validate/schemas/passport.generated.js';
import { projectRoot } from '../cli/run.js';
import { richPayload, signed } from './documents.js';

const folder = join(projectRoot, 'dist/browser');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('what is built for browsers', () => {
  test('is three scripts and the verifier', () => {
    expect(readdirSync(folder).sort()).toEqual(['page.js', 'preview.js', 'reader.js', 'verifier.html']);
  });

  test('the verifier has 60 KB at the most, compressed, and the script of a page less', () => {
    expect(gzipSync(read('verifier.html'), { level: 9 }).length).toBeLessThanOrEqual(60_000);
    expect(gzipSync(read('page.js'), { level: 9 }).length).toBeLessThanOrEqual(52_000);
  });

  test.each(['page.js', 'preview.js', 'reader.js', 'verifier.html'])('%s holds nothing that it must not', (name) => {
    const text = read(name);
    const forbidden: Readonly<Record<string, RegExp>> = {
      node: /\bnode:|\bprocess\.(?:env|argv|exit)|\bBuffer\.|__dirname|\brequire\(/,
      "ajv's compiler": /\bajv\b|new Function|\beval\(|standaloneCode/i,
      yaml: /YAMLParseError|BLOCK_SCALAR|isAlias|tag:yaml\.org/,
      'the command line': /yargs|inquirer|chokidar/i,
      'what signs': /BEGIN PRIVATE KEY-----\\n|randomSeed\(\)|getRandomValues\(new Uint8Array\(64/,
      'what is for authors': /limitation-marketing|instruction-like|did you mean/,
      'a request to anywhere':
        name === 'preview.js'
          ? /XMLHttpRequest|sendBeacon|WebSocket/
          : /\bfetch\(|XMLHttpRequest|EventSource|sendBeacon|WebSocket|importScripts/,
    };
    for (const [what, pattern] of Object.entries(forbidden)) expect(pattern.exec(text)?.[0], what).toBeUndefined();
  });

  test('the verifier forbids itself everything but its own script and style', () => {
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(read('verifier.html')) ?? [];
    expect(
      policy
        .replaceAll('&#39;', "'")
        .replace(/sha256-[\w+/=]{44}/g, 'sha256-…')
        .split('; '),
    ).toEqual([
      "default-src 'none'",
      "script-src 'sha256-…'",
      "style-src 'sha256-…'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types passport',
    ]);
    expect(read('verifier.html')).not.toMatch(/\s(?:src|style|on\w+)="/);
  });
});

describe('findings in fewer words', () => {
  /** What first speaks against a document: its place decides the code of a verdict. */
  function firsts(value: JsonValue): [string | undefined, string | undefined] {
    const place = (found: { pointer: string } | undefined): string | undefined => found?.pointer;
    return [place(full.firstDeparture(passportSchema, value)), place(brief.firstDeparture(passportSchema, value))];
  }

  test('are none where there are none, and begin with the same place', () => {
    const document = JSON.parse(signed(richPayload())) as JsonValue;
    expect(firsts(document)).toEqual([undefined, undefined]);
    let count = 0;
    for (const changed of departures(document)) {
      const [one, other] = firsts(changed);
      expect(other === undefined, JSON.stringify(changed).slice(-300)).toBe(one === undefined);
      expect(other?.startsWith('/_cosignatures')).toBe(one?.startsWith('/_cosignatures'));
      count++;
    }
    expect(count).toBeGreaterThan(200);
  });

  /** The document with each member in turn taken out, of another type, or with a stranger beside it. */
  function* departures(value: JsonValue, whole: (part: JsonValue) => JsonValue = (part) => part): Generator<JsonValue> {
    if (typeof value !== 'object' || value === null) {
      yield whole({ not: 'that' });
      yield whole('');
      return;
    }
    if (Array.isArray(value)) {
      if (value.length > 0) yield* departures(value[0] as JsonValue, (part) => whole([part, ...value.slice(1)]));
      yield whole('no list');
      return;
    }
    yield whole({ ...value, stranger: 1 });
    for (const name of Object.keys(value)) {
      const { [name]: member, ...rest } = value;
      yield whole(rest);
      yield* departures(member as JsonValue, (part) => whole({ ...value, [name]: part }));
    }
  }
});
