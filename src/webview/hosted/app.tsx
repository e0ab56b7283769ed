import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Host as AnyHost } from '../shared/host';
import type { Button, PanelState, ToHost, ToWebview } from './contract';
import { useRemaining } from './deadline';
import { Header } from './header';
import { Notice } from './notice';
import { OptionsForm } from './optionsForm';
import type { PreviewOptions } from './options';
import { QrDialog } from './qrDialog';
import { Stage } from './stage';
import { Toast, type Said } from '../shared/toast';
import { Toolbar, type Zoom } from './toolbar';

type Host = AnyHost<ToHost, ToWebview, PanelState>;
type Start = Extract<ToWebview, { type: 'start' }>;
type Show = Extract<ToWebview, { type: 'show' }>;

/** Nothing is drawn before the host has said what. */
export function App({ host }: { host: Host }): JSX.Element | null {
  const [start, setStart] = useState<Start>();
  const [show, setShow] = useState<Show>();
  const [said, setSaid] = useState<Said>({ text: '', count: 0 });

  // Before anything is painted: an answer to 'ready' must find somebody who listens.
  useLayoutEffect(() => {
    const stop = host.onMessage((message) => {
      if (message.type === 'start') {
        host.remember(message.state);
        setStart(message);
      } else if (message.type === 'show') setShow(message);
      else setSaid(({ count }) => ({ text: message.text, count: count + 1 }));
    });
    host.post({ type: 'ready' });
    return stop;
  }, [host]);

  return start && show ? <Preview host={host} start={start} show={show} said={said} /> : null;
}

interface PreviewProps {
  readonly host: Host;
  readonly start: Start;
  readonly show: Show;
  readonly said: Said;
}

function Preview({ host, start, show, said }: PreviewProps): JSX.Element {
  const { texts, language } = start;
  const { flow, body } = show;
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [options, setOptions] = useState(start.options);
  const [showsOptions, setShowsOptions] = useState(false);
  const [showsQr, setShowsQr] = useState(false);
  const [announcement, announce] = useState('');

  const remaining = useRemaining(show, body.kind === 'frame' ? body.remaining : undefined);
  const hasEnded = remaining !== undefined && remaining <= 0;
  // Whatever the host believes: a link that has ended is not in the frame, not even for a second.
  const frame = body.kind === 'frame' && !hasEnded ? body : undefined;
  useEffect(() => {
    if (hasEnded) host.post({ type: 'ended' });
  }, [hasEnded, show]);

  const hasFrame = frame !== undefined;
  useEffect(() => {
    if (!hasFrame) setShowsQr(false);
  }, [hasFrame]);

  const isBusy = body.kind === 'loading' || hasEnded || body.asking;
  const press = (button: Button) => host.post({ type: 'press', button });
  const apply = (applied: PreviewOptions) => {
    setOptions(applied);
    host.post({ type: 'options', options: applied });
    announce(texts.applied);
  };

  return (
    <div class="preview">
      <Header flow={flow} frame={frame} remaining={remaining} texts={texts} language={language} />
      <Toolbar
        texts={texts}
        canUseLink={hasFrame}
        zoom={zoom}
        showsOptions={showsOptions}
        onPress={press}
        onZoom={setZoom}
        onQr={() => setShowsQr(true)}
        onOptions={() => setShowsOptions(!showsOptions)}
      />
      <div class={isBusy ? 'progress busy' : 'progress'} aria-hidden="true" />
      <div class="content">
        {showsOptions && (
          <OptionsForm
            texts={texts}
            options={options}
            onApply={apply}
            onClose={() => setShowsOptions(false)}
          />
        )}
        {body.kind === 'notice' ? (
          <Notice body={body} texts={texts} onPress={press} />
        ) : (
          <Stage
            texts={texts}
            zoom={zoom}
            frame={frame}
            onPress={press}
            onLoaded={() => announce(texts.loaded)}
            onSilent={() => host.post({ type: 'silent' })}
          />
        )}
      </div>
      {showsQr && frame && (
        <QrDialog
          texts={texts}
          link={frame.link}
          isPersonal={options.interactive && `${options.flowToken}${options.phoneNumber}` !== ''}
          onClose={() => setShowsQr(false)}
        />
      )}
      <Toast said={said} />
      <div class="for-screen-readers" role="status">
        {isBusy && !hasFrame ? texts.loading : announcement}
      </div>
    </div>
  );
}
