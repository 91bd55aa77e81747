import { describe, expect, it } from 'vitest';
import { corpusPath, describeWithCorpus, readCorpus } from '../../corpus.js';
import { findings, manifestFindings, searched } from './findings.js';

const named = (name: string) => ({ artifact: { name } });

describe('text/confusable', () => {
  const id = 'text/confusable';

  it.each([
    ['G\u0440T', 'U+0440 looks like p', 'GpT'],
    ['\u043epenai', 'U+043E looks like o', 'openai'],
    ['P\u0430yP\u0430l', 'U+0430 looks like a', 'PayPal'],
    ['m\u0435mory serv\u0435r', 'U+0435 looks like e', 'memory server'],
    ['\u0425ray viewer', 'U+0425 looks like X', 'Xray viewer'],
    ['\u0458son', 'U+0458 looks like j', 'json'],
    ['\u0455ervice', 'U+0455 looks like s', 'service'],
    ['\u0501ocs', 'U+0501 looks like d', 'docs'],
    ['\u0391PI', 'U+0391 looks like A', 'API'],
    ['\u0392eta', 'U+0392 looks like B', 'Beta'],
    ['\u0395mail', 'U+0395 looks like E', 'Email'],
    ['G\u03bf\u03bfgle', 'U+03BF looks like o', 'Google'],
    ['\u0578ews', 'U+0578 looks like n', 'news'],
    ['\u13aaPI', 'U+13AA looks like A', 'API'],
    ['Open\uff21I', 'U+FF21 looks like A', 'OpenAI'],
    ['v\u0435rsion2', 'U+0435 looks like e', 'version2'],
    ['caf\u00e9s and b\u0430rs', 'U+0430 looks like a', 'caf\u00e9s and bars'],
    ['GPT-4\u043e', 'U+043E looks like o', 'GPT-4o'],
    ['GPT-4\u043e-mini', 'U+043E looks like o', 'GPT-4o-mini'],
    ['\u0435-mail', 'U+0435 looks like e', 'e-mail'],
    ['Vitamin-\u0421', 'U+0421 looks like C', 'Vitamin-C'],
  ])('finds %j', (text, says, mended) => {
    const [finding, ...others] = findings(id, named(text));
    expect(others).toEqual([]);
    expect(finding?.message).toContain(says);
    expect(finding).toMatchObject({
      pointer: '/artifact/name',
      fix: { safe: false, change: { kind: 'write', text: mended } },
    });
    // What is to be written is said, too.
    expect(finding?.hint).toContain(`ASCII letter ${says.at(-1)}`);
    expect(findings(id, named(mended))).toEqual([]);
  });

  it.each([
    'plain ASCII',
    '\u00b5m and \u03bcs',
    '10 k\u03a9',
    '\u03bb-calculus',
    '\u03c0 to 100 digits',
    '\u03b2-carotene, \u0392-carotene and \u0391-helix',
    'TNF\u03b1, NF-\u03baB, h\u03bd, \u03c1g and \u0394E',
    '\u0420\u043e\u0441\u0441\u0438\u044f, \u0441\u043e\u0440, \u0441\u0430\u0445\u0430\u0440',
    '\u0395\u03bb\u03bb\u03ac\u03b4\u03b1',
    '\u0565\u057c\u0561\u0576\u056f\u0575\u0578\u0582\u0576',
    // Loanwords with endings or prefixes: letters that nobody takes for Latin ones are among them.
    'SMS-\u0441\u043e\u043e\u0431\u0449\u0435\u043d\u0438\u0435, web-\u0441\u0430\u0439\u0442',
    'PDF\u043a\u0430, USB\u0448\u043d\u044b\u0439, API-\u0422\u0415\u0421\u0422',
    '\u0433\u043e\u0434 2024, 5\u0430 \u043a\u043b\u0430\u0441\u0441',
    '\uff21\uff30\uff29 \uff12',
    '\uff21\uff29\u30e2\u30c7\u30ebV',
    'caf\u00e9, na\u00efve, Stra\u00dfe, \u0141\u00f3d\u017a, e\u0301te\u0301',
    '\u65e5\u672c\u8a9e\u3068English',
    '\u{1d400}bc \u24b6 \u2102',
  ])('says nothing of %j', (text) => {
    expect(findings(id, named(text))).toEqual([]);
  });

  it('names several letters once each, and shows the word alone', () => {
    const [finding] = findings(id, named(`The b\u0435st \u0440\u0430yment tool`));
    expect(finding?.message).toBe(
      'artifact.name mixes scripts in "b\u0435st": U+0435 looks like e, U+0440 looks like p, U+0430 looks like a',
    );
    expect(finding?.hint).toContain('ASCII letters e, p, a');
  });

  it('looks at every text of a source and of a manifest', () => {
    const text = 'serv\u0435r';
    const list = [text];
    const source = {
      artifact: {
        id: text,
        slug: text,
        name: text,
        url: text,
        categories: list,
        tags: list,
        pricing: { starting_price: text },
      },
      capabilities: [
        {
          name: text,
          description: text,
          intents: list,
          best_for: list,
          limitations: list,
          requires: list,
          input_types: list,
          output_types: list,
          categories: list,
        },
      ],
    };
    expect(findings(id, source)).toHaveLength(16);
    const manifest = {
      artifact: { name: text },
      capabilities: [{ description: text }],
      failure_modes: [{ mode: text }],
    };
    expect(manifestFindings(id, manifest).map(({ pointer }) => pointer)).toEqual([
      '/artifact/name',
      '/capabilities/0/description',
      '/failure_modes/0/mode',
    ]);
  });

  it('reads long words, and many, in no time', () => {
    for (const text of [
      'a\u0430'.repeat(5000),
      'a\u0430 '.repeat(300_000),
      'a-\u0430'.repeat(300_000),
      '\u0430-'.repeat(500_000),
      `a${'1'.repeat(1_000_000)}\u0430`,
    ]) {
      searched(() => findings(id, named(text)));
    }
    const [finding] = findings(id, named('a\u0430'.repeat(5000)));
    expect(finding?.message.length).toBeLessThan(200);
  });
});

describe('text/placeholder', () => {
  const id = 'text/placeholder';
  const described = (description: string) => ({ capabilities: [{ description }] });

  it.each([
    'TODO',
    'todo',
    'TODO: say what it does',
    'todo: describe',
    'TODO - later',
    'TODO describe the tool',
    'TODO(anna): write this',
    'TBD',
    'tbd.',
    'TBD: price',
    'FIXME',
    'FIXME: the second sentence is wrong',
    '(TBD)',
    'to be determined',
    'To be written.',
    'lorem ipsum',
    'Lorem ipsum dolor sit amet, consectetur adipiscing elit',
    '<your description>',
    '<your name> does things',
    '<insert description here>',
    '{{description}}',
    '{{ cookiecutter.name }} is a server',
    'your-name-here',
    'your name here',
    'YOUR_API_KEY_HERE',
    'xxx',
    'XXXX',
    'changeme',
    'CHANGE-ME',
    'Insert description here',
    'describe the capability here',
    '... describe your tool here ...',
    '[describe what it does]',
    '[Describe the tool] and more',
    '[insert name]',
    'placeholder',
    'fill me in',
  ])('finds %j', (text) => {
    expect(findings(id, described(text))).toMatchObject([{ pointer: '/capabilities/0/description' }]);
  });

  it.each([
    'TODO list manager',
    'Todo app with reminders',
    'TODO comments in the code are collected',
    'todo.txt is read and written',
    'ToDo',
    'TBD-3 adapter for track data',
    'XXX-7B instruct',
    'Model XXX',
    'Generates lorem ipsum for drafts',
    'Lorem ipsum generator',
    'Fills the gaps such as <your name> in a letter',
    'Replaces {{name}} by the name',
    'Describe an image and hear it here and there, in two languages',
    'Insert coins, here or there',
    'Bring your ideas here and we sort them for you',
    'You can change me',
    'HTML such as <b>, <your> and [links]',
    '<b>bold</b>',
    '[x] tasks',
    'Finds FIXME and TODO comments',
    'ｘｘｘ',
    '',
  ])('says nothing of %j', (text) => {
    expect(findings(id, described(text))).toEqual([]);
  });

  it('takes a list of things to do for a subject, where names and tags are', () => {
    expect(findings(id, { artifact: { name: 'Todo', tags: ['todo'] }, capabilities: [{ name: 'todo' }] })).toEqual([]);
    expect(findings(id, { artifact: { name: 'TODO', tags: ['TODO', 'tbd'] } })).toHaveLength(3);
    expect(findings(id, { capabilities: [{ limitations: ['todo'] }] })).toHaveLength(1);
  });

  it('takes what people ask for, and what goes into a prompt, as it is', () => {
    const capability = { intents: ['Put a marker here', 'Type the text here'], input_types: ['{{letter}}'] };
    expect(findings(id, { capabilities: [capability] })).toEqual([]);
    expect(findings(id, { capabilities: [{ intents: ['<insert intent here>', '{{intent}}'] }] })).toHaveLength(2);
  });

  it.each(
    (
      'My MCP Server|my-mcp-server|My Awesome App|Your Tool Name|Example|Example Server|Untitled|Untitled Project|test|' +
      'Test Server|A test agent|Demo|Hello, World!|foo|Foo Bar|foobar|asdf|New Project 2|Sample App|Name|Project name|' +
      'No name|null|N/A|<name>|[Name]|{name}|${NAME}|%NAME%|$NAME|__name__|...|-|\u2014|?'
    ).split('|'),
  )('takes %j for no name of an artifact', (name) => {
    expect(findings(id, { artifact: { name } })).toMatchObject([{ pointer: '/artifact/name' }]);
  });

  it.each(
    (
      'Test Kitchen|Example Finder|Foo Fighters Player|Demo Recorder|My Recipes|My Agent Hub|Test Generator|Samples|' +
      'Hello World Foods|Untitled Goose Notes|MyServer|Name Generator|Testing Library|Playwright Test|Todo|Dummy Data|' +
      'Null Island|MCP Server for Git|X|A|Temp Mail|first-mcp-project|\u4f8b test|$5 Bread|[Bread] & <Butter>'
    ).split('|'),
  )('takes %j for one', (name) => {
    expect(findings(id, { artifact: { name } })).toEqual([]);
  });

  it('looks at slugs and names of capabilities, too', () => {
    for (const slug of ['my-mcp-server', 'test', 'owner--repo', 'your-slug', 'example'])
      expect(findings(id, { artifact: { slug } }), slug).toHaveLength(1);
    for (const slug of ['acme--test', 'example-finder', '---', 'my-recipes'])
      expect(findings(id, { artifact: { slug } }), slug).toEqual([]);
    for (const name of ['Capability 1', 'capability name', 'My capability', 'Untitled', 'foo', '<name>'])
      expect(findings(id, { capabilities: [{ name }] }), name).toHaveLength(1);
    for (const name of ['Test', 'Demo', 'Capability search', 'Example sentences', 'Test 1'])
      expect(findings(id, { capabilities: [{ name }] }), name).toEqual([]);
  });

  it('takes a dash for what was to be written, but not where it is a way to say any', () => {
    expect(findings(id, { capabilities: [{ limitations: ['-', '...', 'coming soon'] }] })).toHaveLength(3);
    expect(findings(id, { capabilities: [{ input_types: ['*', '*/*'] }] })).toEqual([]);
  });

  it('looks for gaps in addresses', () => {
    const urls = [
      'https://git.example/your-name/tool',
      'https://git.example/a/your-repo',
      'https://a.example/your-name-here',
    ];
    for (const url of urls) expect(findings(id, { artifact: { url } })).toHaveLength(1);
    expect(findings(id, { artifact: { slug: 'your-server-here' } })).toHaveLength(1);
    expect(findings(id, { artifact: { url: 'https://git.example/your-namesake/yours', slug: 'yours' } })).toEqual([]);
    for (const url of ['https://github.com/owner/repo', 'https://github.com/your-username/your-repo.git'])
      expect(findings(id, { artifact: { url } })).toHaveLength(1);
    for (const url of [
      'https://github.com/owner/kitchen',
      'https://github.com/user/repo/wiki',
      'https://a.dev/owner/repo',
    ])
      expect(findings(id, { artifact: { url } })).toEqual([]);
    const manifest = { artifact: { homepage: 'https://a.dev', repository: 'https://github.com/owner/repo' } };
    expect(manifestFindings(id, manifest)).toMatchObject([{ pointer: '/artifact/repository' }]);
  });

  it('does not repeat a secret', () => {
    const [finding] = findings(id, described(`TODO: rotate ghp_${'a1'.repeat(18)}`));
    expect(finding?.message).toContain('GitHub token');
    expect(finding?.message).not.toContain('a1a1');
  });

  it('reads long texts, and many, in no time', () => {
    const long = [
      'describe '.repeat(100_000),
      '<your '.repeat(100_000),
      '{{'.repeat(300_000),
      'your '.repeat(200_000),
      ' '.repeat(1e6),
      `-${'-'.repeat(1e6)}`,
    ];
    for (const text of long) searched(() => findings(id, described(text)));
    const many = { artifact: { tags: Array.from({ length: 40_000 }, () => 'TODO: x') } };
    expect(searched(() => findings(id, many))).toBe(40_000);
    searched(() => findings(id, many));
  });
});

describeWithCorpus('published listings', () => {
  it('has nothing unsafe or left over in any text', () => {
    const listings = JSON.parse(readCorpus('corpus', 'listings.json')) as unknown[];
    expect(listings.length, corpusPath('corpus')).toBeGreaterThan(20);
    for (const listing of listings) {
      expect(findings('text/confusable', listing)).toEqual([]);
      expect(findings('text/placeholder', listing)).toEqual([]);
    }
  });
});
