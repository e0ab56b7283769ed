import { element, escape } from './html';
import { isLoose, type Loose, resolve, textOf } from './values';

/** What a component needs to know of the screen that it stands on. */
export interface Surroundings {
  readonly data: Loose;
  /** Collected, because the footer is drawn under the scrolling column. */
  readonly footers: string[];
}

export type Draw = (component: Loose, around: Surroundings) => string;

export function label(component: Loose, { data }: Surroundings, text: unknown = component.label): string {
  const optional =
    resolve(component.required, data) === true ? '' : element('span', { class: 'optional' }, ' (optional)');
  return element('span', { class: 'label', dir: 'auto' }, escape(textOf(resolve(text, data))), optional);
}

export function helper(component: Loose, { data }: Surroundings): string {
  const text = component['helper-text'] ?? component.description;
  return text === undefined
    ? ''
    : element('span', { class: 'helper', dir: 'auto' }, escape(textOf(resolve(text, data))));
}

export function small(text: unknown): string {
  return text === undefined ? '' : element('small', {}, escape(textOf(text)));
}

/** A label, something to fill in, and a hint. */
export const field =
  (inner: Draw): Draw =>
  (component, around) =>
    element(
      'label',
      { class: 'field' },
      label(component, around),
      inner(component, around),
      helper(component, around),
    );

/** What a tap does, for the script of the page. */
export function tap(action: unknown): Readonly<Record<string, string | undefined>> {
  if (!isLoose(action)) return {};
  const next = isLoose(action.next) ? textOf(action.next.name) : undefined;
  return {
    'data-action': textOf(action.name),
    'data-next': next,
    'data-payload': JSON.stringify(action.payload ?? {}),
  };
}

export function image(
  source: unknown,
  alternative: unknown,
  { height, 'scale-type': scale }: Loose = {},
): string {
  const base64 = textOf(source);
  const type = base64.startsWith('/9j/') ? 'jpeg' : base64.startsWith('UklGR') ? 'webp' : 'png';
  return element('img', {
    class: scale === 'cover' ? 'image cover' : 'image',
    alt: textOf(alternative),
    height: typeof height === 'number' ? height : undefined,
    src: `data:image/${type};base64,${base64}`,
  });
}
