import { describe, expect, it } from 'vitest';
import { describeWithCorpus, readCorpus } from '../../corpus.js';
import { parseYaml } from '../../../src/author/yaml.js';
import { findings, manifestFindings, searched } from './findings.js';

const limited = (...limitations: string[]) => ({ capabilities: [{ limitations }] });

describe('limitation/undocumented', () => {
  const id = 'limitation/undocumented';

  it.each([
    'unknown',
    'UNKNOWN',
    'Unknown.',
    'UNKNOWN if implemented',
    'Rate limiting: UNKNOWN if implemented',
    'UNKNOWN whether it retries',
    'not documented',
    'Not documented in provided materials',
    'error handling strategy not documented in provided materials',
    'Not specified in the available documentation',
    'not specified',
    'Not explicitly stated',
    'not publicly disclosed',
    'n/a',
    'N/A',
    'NA',
    'none',
    'None known',
    'none documented',
    'No known limitations',
    'no limitations documented',
    'No limitations are documented in the README',
    'No information available',
    'no information',
    'No details provided',
    'Limitations are unknown',
    'undocumented',
    'unspecified',
    'not applicable',
    'No known issues so far',
    'no issues found yet',
    'No issues at this time',
    'None at this time.',
    'None currently',
    'currently none',
    'None yet',
    'None identified so far',
    'none reported',
    'None whatsoever',
    'No limitations have been identified',
    'no limitation identified yet',
    'No known bugs',
    'nothing to report',
    'nothing known',
    'nothing',
    'no',
    'null',
    'undefined',
    'untested',
    'not tested',
    'not determined yet',
    'There are none',
    'There are currently no known limitations',
    'This tool has no known limitations',
    'No known limitations as of v1.2',
    'Limitations: none',
    'Known issues: none known',
    'Not aware of any',
    'We are not aware of any limitations.',
    'None that we know of',
    'I know of none',
    'see docs',
    'See README.md',
    'Please refer to the official documentation for more details.',
    'see website',
    'see https://recipe-box.dev/docs',
    'https://recipe-box.dev/docs',
    'Keine bekannt',
    'keine Einschr\u00e4nkungen bekannt',
    'Aucune limitation connue',
    'Ninguna limitaci\u00f3n conocida.',
    'Нет ограничений',
    'なし',
    '无',
    '不明',
    '제한 없음',
  ])('finds %j', (text) => {
    expect(findings(id, limited(text))).toMatchObject([{ pointer: '/capabilities/0/limitations/0' }]);
  });

  it.each([
    'Unknown words are skipped',
    'Unknown file types are refused',
    'Not documented in English',
    'Returns UNKNOWN for colours that it cannot tell',
    'Answers "not specified" where the form is empty',
    'Rate limits of the mail server are not known to it and may stop a run',
    'None of the tables has an index',
    'No known way to undo a merge',
    'No information about closures that are announced on the door',
    'No video support',
    'Limitations of the model apply',
    'Not available in China',
    'No limits are enforced on the size of uploads',
    'Nothing is reported when a page is missing',
    'No issues are created for closed repositories',
    'None values are dropped',
    'N/A cells are skipped',
    'null values are dropped',
    'Undefined variables are empty',
    'Untested on Windows',
    'not tested with more than 100 users',
    'See docs for unsupported codecs: WMA and RealAudio fail',
    'See the limits of the library: 60 searches a minute',
    'In documentation in German, dates are misread',
    'There are no known mirrors, so that an outage stops it',
    'No known limitations on file size are documented, 2 GB fail',
    'This tool has no history',
    'Known issues with tables in PDF',
    'Keine Videos',
    'なしの値は飛ばす',
    '',
  ])('says nothing of %j', (text) => {
    expect(findings(id, limited(text))).toEqual([]);
  });

  it('looks at declared failure modes too', () => {
    const manifest = { capabilities: [{ conditions: { limitations: ['n/a'] } }], failure_modes: [{ mode: 'unknown' }] };
    expect(manifestFindings(id, manifest).map(({ pointer }) => pointer)).toEqual([
      '/failure_modes/0/mode',
      '/capabilities/0/conditions/limitations/0',
    ]);
  });

  it('reads long texts, and many, in no time', () => {
    for (const text of ['not '.repeat(250_000), 'x'.repeat(10_000), 'no known limitations '.repeat(50_000)])
      searched(() => findings(id, limited(text)));
    const many = { capabilities: [{ limitations: Array.from({ length: 40_000 }, () => 'n/a') }] };
    searched(() => findings(id, many));
  });
});

describe('limitation/marketing', () => {
  const id = 'limitation/marketing';

  it.each([
    'No limitations',
    'There are no real limitations!',
    'Absolutely no drawbacks',
    'Zero limits whatsoever',
    'Works with everything',
    'It works with all platforms',
    'never fails',
    'Best-in-class accuracy',
    'blazing fast',
    'Blazingly fast inference',
    'Seamless integration with your tools',
    'Industry-leading performance',
    'State-of-the-art results on every benchmark',
    'Cutting-edge architecture',
    'Easy to use',
    'world-class support',
    '100% accurate',
    'Supports everything you throw at it',
    'Unmatched performance',
    'Unparalleled and truly seamless user experience',
    'Seamlessly integrates with your stack',
    'A game changer',
    'works perfectly',
    'Everything works as expected',
    'Fast',
    'robust and highly reliable',
    'Production-ready',
    'Bug-free',
    'Unlimited',
    'This server has no limitations',
    'no bugs',
    'Without limitations',
  ])('finds %j', (text) => {
    expect(findings(id, limited(text))).toMatchObject([{ pointer: '/capabilities/0/limitations/0' }]);
  });

  it.each([
    'No video support',
    'No seamless hand-over between devices',
    'Does not integrate seamlessly with Jira',
    'Seamless only in Chrome',
    'Slower than state-of-the-art models',
    'Below the state of the art on long texts',
    'Blazing fast disks are required',
    'Isn\u2019t easy to use without a manual',
    'Cutting-edge features may break',
    'Limits of the mail server apply',
    'No limits on the size of uploads, so that a large one blocks the others',
    'Not 100% accurate',
    'Best-in-class hardware needed',
    'Supports everything except tables',
    'Fails on seamless textures',
    'Seamless textures',
    'Seamlessly loops audio',
    'Unmatched rows are dropped',
    'Unmatched brackets',
    'unmatched quotes in CSV',
    'Next-generation sequencing reads',
    'next generation sequencing data unsupported',
    'Revolutionary War records end in 1783',
    'Flawless diamonds are graded as VS1',
    'Award-winning films are ranked first',
    'Game-changing patches reset the data',
    'easy to use wrongly',
    'Handles everything as UTF-8',
    'Supports everything as text',
    'State-of-the-art hardware',
    'Works on Linux',
    'Works with one account',
    'Fast models only',
    'Unlimited recursion exhausts memory',
    'Secure contexts',
    'no bugs tracker',
    'Praises products in its answers',
    'No limitations documented',
    '',
  ])('says nothing of %j', (text) => {
    expect(findings(id, limited(text))).toEqual([]);
  });

  it('never speaks where limitation/undocumented does', () => {
    for (const text of [
      'No known limitations',
      'none',
      'no limitations documented',
      'No limitations',
      'never fails',
      'no issues',
      'no known issues so far',
      'This tool has no limitations',
      'This tool has no known limitations',
    ]) {
      const both = [...findings(id, limited(text)), ...findings('limitation/undocumented', limited(text))];
      expect(both, text).toHaveLength(1);
    }
  });

  it('reads long texts, and many, in no time', () => {
    for (const text of ['seamless '.repeat(100_000), 'x'.repeat(10_000), 'no '.repeat(300_000)])
      searched(() => findings(id, limited(text)));
    const many = { capabilities: [{ limitations: Array.from({ length: 40_000 }, () => 'blazing fast') }] };
    searched(() => findings(id, many));
  });
});

describeWithCorpus('a published source', () => {
  it('has real limitations', () => {
    const { value } = parseYaml(readCorpus('corpus', 'seed', 'source.yaml'), undefined);
    expect(value).toBeDefined();
    for (const id of [
      'limitation/undocumented',
      'limitation/marketing',
      'capability/no-limitations',
      'source/no-limitations',
    ] as const)
      expect(findings(id, value)).toEqual([]);
  });
});

describe('capability/no-limitations', () => {
  const id = 'capability/no-limitations';

  it('finds the one that is empty among others', () => {
    const source = { capabilities: [{ limitations: ['slow'] }, { limitations: [] }, { limitations: [] }] };
    expect(findings(id, source).map(({ pointer }) => pointer)).toEqual([
      '/capabilities/1/limitations',
      '/capabilities/2/limitations',
    ]);
  });

  it('says where a manifest has the list', () => {
    const manifest = { capabilities: [{ conditions: { limitations: [] } }], failure_modes: [{ mode: 'is slow' }] };
    expect(manifestFindings(id, manifest)).toMatchObject([
      {
        pointer: '/capabilities/0/conditions/limitations',
        message: expect.stringContaining('capabilities[0].conditions.limitations is empty'),
      },
    ]);
  });

  it.each([
    { capabilities: [{ limitations: [] }] },
    { capabilities: [{ limitations: ['slow'] }, {}] },
    { capabilities: [{ limitations: ['slow'] }, { limitations: null }] },
    { capabilities: [{ limitations: ['slow'] }, null, 'text'] },
    {},
    null,
  ])('says nothing of %j', (source) => {
    expect(findings(id, source)).toEqual([]);
  });
});

describe('source/no-limitations', () => {
  const id = 'source/no-limitations';

  it('says once that there is none', () => {
    const source = { capabilities: [{ limitations: [] }, { limitations: [] }] };
    expect(findings(id, source)).toMatchObject([{ pointer: '/capabilities', part: 'key' }]);
    expect(findings('capability/no-limitations', source)).toEqual([]);
  });

  it('speaks of a manifest that leaves the other lists out', () => {
    expect(manifestFindings(id, { capabilities: [{ conditions: { limitations: [] } }, {}] })).toHaveLength(1);
    expect(manifestFindings(id, { capabilities: [{}] })).toEqual([]);
    const declared = { capabilities: [{ conditions: { limitations: [] } }], failure_modes: [{ mode: 'is slow' }] };
    expect(manifestFindings(id, declared)).toEqual([]);
  });

  it.each([
    { capabilities: [{ limitations: [] }, { limitations: ['slow'] }] },
    { capabilities: [{ limitations: [] }, {}] },
    { capabilities: [{}] },
    { capabilities: [] },
    { capabilities: 'none' },
    {},
    null,
  ])('says nothing of %j', (source) => {
    expect(findings(id, source)).toEqual([]);
  });
});
