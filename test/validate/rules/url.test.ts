import { describe, expect, it } from 'vitest';
import { completeProfile } from '../../../src/passport/registry-profile.js';
import { unfragileAi } from '../../../src/passport/unfragile-ai.js';
import { catalogue, type RuleId } from '../../../src/validate/catalogue.js';
import { sourceRules } from '../../../src/validate/source-rules.js';
import { findings, manifestFindings, searched } from './findings.js';

const at = (url: unknown) => ({ artifact: { url } });
const ids = sourceRules.map(({ id }) => id).filter((id) => id.startsWith('url/'));

/** The rules that speak of an address. */
function said(url: unknown, registry = unfragileAi): RuleId[] {
  return ids.filter((id) => findings(id, at(url), registry).length > 0).sort();
}

function messages(url: string): string {
  return JSON.stringify(ids.flatMap((id) => findings(id, at(url))));
}

it('are all that the catalogue has', () => {
  expect([...ids].sort()).toEqual(
    Object.keys(catalogue)
      .filter((id) => id.startsWith('url/'))
      .sort(),
  );
});

describe('good addresses', () => {
  it.each([
    'https://recipe-box.dev',
    'https://recipe-box.dev/',
    'https://recipe-box.dev:8443/a/b?lang=en#part',
    'https://github.com/kitchen-table/recipe-box',
    'https://huggingface.co/openai/whisper-small',
    'https://marketplace.visualstudio.com/items?itemName=a.b',
    'https://openrouter.ai/models/openai~gpt-4o-mini',
    'https://xn--bcher-kva.ch/',
    'https://bücher.ch/',
    'https://recipe-box.dev./',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
    'https://8.8.8.8.nip.io/',
    'https://mydomain.acme.dev/',
    'https://172.15.0.1/',
    'https://172.32.0.1/',
    'https://100.63.0.1/',
    'https://100.128.0.1/',
    'https://169.253.0.1/',
    'https://11.0.0.1/',
    'https://192.0.3.1/',
    'https://example.dev/',
    'https://myexample.com/',
    'https://example.com.acme.dev/',
    'https://test.acme.dev/',
    'https://testing.acme.dev/',
    'https://localhost.acme.dev/',
    'https://local.acme.dev/',
    'https://mylocal.dev/',
    'https://internal.acme.dev/',
    'https://yourbase.dev/',
    'https://foryour-domain.ch/',
    'https://acme.dev/?monkey=1&keyword=2&tokenizer=bpe&keys=3',
    'https://acme.dev/?key=&token=',
    'https://acme.dev/utm_source=x',
    'https://acme.dev/?mutm_source=x',
    'https://acme.dev/?ref=main#utm_source=x',
    'https://acme.dev/user:password@host',
    'https://unfragile.ai.acme.dev/x',
    'https://notunfragile.ai/x',
  ])('%s', (url) => {
    expect(said(url)).toEqual([]);
  });

  // The schema has spoken.
  it.each([
    '',
    'localhost',
    'ftp://localhost/',
    'HTTP://LOCALHOST/',
    'http://local host/',
    'http://',
    7,
    null,
    ['http://localhost'],
  ])('nothing is said of %j, which the schema refuses', (url) => {
    expect(said(url)).toEqual([]);
  });
});

describe('url/unparsable', () => {
  it.each([
    'https://recipe-box.dev:99999/',
    'https://[::1/',
    'https://256.1.1.1/',
    'https://1.2.3.4.5/',
    'https://%/',
    'https://recipe|box.dev/',
    'https://recipe-box/',
    'http://intranet/wiki',
    'https://com./',
    'https://recipe..box.dev/',
    'https://.dev/',
    'https://:443/',
    'https://?q=1',
  ])('finds %s, and nothing else does', (url) => {
    expect(said(url)).toEqual(['url/unparsable']);
  });

  it('says what is wrong with the host', () => {
    expect(findings('url/unparsable', at('https://recipe-box/x'))).toMatchObject([
      {
        pointer: '/artifact/url',
        message: 'artifact.url is "https://recipe-box/x", whose host "recipe-box" has no dot',
      },
    ]);
  });

  it('does not repeat what may be a secret', () => {
    for (const url of ['https://user:geheim@', 'https://a.dev:99999/?token=geheim', 'https://user:geheim@host/']) {
      expect(said(url)).toContain('url/unparsable');
      expect(messages(url)).not.toContain('geheim');
    }
  });
});

describe('url/credentials', () => {
  const id = 'url/credentials';

  it.each([
    ['https://anna:geheim@acme.dev/', 'a password'],
    ['https://:geheim@acme.dev/', 'a password'],
    ['https://geheim@acme.dev/', 'a user name'],
    ...['token', 'key', 'api_key', 'access_token', 'secret', 'password', 'apikey', 'API-Key', 'client_secret'].map(
      (name) => [`https://acme.dev/?lang=en&${name}=geheim`, name.toLowerCase()] as const,
    ),
    ['https://acme.dev/#access_token=geheim&state=1', 'access_token'],
    ['https://acme.dev/?to%6ben=geheim', 'token'],
  ] as ReadonlyArray<readonly [string, string]>)('finds %s', (url, what) => {
    expect(said(url)).toEqual([id]);
    const [finding] = findings(id, at(url));
    expect(finding?.message).toContain(what);
    expect(finding).not.toHaveProperty('fix');
    expect(messages(url)).not.toContain('geheim');
  });

  it('is heard beside what else is wrong, which does not repeat the secret either', () => {
    const cases: ReadonlyArray<readonly [string, string]> = [
      ['http://acme.dev/?token=geheim', 'url/insecure'],
      ['http://localhost:8888/?token=geheim', 'url/private-host'],
      ['https://anna:geheim@example.org/', 'url/placeholder-host'],
      ['https://acme.dev/?token=geheim&utm_source=x', 'url/tracking'],
      ['https://unfragile.ai/?token=geheim', 'url/registry-page'],
    ];
    for (const [url, other] of cases) {
      expect(said(url)).toEqual([id, other].sort());
      expect(messages(url)).not.toContain('geheim');
    }
  });

  it('leaves what has the shape of a secret to the rule that knows it, and nobody repeats it', () => {
    const secret = `ghp_${'a1B2'.repeat(9)}`;
    expect(said(`https://${secret}@acme.dev/`)).toEqual([]);
    expect(said(`http://acme.dev/?token=${secret}`)).toEqual(['url/insecure']);
    for (const url of [
      `http://acme.dev/${secret}?utm_source=${secret}`,
      `http://${secret}/`,
      `https://a.dev:99999/${secret}`,
    ])
      expect(messages(url)).not.toMatch(/ghp_/i);
  });
});

describe('url/private-host', () => {
  it.each([
    'http://localhost',
    'http://localhost:3000/a?utm_source=x',
    'https://LOCALHOST./',
    'https://api.localhost/',
    'https://printer.local/',
    'https://build.internal/x',
    'https://nas.lan/',
    'https://app.lvh.me/',
    'https://app.192-168-0-7.nip.io/',
    'https://127.0.0.1.sslip.io/',
    'https://router.home.arpa/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f.0.0.1/',
    'https://0177.0.0.1/',
    'https://0.0.0.0:8080/',
    'https://0/',
    'https://10.1.2.3/',
    'https://100.64.0.1/',
    'https://172.16.0.1/',
    'https://172.31.255.255/',
    'https://192.168.0.7/',
    'http://192.168.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]:3000/',
    'https://[::]/',
    'https://[0:0:0:0:0:0:0:1]/',
    'https://[fc00::1]/',
    'https://[fdff:ffff::1]/',
    'https://[fe80::1]/',
    'https://[febf::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[::ffff:c0a8:1]/',
    'https://①27.0.0.1/',
  ])('finds %s, and nothing else does', (url) => {
    expect(said(url)).toEqual(['url/private-host']);
  });

  it('reads IPv6 addresses to the group', () => {
    for (const host of ['fbff::1', 'fec0::1', 'fe7f::1', '::2', '1::', '::ffff:8.8.8.8', '::1:0', 'fc::1'])
      expect(said(`https://[${host}]/`), host).toEqual([]);
  });

  it('names the host as it is reached', () => {
    expect(findings('url/private-host', at('http://2130706433/'))[0]?.message).toContain('leads to "127.0.0.1"');
  });
});

describe('url/placeholder-host', () => {
  it.each([
    'https://example.org',
    'http://example.com/?utm_source=x',
    'https://www.example.net/a',
    'https://api.example.edu/',
    'https://EXAMPLE.COM./',
    'https://acme.example/',
    'https://acme.test/',
    'https://acme.invalid/',
    'https://your-domain.com/',
    'https://yourdomain.com/',
    'https://www.your-company.co.uk/',
    'https://api.your-site.io/',
    'https://yourdomainname.com/',
    'https://192.0.2.1/',
    'https://198.51.100.7/',
    'https://203.0.113.255/',
    'https://[2001:db8::1]/',
  ])('finds %s, and nothing else does', (url) => {
    expect(said(url)).toEqual(['url/placeholder-host']);
  });

  it('calls reserved what the RFC reserves, and nothing else', () => {
    for (const host of ['example.org', 'acme.test', '192.0.2.1', '[2001:db8::1]'])
      expect(messages(`https://${host}/`)).toContain('RFC 2606');
    for (const host of ['yourdomain.io', 'mydomain.com', 'my-company.co.uk']) {
      expect(said(`https://${host}/`)).toEqual(['url/placeholder-host']);
      expect(messages(`https://${host}/`)).toContain('a placeholder for a host of your own');
      expect(messages(`https://${host}/`)).not.toContain('RFC');
    }
  });
});

describe('url/bare-host', () => {
  const id = 'url/bare-host';

  it.each([
    'https://github.com',
    'https://www.github.com/',
    'https://github.com/acme',
    'https://github.com/acme/?tab=repositories',
    'https://github.com/search?q=bread',
    'https://github.com/topics/mcp',
    'https://gitlab.com/acme/',
    'https://huggingface.co/',
    'https://huggingface.co/models',
    'https://huggingface.co/datasets',
    'https://npmjs.com',
    'https://www.npmjs.com/package',
    'https://pypi.org/',
    'https://hub.docker.com/u',
    'https://marketplace.visualstudio.com/',
  ])('finds %s, and nothing else does', (url) => {
    expect(said(url)).toEqual([id]);
  });

  it.each([
    'https://github.com/acme/bread/',
    'https://github.com/acme/bread#readme',
    'https://huggingface.co/gpt2',
    'https://huggingface.co/datasets/mc4',
    'https://huggingface.co/spaces/acme/bread',
    'https://www.npmjs.com/package/bread',
    'https://pypi.org/project/bread/',
    'https://marketplace.visualstudio.com/items?itemName=a.b',
    'https://acme.github.io/',
    'https://gist.github.com/acme',
    'https://git.acme.dev/',
  ])('lets %s be', (url) => {
    expect(said(url)).toEqual([]);
  });

  it('lets a hub be whose own the artifact is', () => {
    const named = (name: string, url: string) => findings(id, { artifact: { name, url } });
    expect(named('GitHub Copilot', 'https://github.com/copilot')).toEqual([]);
    expect(named('Hugging Face', 'https://huggingface.co')).toEqual([]);
    expect(named('OpenRouter', 'https://openrouter.ai/')).toEqual([]);
    expect(named('Recipe Box', 'https://openrouter.ai/')).toHaveLength(1);
  });

  it('looks at the repository of a manifest, too', () => {
    const manifest = { artifact: { homepage: 'https://acme.dev', repository: 'https://github.com' } };
    expect(manifestFindings(id, manifest)).toMatchObject([{ pointer: '/artifact/repository' }]);
    const internal = { artifact: { homepage: 'https://acme.dev', repository: 'https://git.acme.internal/a/b' } };
    for (const one of ids) expect(manifestFindings(one, internal), one).toEqual([]);
    const open = { artifact: { homepage: 'https://acme.dev', repository: 'https://anna:geheim@acme.dev/a' } };
    expect(manifestFindings('url/credentials', open)).toMatchObject([{ pointer: '/artifact/repository' }]);
  });
});

describe('url/indirect', () => {
  it.each([
    'https://bit.ly/3xYz',
    'https://www.tinyurl.com/bread',
    'https://t.co/x',
    'https://git.io/bread',
    'https://abc.ngrok-free.app/',
    'https://abc.ngrok.io/mcp',
    'https://a-b-c.trycloudflare.com/',
  ])('finds %s, and nothing else does', (url) => {
    expect(said(url)).toEqual(['url/indirect']);
  });

  it.each(['https://bit.ly/', 'https://ngrok.com/docs', 'https://ngrok.io/', 'https://rabbit.ly/x', 'https://at.co/x'])(
    'lets %s be',
    (url) => {
      expect(said(url)).toEqual([]);
    },
  );
});

describe('url/registry-page', () => {
  it.each([
    'https://unfragile.ai',
    'http://unfragile.ai/recipe-box',
    'https://www.unfragile.ai/x?utm_source=x',
    'https://UNFRAGILE.AI:443/x',
  ])('finds %s, and nothing else does', (url) => {
    expect(said(url)).toEqual(['url/registry-page']);
  });

  it('goes by the profile, and leaves others what is beside the path of its base', () => {
    const registry = completeProfile({ base_url: 'https://www.acme.dev/ai', issuer: 'acme' }, unfragileAi);
    expect(said('https://acme.dev/ai/toaster', registry)).toEqual(['url/registry-page']);
    expect(said('https://acme.dev/ai', registry)).toEqual(['url/registry-page']);
    expect(said('https://acme.dev/aircraft', registry)).toEqual([]);
    expect(said('https://unfragile.ai/x', registry)).toEqual([]);
    expect(said('https://a.dev/', { ...registry, base_url: 'https://[/' })).toEqual([]);
  });
});

describe('url/insecure', () => {
  const id = 'url/insecure';

  it('finds http, and suggests https', () => {
    expect(said('http://acme.dev/a?b#c')).toEqual([id]);
    expect(findings(id, at('http://acme.dev/a?b#c'))).toMatchObject([
      {
        message: expect.stringContaining('"http://acme.dev/a?b#c"'),
        suggestions: ['https://acme.dev/a?b#c'],
        fix: { safe: false, change: { kind: 'write', text: 'https://acme.dev/a?b#c' } },
      },
    ]);
  });

  it('suggests nothing for another port', () => {
    expect(findings(id, at('http://acme.dev:8080/'))[0]).not.toHaveProperty('fix');
  });

  it('is heard beside tracking: these are two mistakes', () => {
    expect(said('http://acme.dev/?utm_source=x')).toEqual([id, 'url/tracking']);
  });
});

describe('url/tracking', () => {
  const id = 'url/tracking';

  it.each([
    ['https://acme.dev/?utm_source=x', 'https://acme.dev/'],
    ['https://acme.dev?utm_source=x', 'https://acme.dev'],
    ['https://acme.dev/a?b=1&utm_medium=x&c=2', 'https://acme.dev/a?b=1&c=2'],
    ['https://acme.dev/a?UTM_Campaign=x&b=%20+#utm_source', 'https://acme.dev/a?b=%20+#utm_source'],
    ['https://acme.dev/a?gclid=1&fbclid=2&ref_src=3&mc_cid=4&mc_eid=5#c', 'https://acme.dev/a#c'],
    ['https://acme.dev/a?&utm_source', 'https://acme.dev/a?'],
    ['https://acme.dev/a?%75tm_source=x', 'https://acme.dev/a'],
    ['https://acme.dev/a?GClid=x', 'https://acme.dev/a'],
  ])('finds %s', (url, clean) => {
    expect(said(url)).toEqual([id]);
    expect(findings(id, at(url))).toMatchObject([
      { suggestions: [clean], fix: { safe: true, change: { kind: 'write', text: clean } } },
    ]);
    expect(said(clean)).toEqual([]);
  });

  it('names three, and says how many more', () => {
    const url = 'https://acme.dev/?utm_a=1&utm_b=1&utm_c=1&utm_d=1&utm_e=1';
    expect(findings(id, at(url))[0]?.message).toContain('"utm_a", "utm_b", "utm_c" and 2 more');
  });
});

describe('a manifest', () => {
  it('is judged by its homepage and its repository', () => {
    const id = 'url/private-host';
    expect(manifestFindings(id, { artifact: { homepage: 'http://localhost' } })).toMatchObject([
      { pointer: '/artifact/homepage', message: expect.stringContaining('artifact.homepage') },
    ]);
    expect(manifestFindings(id, { artifact: { repository: 'http://localhost' } })).toMatchObject([
      { pointer: '/artifact/repository' },
    ]);
    // Beside a home page it is not carried over, and may well be within a company.
    const inHouse = { homepage: 'https://acme.dev', repository: 'https://git.acme.internal/finder' };
    expect(manifestFindings(id, { artifact: inHouse })).toEqual([]);
    const tracked = { homepage: 'https://acme.dev/?utm_a=1', repository: 'https://git.acme.dev/?utm_b=1' };
    expect(manifestFindings('url/tracking', { artifact: tracked })).toHaveLength(2);
  });
});

it('hostile addresses cost no time, and nothing of them acts', () => {
  const long = [
    `https://${'a.'.repeat(5e5)}dev/`,
    `https://acme.dev/?${'utm_a=1&'.repeat(1e5)}`,
    `https://acme.dev/${'?&=#'.repeat(2e5)}`,
    `https://${'your-'.repeat(2e5)}domain.com`,
    `https://[${':'.repeat(1e6)}]/`,
    `http://${'@'.repeat(1e6)}acme.dev/`,
    `https://acme.dev/${'utm_'.repeat(2e5)}`,
  ];
  for (const url of long) {
    searched(() => ids.flatMap((id) => findings(id, at(url))));
    expect(ids.flatMap((id) => findings(id, at(url))).every(({ message }) => message.length < 500)).toBe(true);
  }
  const acting = messages('http://acme.dev/\u001b[2J\u202e\u0007?utm_\u001b=1');
  expect(acting).not.toMatch(/[\u0000-\u001f\u202e]/);
});
