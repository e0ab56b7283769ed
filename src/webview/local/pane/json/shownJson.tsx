import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { say } from '../../../../flowjson/message';
import type { PaneUi } from '../paneUi';
import { CopyButton } from './copyButton';

/** Longer texts are shown up to here and copied whole: a hundred screens of JSON help nobody. */
const mostShown = 20_000;

interface ShownJsonProps {
  readonly ui: PaneUi;
  /** What the JSON is, for those who do not see what stands above it. */
  readonly title: string;
  /** JSON text; text that is none is shown as it is. */
  readonly json: string;
}

/** JSON to be read: indented, coloured, with a button that copies it. */
export function ShownJson({ ui, title, json }: ShownJsonProps): JSX.Element {
  const text = useMemo(() => indented(json), [json]);
  const shown = useMemo(() => coloured(text.slice(0, mostShown)), [text]);
  return (
    <div class="json">
      <pre tabIndex={0} role="group" aria-label={title} dir="ltr">
        {shown}
      </pre>
      <CopyButton ui={ui} what={title} text={text} />
      {text.length > mostShown && (
        <p class="hint">{ui.tell(say('The rest is not shown here. Copying takes all of it.'))}</p>
      )}
    </div>
  );
}

function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}

/** A text, with a colon behind it when it is a name; or a number, or a word. */
const parts = /("(?:[^"\\\n]|\\.)*")(\s*:)?|-?\b\d[\d.eE+-]*|\b(?:true|false|null)\b/g;

/** Pieces of text and coloured elements around them: nothing is ever read as markup. */
function coloured(text: string): (string | JSX.Element)[] {
  const drawn: (string | JSX.Element)[] = [];
  let done = 0;
  for (const match of text.matchAll(parts)) {
    const [whole, quoted, colon] = match;
    const word = quoted ?? whole;
    const kind =
      colon !== undefined ? 'name' : quoted !== undefined ? 'text' : /^[tfn]/.test(word) ? 'word' : 'number';
    drawn.push(text.slice(done, match.index), <span class={kind}>{word}</span>);
    done = match.index + word.length;
  }
  return [...drawn, text.slice(done)];
}
