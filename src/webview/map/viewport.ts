import { card, type Point, type Size } from './drawing/shapes';

/** Where the origin of the map lies on the stage, and how large the map is drawn. */
export interface Zoom extends Point {
  readonly scale: number;
}

const least = 0.04;
const most = 3;
const margin = 12;

/** The whole map in the middle of the stage, never larger than life. */
export function fitting(map: Size, stage: Size): Zoom {
  const room = {
    width: Math.max(stage.width - 2 * margin, 1),
    height: Math.max(stage.height - 2 * margin, 1),
  };
  const wanted = Math.min(room.width / Math.max(map.width, 1), room.height / Math.max(map.height, 1), 1);
  return centred(map, stage, Math.max(wanted, least));
}

/** What is seen first: all of it, or of a map that would be too small to be read its first screens. */
export function opening(map: Opened, stage: Size): Zoom {
  const all = fitting(map, stage);
  if (all.scale >= legible) return all;
  const scale = comfortable;
  const entry = map.nodes.find(({ marks }) => marks.includes('entry')) ?? map.nodes[0];
  const { x = 0, y = 0 } = entry ?? {};
  return bringing(
    map.leadsDown
      ? { x: (stage.width - map.width * scale) / 2, y: margin, scale }
      : { x: margin, y: (stage.height - map.height * scale) / 2, scale },
    { x, y, ...card },
    stage,
  );
}

interface Opened extends Size {
  readonly nodes: readonly (Point & { readonly marks: readonly string[] })[];
  readonly leadsDown: boolean;
}

/** The smallest scale at which ids can be read. */
const legible = 0.3;
/** The scale of a map of which a part is seen anyhow: its pictures can be made out. */
const comfortable = 0.55;

function centred(map: Size, stage: Size, scale: number): Zoom {
  return {
    x: (stage.width - map.width * scale) / 2,
    y: (stage.height - map.height * scale) / 2,
    scale,
  };
}

/** The same place of the map stays under `at`, a point of the stage. */
export function zoomedTo(zoom: Zoom, scale: number, at: Point): Zoom {
  const bounded = Math.min(Math.max(scale, least), most);
  const grown = bounded / zoom.scale;
  return { x: at.x - (at.x - zoom.x) * grown, y: at.y - (at.y - zoom.y) * grown, scale: bounded };
}

export function panned(zoom: Zoom, x: number, y: number): Zoom {
  return { ...zoom, x: zoom.x + x, y: zoom.y + y };
}

/** As little further as it takes for a part of the map to be seen whole. */
export function bringing(zoom: Zoom, part: Point & Size, stage: Size): Zoom {
  const shift = (start: number, length: number, room: number): number => {
    if (start < margin) return margin - start;
    return start + length > room - margin ? Math.max(room - margin - start - length, margin - start) : 0;
  };
  const x = shift(zoom.x + part.x * zoom.scale, part.width * zoom.scale, stage.width);
  const y = shift(zoom.y + part.y * zoom.scale, part.height * zoom.scale, stage.height);
  return x === 0 && y === 0 ? zoom : panned(zoom, x, y);
}
