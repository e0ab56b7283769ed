import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { say } from '../../../../flowjson/message';
import type { LogEntry } from '../../contract';
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
