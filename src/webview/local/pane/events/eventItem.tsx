import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { say } from '../../../../flowjson/message';
import type { LogEntry } from '../../contract';
import { ShownJson } from '../json/shownJson';
import { PaneIcon } from '../paneIcons';
import type { PaneUi } from '../paneUi';

interface EventItemProps {
  readonly ui: PaneUi;
  readonly entry: LogEntry;
  readonly time: string;
  /** The flow stands here: there is nothing to step back from. */
  readonly isNewest: boolean;
}

/** One event: what happened, when, what it carried, and the way back to it. */
export function EventItem({ ui, entry, time, isNewest }: EventItemProps): JSX.Element {
  const { kind, details, warnings = [] } = entry;
  const id = useId();
  // What the business gets is what a flow is for.
  const [isOpen, setOpen] = useState(kind === 'complete');
  const sentence = ui.tell(entry.message);
  const stepBack = ui.tell(say('Step back to here: {0}', sentence));
  const summary = (
    <>
      <span class="kind">
        <PaneIcon name={kind} />
      </span>
      <span class="sentence" dir="auto">
        {sentence}
      </span>
    </>
  );
  return (
    <li class={`event ${kind}`}>
      <div class="event-line">
        {details.length > 0 ? (
          <button
            type="button"
            class="summary"
            aria-expanded={isOpen}
            aria-controls={`${id}-details`}
            onClick={() => setOpen(!isOpen)}
          >
            {summary}
            <span class="chevron">
              <PaneIcon name="more" />
            </span>
          </button>
        ) : (
          <span class="summary">{summary}</span>
        )}
        <span class="when">
          <button
            type="button"
            class="tool step-back"
            aria-label={stepBack}
            title={ui.tell(say('Step Back to Here'))}
            disabled={isNewest}
            onClick={() => ui.post({ type: 'stepBack', number: entry.number })}
          >
            <PaneIcon name="back" />
          </button>
          <time dateTime={new Date(entry.at).toISOString()}>{time}</time>
        </span>
      </div>
      {warnings.map((warning) => (
        <p class="warning" dir="auto">
          {ui.tell(warning)}
        </p>
      ))}
      <div class="details" id={`${id}-details`} hidden={!isOpen}>
        {isOpen &&
          details.map(({ title, json }) => (
            <>
              <p class="hint">{ui.tell(title)}</p>
              <ShownJson ui={ui} title={ui.tell(title)} json={json} />
            </>
          ))}
      </div>
    </li>
  );
}
