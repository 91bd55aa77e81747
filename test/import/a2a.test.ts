import { describe, expect, test } from 'vitest';
import { a2a } from '../../src/import/a2a.js';
import { draftText } from '../../src/import/draft-text.js';
import { expectReadsBack, saidOf, valuesOf } from './read-back.js';

const skills = [
  {
    id: 'hours',
    name: 'Find opening hours',
    description: 'Looks up when a library is open. It knows holidays.',
    tags: ['calendar', 'library'],
    examples: ['When do you open on Monday?'],
    inputModes: ['text/plain'],
    outputModes: ['application/json'],
  },
  { id: 'renew', name: 'Renew loans', description: 'Renews loans.', tags: ['library'] },
];

const common = {
  name: 'Town Library Desk',
  description: 'Answers at the desk.',
  version: '2.1.0',
  capabilities: { streaming: true, extensions: [{ uri: 'https://example.org/ext', required: true }, { uri: 'x' }] },
  defaultInputModes: ['text/plain', 'image/png'],
  defaultOutputModes: ['text/plain'],
  skills,
};

const before = {
  ...common,
  protocolVersion: '0.3.0',
  url: 'https://desk.example.org/a2a',
  preferredTransport: 'JSONRPC',
  additionalInterfaces: [{ url: 'https://desk.example.org/grpc', transport: 'GRPC' }],
  securitySchemes: {
    key: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
    bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  },
  security: [{ key: [] }],
};

const since = {
  ...common,
  supportedInterfaces: [
    { url: 'desk.example.org:443', protocolBinding: 'GRPC', protocolVersion: '1.0' },
    { url: 'https://desk.example.org/a2a/v1', protocolBinding: 'HTTP+JSON', protocolVersion: '1.0' },
  ],
  securitySchemes: {
    key: { apiKeySecurityScheme: { location: 'header', name: 'X-API-Key' } },
    login: { openIdConnectSecurityScheme: { openIdConnectUrl: 'https://id.example.org' } },
    oauth: { oauth2SecurityScheme: { flows: {} } },
    tls: { mtlsSecurityScheme: {} },
    bearer: { httpAuthSecurityScheme: { scheme: 'Bearer' } },
  },
  securityRequirements: [{ schemes: { key: { list: [] } } }],
};

function read(card: unknown) {
  return a2a.read([{ file: 'agent-card.json', text: JSON.stringify(card) }]);
}

const requires = (card: object): unknown => {
  const found = read(card).capabilities[1]?.requires;
  return found && [found.value, found.guess !== undefined];
};

describe.each([
  ['v0.3', before, 'https://desk.example.org/a2a'],
  ['v1', since, 'https://desk.example.org/a2a/v1'],
])('a card of %s', (_, card, url) => {
  test('as a draft', () => {
    const draft = read(card);
    const needs = [
      'API key in the header as X-API-Key',
      'Client that understands the A2A extension https://example.org/ext',
    ];
    expect(valuesOf(draft)).toEqual({
      '?/artifact/slug': 'town-library-desk',
      '/artifact/name': 'Town Library Desk',
      '/artifact/type': 'agent',
      '/artifact/url': url,
      '/artifact/tags': ['calendar', 'library'],
      '/capabilities/0/name': 'Find opening hours',
      '/capabilities/0/description': 'Looks up when a library is open. It knows holidays.',
      '/capabilities/0/intents': ['When do you open on Monday?'],
      '/capabilities/0/requires': needs,
      '/capabilities/0/input_types': ['text/plain'],
      '/capabilities/0/output_types': ['application/json'],
      '/capabilities/1/name': 'Renew loans',
      '/capabilities/1/description': 'Renews loans.',
      '/capabilities/1/requires': needs,
      '/capabilities/1/input_types': ['text/plain', 'image/png'],
      '/capabilities/1/output_types': ['text/plain'],
    });
    expect(draft.facts.map(({ name, found }) => [name, found.value])).toEqual([['version', '2.1.0']]);
    expect(draft.diagnostics).toEqual([]);
    expect(a2a.recognises({ file: 'x', text: JSON.stringify(card) })).toBe(true);
    expectReadsBack(draft);
  });
});

describe('what it needs', () => {
  const bare = { ...since, capabilities: {} };

  test('alternatives are one text, what holds together is told together', () => {
    const securityRequirements = [
      { schemes: { key: { list: [] }, tls: { list: [] } } },
      { schemes: { oauth: { list: ['read'] } } },
      { schemes: { login: {} } },
      { schemes: { bearer: {} } },
    ];
    expect(requires({ ...bare, securityRequirements })).toEqual([
      [
        'API key in the header as X-API-Key and Client certificate (mutual TLS), or OAuth 2.0 authorization, or OpenID Connect login, or HTTP Bearer authentication',
      ],
      false,
    ]);
  });

  test('an empty alternative makes the others optional', () => {
    expect(requires({ ...before, capabilities: {}, security: [{ bearer: [] }, {}] })).toEqual([
      ['Optional: HTTP bearer authentication with JWT'],
      false,
    ]);
  });

  test('of a skill its own come first', () => {
    const own = [skills[0], { ...skills[1], securityRequirements: [{ schemes: { tls: {} } }] }];
    expect(requires({ ...bare, skills: own })).toEqual([['Client certificate (mutual TLS)'], false]);
    expect(
      requires({ ...before, capabilities: {}, skills: [skills[0], { ...skills[1], security: [{ gone: [] }] }] }),
    ).toEqual([['Authentication by the scheme gone'], false]);
  });

  test('what is declared and nowhere asked for is a guess', () => {
    const { key } = since.securitySchemes;
    expect(requires({ ...bare, securityRequirements: undefined, securitySchemes: { key } })).toEqual([
      ['API key in the header as X-API-Key'],
      true,
    ]);
  });

  test('nothing is said where nothing is stated', () => {
    expect(requires({ ...bare, securityRequirements: undefined, securitySchemes: undefined })).toBeUndefined();
  });

  test('of the oldest cards the names of schemes, and never the credentials beside them', () => {
    const draft = read({
      ...common,
      capabilities: {},
      url: 'https://desk.example.org/',
      authentication: { schemes: ['Bearer'], credentials: 'sesame-open-please' },
    });
    expect(draft.capabilities[0]?.requires?.value).toEqual(['Bearer authentication']);
    expect(JSON.stringify(draft) + draftText(draft)).not.toContain('sesame');
    expectReadsBack(draft);
  });
});

test('an agent that no web address leads to', () => {
  const draft = read({ ...common, supportedInterfaces: [{ url: 'grpc://x', protocolBinding: 'GRPC' }] });
  expect(draft.artifact.url).toBeUndefined();
  expect(saidOf(draft)).toEqual([
    'warning import/left-out none of its interfaces has an address that begins with https://',
  ]);
});

test('what is not of the form that it should be is left out', () => {
  const draft = read({
    ...{
      name: ' 図書館 ',
      url: 'https://a.example',
      version: 3,
      skills: [null, 1, { name: '', examples: 'one', tags: [1] }],
    },
    ...{ defaultInputModes: {}, capabilities: [], securitySchemes: [], security: [null, 'x'] },
  });
  expect(valuesOf(draft)).toEqual({
    '/artifact/name': '図書館',
    '/artifact/type': 'agent',
    '/artifact/url': 'https://a.example',
    '/capabilities/0/intents': ['one'],
  });
  expectReadsBack(draft);
});

test.each(['{}', '[]', 'null', '{"name": "a", "skills": []}', JSON.stringify({ ...since, skills: {} })])(
  '%s is refused',
  (text) => {
    expect(a2a.recognises({ file: 'x', text })).toBe(false);
    expect(() => a2a.read([{ file: 'x', text }])).toThrow(
      expect.objectContaining({
        code: 'ERR_INVALID_IMPORT',
        diagnostics: [expect.objectContaining({ ruleId: 'import/unreadable', file: 'x' })],
      }),
    );
  },
);
