import type { Flow } from '../../flowjson/model/flow';
import { cursorAt } from '../context/cursor';
import { components } from './components';
import { dataEntries } from './dataEntries';
import { items } from './items';
import { names } from './names';
import type { Proposal } from './proposal';
import { references } from './references';
import { screenNames } from './screenNames';
import { screens } from './screens';
import { words } from './words';

/**
 * What a person may want to type at an offset of a flow; also in half-typed text. Cost: linear in the screen around the offset and
 * in the number of things that can be referred to.
 *
 * @param schema whether VS Code's JSON features propose keys and words by our schema: then we do not
 */
export function proposalsAt(
  flow: Flow,
  offset: number,
  { schema }: { readonly schema: boolean },
): Proposal[] {
  const cursor = cursorAt(flow, offset);
  if (cursor === undefined) return [];
  const sources = [references, screenNames, names, components, items, screens, dataEntries];
  const proposals = [...sources, ...(schema ? [] : [words])].flatMap((source) => source(cursor));
  // A backslash at the end of a line makes a string go on in the next one, and VS Code takes no range over two lines.
  return proposals.filter(({ range }) => !/[\r\n]/.test(flow.tree.text.slice(range.start, range.end)));
}
