import { createCatalogue } from './catalogue';
import { tables } from './tables';

export type { Catalogue } from './catalogue';
export { formValueOf, isRequired, propertiesOf, propertyHistory, propertyNames } from './properties';
export * from './limits';
export * from './patterns';
export * from './shapes';
export * from './types';
export * from './versions';

/** The language as it is: what everything but the tests of the catalogue itself reads. */
export const catalogue = createCatalogue(tables);

/** Every component by its type, in the order of the tables. */
export const components = catalogue.components;

/** The components that exist in a version. */
export const componentsFor = catalogue.componentsFor;

/** A component by its type, whatever version it belongs to; nothing for a type that does not exist. */
export const componentFact = catalogue.componentFact;

/** An object that is not a component, by the name that shapes use. */
export const objectFact = catalogue.objectFact;

/** Types of the components that may stand at a place in a version. */
export const allowedIn = catalogue.allowedIn;

/** What an action does and which keys it needs; nothing for a name that is no action. */
export const actionFact = catalogue.actionFact;

/** Every property that may hold an action, and since when. */
export const actionPlaces = catalogue.actionPlaces;

/** Types of the components that `${form.x}` can read. */
export const inputTypes = catalogue.inputTypes;

/** The values that `data_api_version` may have in a version. */
export const dataApiVersions = catalogue.dataApiVersions;
