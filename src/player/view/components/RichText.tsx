import type { JSX } from 'preact';
import { own } from '../../json';
import { dialects } from '../markdown/nodes';
import { MarkdownText } from '../parts/paragraphs';
import type { Props } from '../ui';

export function RichText({ drawn, ui }: Props): JSX.Element {
  return (
    <div class="wf-text wf-body wf-rich">
      <MarkdownText text={own(drawn.properties, 'text')} dialect={dialects.RichText} ui={ui} />
    </div>
  );
}
