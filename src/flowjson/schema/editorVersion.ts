import {
  isRequired,
  propertiesOf,
  type ActionName,
  type Catalogue,
  type ComponentFact,
  type ComponentPlace,
  type ObjectFact,
  type ObjectName,
  type PropertyFact,
  type Version,
} from '../catalogue';
import { say, type Message } from '../message';
import { factsAbout } from './describe';
import { editorShape, type EditorLinks } from './editorShape';
import { nameOf, reference, type Definitions, type JsonSchema, type Place } from './jsonSchema';

export type Translate = (message: Message) => string;

/**
 * Holds unless a key has a certain value. Written as a negation because VS Code also suggests what stands in an `if`,
 * whether it holds or not, but nothing that is negated.
 */
export const unless = (key: string, value: unknown): JsonSchema => ({
  properties: { [key]: { doNotSuggest: true, not: { const: value } } },
});

/** Collects what VS Code needs to know of one version: the definitions that `flow` leads to. */
export class EditorVersion {
  readonly definitions: Definitions = {};

  constructor(
    private readonly version: Version,
    private readonly catalogue: Catalogue,
    private readonly translate: Translate,
  ) {
    this.object('flow');
  }

  private define(name: string, build: () => JsonSchema): JsonSchema {
    if (!(name in this.definitions)) {
      this.definitions[name] = {};
      this.definitions[name] = build();
    }
    return reference(name);
  }

  private object(name: ObjectName): JsonSchema {
    return this.define(name, () => this.schemaOf(this.catalogue.objectFact(name), { inForm: false }));
  }

  /** A component, where its `type` says that it is one. */
  private component(fact: ComponentFact, place: Place): JsonSchema {
    return this.define(nameOf(fact.type, place), () => {
      const schema = this.schemaOf(fact, place);
      const type = { markdownDescription: this.translate(fact.about) };
      return {
        if: unless('type', fact.type),
        else: { ...schema, properties: { ...(schema.properties as object), type } },
      };
    });
  }

  private components(place: ComponentPlace, around: Place): JsonSchema {
    const inside = { inForm: around.inForm || place === 'form' };
    return this.define(nameOf(`components-${place}`, inside), () => {
      const facts = this.catalogue
        .allowedIn(place, this.version)
        .map((type) => this.catalogue.componentFact(type)!);
      return {
        properties: { type: this.types(facts) },
        allOf: facts.map((fact) => this.component(fact, inside)),
      };
    });
  }

  private action(object: 'clickAction' | 'selectAction', names: readonly ActionName[]): JsonSchema {
    return this.define(`${object}-${names.join('-')}`, () => {
      const { name, ...others } = this.propertiesOf(this.catalogue.objectFact(object), { inForm: false });
      const facts = names.map((action) => this.catalogue.actionFact(action)!);
      const words = this.named(facts.map((fact) => [fact.name, fact.about]));
      const keysOf = (demands: Readonly<Record<string, string>>) =>
        Object.fromEntries(Object.entries(others).filter(([key]) => demands[key] !== 'forbidden'));
      return {
        properties: { name: { ...name, ...words, examples: undefined } },
        allOf: facts.map(({ name: action, payload, next, url }) => ({
          if: unless('name', action),
          else: { properties: keysOf({ payload, next, url }) },
        })),
      };
    });
  }

  private schemaOf(fact: ObjectFact, place: Place): JsonSchema {
    return { markdownDescription: this.translate(fact.about), properties: this.propertiesOf(fact, place) };
  }

  private propertiesOf(fact: ObjectFact, place: Place): Record<string, JsonSchema> {
    const entries = [...propertiesOf(fact, this.version)]
      .filter(([, property]) => !(property.outsideForm && place.inForm))
      .map(([name, property]) => [name, this.property(fact, name, property, place)] as const);
    return Object.fromEntries(entries);
  }

  private property(fact: ObjectFact, name: string, property: PropertyFact, place: Place): JsonSchema {
    const isVersion = fact === this.catalogue.objectFact('flow') && name === 'version';
    return {
      markdownDescription: this.description(property),
      ...(isRequired(property, this.version) && { suggestSortText: '0' }),
      ...(isVersion
        ? this.versions()
        : editorShape(property.shape, this.version, this.links(place), property)),
    };
  }

  private types(facts: readonly ComponentFact[]): JsonSchema {
    return {
      markdownDescription: this.translate(say('Which component this is.')),
      ...this.named(facts.map(({ type, about }) => [type, about])),
    };
  }

  private versions(): JsonSchema {
    return this.snippets(
      this.catalogue.tables.versions.map(({ name, changes }) => [
        name,
        changes.map(this.translate).join(' '),
      ]),
    );
  }

  private named(words: readonly (readonly [string, Message])[]): JsonSchema {
    return this.snippets(words.map(([word, about]) => [word, this.translate(about)]));
  }

  private snippets(words: readonly (readonly [string, string])[]): JsonSchema {
    return {
      defaultSnippets: words.map(([word, description]) => ({
        label: JSON.stringify(word),
        body: word,
        ...(description && { description }),
      })),
    };
  }

  private description(property: PropertyFact): string {
    const facts = factsAbout(property, this.version).map(this.translate);
    return [this.translate(property.about), ...(facts.length > 0 ? [facts.join(' ')] : [])].join('\n\n');
  }

  private links(place: Place): EditorLinks {
    return {
      object: (name) => this.object(name),
      components: (at) => this.components(at, place),
      action: (object, names) => this.action(object, names),
    };
  }
}
