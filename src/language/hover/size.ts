import { maxFlowBytes } from '../../flowjson/catalogue';
import { say } from '../../flowjson/message';
import type { Said, Spot } from './said';

const megabyte = 1024 * 1024;

/** The flow as a whole, at its first brace and its version: how large it is beside what is allowed. */
export function size({ flow, offset, node }: Spot): Said | undefined {
  const { tree } = flow;
  const { top } = tree;
  const isBrace = node === top && offset <= tree.span(top).start + 1;
  const property = node.parent;
  const isVersion =
    property?.type === 'property' && property.parent === top && property.children?.[0]?.value === 'version';
  if (!isBrace && !isVersion) return undefined;
  const bytes = Buffer.byteLength(tree.text);
  const most = maxFlowBytes / megabyte;
  const said =
    bytes < megabyte
      ? say('The flow has {0} KB; {1} MB are allowed.', Math.ceil(bytes / 1024), most)
      : say('The flow has {0} MB; {1} MB are allowed.', (bytes / megabyte).toFixed(1), most);
  const { start, end } = tree.span(node);
  return { span: isBrace ? { start, end: start + 1 } : { start, end }, passages: [said] };
}
