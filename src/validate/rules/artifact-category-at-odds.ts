import { quote } from '../../encoding/printable.js';
import { quoteReceived, receivedField } from '../received.js';
import { sourceTexts } from '../source-texts.js';
import { hasStem } from '../stems.js';
import type { SourceView, TextEntry } from '../source-view.js';
import type { RuleFinding, SourceRule } from './source-rule.js';

/** What a category or type is judged by. Where it is not known, nothing is said. */
interface Evidence {
  readonly type: string;
  /** In lower case. */
  readonly tags: ReadonlySet<string>;
  /** What goes in and comes out, where every capability says so. */
  readonly inputs: readonly string[] | undefined;
  readonly outputs: readonly string[] | undefined;
  readonly url: string;
  /** Name and capability names. */
  readonly names: readonly string[];
  /** Every text of the author's but categories. */
  mentions(words: RegExp): boolean;
}

interface Row {
  readonly category: string;
  /** Why the category cannot be right, in words that go on "…, but"; undefined where it may be. */
  denied(evidence: Evidence): string | undefined;
  /** What to look for instead. */
  readonly hint: string;
  /** Categories that would fit, as far as the registry lists them. */
  readonly instead: readonly string[];
}

// Tasks by the names that the hubs of models give them. Those that make pictures speak for the category, whatever
// else is there: a model may do both.
const picturingTasks = (
  'any-to-any controlnet diffusers image-generation image-segmentation image-to-3d image-to-image image-to-video ' +
  'inpainting lora outpainting stable-diffusion super-resolution text-to-3d text-to-4d text-to-image text-to-video ' +
  'unconditional-image-generation video-to-video'
).split(' ');
const otherTasks = (
  'audio-classification automatic-speech-recognition document-question-answering feature-extraction fill-mask ' +
  'image-classification image-feature-extraction image-text-to-text image-to-text keypoint-detection ' +
  'object-detection question-answering sentence-similarity summarization tabular-classification ' +
  'tabular-regression text-classification text-generation text-ranking text-to-speech text2text-generation ' +
  'time-series-forecasting token-classification translation video-classification video-text-to-text ' +
  'visual-document-retrieval visual-question-answering zero-shot-classification zero-shot-image-classification ' +
  'zero-shot-object-detection'
).split(' ');

const picture =
  '(?:images?|pictures?|photos?|photographs?|videos?|illustrations?|drawings?|paintings?|graphics?|screenshots?|pixels?|frames?)';
/** A text about a picture is none: "answers about the image", "text from a photo". */
const about = ['about', 'from', 'describing', 'concerning', 'regarding'];
const aboutPicture = (): RegExp =>
  new RegExp(
    `\\b(?:${about.join('|')})\\s(?:(?:an?|any|each|every|given|input|the|uploaded|your)\\s){0,2}${picture}\\b`,
    'gi',
  );
const picturing =
  /image|pictur|photo|foto|\bbild(?:er)?|immagin|dessin|video|illustrat|drawing|painting|graphic|screenshot|pixel|\bframes?\b|render|visual|\bart(?:work)?\b|avatar|portrait|sketch|poster|wallpaper|thumbnail|sticker|\bmeme|logo|\bicons?\b|sprite|animat|texture|mesh|\b[34]d\b|design|banner|diagram|chart|plot|canvas|mockup|collage|scene|\bmasks?\b|comic|\b(?:png|jpe?g|webp|gif|svg|tiff?|bmp|avif|heic|mp4|webm|mov|glb|gltf|obj|stl|psd|pdf)\b/i;
// In any of those.
const picturingStems = (
  'image pictur photo foto bild immagin dessin video illustrat drawing painting graphic screenshot pixel frame render ' +
  'visual art avatar portrait sketch poster wallpaper thumbnail sticker meme logo icon sprite animat texture mesh 3d 4d ' +
  'design banner diagram chart plot canvas mockup collage scene mask comic png jpg jpeg webp gif svg tif bmp avif heic ' +
  'mp4 webm mov glb gltf stl psd pdf'
).split(' ');
/** What is surely no picture; anything else may be one. */
const textual: ReadonlySet<string> = new Set(
  (
    'text texts textual string strings json xml yaml csv markdown code label labels class classes classification ' +
    'classifications score scores probability probabilities number numbers boolean booleans embedding embeddings ' +
    'vector vectors caption captions description descriptions answer answers explanation explanations summary ' +
    'summaries transcript transcripts transcription transcriptions translation translations token tokens structured ' +
    'table tables log logs sql reasoning conclusion conclusions speech voice sound music wav mp3'
  ).split(' '),
);

function isTextual(output: string): boolean {
  const words = output.toLowerCase().match(/\w+/g) ?? [];
  return words.some((word) => textual.has(word)) || /\b(?:function|tool) calls?\b/i.test(output);
}

function mayBePicture(output: string): boolean {
  if (!isTextual(output)) return true;
  if (!(hasStem(output, picturingStems) || /\bobj\b/i.test(output)) || !picturing.test(output)) return false;
  return !hasStem(output, about) || picturing.test(output.replace(aboutPicture(), ''));
}

const audible =
  /audio|speech|speak|spoken|voice|vocal|music|sound|\bsong|\bsing(?:er|ing|s)?\b|melod|chord|podcast|transcri|dictat|\b(?:asr|stt|tts|wav|mp3|flac|ogg|opus|midi|dj|rap)\b|whisper|listen|microphone|acoust|noise|pronunc|radio|instrument|\bbeats?\b|rhythm|karaoke|lyric|dubb|narrat|accent|phone|telephon|\bcalls?\b|caller|recording|rvc/i;

const editorShop = /^https?:\/\/(?:marketplace\.visualstudio\.com|open-vsx\.org|plugins\.jetbrains\.com)\//i;
const browserShop =
  /^https?:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons)\b/i;
const browser = /browser|chrom(?:e|ium)|firefox|safari|\bedge\b|mozilla|opera\b/i;
const editor =
  /editor|\bides?\b|vs ?code|visual studio|jetbrains|intellij|pycharm|\bn?vim\b|neovim|emacs|sublime|xcode|eclipse|\bcursor\b|\bzed\b|windsurf|notebook|jupyter/i;
const protocol = /mcp|model[\s_-]?context[\s_-]?protocol/i;

const notPrograms: ReadonlySet<string> = new Set(['benchmark', 'dataset', 'finetune', 'model', 'prompt']);

const rows: readonly Row[] = [
  {
    // Everything that takes pictures was once filed under what makes them.
    category: 'image-generation',
    denied({ type, tags, outputs }) {
      if (picturingTasks.some((task) => tags.has(task)) || outputs?.some(mayBePicture)) return undefined;
      // The tags of anything else are free words, and tell of one use among many.
      const task = type === 'model' || type === 'finetune' ? otherTasks.find((name) => tags.has(name)) : undefined;
      if (task !== undefined) return `the tag ${task} names a task that makes no picture`;
      return outputs === undefined ? undefined : 'no output type is a picture or video';
    },
    hint: 'it is for what makes pictures; what only reads them is filed by what comes out',
    instead: ['llm-apis', 'chatbots-assistants', 'data-analysis'],
  },
  {
    category: 'voice-audio',
    denied({ inputs, outputs, mentions }) {
      if (inputs === undefined || outputs === undefined || mentions(audible)) return undefined;
      return 'nothing in the source is about speech, music or other sound';
    },
    hint: 'it is for what hears or makes sound; name the sound in the input and output types if there is any',
    instead: [],
  },
  {
    category: 'mcp-servers',
    denied({ type, mentions }) {
      // What is spelt otherwise has its message from the schema.
      return /^mcp(?:[\s_-]?servers?)?$/i.test(type.trim()) || mentions(protocol)
        ? undefined
        : `the type is ${quoteReceived(type)}, and nothing mentions MCP`;
    },
    hint: 'it is for servers of the Model Context Protocol: if this is one, its type is mcp',
    instead: [],
  },
  {
    category: 'browser-extensions',
    denied({ type, url, mentions }) {
      if (mentions(browser)) return undefined;
      if (editorShop.test(url)) return 'its address is in a shop for extensions of editors';
      // A model or a set of data is never installed into a browser.
      return notPrograms.has(type) ? `the type is ${quote(type)}, and nothing mentions a browser` : undefined;
    },
    hint: 'it is for what is installed into a browser',
    instead: ['code-editors'],
  },
  {
    category: 'code-editors',
    denied({ type, url, mentions }) {
      if (mentions(editor)) return undefined;
      if (browserShop.test(url)) return 'its address is in a shop for extensions of browsers';
      return notPrograms.has(type) ? `the type is ${quote(type)}, and nothing mentions an editor` : undefined;
    },
    hint: 'it is for editors and what is installed into them',
    instead: ['browser-extensions'],
  },
  {
    // What answers is an interface; a set of data is read.
    category: 'llm-apis',
    denied: ({ type }) => (type === 'dataset' ? 'the type is "dataset", and a dataset answers no calls' : undefined),
    hint: 'it is for interfaces to language models; data for training is filed under model-training',
    instead: ['model-training', 'data-analysis'],
  },
];

export const artifactCategoryAtOdds: SourceRule = {
  id: 'artifact/category-at-odds',
  *check(source, { registry }) {
    const { categories, type } = source.artifact;
    if (categories === undefined || type === undefined) return;
    const known = registry.categories.artifact;
    const evidence = gather(source, type.text);
    const said = new Set<string>();
    for (const { text, pointer } of categories) {
      const row = rows.find(({ category }) => category === text);
      // One that stands twice is wrong once; that it stands twice is told by another rule.
      if (row === undefined || said.has(text) || !known.includes(text)) continue;
      said.add(text);
      const reason = row.denied(evidence);
      if (reason === undefined) continue;
      const taken = new Set(categories.map((entry) => entry.text));
      yield {
        message: `${receivedField(pointer)} is ${quoteReceived(text)}, but ${reason}`,
        pointer,
        hint: row.hint,
        suggestions: row.instead.filter((category) => known.includes(category) && !taken.has(category)),
      };
    }
    if (type.text === 'mcp' && known.includes('mcp-servers')) yield* judgeServer(type, categories, evidence);
  },
};

// What sends requests on to models, or lets one choose among them.
const routing =
  /\b(?:rout(?:e|es|er|ers|ing)|gateways?|load[ -]balanc\w{1,5}|failover)\b[^.]{0,60}\b(?:models?|llms?|providers?)\b|\b(?:models?|llms?|providers?)\b[^.]{0,60}\b(?:rout(?:er|ers|ing)|gateways?|load[ -]balanc\w{1,5}|failover)\b/i;
const languageModels = /\bllms?\b|language models?\b|\bai\b|openai|anthropic|inference/i;

/** A server of the protocol is filed as one; and what only routes between models is none, whatever its type. */
function* judgeServer(
  type: TextEntry,
  categories: readonly TextEntry[],
  { names, mentions }: Evidence,
): Generator<RuleFinding> {
  const field = receivedField(type.pointer);
  if (!mentions(protocol) && names.some((name) => routing.test(name)) && mentions(languageModels)) {
    yield {
      message: `${field} is "mcp", but this routes between models or providers, and nothing mentions the Model Context Protocol`,
      pointer: type.pointer,
      hint: 'use api, platform or webapp; if it is a server of the protocol, say so in the description',
      suggestions: ['api', 'platform', 'webapp'],
    };
  } else if (categories.length > 0 && !categories.some(({ text }) => isServers(text))) {
    const { pointer } = categories[0] as TextEntry;
    yield {
      message: `${field} is "mcp", but ${receivedField(pointer.slice(0, pointer.lastIndexOf('/')))} has no mcp-servers: those who look for servers do not find it`,
      pointer: pointer.slice(0, pointer.lastIndexOf('/')),
      hint: 'add mcp-servers to the list',
      related: [{ message: 'the type', pointer: type.pointer }],
    };
  }
}

/** In another spelling it is there, and the schema has said how it is written. */
function isServers(category: string): boolean {
  return /^mcp[\s_-]?servers?$/i.test(category.trim());
}

function gather(source: SourceView, type: string): Evidence {
  const { artifact, capabilities } = source;
  const { name, url, tags = [] } = artifact;
  // Categories and type are what is judged: they bear no witness of themselves.
  const texts = [...sourceTexts(source)].flatMap(({ text, pointer }) =>
    /\/categories\/\d+$|^\/artifact\/type$/.test(pointer) ? [] : text,
  );
  return {
    type,
    tags: new Set(tags.map(({ text }) => text.toLowerCase())),
    inputs: listed(capabilities.map(({ input_types }) => input_types)),
    outputs: listed(capabilities.map(({ output_types }) => output_types)),
    url: url?.text ?? '',
    names: [name, ...capabilities.map((capability) => capability.name)].flatMap((entry) => entry?.text ?? []),
    mentions: (words) => texts.some((text) => words.test(text)) || texts.some((text) => foreign.test(text)),
  };
}

// Words in other scripts: what is looked for is looked for in English, and who writes otherwise may well mention it.
const foreign = /(?:(?!\p{Script=Latin})\p{L}){2}/u;

/** The texts of a list that every capability has and fills; undefined where one does not, so that not all is known. */
function listed(lists: ReadonlyArray<readonly TextEntry[] | undefined>): string[] | undefined {
  if (lists.length === 0 || lists.some((list) => list === undefined || list.length === 0)) return undefined;
  return lists.flatMap((list) => (list ?? []).map(({ text }) => text));
}
