import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { say } from '../../../../flowjson/message';
import type { LogEntry } from '../../contract';
import { PaneIcon, type PaneIconName } from '../paneIcons';
import type { PaneUi } from '../paneUi';
import { EventItem } from './eventItem';

/** Events drawn at once, and how many more on request: a thousand are more than anybody reads. */
const some = 150;

/** As short as can be, and the same width for all. */
const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;

interface EventsProps {
  readonly ui: PaneUi;
  readonly log: readonly LogEntry[];
  readonly isFront: boolean;
}

/** What happened since the flow was opened: the newest below, in sight unless the person has scrolled away from it. */
export function Events({ ui, log, isFront }: EventsProps): JSX.Element {
  const [most, setMost] = useState(some);
  const shown = log.slice(-most);
  const earlier = log.length - shown.length;
  const { list, onScroll } = useNewestInSight(log, isFront);
  const times = useMemo(() => new Intl.DateTimeFormat(ui.language, clock), [ui.language]);
  return (
    <>
      <div class="bar" role="toolbar" aria-label={ui.tell(say('Events'))}>
        <Tool
          icon="beginning"
          label={ui.tell(say('Restart'))}
          hint={ui.tell(say('Opens the flow anew, with nothing kept'))}
          onClick={() => ui.post({ type: 'restart', keepData: false })}
        />
        <Tool
          icon="restart"
          label={ui.tell(say('Restart with Data'))}
          hint={ui.tell(say('Opens the flow anew; the screens keep the data that they were given'))}
          onClick={() => ui.post({ type: 'restart', keepData: true })}
        />
        <span class="spring" />
        <Tool
          icon="export"
          label={ui.tell(say('Export Log…'))}
          hint={ui.tell(say('Saves all events with their payloads as JSON'))}
          onClick={() => ui.post({ type: 'press', button: 'exportLog' })}
        />
      </div>
      <div class="scroller" ref={list} onScroll={onScroll}>
        {earlier > 0 && (
          <button type="button" class="link earlier" onClick={() => setMost(most + some)}>
            {ui.tell(say('Show earlier events ({0})', earlier))}
          </button>
        )}
        <ol class="events" aria-label={ui.tell(say('Events'))}>
          {shown.map((entry, index) => (
            <EventItem
              key={`${entry.number} ${entry.kind}`}
              ui={ui}
              entry={entry}
              time={times.format(entry.at)}
              isNewest={index === shown.length - 1}
            />
          ))}
        </ol>
      </div>
    </>
  );
}

interface ToolProps {
  readonly icon: PaneIconName;
  readonly label: string;
  readonly hint: string;
  readonly onClick: () => void;
}

function Tool({ icon, label, hint, onClick }: ToolProps): JSX.Element {
  return (
    <button type="button" class="tool" aria-label={label} title={hint} onClick={onClick}>
      <PaneIcon name={icon} />
      <span class="label">{label}</span>
    </button>
  );
}

/** How far from the end still counts as there: half a line. */
const near = 16;

/** Keeps the end of a list in sight while it grows, until the person scrolls up to read. */
function useNewestInSight(
  content: unknown,
  isFront: boolean,
): { list: { current: HTMLDivElement | null }; onScroll: () => void } {
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null || !isFront) return;
    const show = (): void => {
      if (isAtEnd.current) element.scrollTop = element.scrollHeight;
    };
    show();
    const observer = new ResizeObserver(show);
    observer.observe(element);
    return () => observer.disconnect();
  }, [content, isFront]);
  const onScroll = (): void => {
    const element = list.current;
    // A list that is hidden scrolls to nowhere: that is not the person's wish.
    if (element === null || !isFront) return;
    isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight <= near;
  };
  return { list, onScroll };
}
