/**
 * How much of a screen is read, judged and shown. A flow of 10 MB may have all of it on one screen; WhatsApp allows 50
 * components and enforces 100, and takes 200 options (facts on Flow JSON, sections 3.4 and 8.6). So no flow that works
 * comes near these, and what a keystroke costs does not grow with a flow that does not.
 */

/** Components of one screen that are looked at, containers and invisible ones too. */
export const mostComponents = 300;

/** Inputs of one screen whose first values are found out, those in branches that do not show too. */
export const mostInputs = 500;

/** Keys of one object: of a payload, of data. */
export const mostKeys = 500;

/** Items of one list. */
export const mostItems = 500;

/** Items of all lists of one screen together. */
export const mostItemsOnScreen = 5000;

/** Values inside of one property, payload or example. */
export const mostValues = 10_000;

/** Screens that are offered as the next one: a flow has a hundred at most. */
export const mostOffers = 100;

/** Longer expressions and conditions are not evaluated, longer texts not searched: nobody writes them. */
export const longestText = 10_000;

/** Characters of all expressions and conditions of one screen together. */
const longestOnScreen = 60_000;

/** Steps that one pattern may take on one text before it is given up: a few milliseconds. */
export const mostPatternWork = 60_000;

/** The same for the patterns of all inputs of one screen together. */
export const mostPatternWorkOnScreen = 400_000;

/** What may still be read while a screen is; it is used up. */
export interface Room {
  items: number;
  characters: number;
}

export function fullRoom(): Room {
  return { items: mostItemsOnScreen, characters: longestOnScreen };
}
