/** A flow that runs: its states, what happens to them, and what they show. Pure; knows no DOM and no VS Code. */
export { dataKeys } from './data/keys';
export { dataProblems } from './data/problems';
export { nextOf, pathsThrough } from './paths';
export { project } from './projection/projection';
export type * from './projection/types';
export { advance, begin, carry, mostEntries, rewind, type Session } from './session/session';
export { pathOf, walkedAlong } from './session/walked';
export { examplesOf, offeredAnswers } from './state/offers';
export { entryOf } from './state/routing';
export { carryOver, start, whyEmpty } from './state/start';
export type * from './state/state';
export { step } from './state/step';
export type { Json, JsonObject } from './json';
