import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { isList, own, type Json } from '../../json';
import type { Drawn } from '../../projection/types';
import { readMarkdown } from '../markdown/blocks';
import { Markdown } from '../markdown/markdown';
import { dialects, type Dialect } from '../markdown/nodes';
import { isTrue } from '../properties';
import type { Ui } from '../ui';
import { Styled } from './styled';

/** The paragraphs of a `text`: one, or a list of them. */
export function paragraphsOf(text: Json | undefined): readonly string[] {
  if (typeof text === 'string') return [text];
  return isList(text) ? text.filter((one) => typeof one === 'string') : [];
}

/** A text read as markdown; it is read once for each text. */
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
  const whole = JSON.stringify(paragraphs);
  const blocks = useMemo(
    () => readMarkdown(typeof text === 'string' ? text : paragraphs, dialect),
    [whole, dialect],
  );
  return <Markdown blocks={blocks} ui={ui} />;
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
            <Styled properties={properties}>{paragraph}</Styled>
          </p>
        ))
      )}
    </div>
  );
}
