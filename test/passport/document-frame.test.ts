import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText } from '../../src/encoding/jcs.js';
import { readJson } from '../../src/encoding/json.js';
import { assembleDocument, emitDocument } from '../../src/passport/document.js';
import { DocumentFrame } from '../../src/passport/document-frame.js';
import { deriveLinks, linksWriter } from '../../src/passport/links.js';
import { COVERAGES, signingInput } from '../../src/passport/signing-input.js';
import type { Payload } from '../../src/passport/types.generated.js';
import { unfragileAi } from '../../src/passport/unfragile-ai.js';
import type { JsonValue } from '../../src/encoding/json-value.js';

const text = fc.string({ unit: fc.constantFrom('a', '"', '\\', '{slug}', '%', '/', 'é', '😀', ' '), maxLength: 12 });
const links = fc.record({
  ...{ self: text, artifact: text, verify: text, publicKey: text, spec: text, schema: text, docs: text },
  ...{ claim: text, compare: text },
});
const registry = fc.record({ base_url: text, links }).map((given) => ({ ...unfragileAi, ...given }));

test('links are written as they are derived', () => {
  fc.assert(
    fc.property(registry, text, (profile, slug) => {
      expect(linksWriter(profile)(slug)).toBe(JSON.stringify(deriveLinks(profile, slug)));
    }),
    { numRuns: 3000 },
  );
  expect(() => linksWriter(unfragileAi)('\ud800')).toThrow(expect.objectContaining({ code: 'ERR_USAGE' }));
});

test('a frame gives the bytes of the signing input and of the document', () => {
  fc.assert(
    fc.property(
      registry,
      text,
      text,
      text,
      fc.constantFrom(...COVERAGES),
      (profile, slug, name, signedBy, coverage) => {
        const fields = { signedAt: '2026-01-31T09:30:00.000Z', signedBy, version: 1 as const };
        const frame = new DocumentFrame(fields, profile, coverage);
        // One after the other: what is kept of the first must not show in the second.
        for (const payload of [{ artifact: { slug, name } }, { artifact: { slug } }] as unknown as Payload[]) {
          const envelope = { unfragile: payload, ...fields };
          const expected = Buffer.from(signingInput(envelope, coverage)).toString();
          expect(Buffer.from(frame.signingInput(payload)).toString()).toBe(expected);
          const written = JSON.stringify(payload);
          const canonical = canonicalText(payload as unknown as JsonValue);
          const wasText = frame.slicedInput(canonical, readJson(written));
          expect(Buffer.from(wasText).toString()).toBe(expected);
          const inBytes = Buffer.from(canonical).toString('latin1');
          const wasBytes = frame.slicedInput(inBytes, readJson(Buffer.from(written), { mayKeepBytes: true }));
          expect(Buffer.from(wasBytes).toString()).toBe(expected);
          const { before, after } = frame.around('c2lnbmVk', slug);
          const document = assembleDocument(envelope, 'c2lnbmVk', deriveLinks(profile, slug));
          expect(before + written + after).toBe(emitDocument(document));
        }
      },
    ),
    { numRuns: 2000 },
  );
});
