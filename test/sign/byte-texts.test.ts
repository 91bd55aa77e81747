import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateKeyPair } from '../../src/keys/key-pair.js';
import { byteTexts } from '../../src/node/byte-texts.js';
import type { Payload } from '../../src/passport/types.generated.js';
import { payloadPrefix, signPassportBytes, signPassportText } from '../../src/sign/sign.js';
import { payloadLine } from '../payload-lines.js';

const pair = generateKeyPair();
const options = { signedAt: '2026-01-31T09:30:00.000Z' };

async function asBytes(input: Uint8Array, given = options): Promise<string | undefined> {
  const parts = await signPassportBytes(input, pair, given, byteTexts);
  if (!parts) return undefined;
  const payload = Buffer.from(input.subarray(payloadPrefix.length, -1)).toString();
  return parts.before + payload + parts.after;
}

describe('signing bytes taken for a text', () => {
  test('gives what signing the text gives, whatever characters there are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 3, maxLength: 6 }),
        async (texts) => {
          const { unfragile } = JSON.parse(payloadLine('a')) as { unfragile: Payload };
          const [name = 'x', ...rest] = texts.map((text) => text.toWellFormed());
          const artifact = { ...unfragile.artifact, name };
          const line = JSON.stringify({ unfragile: { ...unfragile, artifact: { ...artifact, tags: rest } } });
          const bytes = Buffer.from(line);
          const expected = await signPassportText(line, pair, options);
          const given = await asBytes(bytes);
          // Escapes by number are for the other way.
          if (/\\u/.test(line)) expect([undefined, expected]).toContain(given);
          else expect(given).toBe(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('leaves to the other way what it does not do for', async () => {
    const line = payloadLine('a');
    const twice = line.replace('"tags":', '"é":1,"\\u00e9":2,"tags":');
    for (const text of [twice, `${line} `, line.replace('"type":"mcp"', '"type":"é"'), '{', '{"unfragile":1}'])
      expect(await asBytes(Buffer.from(text))).toBeUndefined();
    expect(await asBytes(Buffer.from([...Buffer.from(line).subarray(0, -3), 0xff]))).toBeUndefined();
    expect(await asBytes(Buffer.from(line), { ...options, issuer: 'Bücherei' } as typeof options)).toBeUndefined();
    expect(await asBytes(Buffer.from(line))).toBeDefined();
  });

  test('the schema of a payload asks for nothing that bytes and characters differ in', () => {
    const path = fileURLToPath(new URL('../../schemas/passport.json', import.meta.url));
    const { definitions } = JSON.parse(readFileSync(path, 'utf8')) as { definitions: { payload: unknown } };
    const asked = new Map<string, Set<string>>();
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [name, inner] of Object.entries(value)) {
        if (typeof inner !== 'object') asked.set(name, (asked.get(name) ?? new Set()).add(String(inner)));
        collect(inner);
      }
    };
    collect(definitions.payload);
    // A text that is not empty has no fewer bytes than characters, and the other way round.
    expect([...(asked.get('minLength') ?? [])]).toEqual(['1']);
    // That of the slug, which its pattern keeps within ASCII.
    expect([...(asked.get('maxLength') ?? [])]).toEqual(['200']);
    // Whole texts of ASCII: no class of other characters, and none that is described by what it is not.
    for (const pattern of asked.get('pattern') ?? [])
      expect(pattern).toMatch(/^\^(?:[a-z0-9:/TZ(){}+*?-]|\\\.|\[[a-z0-9A-Z._-]+\])+\$$/);
    const known = [
      'type',
      'description',
      'const',
      'minLength',
      'maxLength',
      'pattern',
      'minimum',
      'maximum',
      'minItems',
    ];
    const others = [...asked.keys()].filter((name) => !known.includes(name) && !/^\d+$/.test(name));
    expect(others.filter((name) => !['additionalProperties', '$ref', 'title', 'maxItems'].includes(name))).toEqual([]);
  });
});
