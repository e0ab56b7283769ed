import type { Message } from '../../flowjson/message';
import type { FlowMap, Thumbnails } from '../../webview/map/contract';
import { drawEdge, drawLabel } from '../../webview/map/drawing/drawEdge';
import { drawCard, emptyPhone } from '../../webview/map/drawing/drawNode';
import { card, phone, phoneAt, type Look, type Shape } from '../../webview/map/drawing/shapes';
import { colours } from './colours';

/**
 * The map as a file of its own: no script, no style sheet, nothing from elsewhere, in light colours for paper. Texts and
 * attributes are escaped where they are written, so that nothing in a flow becomes markup.
 */
export function svgOf(map: FlowMap, thumbnails: Thumbnails, tell: (message: Message) => string): string {
  const top = 44;
  const [width, height] = [Math.max(Math.ceil(map.width), card.width), Math.ceil(map.height) + top];
  const nodes = map.nodes.map((node) =>
    group(node.x, node.y, [
      ...drawCard(node, tell).map(element),
      ...(node.marks.includes('missing') ? [] : inPhone(thumbnails[node.key] ?? [])),
    ]),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif">`,
    `<title>${escaped(map.name)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="24" y="30" font-size="16" font-weight="600" fill="#1f2328">${escaped(map.name)}</text>`,
    group(0, top, [
      ...map.edges.flatMap((edge) => drawEdge(edge, map.leadsDown)).map(element),
      ...nodes,
      ...map.edges.flatMap((edge) => drawLabel(edge)).map(element),
    ]),
    '</svg>',
    '',
  ].join('\n');
}

function inPhone(picture: readonly Shape[]): string[] {
  const { width, height } = phone;
  return [
    `<svg x="${phoneAt.x}" y="${phoneAt.y}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    ...[emptyPhone, ...picture].map(element),
    '</svg>',
  ];
}

function group(x: number, y: number, inner: readonly string[]): string {
  return [`<g transform="translate(${x} ${y})">`, ...inner, '</g>'].join('\n');
}

function element(shape: Shape): string {
  const paint = attributes(colours[shape.look]);
  switch (shape.is) {
    case 'rect': {
      const { x, y, width, height, round = 0 } = shape;
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}"${paint}/>`;
    }
    case 'path':
      return `<path d="${escaped(shape.d)}"${paint}/>`;
    case 'text': {
      const { x, y, size, anchor, bold, mono, text } = shape;
      const look = [
        anchor === undefined ? '' : ` text-anchor="${anchor}"`,
        bold ? ' font-weight="600"' : '',
        mono ? ' font-family="ui-monospace, Menlo, Consolas, monospace"' : '',
      ].join('');
      return `<text x="${x}" y="${y}" font-size="${size}"${look}${paint}>${escaped(text)}</text>`;
    }
  }
}

function attributes(paint: (typeof colours)[Look]): string {
  return Object.entries(paint)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
}

/** Text as XML may hold it: its signs escaped, those that XML does not know left out. */
export function escaped(text: string): string {
  return text
    .replace(notXml, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

// eslint-disable-next-line no-control-regex
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
