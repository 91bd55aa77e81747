import { describe, expect, test } from 'vitest';
import { generateKeyPair } from '../../src/keys/key-pair.js';
import { emitDocument } from '../../src/passport/document.js';
import type { Payload } from '../../src/passport/types.generated.js';
import type { BatchItem, Outcome } from '../../src/registry/item.js';
import { signBatch } from '../../src/registry/sign-batch.js';
import { unchangedBy } from '../../src/registry/unchanged.js';
import { verifyBatch } from '../../src/registry/verify-batch.js';
import { signPassport } from '../../src/sign/sign.js';
import type { Signer } from '../../src/sign/signer.js';
import { payloadLine, payloadLines, sourceValue } from '../payload-lines.js';

const pair = generateKeyPair();
const signedAt = '2026-01-31T09:30:00.000Z';
const now = '2026-06-01T00:00:00Z';

async function all(items: Iterable<BatchItem>, options = {}): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for await (const outcome of signBatch(items, pair, { signedAt, ...options })) outcomes.push(outcome);
  return outcomes;
}

describe('signBatch', () => {
  test('signs payloads, documents and sources, as signPassport does, in their order', async () => {
    const line = payloadLine('one');
    const { unfragile } = JSON.parse(line) as { unfragile: Payload };
    const expected = emitDocument(await signPassport(unfragile, pair, { signedAt }));
    const two = await signPassport((JSON.parse(payloadLine('two')) as { unfragile: Payload }).unfragile, pair, {
      signedAt: '2026-01-01T00:00:00Z',
    });
    const outcomes = await all([
      { input: line },
      { input: JSON.stringify(two) },
      { input: JSON.stringify(sourceValue('three')) },
      { input: 'artifact: [' },
    ]);
    expect(outcomes.map(({ index, status }) => [index, status])).toEqual([
      [0, 'signed'],
      [1, 'signed'],
      [2, 'signed'],
      [3, 'rejected'],
    ]);
    expect(outcomes[0]).toMatchObject({ slug: 'one', document: expected });
    const documents = outcomes.flatMap((one) => (one.status === 'signed' ? [one.document] : []));
    for await (const { index, verdict } of verifyBatch([...documents, 'x'], { key: pair.publicKey, now })) {
      expect(verdict.code).toBe(index === 3 ? 'MALFORMED_JSON' : 'OK');
      if (verdict.verdict === 'VALID') expect(verdict.signedAt).toBe(signedAt);
    }
  });

  test('says what is wrong with an item, and goes on', async () => {
    const broken = payloadLine('b').replace('"type":"mcp"', '"type":"car"');
    const outcomes = await all(
      [
        broken,
        '{',
        '{"unfragile":1}',
        '[]',
        payloadLine('good'),
        payloadLine('x').replace('"slug":"x"', '"slug":"X/.."'),
      ].map((input) => ({ input })),
    );
    expect(outcomes.map((one) => ('code' in one ? one.code : one.status))).toEqual([
      'ERR_INVALID_PAYLOAD',
      'ERR_INVALID_SOURCE',
      'ERR_INVALID_PAYLOAD',
      'ERR_INVALID_SOURCE',
      'signed',
      'ERR_INVALID_PAYLOAD',
    ]);
    expect(outcomes[0]).toMatchObject({
      pointer: '/artifact/type',
      rule: expect.stringMatching(/^schema\//) as string,
    });
  });

  test('signs the first of two with one slug', async () => {
    const outcomes = await all(['a', 'b', 'a'].map((slug) => ({ input: payloadLine(slug) })));
    expect(outcomes[2]).toMatchObject({ status: 'rejected', code: 'ERR_DUPLICATE_SLUG', slug: 'a', index: 2 });
    expect(outcomes[2]).toMatchObject({ message: expect.stringContaining('item 0') as string });
  });

  test('joins observations: beside, from a column, by slug, and none to what is built', async () => {
    const observations = '{"verified":true}';
    const withColumn = { ...sourceValue('column'), seen: { verified: true } };
    const outcomes = await all(
      [
        { input: JSON.stringify(sourceValue('beside')), observations },
        { input: JSON.stringify(withColumn) },
        { input: JSON.stringify(sourceValue('joined')) },
        { input: JSON.stringify(sourceValue('none')) },
        { input: payloadLine('built'), observations },
        { input: JSON.stringify(sourceValue('wrong')), observations: '{"verified":3}' },
      ],
      {
        observationsColumn: 'seen',
        observationsOf: (slug: string) => (slug === 'joined' ? observations : undefined),
      },
    );
    const verified = outcomes.map((one) =>
      one.status === 'signed' ? one.document.includes('"verified":true') : 'code' in one && one.code,
    );
    expect(verified).toEqual([true, true, true, false, 'ERR_INVALID_PAYLOAD', 'ERR_INVALID_SOURCE']);
  });

  test("looks through the texts of payloads, unless they are said to be one's own", async () => {
    const input = payloadLine('hidden', 'Desk reversed').replace('Desk', 'Desk \u202e');
    const bytes = new TextEncoder().encode(input);
    for (const each of [input, bytes, input.replace('\u202e', '\\u202e')]) {
      expect((await all([{ input: each }]))[0]).toMatchObject({ status: 'rejected', rule: 'text/bidi-control' });
    }
    expect((await all([{ input }], { checkTexts: false }))[0]?.status).toBe('signed');
  });

  test('keeps what has not changed, and nothing that does not verify', async () => {
    const [input = ''] = payloadLines(1);
    const [old] = await all([{ input }]);
    const document = old?.status === 'signed' ? old.document : '';
    const later = { signedAt: '2026-03-01T00:00:00.000Z' };
    const unchanged = unchangedBy(pair.publicKey, later);
    const asked = async (known: string) =>
      (await all([{ input }], { ...later, isUnchanged: (payload: Payload) => unchanged(known, payload) }))[0]?.status;
    expect(await asked(document)).toBe('kept');
    expect(await asked(document.replace('"signedBy":"unfragile.ai"', '"signedBy":"unfragile.al"'))).toBe('signed');
    expect(await asked(document.replace('/api/v1/verify', '/api/v2/verify'))).toBe('signed');
    expect(await asked('')).toBe('signed');
    const others = unchangedBy(generateKeyPair().publicKey, later);
    const { unfragile } = JSON.parse(input) as { unfragile: Payload };
    expect(others(document, unfragile)).toBe(false);
    expect(unchangedBy(pair.publicKey, { ...later, issuer: 'other' })(document, unfragile)).toBe(false);
    expect(unchanged(document, { ...unfragile, version: '2026-06' })).toBe(false);
  });

  test('reads nothing ahead, and stops reading when nobody asks any more', async () => {
    let read = 0;
    let closed = false;
    function* items(): Generator<BatchItem> {
      try {
        for (const input of payloadLines(10)) {
          read++;
          yield { input };
        }
      } finally {
        closed = true;
      }
    }
    for await (const { index } of signBatch(items(), pair, { signedAt })) {
      expect(read).toBe(index + 1);
      if (index === 2) break;
    }
    expect([read, closed]).toEqual([3, true]);
  });

  test('throws what would be wrong with every item', async () => {
    const input = payloadLine('a');
    const liar = { publicKey: pair.publicKey, sign: () => new Uint8Array(64) };
    const run = async (signer: Signer, options: object): Promise<void> => {
      for await (const _ of signBatch([{ input }], signer, { signedAt, ...options })) expect.unreachable();
    };
    await expect(run(liar, {})).rejects.toMatchObject({ code: expect.stringMatching(/^ERR_SIGNER/) as string });
    await expect(run(pair, { signedAt: 'yesterday' })).rejects.toMatchObject({ code: 'ERR_INVALID_TIME' });
    await expect(run(pair, { issuer: '' })).rejects.toMatchObject({ code: 'ERR_USAGE' });
  });
});
