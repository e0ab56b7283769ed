import type { JSX } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useState } from 'preact/hooks';
import { say } from '../../flowjson/message';
import type { Host as AnyHost } from '../shared/host';
import { teller } from '../shared/tell';
import { Toast } from '../shared/toast';
import { useLatest } from '../shared/useLatest';
import { Bar } from './bar/bar';
import type { LookSettings, PanelState, ToHost, ToPage } from './contract';
import { useEditorTheme } from './editorTheme';
import { looksOf } from './looks';
import { atFirst, taken, type PageState } from './pageState';
import { Pane } from './pane/pane';
import { Unpacker } from './parcels';
import { takePicture, type Order } from './pictures/takePicture';
import { Split } from './split';
import { Stage } from './stage/stage';

export type Host = AnyHost<ToHost, ToPage, PanelState>;
type Start = NonNullable<PageState['start']>;

/** Nothing is drawn before the host has said what. */
export function App({ host }: { readonly host: Host }): JSX.Element | null {
  const [state, take] = useReducer(taken, atFirst);
  const [order, setOrder] = useState<Order>();

  // Before anything is painted: an answer to 'ready' must find somebody who listens.
  useLayoutEffect(() => {
    const unpacker = new Unpacker();
    const stop = host.onMessage((message) => {
      if (message.type === 'start') host.remember(message.state);
      if (message.type === 'show') {
        take({ ...message, picture: unpacker.unpack(message.picture, message.parcels) });
      } else if (message.type === 'draw') {
        setOrder({ ...message, screens: unpacker.unpack(message.screens, message.parcels) });
      } else take(message);
    });
    host.post({ type: 'ready' });
    return stop;
  }, [host]);

  return state.start && <Preview host={host} start={state.start} state={state} take={take} order={order} />;
}

interface PreviewProps {
  readonly host: Host;
  readonly start: Start;
  readonly state: PageState;
  readonly take: (message: Parameters<typeof taken>[1]) => void;
  /** The picture that was ordered last. */
  readonly order: Order | undefined;
}

function Preview({ host, start, state, take, order }: PreviewProps): JSX.Element {
  const { picture, inspects, said } = state;
  const { dictionary, language } = start;
  const texts = useMemo(() => ({ language, tell: teller(dictionary) }), [dictionary, language]);
  const { tell } = texts;
  const [look, setLook] = useState(start.look);
  const editor = useEditorTheme();
  const post = useCallback((message: ToHost) => host.post(message), [host]);
  const change = (changed: LookSettings) => {
    setLook(changed);
    post({ type: 'look', look: changed });
  };
  const inspect = (on: boolean) => take({ type: 'inspects', on });
  useEscape(inspects, () => inspect(false));
  useOrder(order, (taken) => {
    if (taken.screens) take({ type: 'say', message: say('Drawing the picture…') });
    const [phone] = looksOf(look, { ...editor, contrast: false });
    void takePicture(taken, { picture, phone: phone!, size: look, texts, post }).then(
      (message) => message && take({ type: 'say', message }),
    );
  });
  return (
    <div class="preview">
      {picture ? (
        <>
          <Bar
            picture={picture}
            look={look}
            inspects={inspects}
            tell={tell}
            post={post}
            onInspect={inspect}
            onLook={change}
          />
          <Split
            label={tell(say('Size of the pane'))}
            wanted={state.waiting?.number}
            stage={
              <Stage
                picture={picture}
                look={look}
                editor={editor}
                fixes={state.fixes}
                inspects={inspects}
                texts={texts}
                post={post}
                onLook={change}
                onLeave={() => inspect(false)}
              />
            }
            pane={
              <Pane
                key={start.state.uri}
                waiting={state.waiting}
                data={state.data}
                log={state.log}
                endpoint={state.endpoint}
                tell={tell}
                language={language}
                post={post}
              />
            }
          />
        </>
      ) : (
        <Nothing text={tell(state.reason)} />
      )}
      <Toast said={{ text: said ? tell(said.message) : '', count: said?.count ?? 0 }} />
    </div>
  );
}

function Nothing({ text }: { readonly text: string }): JSX.Element {
  return (
    <main class="nothing">
      <p role="status">{text}</p>
    </main>
  );
}

/** Escape leaves the inspect tool, wherever the focus is; who is nearer to the focus comes first. */
function useEscape(on: boolean, leave: () => void): void {
  const latest = useLatest(leave);
  useEffect(() => {
    if (!on) return;
    const onKeyDown = ({ key, defaultPrevented }: KeyboardEvent) => {
      if (key === 'Escape' && !defaultPrevented) latest.current();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [on]);
}

/** Carries an order out once, with what the page shows then. */
function useOrder(order: Order | undefined, carryOut: (order: Order) => void): void {
  const latest = useLatest(carryOut);
  useEffect(() => {
    if (order) latest.current(order);
  }, [order]);
}
