import type { ComponentChildren, JSX } from 'preact';
import { shortened } from '../../../flowjson/message';

/** What is surely cut off need not be on the page: long texts are slow to lay out. */
const longestLine = 400;

/** A text of at most so many lines (facts on Flow JSON, section 13); the style sheet has a class for each number. */
export function Clamped({
  lines,
  as: Tag = 'span',
  class: name = '',
  id,
  children,
}: {
  readonly lines: 1 | 2 | 3 | 4 | 5 | 8 | 150;
  readonly as?: 'span' | 'p' | 'h2' | 'h3' | 'div';
  readonly class?: string;
  readonly id?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <Tag id={id} class={`wf-lines-${lines} ${name}`} dir="auto">
      {typeof children === 'string' ? shortened(children, lines * longestLine) : children}
    </Tag>
  );
}
