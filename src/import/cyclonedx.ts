import type { Diagnostic } from '../diagnostic.js';
import { isObject, type JsonObject, type JsonValue, member } from '../encoding/json-value.js';
import { nearest } from '../encoding/nearest.js';
import { quote } from '../encoding/printable.js';
import type { Draft, DraftArtifact, DraftCapability, Fact, Found } from './draft.js';
import { filled, foundIn, type Placing, textOf, textsOf, webAddress } from './found-values.js';
import { hubTasks } from './hub-tasks.js';
import type { Importer } from './importer.js';
import { cannotImport, glanceAtJson, type JsonFile, readJsonFile } from './json-file.js';
import { isOpenLicence } from './open-licence.js';
import { huggingFaceName, isHuggingFaceRepository, slugFromName } from './listing-names.js';

const WHAT = 'a CycloneDX bill of materials with a model';

/** The model card of a machine-learning-model in a bill of materials: CycloneDX 1.5, which brought it, and later. */
export const cyclonedx: Importer = {
  describe: 'a CycloneDX bill of materials with a machine-learning-model (1.5 and later)',
  names: ['bom.json', 'sbom.json', 'bom.cdx.json', 'sbom.cdx.json'],
  recognises(file) {
    const value = glanceAtJson(file);
    return member(value, 'bomFormat') === 'CycloneDX' && modelsIn(value).length > 0;
  },
  read([named], chosen) {
    const file = readJsonFile(named, WHAT);
    return new ComponentReader(file, choose(file, chosen)).draft();
  },
};

interface Model {
  readonly component: JsonObject;
  readonly pointer: string;
  readonly name: string;
  /** Whatever names it. */
  readonly ids: readonly string[];
}

/** The one that the bill is about comes first. */
function modelsIn(value: JsonValue | undefined): Model[] {
  const models: Model[] = [];
  const visit = (component: JsonValue | undefined, pointer: string): void => {
    if (!isObject(component)) return;
    const name = textOf(component.name);
    if (component.type === 'machine-learning-model' && name !== undefined) {
      const ids = [component['bom-ref'], component.purl, name].flatMap((id) => textOf(id) ?? []);
      models.push({ component, pointer, name, ids });
    }
    for (const [index, inner] of listOf(component.components).entries()) visit(inner, `${pointer}/components/${index}`);
  };
  visit(member(member(value, 'metadata'), 'component'), '/metadata/component');
  for (const [index, component] of listOf(member(value, 'components')).entries()) {
    visit(component, `/components/${index}`);
  }
  return models;
}

function choose(file: JsonFile, chosen: string | undefined): Model {
  const models = modelsIn(file.value);
  const refuse = (message: string, hint: string) =>
    cannotImport(file.file, WHAT, [file.note('import/unreadable', 'error', '', message, hint)]);
  if (member(file.value, 'bomFormat') !== 'CycloneDX') {
    throw refuse('its bomFormat is not "CycloneDX"', 'name a bill of materials in CycloneDX JSON, 1.5 or later');
  }
  const [first] = models;
  if (first === undefined) {
    throw refuse('it has no component of the type machine-learning-model', 'name the bill of materials of the model');
  }
  if (chosen !== undefined) {
    const found = models.find(({ ids }) => ids.includes(chosen));
    if (found !== undefined) return found;
    const meant = nearest(
      chosen,
      models.flatMap(({ ids }) => ids),
    );
    throw refuse(
      `it has no model ${quote(chosen)}`,
      meant === undefined ? `it has ${quote(first.ids[0] as string)}` : `did you mean ${quote(meant)}?`,
    );
  }
  // The subject of the bill is what it was written for.
  if (models.length > 1 && first.pointer !== '/metadata/component') {
    throw refuse(
      `it has ${models.length} models`,
      `say which one is meant, by its bom-ref, purl or name, such as ${quote(first.ids[0] as string)}`,
    );
  }
  return first;
}

class ComponentReader {
  private readonly at: Placing;
  private readonly diagnostics: Diagnostic[] = [];
  private readonly component: JsonObject;

  constructor(
    private readonly file: JsonFile,
    private readonly model: Model,
  ) {
    this.at = foundIn(file.file);
    this.component = model.component;
  }

  draft(): Draft {
    const { at, component } = this;
    const licence = this.licence();
    const version = textOf(component.version);
    const tags = filled(textsOf(component.tags));
    const card = component.modelCard;
    const task = textOf(member(member(card, 'modelParameters'), 'task'));
    const category = task === undefined ? undefined : hubTasks.get(task)?.category;
    const facts: Fact[] = [
      ...(version === undefined ? [] : [{ name: 'version', found: at('version', version) } as const]),
      ...(licence === undefined ? [] : [{ name: 'license', found: at('licenses', licence) } as const]),
    ];
    this.sayWhatIsLost(card);
    return {
      artifact: {
        ...this.named(),
        name: at('name', this.model.name),
        type: at('type', 'model'),
        categories:
          category === undefined
            ? undefined
            : at('modelCard.modelParameters.task as artifact category', [category], `its task is ${task}`),
        tags: tags && at('tags', tags),
        pricing:
          licence !== undefined && isOpenLicence(licence)
            ? { model: at('licenses as pricing', 'open_source', 'its licence is an open one') }
            : undefined,
      },
      capabilities: [this.capability(card, task)],
      facts,
      diagnostics: this.diagnostics,
    };
  }

  /** From the package URL, where it is one of the hub; its kind has models alone. */
  private named(): Pick<DraftArtifact, 'id' | 'slug' | 'url'> {
    const { at, component, model } = this;
    const repository = hubRepository(textOf(component.purl));
    if (repository !== undefined) {
      const { id, slug, url } = huggingFaceName('model', repository);
      return {
        id: id === undefined ? undefined : at('purl as id', id),
        slug: at('purl as slug', slug),
        url: at('purl as url', url),
      };
    }
    const parts = [textOf(component.group) ?? '', ...model.name.split('/')].map(slugFromName);
    const slug = parts.filter((part) => part !== '').join('--');
    return { slug: slug === '' ? undefined : at('name as slug', slug, 'made from the name'), url: this.url() };
  }

  private url(): Found<string> | undefined {
    const references = listOf(this.component.externalReferences);
    for (const type of ['website', 'vcs', 'distribution', 'documentation']) {
      const ofType = references.filter((one) => member(one, 'type') === type);
      const url = webAddress(ofType.map((one) => textOf(member(one, 'url'))));
      if (url === undefined) continue;
      const isHome = type === 'website' || type === 'vcs';
      return this.at(`externalReferences[${type}].url`, url, isHome ? undefined : `it is where its ${type} is`);
    }
    return undefined;
  }

  /** Several licences that are not in an expression hold at once. */
  private licence(): string | undefined {
    const licences = listOf(this.component.licenses).flatMap((one) => {
      const license = member(one, 'license');
      return (
        textOf(member(license, 'id')) ?? textOf(member(license, 'name')) ?? textOf(member(one, 'expression')) ?? []
      );
    });
    return licences.length === 0 ? undefined : licences.join(' AND ');
  }

  private capability(card: JsonValue | undefined, task: string | undefined): DraftCapability {
    const { at, component } = this;
    const parameters = member(card, 'modelParameters');
    const considerations = member(card, 'considerations');
    const known = task === undefined ? undefined : hubTasks.get(task);
    const description = textOf(component.description);
    const formats = (name: string): Found<string[]> | undefined => {
      const texts = filled([
        ...new Set(listOf(member(parameters, name)).flatMap((one) => textOf(member(one, 'format')) ?? [])),
      ]);
      return texts && at(`modelCard.modelParameters.${name}[].format`, texts);
    };
    const bestFor = filled([
      ...textsOf(member(considerations, 'users')),
      ...textsOf(member(considerations, 'useCases')),
    ]);
    const limitations = filled(this.limitations(considerations));
    return {
      name:
        task === undefined
          ? undefined
          : at('modelCard.modelParameters.task', task.replaceAll(/[-_]+/g, ' '), 'it is the name of the task'),
      description:
        description === undefined ? undefined : at('description', description, 'it is about the model as a whole'),
      best_for: bestFor && at('modelCard.considerations.users, useCases', bestFor),
      limitations: limitations && at('modelCard.considerations', limitations),
      input_types: formats('inputs'),
      output_types: formats('outputs'),
      categories:
        known?.capability === undefined
          ? undefined
          : at('modelCard.modelParameters.task as capability category', [known.capability], `its task is ${task}`),
    };
  }

  private limitations(considerations: JsonValue | undefined): string[] {
    const texts = (name: string): string[] => textsOf(member(considerations, name));
    const risks = listOf(member(considerations, 'ethicalConsiderations')).flatMap((risk) => {
      const [name, strategy] = [textOf(member(risk, 'name')), textOf(member(risk, 'mitigationStrategy'))];
      if (name === undefined) return [];
      return strategy === undefined ? name : `${name} (mitigation: ${strategy})`;
    });
    const harms = listOf(member(considerations, 'fairnessAssessments')).flatMap((assessment) => {
      const [group, harm] = [textOf(member(assessment, 'groupAtRisk')), textOf(member(assessment, 'harms'))];
      if (harm === undefined) return [];
      return group === undefined ? harm : `${group}: ${harm}`;
    });
    return [...new Set([...texts('technicalLimitations'), ...texts('performanceTradeoffs'), ...risks, ...harms])];
  }

  private sayWhatIsLost(card: JsonValue | undefined): void {
    const metrics = listOf(member(member(card, 'quantitativeAnalysis'), 'performanceMetrics'));
    if (metrics.length === 0) return;
    this.diagnostics.push(
      this.file.note(
        'import/left-out',
        'warning',
        `${this.model.pointer}/modelCard/quantitativeAnalysis/performanceMetrics`,
        'measured results have no place of their own in a source',
        'say in the description what was measured, and on what',
      ),
    );
  }
}

/** `owner/name` of `pkg:huggingface/owner/name@revision?…`; the namespace may stand in the name, escaped. */
function hubRepository(purl: string | undefined): string | undefined {
  const path = /^pkg:(?:\/\/)?huggingface\/([^@?#]+)/i.exec(purl ?? '')?.[1];
  if (path === undefined) return undefined;
  try {
    const repository = decodeURIComponent(path).replace(/\/+$/, '');
    return isHuggingFaceRepository(repository) ? repository : undefined;
  } catch {
    return undefined;
  }
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
