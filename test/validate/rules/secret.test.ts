import { describe, expect, it } from 'vitest';
import { compact } from '../../../src/report/compact.js';
import { github } from '../../../src/report/github.js';
import { json } from '../../../src/report/json.js';
import { junit } from '../../../src/report/junit.js';
import { markdown } from '../../../src/report/markdown.js';
import { plain } from '../../../src/report/plain.js';
import { pretty } from '../../../src/report/pretty.js';
import { sarif } from '../../../src/report/sarif.js';
import { secret, secretsIn } from '../../../src/validate/rules/secret.js';
import { colourless, reportOf } from '../../report/reports.js';

// Put together here, so that no scanner takes this file for one that holds secrets.
const made = (...parts: readonly string[]): string => parts.join('');
const mixed = 'aB3dE5gH7jK9mN1pQ4sT6vW8yZ2';
const hex = '9f3a61c07be25d48';

/** What it is called, the secret, and what stands around it. */
const secrets: ReadonlyArray<readonly [what: string, secret: string, before?: string, behind?: string]> = [
  [
    'a private key',
    made(
      '-----BEGIN ',
      'OPENSSH PRIVATE KEY-----\n',
      mixed.repeat(3),
      '\n',
      mixed,
      '\n-----END OPENSSH ',
      'PRIVATE KEY-----',
    ),
  ],
  ['a private key', made('-----BEGIN ', 'RSA PRIVATE KEY-----\\n', mixed.repeat(3))],
  [
    'a private key',
    made('-----BEGIN ', 'PGP PRIVATE KEY BLOCK-----\n\n', mixed.repeat(3), '\n-----END PGP ', 'PRIVATE KEY BLOCK-----'),
  ],
  ['an age secret key', made('AGE-SECRET-', 'KEY-1', 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'.repeat(2).slice(0, 58))],
  ['an AWS access key', made('AK', 'IA', 'Q3EGRTZ7XWVN2LKP')],
  ['an AWS access key', made('AS', 'IA', 'Q3EGRTZ7XWVN2LKP')],
  ['a GitHub token', made('gh', 'p_', mixed, mixed.slice(0, 9))],
  ['a GitHub token', made('gh', 'o_', mixed, mixed.slice(0, 9))],
  ['a GitHub token', made('gh', 's_', mixed, mixed.slice(0, 9))],
  ['a GitHub token', made('github', '_pat_', mixed.slice(0, 22), '_', mixed.repeat(3).slice(0, 59))],
  ['a GitLab token', made('gl', 'pat-', mixed.slice(0, 20))],
  ['an npm token', made('np', 'm_', mixed, mixed.slice(0, 9))],
  ['a PyPI token', made('py', 'pi-AgE', mixed.repeat(3))],
  ['a Hugging Face token', made('h', 'f_', mixed, mixed.slice(0, 7))],
  ['a Slack token', made('xo', 'xb-1234567890-', mixed)],
  ['a Slack token', made('xo', 'xp-1234567890-', mixed)],
  ['a Slack webhook', made('hooks.slack', '.com/services/T01ABCDEF/B02GHIJKL/', mixed.slice(0, 24)), 'https://'],
  [
    'a Discord webhook',
    made('discord', '.com/api/webhooks/123456789012345678/', mixed.repeat(3).slice(0, 68)),
    'https://',
  ],
  ['a Telegram bot token', made('8123456701', ':AA', mixed, mixed.slice(0, 6))],
  ['a Google API key', made('AI', 'za', mixed, mixed.slice(0, 8))],
  ['a SendGrid key', made('S', 'G.', mixed.slice(0, 22), '.', mixed, mixed.slice(0, 16))],
  ['a Stripe key', made('sk', '_live_', mixed)],
  ['a Stripe key', made('rk', '_live_', mixed)],
  ['a DigitalOcean token', made('do', 'p_v1_', hex.repeat(4))],
  ['an Anthropic key', made('sk-', 'ant-api03-', mixed.repeat(3))],
  ['an API key', made('sk-', 'proj-', mixed.repeat(2))],
  ['an API key', made('sk-', mixed.repeat(2).slice(0, 48))],
  ['an API key', made('gs', 'k_', mixed.repeat(2).slice(0, 52))],
  ['a signed token', made('ey', 'JhbGciOiJIUzI1NiJ9.', 'ey', 'JzdWIiOiI0MiJ9.', mixed)],
  ['a password in an address', 'c7uMb5-fAlls', 'https://baker:', '@toaster.town/bread'],
  ['a password in an address', 'crumbly', 'postgres://u:', '@db.toaster.town:5432/bread'],
  ['a password in an address', 'rT5crumbs', 'mongodb+srv://baker:', '@bread.toaster.town'],
  ['a password in an address', 'rT5crumbs', 'redis://:', '@bread.toaster.town:6379'],
  ['a key or token', made(mixed), 'API_KEY='],
  ['a key or token', made(hex, hex), 'Set TOASTER_API_KEY="', '" first'],
  ['a key or token', made(hex, hex), 'token: '],
  ['a key or token', mixed, 'client_secret => '],
  ['a key or token', mixed, 'Authorization: Bearer '],
  ['a key or token', mixed, '"apiKey": "', '"'],
  ['a key or token', `${mixed}/${mixed}`, 'aws_secret_access_key = '],
  ['a password', 'Tr0ub4dor&3', 'password: '],
  ['a password', 'x9$Lq2!vB', 'Log in as baker, PASSWORD=', '.'],
];

describe('a secret', () => {
  it.each(secrets)('is found where it is %s: %#', (what, text, before = '', behind = '') => {
    const whole = `Toasts with ${before}${text}${behind} bread.`.replace(/^Toasts with (?=[A-Z]+_)/, '');
    const found = secret.find(whole);
    expect(found?.what).toBe(`holds what looks like ${what}`);
    const shown = whole.slice(...(found?.span ?? [0, 0]));
    // Of a key that is cut off nobody knows where it ends.
    expect(shown.replace(/\.$| bread\.$/, '')).toBe(text);
  });

  it.each(secrets)('is repeated by no format: %s %#', (_what, text = '', before = '', behind = '') => {
    const written = JSON.stringify(`Toasts with ${before}${text}${behind} bread.`);
    const source = `artifact:\n  name: ${written}\n  type: ${written}\n  url: ${written}\n  nome: 1\ncapabilities:\n  - name: a\n    description: ${written}\n    ${written}: 1\n`;
    const report = reportOf({ 'a.yaml': source });
    expect(report.files[0]?.diagnostics.map(({ ruleId }) => ruleId)).toContain('text/secret');
    const lines = text.split(/\n|\\n/).filter((line) => line.length > 3 && !line.startsWith('-----'));
    for (const format of [compact, github, json, junit, markdown, plain, pretty, sarif]) {
      const shown = format(report, { ...colourless, width: 400 });
      for (const line of lines) expect(shown).not.toContain(line);
    }
  });
});

describe('what is no secret', () => {
  it.each([
    made('AK', 'IAIOSFODNN7EXAMPLE'),
    made('sk-', 'x'.repeat(32)),
    made('sk-', 'proj-', 'X'.repeat(32)),
    made('sk-', 'your-api-key-goes-here-1'),
    made('gh', 'p_', 'x'.repeat(36)),
    'Set YOUR_API_KEY before the first start',
    'API_KEY=YOUR_API_KEY_12345678',
    'API_KEY=<your key of 32 letters>',
    'token: <token>',
    'token: ${TOKEN}',
    'TOKEN=$TOASTER_TOKEN_2024',
    'token: {{ secrets.TOASTER_TOKEN_1 }}',
    'api_key: ****************',
    'api_key: process.env.TOASTER_API_KEY_2',
    'password: ********',
    'password: required',
    'password: argon2id',
    'Password: OAuth2Token',
    'passwords: at least 12 characters, one of them a digit',
    'https://user:pass@host/',
    'https://user:password@toaster.town/',
    'postgres://user:password@localhost:5432/db',
    'postgres://postgres:postgres@db:5432/bread',
    'postgres://baker:c7uMb5fAlls@localhost/bread',
    'https://baker:c7uMb5fAlls@example.com/',
    'https://${USER}:${PASSWORD}@toaster.town/',
    'https://<user>:<password>@toaster.town/',
    'https://baker:****@toaster.town/',
    'ssh://git@toaster.town:22/bread.git',
    'https://toaster.town:8443/@bread',
    'A token: 4096 of them fit into the context',
    'max_tokens: 1234567890123456',
    'token: https://toaster.town/tokens/2024/new',
    'secret: projects/my-project/secrets/bread-password/versions/1',
    'token: organisation-wide-read-only-token-2024',
    'access_token_id: the identifier of the token',
    'tokenizer: cl100k_base_with_special_tokens',
    'tokens=[CLS],[SEP] bert-base-uncased-whole-word-masking',
    'token: 123e4567-e89b-12d3-a456-426614174000',
    'sk-learn-compatible-estimators-of-bread',
    'Reads a PEM file (-----BEGIN PUBLIC KEY-----)',
    'hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX',
  ])('is left alone: %s', (text) => {
    expect([...secretsIn(text)]).toEqual([]);
  });
});
