import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { say } from '../../../flowjson/message';
import type { Tell } from '../../shared/tell';
import type { EndpointView, LogEntry, ScreenData, ToHost, Waiting } from '../contract';
import { Answers } from './answers/answers';
import { Data } from './data/data';
import { Events } from './events/events';
import type { PaneUi } from './paneUi';
import { Tabs } from './tabs';
import './pane.css';

export interface PaneProps {
  readonly waiting: Waiting | null;
  readonly data: ScreenData | null;
  readonly log: readonly LogEntry[];
  readonly endpoint: EndpointView;
  readonly tell: Tell;
  /** BCP 47. */
  readonly language: string;
  readonly post: (message: ToHost) => void;
}

type TabName = 'events' | 'data' | 'answers';

/**
 * Beside the phone: what happened, what the screen is given, and who answers. Fills the element that it stands in. What
 * is half typed in it belongs to one document: key it by that.
 */
export function Pane({ waiting, data, log, endpoint, tell, language, post }: PaneProps): JSX.Element {
  const ui = useMemo<PaneUi>(() => ({ tell, language, post }), [tell, language, post]);
  const root = useRef<HTMLElement>(null);
  const [front, setFront] = useState<TabName>('events');
  /** What a request has taken the place of. */
  const before = useRef<TabName | null>(null);
  const wasInside = useRef(false);
  const isAsked = waiting?.by === 'person';

  // A request that the person has to answer comes to the front, not while they write something else; once it is
  // answered, what was in front before comes back.
  useEffect(() => {
    const focused = focusIn(root.current);
    if (!isAsked) {
      if (before.current === null) return;
      wasInside.current = focused !== null;
      setFront(before.current);
      before.current = null;
    } else if (focused?.matches('input, textarea') !== true && front !== 'answers') {
      wasInside.current = focused !== null;
      before.current = front;
      setFront('answers');
    }
  }, [isAsked, waiting?.number]);
  const focusTab = (): void =>
    root.current?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
  useLayoutEffect(() => {
    // What was pressed has gone behind: a keyboard must not start from the top of the page.
    if (wasInside.current) focusTab();
    wasInside.current = false;
  }, [front]);

  const name = tell(say('What happens in the flow'));
  return (
    <aside class="pane" aria-label={name} ref={root}>
      <Tabs
        label={name}
        front={front}
        onFront={(name) => {
          before.current = null;
          setFront(name);
        }}
        tabs={[
          {
            name: 'events',
            label: tell(say('Events')),
            content: <Events ui={ui} log={log} isFront={front === 'events'} />,
          },
          { name: 'data', label: tell(say('Data')), content: <Data ui={ui} data={data} /> },
          {
            name: 'answers',
            label: tell(say('Answers')),
            badge: isAsked ? tell(say('waits for your answer')) : undefined,
            content: <Answers ui={ui} waiting={waiting} endpoint={endpoint} onAnswered={focusTab} />,
          },
        ]}
      />
      <div class="for-screen-readers" role="status">
        {isAsked && tell(say('The flow asks its endpoint: answer it under Answers.'))}
      </div>
    </aside>
  );
}

function focusIn(root: HTMLElement | null): Element | null {
  const { activeElement } = document;
  return root !== null && root.contains(activeElement) ? activeElement : null;
}
