import {
  catalogue as current,
  holdsFor,
  isRequired,
  propertiesOf,
  type Catalogue,
  type ComponentPlace,
  type ObjectFact,
  type ObjectName,
  type PropertyFact,
  type Shape,
  type Version,
} from '../catalogue';
import { english } from '../message';
import { nameOf, reference, type Definitions, type JsonSchema, type Place } from './jsonSchema';
import { bindingDefinition, bindingSchema, strictShape, type Links } from './strictShape';

/**
 * The JSON Schema (draft-07) of one version, as strict as a schema can be: nothing that is not in the catalogue is
 * accepted. For other tools; the editor's own diagnostics know more than a schema can say.
 */
export function strictSchema(version: Version, catalogue: Catalogue = current): JsonSchema {
  return new StrictSchema(version, catalogue).document();
}

type ActionShape = Extract<Shape, { is: 'action' }>;

/** Collects the definitions while it walks from the top; each is made once. */
class StrictSchema {
  private readonly definitions: Definitions = {};

  constructor(
    private readonly version: Version,
    private readonly catalogue: Catalogue,
  ) {}

  document(): JsonSchema {
    this.definitions[bindingDefinition] = bindingSchema(this.version);
    const flow = this.object('flow', { inForm: false });
    return {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $id: `urn:cams-flows:flow-json:${this.version}`,
      title: `WhatsApp Flow JSON ${this.version}`,
      allOf: [flow],
      definitions: this.definitions,
    };
  }

  /** A reference to a definition, which is made on the first one: things may contain themselves. */
  private define(name: string, build: () => JsonSchema): JsonSchema {
    if (!(name in this.definitions)) {
      this.definitions[name] = {};
      this.definitions[name] = build();
    }
    return reference(name);
  }

  private object(name: ObjectName, place: Place): JsonSchema {
    return this.define(nameOf(name, place), () => this.schemaOf(this.catalogue.objectFact(name), place));
  }

  private component(type: string, place: Place): JsonSchema {
    return this.define(nameOf(type, place), () => this.schemaOf(this.catalogue.componentFact(type)!, place));
  }

  /** Any component of a place: one definition that turns on `type`. */
  private components(place: ComponentPlace, around: Place): JsonSchema {
    const inside = { inForm: around.inForm || place === 'form' };
    return this.define(nameOf(`components-${place}`, inside), () => {
      const types = this.catalogue.allowedIn(place, this.version);
      return {
        type: 'object',
        required: ['type'],
        properties: { type: { enum: types } },
        allOf: types.map((type) => ({
          if: { properties: { type: { const: type } } },
          then: this.component(type, inside),
        })),
      };
    });
  }

  private schemaOf(fact: ObjectFact, place: Place): JsonSchema {
    const properties = [...propertiesOf(fact, this.version)].filter(
      ([, property]) => !(property.outsideForm && place.inForm),
    );
    const required = properties.filter(([, property]) => isRequired(property, this.version));
    const conditions = properties.flatMap(([name, property]) => onlyWith(name, property));
    return {
      type: 'object',
      description: english(fact.about),
      properties: Object.fromEntries(
        properties.map(([name, property]) => [
          name,
          { description: english(property.about), ...this.valueOf(fact, name, property, place) },
        ]),
      ),
      ...(required.length > 0 && { required: required.map(([name]) => name) }),
      ...(!fact.open && { additionalProperties: false }),
      ...dependencies(properties),
      ...(conditions.length > 0 && { allOf: conditions }),
    };
  }

  private valueOf(fact: ObjectFact, name: string, { shape }: PropertyFact, place: Place): JsonSchema {
    const isVersion = fact === this.catalogue.objectFact('flow') && name === 'version';
    return isVersion ? { const: this.version } : strictShape(shape, this.version, this.links(place));
  }

  private action({ object, names }: ActionShape): JsonSchema {
    const allowed = names.filter((action) => holdsFor(action, this.version)).map((action) => action.name);
    return this.define(`${object}-${allowed.join('-')}`, () => ({
      allOf: [
        this.object(object, { inForm: false }),
        { properties: { name: { enum: allowed } } },
        ...allowed.map((name) => {
          const { payload, next, url } = this.catalogue.actionFact(name)!;
          const demands = Object.entries({ payload, next, url });
          const needed = demands.filter(([, demand]) => demand === 'required').map(([key]) => key);
          const refused = demands.filter(([, demand]) => demand === 'forbidden').map(([key]) => [key, false]);
          return {
            if: { properties: { name: { const: name } } },
            then: { required: needed, properties: Object.fromEntries(refused) as JsonSchema },
          };
        }),
      ],
    }));
  }

  private links(place: Place): Links {
    return {
      object: (name) => this.object(name, { inForm: false }),
      components: (where) => this.components(where, place),
      action: (shape) => this.action(shape),
    };
  }
}

function dependencies(properties: readonly (readonly [string, PropertyFact])[]): JsonSchema {
  const entries = properties.flatMap(([name, { needs, excludes }]): [string, unknown][] => {
    if (needs) return [[name, needs]];
    return excludes ? [[name, { not: { anyOf: excludes.map((other) => ({ required: [other] })) } }]] : [];
  });
  return entries.length > 0 ? { dependencies: Object.fromEntries(entries) } : {};
}

/** Where the other property is a binding, nothing can be said. */
function onlyWith(name: string, { onlyWith: condition }: PropertyFact): JsonSchema[] {
  if (!condition) return [];
  const accepted = { anyOf: [{ enum: condition.values }, reference(bindingDefinition)] };
  return [
    {
      if: { required: [name] },
      then: {
        properties: { [condition.property]: accepted },
        ...(!condition.orMissing && { required: [condition.property] }),
      },
    },
  ];
}
