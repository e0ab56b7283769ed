import { say, type Message } from '../message';
import { isRequired, type PropertyFact, type Version } from '../catalogue';

/** What is worth knowing about a property in a version, beside its one sentence: one message for each fact. */
export function factsAbout(property: PropertyFact, version: Version): Message[] {
  const { since, softLimit, softLimitLarge, softItems, maxKilobytes } = property;
  return [
    ...(isRequired(property, version) ? [say('Required.')] : []),
    ...(property.default === undefined ? [] : [say('Default: {0}.', String(property.default))]),
    ...(softLimit === undefined ? [] : [limit(softLimit, softLimitLarge)]),
    ...(softItems === undefined ? [] : [items(softItems)]),
    ...(maxKilobytes === undefined ? [] : [say('At most {0} KB.', maxKilobytes)]),
    ...(property.needs ? [say('Goes with {0}.', property.needs.join(', '))] : []),
    ...(property.excludes ? [say('Not together with {0}.', property.excludes.join(', '))] : []),
    ...(property.outsideForm ? [say('Not inside a Form: there the Form holds it for all its inputs.')] : []),
    ...(since === undefined ? [] : [say('Since version {0}.', since)]),
  ];
}

function limit(soft: number, large: number | undefined): Message {
  return large === undefined
    ? say('Up to {0} characters are shown whole.', soft)
    : say('Up to {0} characters are shown whole, {1} with a large label.', soft, large);
}

function items({ min, max }: { readonly min?: number; readonly max: number }): Message {
  return min === undefined ? say('Up to {0} entries.', max) : say('{0} to {1} entries.', min, max);
}
