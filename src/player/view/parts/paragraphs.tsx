import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { shortened } from '../../../flowjson/message';
import { isList, own, type Json } from '../../json';
import type { Drawn } from '../../projection/types';
import { readMarkdown } from '../markdown/blocks';
import { Markdown } from '../markdown/markdown';
import { dialects, type Dialect } from '../markdown/nodes';
import { isTrue } from '../properties';
import type { Ui } from '../ui';
import { Styled } from './styled';

/** What no phone shows of a text need not be on the page. */
const longest = 20_000;

/** The paragraphs of a `text`: one, or a list of them. */
function paragraphsOf(text: Json | undefined): readonly string[] {
  if (typeof text === 'string') return [text];
  return isList(text) ? text.filter((one) => typeof one === 'string') : [];
}

/** A text read as markdown, once for each text. */
export function MarkdownText({
  text,
  dialect,
  ui,
}: {
  readonly text: Json | undefined;
  readonly dialect: Dialect;
  readonly ui: Ui;
}): JSX.Element {
  const paragraphs = paragraphsOf(text);
  const whole = typeof text === 'string' ? text : paragraphs.join('\n\n');
  // The same text gives the same elements, which need no comparing; of the `ui` only the language is looked at.
  return useMemo(
    () => <Markdown blocks={readMarkdown(typeof text === 'string' ? text : paragraphs, dialect)} ui={ui} />,
    [whole, typeof text, dialect, ui.language],
  );
}

/** TextBody and TextCaption: the same but for their size and for lists (facts on Flow JSON, section 8.2). */
export function Paragraphs({
  drawn: { properties, type },
  ui,
}: {
  readonly drawn: Drawn;
  readonly ui: Ui;
}): JSX.Element {
  const text = own(properties, 'text');
  const kind = type === 'TextCaption' ? 'TextCaption' : 'TextBody';
  return (
    <div class={`wf-text wf-lines-150 wf-${kind === 'TextBody' ? 'body' : 'caption'}`}>
      {isTrue(properties, 'markdown') ? (
        <Styled properties={properties}>
          <MarkdownText text={text} dialect={dialects[kind]} ui={ui} />
        </Styled>
      ) : (
        paragraphsOf(text).map((paragraph, index) => (
          <p key={index} class="wf-paragraph" dir="auto">
            <Styled properties={properties}>{shortened(paragraph, longest)}</Styled>
          </p>
        ))
      )}
    </div>
  );
}
