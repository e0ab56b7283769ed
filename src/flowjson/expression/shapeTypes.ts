import { isRequired, objectFact, propertiesOf, type Shape, type Version } from '../catalogue';
import { arrayOf, booleanType, numberType, stringType, unknownType, type ValueType } from './valueTypes';

/**
 * The types that a binding or expression may give in the place of a property's value; empty where none may stand, and
 * `unknown` among them where anything goes.
 */
export function typesBindable(shape: Shape, version: Version): readonly ValueType[] {
  switch (shape.is) {
    case 'oneOf': {
      const types = shape.shapes.flatMap((one) => typesBindable(one, version));
      // An object beside something bindable may be bound as a whole (row 67); a list must say so itself.
      const objects =
        types.length === 0 ? [] : shape.shapes.filter(({ is }) => is === 'object' || is === 'map');
      return [...types, ...objects.map((one) => typeOfShape(one, version))];
    }
    case 'binding':
      return [unknownType];
    case 'condition':
      return [booleanType];
    case 'any':
      return [unknownType];
    default:
      return 'bindable' in shape && shape.bindable ? [typeOfShape(shape, version)] : [];
  }
}

/** The type of a value of that shape. */
export function typeOfShape(shape: Shape, version: Version): ValueType {
  switch (shape.is) {
    case 'text':
    case 'name':
    case 'enum':
      return stringType;
    case 'boolean':
      return booleanType;
    case 'number':
    case 'integer':
      return numberType;
    case 'array':
      return arrayOf(typeOfShape(shape.items, version));
    case 'map':
      return { is: 'object', properties: new Map() };
    case 'object': {
      const facts = [...propertiesOf(objectFact(shape.name), version)];
      return {
        is: 'object',
        properties: new Map(facts.map(([key, fact]) => [key, typeOfShape(fact.shape, version)])),
        required: facts.filter(([, fact]) => isRequired(fact, version)).map(([key]) => key),
      };
    }
    default:
      return unknownType;
  }
}
