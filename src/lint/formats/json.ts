import type { Report } from '../report';

/** An array of results, for programs. */
export const json = ({ results }: Report): string => `${JSON.stringify(results, undefined, 2)}\n`;
