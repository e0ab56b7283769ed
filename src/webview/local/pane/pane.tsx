import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { say, type Message } from '../../../flowjson/message';
import type { EndpointView, LogEntry, ScreenData, ToHost, Waiting } from '../contract';
import { Tabs } from './tabs';
import type { PaneUi } from './paneUi';
import './pane.css';

export interface PaneProps {
  readonly waiting: Waiting | null;
  readonly data: ScreenData | null;
  readonly log: readonly LogEntry[];
  readonly endpoint: EndpointView;
  readonly tell: (message: Message) => string;
  /** BCP 47. */
  readonly language: string;
  readonly post: (message: ToHost) => void;
}

/** Beside the phone: what happened, what the screen is given, and who answers. Fills the element that it stands in. */
export function Pane({ log, tell, language, post }: PaneProps): JSX.Element {
  const ui = useMemo<PaneUi>(() => ({ tell, language, post }), [tell, language, post]);
  const [front, setFront] = useState<'events' | 'data' | 'answers'>('events');
  return (
    <aside class="pane" aria-label={ui.tell(say('What the flow does'))}>
      <Tabs
        label={ui.tell(say('What the flow does'))}
        front={front}
        onFront={setFront}
        tabs={[
          { name: 'events', label: tell(say('Events')), content: log.map(({ message }) => tell(message)) },
          { name: 'data', label: tell(say('Data')), content: null },
          { name: 'answers', label: tell(say('Answers')), content: null },
        ]}
      />
    </aside>
  );
}
