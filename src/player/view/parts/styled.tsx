import type { ComponentChildren, JSX } from 'preact';
import type { JsonObject } from '../../json';
import { isTrue, textOf } from '../properties';

/** The weight and the strike that a text has as a whole. */
export function Styled({
  properties,
  children,
}: {
  readonly properties: JsonObject;
  readonly children: ComponentChildren;
}): JSX.Element {
  const weight = textOf(properties, 'font-weight');
  let text = <>{children}</>;
  if (isTrue(properties, 'strikethrough')) text = <s>{text}</s>;
  if (weight === 'italic' || weight === 'bold_italic') text = <em>{text}</em>;
  if (weight === 'bold' || weight === 'bold_italic') text = <strong>{text}</strong>;
  return text;
}
