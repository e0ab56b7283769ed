import type { Flow } from '../../flowjson/model/flow';
import { expression, reference } from './dynamic';
import { facts } from './facts';
import { image } from './image';
import { mention } from './mentions';
import type { Said } from './said';
import { size } from './size';

/**
 * What can be said about the place of a flow that the mouse rests on: first about what stands there, then what the catalogue knows.
 *
 * @param schema whether VS Code shows what our schema says: it is not said twice
 */
export function hoverAt(
  flow: Flow,
  offset: number,
  { schema }: { readonly schema: boolean },
): Said | undefined {
  const node = flow.tree.nodeAt(offset);
  if (node === undefined) return undefined;
  const spot = { flow, offset, node };
  const own = [reference, expression, mention, image].reduce<Said | undefined>(
    (said, find) => said ?? find(spot),
    undefined,
  );
  const said = [own, size(spot), facts(spot, schema)].filter((one) => one !== undefined);
  const [first] = said;
  return first && { span: first.span, passages: said.flatMap(({ passages }) => passages) };
}
