import type { Look } from '../../webview/map/drawing/shapes';

type Paint = Readonly<
  Partial<Record<'fill' | 'stroke' | 'stroke-width' | 'stroke-dasharray', string | number>>
>;

const fill = (colour: string): Paint => ({ fill: colour });
const line = (colour: string, width = 1): Paint => ({ fill: 'none', stroke: colour, 'stroke-width': width });
const box = (inside: string, border: string, width = 1): Paint => ({
  fill: inside,
  stroke: border,
  'stroke-width': width,
});

const ink = '#1f2328';
const soft = '#59636e';
const grey = '#d1d9e0';
const red = '#c0272d';
const orange = '#9a5b00';
const green = '#1a7f4b';
const blue = '#0a5fb4';
const way = '#6e7781';

/** On white paper, also where it is printed without colours. */
export const colours: Readonly<Record<Look, Paint>> = {
  card: box('#f6f8fa', grey),
  'card-unreachable': { ...box('#fff8ec', orange, 1.5), 'stroke-dasharray': '5 3' },
  'card-deadEnd': box('#fff8ec', orange, 1.5),
  'card-missing': { ...box('#fff1f0', red, 1.5), 'stroke-dasharray': '5 3' },
  'card-problem': box('#f6f8fa', red, 1.5),
  id: fill(ink),
  quiet: fill(soft),
  pill: box('#ffffff', grey),
  'pill-entry': fill(blue),
  'pill-end': fill(green),
  'pill-warning': fill(orange),
  'pill-error': fill(red),
  'on-pill': fill(soft),
  'on-pill-entry': fill('#ffffff'),
  'on-pill-end': fill('#ffffff'),
  'on-pill-warning': fill('#ffffff'),
  'on-pill-error': fill('#ffffff'),
  phone: box('#ffffff', grey, 0.75),
  bar: fill('#eef1f4'),
  title: fill(ink),
  text: fill('#3b434b'),
  strong: fill(ink),
  faint: fill(soft),
  line: line(soft, 0.9),
  field: box('#ffffff', '#8c959f', 0.75),
  link: fill(blue),
  picture: fill('#e4e8ec'),
  dashed: { ...line('#8c959f', 0.75), 'stroke-dasharray': '2 2' },
  button: fill(green),
  'on-button': fill('#ffffff'),
  edge: line(way, 1.4),
  'edge-dashed': { ...line(way, 1.4), 'stroke-dasharray': '5 4' },
  'edge-problem': line(red, 1.8),
  'edge-problem-dashed': { ...line(red, 1.8), 'stroke-dasharray': '5 4' },
  walked: line('#a5e0bf', 6),
  head: fill(way),
  'head-problem': fill(red),
  label: fill(soft),
  'label-plate': fill('#ffffff'),
};
