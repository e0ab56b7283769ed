import { say, type Message } from '../message';
import { isRequired, type PropertyFact, type Shape, type Version } from '../catalogue';

/** What is worth knowing about a property in a version, beside its one sentence: one message for each fact. */
export function factsAbout(property: PropertyFact, version: Version): Message[] {
  const { since, softLimit, softLimitLarge, softItems, maxKilobytes } = property;
  return [
    ...(isRequired(property, version) ? [say('Required.')] : []),
    ...(property.default === undefined ? [] : [say('Default: {0}.', String(property.default))]),
    ...valuesOf(property.shape),
    ...(softLimit === undefined ? [] : [limit(softLimit, softLimitLarge)]),
    ...(softItems === undefined ? [] : [items(softItems)]),
    ...(maxKilobytes === undefined ? [] : [say('At most {0} KB.', maxKilobytes)]),
    ...(property.needs ? [say('Goes with {0}.', property.needs.join(', '))] : []),
    ...(property.excludes ? [say('Not together with {0}.', property.excludes.join(', '))] : []),
    ...(property.outsideForm ? [say('Not inside a Form: there the Form holds it for all its inputs.')] : []),
    ...(since === undefined ? [] : [say('Since version {0}.', since)]),
  ];
}

/** How a value is written, and within which bounds. */
function valuesOf(shape: Shape): Message[] {
  switch (shape.is) {
    case 'text':
      return shape.format === 'date' ? [say('Written as {0}.', 'YYYY-MM-DD')] : [];
    case 'array':
      return valuesOf(shape.items);
    case 'oneOf':
      return shape.shapes.flatMap(valuesOf);
    case 'number':
    case 'integer': {
      const { min = 0, max } = shape;
      if (max !== undefined) return [say('From {0} to {1}.', min, max)];
      return min > 0 ? [say('At least {0}.', min)] : [];
    }
    default:
      return [];
  }
}

function limit(soft: number, large: number | undefined): Message {
  return large === undefined
    ? say('Up to {0} characters are shown whole.', soft)
    : say('Up to {0} characters are shown whole, {1} with a large label.', soft, large);
}

function items({ min, max }: { readonly min?: number; readonly max: number }): Message {
  return min === undefined ? say('Up to {0} entries.', max) : say('{0} to {1} entries.', min, max);
}
