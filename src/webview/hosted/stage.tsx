import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Body, Button, Texts } from './contract';
import { Icon } from '../shared/icons';
import type { Zoom } from './toolbar';

type FrameBody = Extract<Body, { kind: 'frame' }>;

/** What Meta's example gives the page, in CSS pixels. */
const PHONE = { width: 430, height: 800 };
/** Room for the phone's outline, on both sides together. */
const EDGE = 2;
const SMALLEST_SCALE = 0.25;
/** A page that has not loaded after this long is spoken of. */
const PATIENCE = 10_000;

interface StageProps {
  readonly texts: Texts;
  readonly zoom: Zoom;
  /** Undefined while there is no link: then a phone with nothing on it yet. */
  readonly frame: FrameBody | undefined;
  readonly onPress: (button: Button) => void;
  readonly onLoaded: () => void;
  readonly onSilent: () => void;
}

export function Stage({ texts, zoom, frame, onPress, onLoaded, onSilent }: StageProps): JSX.Element {
  const stage = useRef<HTMLElement>(null);
  const scale = useScale(stage, zoom);
  return (
    <div class="show">
      <main class={`stage ${zoom}`} ref={stage}>
        <div class="phone" style={{ '--scale': String(scale) }}>
          {frame ? (
            <Frame
              key={`${frame.round} ${frame.source}`}
              source={frame.source}
              texts={texts}
              onPress={onPress}
              onLoaded={onLoaded}
              onSilent={onSilent}
            />
          ) : (
            <Skeleton label={texts.loading} />
          )}
        </div>
      </main>
      <footer>
        {frame?.note && (
          <p class="note">
            <Icon name="warning" />
            {frame.note}
          </p>
        )}
        {/* Always there: a page that refuses to be framed looks loaded to us, and blank to a person. */}
        <p class={frame ? '' : 'not-yet'}>
          {texts.nothingToSee}{' '}
          <button type="button" class="link" onClick={() => onPress('openInBrowser')}>
            {texts.labels.openInBrowser}
          </button>
        </p>
      </footer>
    </div>
  );
}

interface FrameProps {
  readonly source: string;
  readonly texts: Texts;
  readonly onPress: (button: Button) => void;
  readonly onLoaded: () => void;
  readonly onSilent: () => void;
}

function Frame({ source, texts, onPress, onLoaded, onSilent }: FrameProps): JSX.Element {
  const [progress, setProgress] = useState<'loading' | 'silent' | 'loaded'>('loading');
  useEffect(() => {
    if (progress !== 'loading') return;
    const timer = setTimeout(() => {
      setProgress('silent');
      onSilent();
    }, PATIENCE);
    return () => clearTimeout(timer);
  }, [progress]);
  return (
    <>
      <iframe
        src={source}
        title={texts.frameTitle}
        width={PHONE.width}
        height={PHONE.height}
        sandbox="allow-scripts allow-same-origin allow-forms allow-downloads"
        referrerpolicy="no-referrer"
        onLoad={() => {
          setProgress('loaded');
          onLoaded();
        }}
      />
      {progress === 'loading' && <Skeleton label={texts.loading} />}
      {progress === 'silent' && (
        <div class="silent" role="alert">
          <Icon name="warning" />
          <p>{texts.silent}</p>
          <div class="ways-out">
            <button type="button" class="primary" onClick={() => onPress('openInBrowser')}>
              {texts.labels.openInBrowser}
            </button>
            <button type="button" onClick={() => onPress('reload')}>
              {texts.labels.reload}
            </button>
          </div>
        </div>
      )}
    </>
  );
}

/** The outline of a screen, until there is one. */
function Skeleton({ label }: { label: string }): JSX.Element {
  return (
    <div class="skeleton" role="img" aria-label={label}>
      <i class="bar" />
      <i class="title" />
      <i />
      <i class="short" />
      <i class="field" />
      <i class="field" />
      <i class="button" />
    </div>
  );
}

function useScale(stage: { current: HTMLElement | null }, zoom: Zoom): number {
  const [scale, setScale] = useState(1);
  useLayoutEffect(() => {
    const element = stage.current;
    if (element === null) return;
    const measure = () => {
      const { width, height } = element.getBoundingClientRect();
      const fits = Math.min((width - EDGE) / PHONE.width, (height - EDGE) / PHONE.height);
      setScale(zoom === 'full' ? 1 : Math.max(SMALLEST_SCALE, Math.min(1, fits)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [zoom]);
  return scale;
}
