import { type Diagnostic, diagnose } from '../diagnostic.js';
import { isObject, type JsonObject, type JsonValue, member } from '../encoding/json-value.js';
import { rangeAt } from '../encoding/position.js';
import { quote } from '../encoding/printable.js';
import { cardUses } from './card-sections.js';
import type { Draft, DraftArtifact, DraftCapability, Fact, Found } from './draft.js';
import { filled, foundIn, type Placing, textOf, textsOf } from './found-values.js';
import { hasFrontMatter, readFrontMatter } from './front-matter.js';
import { hubTasks } from './hub-tasks.js';
import type { ImportedFile, Importer } from './importer.js';
import { cannotImport, glanceAtJson, readJsonFile, refuseTooLong } from './json-file.js';
import { isOpenLicence } from './open-licence.js';
import { type HuggingFaceKind, huggingFaceName, isHuggingFaceRepository } from './listing-names.js';
import { firstParagraph, type Section, sections } from './markdown-text.js';

const WHAT = 'a Hugging Face card';

/** A card of a model, dataset or space, with what the interface of the hub says of its repository, if that is there. */
export const huggingface: Importer = {
  describe: 'a Hugging Face model, dataset or space card (README.md), or the record of the hub API',
  names: ['readme.md'],
  recognises(file) {
    if (isHubRecord(glanceAtJson(file))) return true;
    return hasFrontMatter(file.text) && hubKey.test(file.text.slice(0, GLANCE));
  },
  read(files, chosen) {
    const { card, record } = tellApart(files);
    if (card !== undefined) refuseTooLong(card, WHAT);
    return new CardReader(files[0].file, card, record, chosen).draft();
  },
};

/** Keys that only cards have: other Markdown files have front matter, too. */
const hubKey =
  /^(?:pipeline_tag|library_name|base_model|task_categories|size_categories|pretty_name|dataset_info|model-index|sdk)[ \t]*:/m;
const GLANCE = 20_000;

const used = [
  ...['license', 'license_name', 'license_link', 'pipeline_tag', 'tags', 'library_name', 'language', 'base_model'],
  ...['datasets', 'task_categories', 'size_categories', 'pretty_name', 'title', 'sdk', 'hf_oauth', 'short_description'],
];

/** The interface knows a repository by `id`, and models by `modelId` as well. */
function isHubRecord(value: JsonValue | undefined): value is JsonObject {
  if (!isObject(value)) return false;
  const id = textOf(value.id) ?? textOf(value.modelId);
  const known = ['modelId', 'pipeline_tag', 'cardData', 'siblings', 'lastModified', 'sdk', 'private', 'likes'];
  return id !== undefined && Array.isArray(value.tags) && known.some((key) => Object.hasOwn(value, key));
}

interface HubRecord {
  readonly file: string;
  readonly value: JsonObject;
}

/** Which of the files is the card: the one that is no JSON. */
function tellApart(files: readonly [ImportedFile, ...ImportedFile[]]): {
  readonly card: ImportedFile | undefined;
  readonly record: HubRecord | undefined;
} {
  const isJson = (file: ImportedFile): boolean => /^\s*[[{]/.test(file.text);
  const [named] = files;
  if (isJson(named)) {
    const { file, value, note } = readJsonFile(named, WHAT);
    if (!isHubRecord(value)) {
      const hint = 'save the answer of https://huggingface.co/api/models/OWNER/NAME, or name the card';
      throw cannotImport(file, WHAT, [
        note('import/unreadable', 'error', '', 'it is no record of a repository of the hub', hint),
      ]);
    }
    const card = files.find((file) => !isJson(file) && hasFrontMatter(file.text));
    return { card, record: { file, value } };
  }
  const record = files.slice(1).flatMap((file) => {
    const value = glanceAtJson(file);
    return isHubRecord(value) ? [{ file: file.file, value }] : [];
  });
  return { card: named, record: record[0] };
}

/** What is called `owner/name`, how it is known, and where from. */
interface Repository {
  readonly id: string;
  readonly kind: HuggingFaceKind | undefined;
  readonly at: Placing;
  readonly place: string;
  readonly guess?: string | undefined;
}

/** As many tags as listings have. */
const MOST_TAGS = 20;
/** A text names the languages that it may be in, if they are not too many to read. */
const MOST_LANGUAGES = 10;

class CardReader {
  private readonly diagnostics: Diagnostic[] = [];
  private readonly data: JsonObject;
  private readonly body: string;
  private readonly sections: readonly Section[];
  private readonly repository: Repository | undefined;
  private readonly kind: HuggingFaceKind;
  /** Why it is of this kind. */
  private readonly reason: string;
  /** Of the card; of the record, where there is none. */
  private readonly at: Placing;

  constructor(
    private readonly file: string,
    private readonly card: ImportedFile | undefined,
    private readonly record: HubRecord | undefined,
    chosen: string | undefined,
  ) {
    if (card === undefined) [this.data, this.body] = [{}, ''];
    else {
      const read = readFrontMatter(card, WHAT, used);
      [this.data, this.body] = [read.data, read.body];
      this.diagnostics.push(...read.diagnostics);
      if (record === undefined && Object.keys(read.data).length === 0) throw noFrontMatter(card);
    }
    this.at = foundIn(card?.file ?? file);
    this.sections = sections(this.body);
    this.repository = this.findRepository(chosen);
    [this.kind, this.reason] = this.findKind();
  }

  draft(): Draft {
    const uses = cardUses(this.sections);
    for (const title of uses.mixed) {
      this.note(
        'warning',
        'import/left-out',
        `the section ${quote(title)} says in one what it is good for and what not`,
        'sort it yourself, into best_for and limitations',
      );
    }
    if (this.data['model-index'] !== undefined) {
      this.note(
        'warning',
        'import/left-out',
        'measured results (model-index) have no place of their own in a source',
        'say in the description what was measured, and on what',
      );
    }
    if (member(this.record?.value, 'private') === true) {
      this.note(
        'warning',
        'import/left-out',
        'the repository is private: nobody else finds anything at its address',
        'make it public before the passport is',
      );
    }
    const licence = this.licence();
    return {
      artifact: {
        ...this.named(),
        name: this.name(),
        type: this.type(),
        categories: this.categories(),
        tags: this.tags(licence),
        pricing: this.pricing(licence),
        ...(member(this.record?.value, 'disabled') === true && { status: this.ofRecord('disabled', 'inactive') }),
      },
      capabilities: [this.capability(uses)],
      facts: licence === undefined ? [] : [{ name: 'license', found: licence } satisfies Fact],
      diagnostics: this.diagnostics,
    };
  }

  // --- which one it is --------------------------------------------------------------------------------------------

  private findRepository(chosen: string | undefined): Repository | undefined {
    const { record, card } = this;
    if (chosen !== undefined) {
      if (isHuggingFaceRepository(chosen)) return { id: chosen, kind: undefined, at: this.at, place: 'given' };
      const hint = 'a repository is named owner/name';
      throw cannotImport(this.file, WHAT, [
        this.diagnostic('error', 'import/unreadable', `${quote(chosen)} names no repository`, hint),
      ]);
    }
    if (record !== undefined) {
      const place = textOf(record.value.id) === undefined ? 'modelId' : 'id';
      const id = textOf(record.value[place]) as string;
      if (isHuggingFaceRepository(id)) return { id, kind: undefined, at: foundIn(record.file), place };
      this.note(
        'warning',
        'import/left-out',
        `the id ${quote(id)} names no repository`,
        'write id, slug and url yourself',
      );
    }
    const found = card && repositoryOfPath(card.file);
    if (found) {
      return { ...found, at: this.at, place: 'folders', guess: 'by the folders that the card lies in' };
    }
    this.note(
      'warning',
      'import/left-out',
      'a card does not say which repository it is of',
      'give its id, owner/name, or put the card into folders of these names',
    );
    return undefined;
  }

  private findKind(): readonly [HuggingFaceKind, string] {
    const { data, record } = this;
    const given = this.repository?.kind;
    if (given !== undefined) return [given, 'by the folders that the card lies in'];
    const own = (key: string): boolean => Object.hasOwn(data, key) || member(record?.value, key) !== undefined;
    if (own('sdk')) return ['space', 'spaces alone have an sdk'];
    const tags = textsOf(record?.value.tags);
    const ofDataset = ['task_categories', 'size_categories', 'pretty_name', 'dataset_info', 'configs'];
    const key = ofDataset.find((one) => Object.hasOwn(data, one) || tags.some((tag) => tag.startsWith(`${one}:`)));
    if (key !== undefined) return ['dataset', `datasets alone have ${key}`];
    return ['model', 'it is neither a dataset nor a space'];
  }

  private named(): Pick<DraftArtifact, 'id' | 'slug' | 'url'> {
    const { repository, kind } = this;
    if (repository === undefined) return {};
    const { at, place, guess } = repository;
    const { id, slug, url } = huggingFaceName(kind, repository.id);
    return {
      ...(id !== undefined && { id: at(`${place} as id`, id, guess) }),
      slug: at(`${place} as slug`, slug, guess),
      url: at(`${place} as url`, url, guess),
    };
  }

  private name(): Found<string> | undefined {
    for (const key of ['title', 'pretty_name']) {
      const written = textOf(this.data[key]);
      if (written !== undefined) return this.at(key, written);
    }
    const { repository } = this;
    if (repository !== undefined) {
      const name = repository.id.slice(repository.id.indexOf('/') + 1);
      return repository.at(`${repository.place} as name`, name, repository.guess);
    }
    const title = this.sections.find(({ level }) => level === 1)?.title ?? '';
    const plain = title.replace(/^(?:model|dataset|data) card (?:for|of)\s+/i, '');
    return plain === '' ? undefined : this.at('first heading', plain, 'it is the first heading');
  }

  private type(): Found<'model' | 'dataset' | 'webapp'> {
    const type = ({ model: 'model', dataset: 'dataset', space: 'webapp' } as const)[this.kind];
    const also = this.kind === 'space' ? ', and most of them are applications on a page' : '';
    return this.at('card as type', type, `${this.reason}${also}`);
  }

  // --- what is said of it -----------------------------------------------------------------------------------------

  private licence(): Found<string> | undefined {
    const { data, record } = this;
    const own = textsOf(data.license).join(' OR ');
    if (own !== '') {
      const name = own === 'other' ? textOf(data.license_name) : undefined;
      return name === undefined ? this.at('license', own) : this.at('license_name', name);
    }
    const tag = textsOf(record?.value.tags).find((one) => one.startsWith('license:'));
    return tag === undefined ? undefined : this.ofRecord('tags[license]', tag.slice('license:'.length));
  }

  private pricing(licence: Found<string> | undefined): DraftArtifact['pricing'] {
    const model = (value: 'open_source' | 'free', guess: string) => ({
      model: this.at('license as pricing', value, guess),
    });
    if (this.kind !== 'model') return model('free', `anybody can use a ${this.kind} of the hub without paying`);
    if (licence === undefined) {
      return model('open_source', 'listings have it so for models that anybody can take; no licence is stated');
    }
    return isOpenLicence(licence.value)
      ? model('open_source', 'its licence is an open one')
      : model('free', 'anybody can take it, under a licence that is not known to be an open one');
  }

  /** What the hub makes of a card, where it has done so; the same of the card alone, as far as that goes. */
  private tags(licence: Found<string> | undefined): Found<string[]> | undefined {
    const listed = textsOf(this.record?.value.tags);
    const { data, kind } = this;
    const prefixed = (key: string, prefix: string): string[] => textsOf(data[key]).map((one) => `${prefix}:${one}`);
    const own = [
      ...textsOf(data.sdk),
      ...prefixed('task_categories', 'task_categories'),
      ...textsOf(data.library_name),
      ...textsOf(data.pipeline_tag),
      ...textsOf(data.tags),
      ...(kind === 'dataset' ? prefixed('language', 'language') : textsOf(data.language)),
      ...prefixed('size_categories', 'size_categories'),
      ...(kind === 'space' ? [] : prefixed('datasets', 'dataset')),
      ...(kind === 'space' ? [] : prefixed('base_model', 'base_model')),
      ...(licence === undefined || kind === 'space' ? [] : [`license:${licence.value}`]),
    ];
    const all = [...new Set(listed.length > 0 ? listed : own)];
    if (all.length > MOST_TAGS) {
      this.note(
        'warning',
        'import/left-out',
        `of ${all.length} tags the first ${MOST_TAGS} are taken over, as in listings`,
        'add those that people look for',
      );
    }
    const tags = filled(all.slice(0, MOST_TAGS));
    return tags && (listed.length > 0 ? this.ofRecord('tags', tags) : this.at('tags and other keys', tags));
  }

  /** The name of the task, where it stands. */
  private task(): Found<string> | undefined {
    const own = textOf(this.data.pipeline_tag);
    if (own !== undefined) return this.at('pipeline_tag', own);
    const ofRecord = textOf(this.record?.value.pipeline_tag);
    return ofRecord === undefined ? undefined : this.ofRecord('pipeline_tag', ofRecord);
  }

  private categories(): Found<string[]> | undefined {
    if (this.kind === 'dataset') {
      return this.at('card as artifact category', ['model-training'], 'most datasets of the hub are for training');
    }
    const task = this.task();
    const category = task && hubTasks.get(task.value)?.category;
    if (task === undefined || category === undefined) return undefined;
    return ofPlace(task, 'artifact category', [category], `its task is ${task.value}`);
  }

  // --- what it can do ---------------------------------------------------------------------------------------------

  private capability({ bestFor, limitations }: ReturnType<typeof cardUses>): DraftCapability {
    const task = this.task();
    const known = task && hubTasks.get(task.value);
    const summary = this.description();
    const named = (texts: typeof bestFor): Found<string[]> | undefined => {
      const titles = [...new Set(texts.map(({ title }) => title))];
      return texts.length === 0
        ? undefined
        : this.at(
            `section ${titles.join(', ')}`,
            texts.map(({ text }) => text),
          );
    };
    const uses = named(bestFor);
    const limits = named(limitations);
    const reason = `the task ${task?.value ?? ''} is of this kind`;
    return {
      name: task && ofPlace(task, 'name', task.value.replaceAll(/[-_]+/g, ' '), 'it is the name of the task'),
      description: summary,
      best_for: uses ?? this.trainingFor(),
      limitations: limits,
      requires: this.requires(),
      input_types:
        task && known && filled(known.inputs) && ofPlace(task, 'input types', this.inLanguages(known.inputs), reason),
      output_types: task && known && filled(known.outputs) && ofPlace(task, 'output types', [...known.outputs], reason),
      categories:
        task && known?.capability !== undefined
          ? ofPlace(task, 'capability category', [known.capability], reason)
          : undefined,
    };
  }

  private description(): Found<string> | undefined {
    const whole = 'it is about the whole, not of one ability';
    const named = this.sections.find(
      ({ title, text }) => /^(?:model|dataset) (?:description|summary)$/i.test(title) && isProse(text.split('\n')[0]),
    );
    if (named !== undefined) return this.at(`section ${named.title}`, named.text.split('\n')[0] as string, whole);
    const short = textOf(this.data.short_description);
    if (short !== undefined) return this.at('short_description', short, whole);
    const first = firstParagraph(this.body);
    return first !== undefined && isProse(first) ? this.at('first paragraph', first, whole) : undefined;
  }

  private trainingFor(): Found<string[]> | undefined {
    const tasks = this.kind === 'dataset' ? filled(textsOf(this.data.task_categories)) : undefined;
    return (
      tasks &&
      this.at(
        'task_categories as best_for',
        tasks.map((task) => `Training or testing models for ${task.replaceAll(/[-_]+/g, ' ')}`),
        'these are the tasks that it names',
      )
    );
  }

  private inLanguages(inputs: readonly string[]): string[] {
    const languages = textsOf(this.data.language);
    const inWords = languages.length > 0 && languages.length <= MOST_LANGUAGES ? ` (${languages.join(', ')})` : '';
    return inputs.map((input) => (input === 'text' || input === 'audio' ? `${input}${inWords}` : input));
  }

  /** What is asked of whoever takes it, and the packages that its instructions install. */
  private requires(): Found<string[]> | undefined {
    const { data, record } = this;
    const gated = member(record?.value, 'gated');
    const isGated = gated !== undefined && gated !== false && gated !== null;
    const library = textOf(data.library_name) ?? textOf(record?.value.library_name);
    const packages = installed(this.body);
    const stated: ReadonlyArray<readonly [place: string, texts: readonly string[]]> = [
      ['gated', isGated ? ['Hugging Face account to which the owner of the repository has given access'] : []],
      ['hf_oauth', data.hf_oauth === true ? ['Hugging Face account, to log in with'] : []],
      ['library_name', library === undefined ? [] : [`Library ${library}`]],
      ['pip install', packages.filter((name) => name !== library).map((name) => `Python package ${name}`)],
    ];
    const some = stated.filter(([, texts]) => texts.length > 0);
    const texts = filled(some.flatMap(([, all]) => all));
    const guess =
      library === undefined && packages.length === 0 ? undefined : 'what its instructions use may not be all';
    return texts && this.at(some.map(([place]) => place).join(', '), texts, guess);
  }

  // --- notes ------------------------------------------------------------------------------------------------------

  private ofRecord<T>(place: string, value: T): Found<T> {
    return foundIn(this.record?.file ?? this.file)(place, value);
  }

  private note(...[severity, rule, message, hint]: Parameters<CardReader['diagnostic']>): void {
    this.diagnostics.push(this.diagnostic(severity, rule, message, hint));
  }

  private diagnostic(
    severity: Diagnostic['severity'],
    ruleId: 'import/unreadable' | 'import/left-out',
    message: string,
    hint: string,
  ): Diagnostic {
    return diagnose({ ruleId, severity, message, hint, file: this.card?.file ?? this.file });
  }
}

function noFrontMatter({ file, text }: ImportedFile) {
  return cannotImport(file, WHAT, [
    diagnose({
      ruleId: 'import/unreadable',
      severity: 'error',
      message: 'it has no front matter',
      hint: 'a card of the hub begins with ---, and what is known of the model below it',
      file,
      range: rangeAt(text, 0, 0),
    }),
  ]);
}

function ofPlace<T>({ origin }: Found<unknown>, key: string, value: T, guess: string): Found<T> {
  return foundIn(origin.file)(`${origin.place} as ${key}`, value, guess);
}

/** Of `owner/name/README.md`, with the folder of its kind before it or not, and of the cache of the hub's own tools. */
function repositoryOfPath(path: string): Pick<Repository, 'id' | 'kind'> | undefined {
  const plain = path.replaceAll('\\', '/');
  const cached = /(?:^|\/)(model|dataset|space)s--([\w.-]+?)--([\w.-]+)\/snapshots\//.exec(plain);
  const [, kind, owner, name] =
    cached ?? /(?:^|\/)(?:(dataset|space|model)s\/)?([\w.-]+)\/([\w.-]+)\/[^/]+$/.exec(plain) ?? [];
  const id = `${owner ?? ''}/${name ?? ''}`;
  return isHuggingFaceRepository(id) ? { id, kind: kind as HuggingFaceKind | undefined } : undefined;
}

function isProse(text: string | undefined): boolean {
  return text !== undefined && text.length >= 20 && !/more information needed|\{\{|configuration reference/i.test(text);
}

const MOST_PACKAGES = 20;

/** Names of packages in lines `pip install …`; what is given by an address or a file is not among them. */
function installed(body: string): string[] {
  const names = [...body.matchAll(/^[ \t$!%>]*(?:python3? -m )?pip3? install ([^\r\n;&|#]{1,300})/gm)].flatMap(
    ([, words]) =>
      (words as string).split(/[ \t]+/).flatMap((word) => {
        const name = /^["'`]?([A-Za-z\d][\w.-]*(?:\[[\w,-]+\])?)(?:[=<>~!]=?[\w.*,<>=!]+)?["'`]?$/.exec(word)?.[1];
        return name === undefined || /\.(?:txt|whl|gz|zip)$/.test(name) ? [] : [name];
      }),
  );
  return [...new Set(names)].slice(0, MOST_PACKAGES);
}
