import type { JSX } from 'preact';
import { Paragraphs } from '../parts/paragraphs';
import type { Props } from '../ui';

export function TextBody(props: Props): JSX.Element {
  return <Paragraphs {...props} />;
}
