import { render } from 'preact';
import type { Projection } from '../../../player/player';
import type { Look } from '../../../player/view/look';
import { Player } from '../../../player/view/player';
import type { Texts } from '../../../player/view/texts';
import type { Size } from '../looks';

/** A phone that is drawn and stands still. */
export interface Still extends Size {
  readonly image: HTMLImageElement;
}

export interface Manner {
  readonly look: Look;
  readonly size: Size;
  readonly texts: Texts;
}

/** A screen of a hundred screens' height is a mistake, not a picture. */
const highest = 6_000;

/**
 * Draws a phone off the stage: as high as it takes to show the whole screen, without flags and marks.
 *
 * @throws {DOMException} when the browser cannot draw it
 */
export async function stillOf(projection: Projection, manner: Manner): Promise<Still> {
  const { xml, width, height } = phoneAsXml(projection, manner);
  const image = new Image();
  // As `data:`: a picture from a `blob:` would make the canvas unreadable.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
      `<foreignObject width="100%" height="100%">${xml}</foreignObject></svg>`,
  )}`;
  await image.decode();
  return { image, width, height };
}

function phoneAsXml(
  projection: Projection,
  { look, size: { width, height }, texts }: Manner,
): Size & { readonly xml: string } {
  const place = document.createElement('div');
  place.className = 'off-stage';
  place.inert = true;
  Object.assign(place.style, { width: `${width}px`, height: `${height}px` });
  document.body.append(place);
  try {
    render(<Player projection={projection} look={look} texts={texts} act={() => undefined} />, place);
    const scroll = place.querySelector('.wf-scroll');
    const more = scroll ? scroll.scrollHeight - scroll.clientHeight : 0;
    const whole = Math.min(height + more, Math.max(height, highest));
    const copy = copyOf(place);
    Object.assign(copy.style, { width: `${width}px`, height: `${whole}px` });
    return { width, height: whole, xml: asXml(copy) };
  } finally {
    render(null, place);
    place.remove();
  }
}

/** With what is typed and ticked, which is no part of the markup by itself. */
function copyOf(place: HTMLElement): HTMLElement {
  const copy = place.cloneNode(true) as HTMLElement;
  const fields = [...copy.querySelectorAll('input, textarea')];
  place.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea').forEach((from, index) => {
    const to = fields[index]!;
    if (from instanceof HTMLTextAreaElement) to.textContent = from.value;
    else {
      to.setAttribute('value', from.value);
      to.toggleAttribute('checked', from.checked);
    }
  });
  for (const image of copy.querySelectorAll('img')) image.setAttribute('decoding', 'sync');
  return copy;
}

function asXml(copy: HTMLElement): string {
  const style = document.createElement('style');
  style.textContent = playerStyles();
  copy.prepend(style);
  copy.removeAttribute('class');
  copy.removeAttribute('inert');
  return readable(new XMLSerializer().serializeToString(copy));
}

/** Signs that XML has no place for; flows can have any. */
export function readable(xml: string): string {
  // eslint-disable-next-line no-control-regex
  return xml.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Surrogate}]/gu, '\uFFFD');
}

/** The player's own rules among all of the page's. */
function playerStyles(): string {
  return [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => !(rule instanceof CSSImportRule) && rule.cssText.includes('wf-'))
    .filter((rule) => !rule.cssText.startsWith('@scope'))
    .map(({ cssText }) => cssText)
    .join('\n');
}
