import { render, type JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { parseFlow } from '../../../../src/flowjson/analyse';
import type { Flow } from '../../../../src/flowjson/model/flow';
import { project, type PlayerEvent } from '../../../../src/player/player';
import type { Look } from '../../../../src/player/view/look';
import { Player } from '../../../../src/player/view/player';
import '../../../../src/player/view/player.css';
import { answered, begin, proceed, type Hosted } from './hosted';
import type { Opened } from './opened';
import { askedBy, type Asked } from './parameters';

/** Long enough to see that the flow waits, in milliseconds. */
const thinking = 300;

type Happening = PlayerEvent | { readonly is: 'thought' };

/** The phone, and under it how the page was opened and what happened. */
function Preview({ opened }: { readonly opened: Opened }): JSX.Element {
  const flow = useMemo(() => parseFlow(opened.json), [opened]);
  const asked = useMemo(() => askedBy(new URLSearchParams(location.search), flow), [flow]);
  const [hosted, act] = useReducer(
    (before: Hosted, happening: Happening) =>
      happening.is === 'thought' ? answered(flow, before) : proceed(flow, before, happening, asked),
    undefined,
    () => begin(flow, asked),
  );
  const { phase } = hosted.state;
  useEffect(() => {
    if (phase.is !== 'waiting') return undefined;
    const timer = setTimeout(() => act({ is: 'thought' }), thinking);
    return () => clearTimeout(timer);
  }, [phase]);
  useEffect(() => hosted.opens.forEach((url) => window.open(url, '_blank', 'noopener')), [hosted.opens]);
  const look = useLook();
  return (
    <>
      <main class="phone" aria-label="Preview Flow">
        {opened.draft && <div class="draft">This WhatsApp Flow is a draft</div>}
        <div class="screen">
          <Player projection={project(flow, hosted.state)} look={look} act={act} />
        </div>
      </main>
      <Desk asked={asked} flow={flow} />
      {asked.debug && <Log lines={hosted.log} />}
    </>
  );
}

/** Says which parameters were honoured. */
function Desk({ asked, flow }: { readonly asked: Asked; readonly flow: Flow }): JSX.Element {
  const { interactive, given, wrong } = asked;
  const facts = [
    'Simulated preview',
    interactive ? 'interactive' : 'not interactive',
    ...given.map((name) => `${name} given`),
    ...(interactive && flow.endpoint ? ['answers are examples'] : []),
  ];
  return (
    <div class="desk">
      {facts.join(' · ')}
      {wrong !== null && <div class="wrong">{wrong}</div>}
    </div>
  );
}

function Log({ lines }: { readonly lines: readonly string[] }): JSX.Element {
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' }), [lines]);
  return (
    <ol class="log" ref={list}>
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ol>
  );
}

/** A phone in the person's language and theme. */
function useLook(): Look {
  const dark = useMemo(() => matchMedia('(prefers-color-scheme: dark)'), []);
  const [isDark, setDark] = useState(dark.matches);
  useEffect(() => {
    const listen = () => setDark(dark.matches);
    dark.addEventListener('change', listen);
    return () => dark.removeEventListener('change', listen);
  }, [dark]);
  return useMemo(
    () => ({
      platform: 'android',
      theme: isDark ? 'dark' : 'light',
      direction: /^(ar|fa|he|ur)\b/.test(navigator.language) ? 'rtl' : 'ltr',
      scale: 1,
    }),
    [isDark],
  );
}

const opened = JSON.parse(document.getElementById('flow')!.textContent) as Opened;
render(<Preview opened={opened} />, document.getElementById('page')!);
