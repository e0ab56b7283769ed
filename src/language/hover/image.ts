import { readImage } from '../../flowjson/rules/components/base64';
import { say, type Message } from '../../flowjson/message';
import { factsAt } from '../context/factsAt';
import type { Passage } from '../context/passage';
import { pixelsOf } from './pixels';
import type { Said, Spot } from './said';

/** VS Code shows no more than 100,000 characters of a hover. */
const longestShown = 95_000;
const widest = 320;
const shown: Readonly<Record<string, string>> = { PNG: 'png', JPEG: 'jpeg', WEBP: 'webp', GIF: 'gif' };

/** An image in base64: how it looks, and how large it is beside what is allowed. */
export function image({ flow, node }: Spot): Said | undefined {
  if (node.type !== 'string' || (node.value as string).length < 40) return undefined;
  const text = node.value as string;
  const { kind, valid, bytes, prefix } = readImage(text);
  if (!valid || kind === undefined) return undefined;
  const data = prefix === undefined ? text : text.slice(prefix.length);
  const pixels = pixelsOf(kind, data);
  const most = factsAt(flow, flow.tree.steps(node))?.property?.maxKilobytes;
  const type = shown[kind];
  const picture: Passage[] =
    type === undefined || data.length > longestShown
      ? []
      : [{ image: `data:image/${type};base64,${data}`, width: Math.min(pixels?.width ?? widest, widest) }];
  return {
    span: flow.tree.span(node),
    passages: [
      ...picture,
      { text: pixels === undefined ? kind : `${kind}, ${pixels.width} × ${pixels.height}` },
      weight(Math.ceil(bytes / 1024), most),
    ],
  };
}

function weight(kilobytes: number, most: number | undefined): Message {
  return most === undefined
    ? say('{0} KB.', kilobytes)
    : say('{0} KB of the {1} KB that are allowed here.', kilobytes, most);
}
