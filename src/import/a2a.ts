import type { Diagnostic } from '../diagnostic.js';
import { isObject, type JsonObject, type JsonValue, member } from '../encoding/json-value.js';
import type { Draft, DraftCapability, Found } from './draft.js';
import { filled, foundIn, type Placing, textOf, textsOf, webAddress } from './found-values.js';
import type { Importer } from './importer.js';
import { cannotImport, glanceAtJson, type JsonFile, readJsonFile } from './json-file.js';
import { slugFromName } from './listing-names.js';

const WHAT = 'an A2A AgentCard';

/** The card at /.well-known/agent-card.json (in old releases agent.json), of every release from 0.1 to 1.0. */
export const a2a: Importer = {
  describe: 'an A2A AgentCard, v0.x or v1',
  names: ['agent-card.json', 'agent.json'],
  recognises: (file) => isCard(glanceAtJson(file)),
  read([named]) {
    const file = readJsonFile(named, WHAT);
    if (!isCard(file.value)) {
      throw cannotImport(file.file, WHAT, [
        file.note(
          'import/unreadable',
          'error',
          '',
          'it has no name with a list of skills and an address to call',
          'an AgentCard is what the agent serves at /.well-known/agent-card.json',
        ),
      ]);
    }
    return new CardReader(file, file.value).draft();
  },
};

/** Of all that is described in JSON only agents have skills and an interface to call them at. */
function isCard(value: JsonValue | undefined): value is JsonObject {
  return (
    isObject(value) &&
    textOf(value.name) !== undefined &&
    Array.isArray(member(value, 'skills')) &&
    (textOf(member(value, 'url')) !== undefined || Array.isArray(member(value, 'supportedInterfaces')))
  );
}

class CardReader {
  private readonly at: Placing;
  private readonly diagnostics: Diagnostic[] = [];

  constructor(
    private readonly file: JsonFile,
    private readonly card: JsonObject,
  ) {
    this.at = foundIn(file.file);
  }

  draft(): Draft {
    const { card, at } = this;
    const name = textOf(card.name) as string;
    const slug = slugFromName(name);
    const version = textOf(card.version);
    const skills = (card.skills as JsonValue[]).flatMap((skill, index) =>
      isObject(skill) ? [{ skill, index, name: textOf(skill.id) ?? String(index) }] : [],
    );
    const tags = filled([...new Set(skills.flatMap(({ skill }) => textsOf(skill.tags)))]);
    return {
      artifact: {
        slug: slug === '' ? undefined : at('name as slug', slug, 'made from the name'),
        name: at('name', name),
        type: at('skills as type', 'agent'),
        url: this.url(),
        tags: tags && at('skills[].tags', tags),
      },
      capabilities: skills.map(({ skill, name: id }) => this.capability(skill, `skills[${id}]`)),
      facts: version === undefined ? [] : [{ name: 'version', found: at('version', version) }],
      diagnostics: this.diagnostics,
    };
  }

  /** Since 1.0 an ordered list, the preferred one first; before, one address and perhaps others beside it. */
  private url(): Found<string> | undefined {
    const listed = (name: string): Array<[string, string | undefined]> =>
      (Array.isArray(this.card[name]) ? (this.card[name] as JsonValue[]) : []).map((one, index) => [
        `${name}[${index}].url`,
        textOf(member(one, 'url')),
      ]);
    const places = [
      ...listed('supportedInterfaces'),
      ['url', textOf(this.card.url)] as [string, string | undefined],
      ...listed('additionalInterfaces'),
    ];
    const url = webAddress(places.map(([, address]) => address));
    if (url === undefined) {
      this.diagnostics.push(
        this.file.note(
          'import/left-out',
          'warning',
          '',
          'none of its interfaces has an address that begins with https://',
          'write the address of the agent, or of its page, into url',
        ),
      );
      return undefined;
    }
    return this.at(places.find(([, address]) => address === url)?.[0] ?? 'url', url);
  }

  private capability(skill: JsonObject, place: string): DraftCapability {
    const { card, at } = this;
    const name = textOf(skill.name);
    const description = textOf(skill.description);
    const examples = filled(textsOf(skill.examples));
    const types = (own: string, general: string): Found<string[]> | undefined => {
      const [ofSkill, ofCard] = [filled(textsOf(skill[own])), filled(textsOf(card[general]))];
      return ofSkill ? at(`${place}.${own}`, ofSkill) : ofCard && at(`${general} for ${place}`, ofCard);
    };
    return {
      name: name === undefined ? undefined : at(`${place}.name`, name),
      description: description === undefined ? undefined : at(`${place}.description`, description),
      intents: examples && at(`${place}.examples`, examples),
      requires: this.requires(skill, place),
      input_types: types('inputModes', 'defaultInputModes'),
      output_types: types('outputModes', 'defaultOutputModes'),
    };
  }

  // --- what it needs ----------------------------------------------------------------------------------------------

  private requires(skill: JsonObject, place: string): Found<string[]> | undefined {
    const { card, at } = this;
    const extensions = (listOf(member(card.capabilities, 'extensions')) ?? []).flatMap((one) => {
      const uri = member(one, 'required') === true ? textOf(member(one, 'uri')) : undefined;
      return uri === undefined ? [] : [`Client that understands the A2A extension ${uri}`];
    });
    const security = this.security(skill, place);
    if (security === undefined) {
      return extensions.length === 0 ? undefined : at(`capabilities.extensions for ${place}`, extensions);
    }
    // That nobody is asked to log in does not say that nothing else is needed.
    const texts = filled([...security.texts, ...extensions]);
    return texts && at(security.place, texts, security.guess);
  }

  /** A skill's own requirements take the place of the card's. They are alternatives, each of one or more schemes. */
  private security(
    skill: JsonObject,
    place: string,
  ): { readonly place: string; readonly texts: string[]; readonly guess?: string | undefined } | undefined {
    const { card } = this;
    const own = listOf(skill.securityRequirements) ?? listOf(skill.security);
    const alternatives = own ?? listOf(card.securityRequirements) ?? listOf(card.security);
    if (alternatives !== undefined) {
      const texts = this.alternatives(alternatives);
      return { place: own ? `${place}.security` : `security for ${place}`, texts };
    }
    const declared = isObject(card.securitySchemes) ? Object.keys(card.securitySchemes) : [];
    if (declared.length > 0) {
      const texts = [this.inWords(declared, ' or ')];
      return {
        place: `securitySchemes for ${place}`,
        texts,
        guess: 'the card declares this, and does not say where it asks for it',
      };
    }
    // Until 0.2; what it holds beside the names are credentials, which are nobody's business here.
    const schemes = textsOf(member(card.authentication, 'schemes'));
    if (schemes.length === 0) return undefined;
    return {
      place: `authentication.schemes for ${place}`,
      texts: [schemes.map((one) => `${one} authentication`).join(' or ')],
    };
  }

  private alternatives(alternatives: readonly JsonValue[]): string[] {
    // Since 1.0 the schemes of one alternative are a member of their own.
    const named = alternatives.filter(isObject).map((one) => {
      const inner = member(one, 'schemes');
      return Object.keys(isObject(inner) ? inner : one);
    });
    const asked = named.filter((schemes) => schemes.length > 0);
    const isOptional = asked.length < named.length;
    const [only] = asked;
    if (only === undefined) return [];
    if (asked.length === 1 && !isOptional) return only.map((name) => this.schemeInWords(name));
    const text = asked.map((schemes) => this.inWords(schemes, ' and ')).join(', or ');
    return [isOptional ? `Optional: ${text}` : text];
  }

  private inWords(names: readonly string[], between: string): string {
    return names.map((name) => this.schemeInWords(name)).join(between);
  }

  private schemeInWords(name: string): string {
    const declared = member(this.card.securitySchemes, name);
    // Since 1.0 the kind is the name of the only member, before it was a member beside the others.
    const [wrapped] = isObject(declared)
      ? Object.entries(declared).filter(([key]) => key.endsWith('SecurityScheme'))
      : [];
    const scheme = wrapped?.[1] ?? declared;
    const kind = wrapped?.[0].replace(/SecurityScheme$/, '') ?? textOf(member(declared, 'type')) ?? '';
    const of = (key: string): string | undefined => textOf(member(scheme, key));
    switch (kind.toLowerCase()) {
      case 'apikey':
        return `API key in the ${of('location') ?? of('in') ?? 'request'}${of('name') === undefined ? '' : ` as ${of('name')}`}`;
      case 'http':
      case 'httpauth':
        return `HTTP ${of('scheme') ?? ''} authentication${of('bearerFormat') === undefined ? '' : ` with ${of('bearerFormat')}`}`.replace(
          '  ',
          ' ',
        );
      case 'oauth2':
        return 'OAuth 2.0 authorization';
      case 'openidconnect':
        return 'OpenID Connect login';
      case 'mtls':
      case 'mutualtls':
        return 'Client certificate (mutual TLS)';
      default:
        return `Authentication by the scheme ${name}`;
    }
  }
}

function listOf(value: JsonValue | undefined): JsonValue[] | undefined {
  return Array.isArray(value) ? value : undefined;
}
