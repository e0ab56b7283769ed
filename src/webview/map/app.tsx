import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Host as AnyHost } from '../shared/host';
import { teller } from '../shared/tell';
import { Toast, type Said } from '../shared/toast';
import type { PanelState, Thumbnails, ToHost, ToPage } from './contract';
import { MapView } from './mapView';
import { watchShape } from './shape';

export type Host = AnyHost<ToHost, ToPage, PanelState>;
type Start = Extract<ToPage, { type: 'start' }>;
type Shown = Extract<ToPage, { type: 'show' } | { type: 'nothing' }>;

/** Nothing is drawn before the host has said what. */
export function App({ host }: { host: Host }): JSX.Element | null {
  const [start, setStart] = useState<Start>();
  const [shown, setShown] = useState<Shown>();
  const [thumbnails, setThumbnails] = useState<Thumbnails>({});
  const [said, setSaid] = useState<Said>({ text: '', count: 0 });
  const tell = useMemo(() => teller(start?.dictionary), [start]);

  // Before anything is painted: an answer to 'ready' must find somebody who listens.
  useLayoutEffect(() => {
    let words = teller();
    const stop = host.onMessage((message) => {
      switch (message.type) {
        case 'start':
          words = teller(message.dictionary);
          host.remember(message.state);
          setStart(message);
          break;
        case 'thumbnails':
          setThumbnails((before) => ({ ...before, ...message.thumbnails }));
          break;
        case 'say': {
          const text = words(message.message);
          setSaid(({ count }) => ({ text, count: count + 1 }));
          break;
        }
        default:
          setShown(message);
      }
    });
    const forget = watchShape((isTall) => host.post({ type: 'shape', isTall }));
    host.post({ type: 'ready' });
    return () => {
      stop();
      forget();
    };
  }, [host]);

  if (start === undefined || shown === undefined) return null;
  return (
    <>
      {shown.type === 'nothing' ? (
        <main class="nothing">
          <p role="status">{tell(shown.reason)}</p>
        </main>
      ) : (
        <MapView host={host} map={shown.map} thumbnails={thumbnails} first={start.view} tell={tell} />
      )}
      <Toast said={said} />
    </>
  );
}
