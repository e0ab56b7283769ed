import { render, type JSX } from 'preact';
import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { parseFlow } from '../../../src/flowjson/analyse';
import { project, start, step, type PlayerEvent, type PlayerState } from '../../../src/player/player';
import type { Look } from '../../../src/player/view/look';
import { Player } from '../../../src/player/view/player';
import type { Specimen } from '../specimen';
import { sheets } from '../specimens';
import './page.css';

const looks: readonly Look[] = (['ltr', 'rtl'] as const).flatMap((direction) =>
  (['android', 'ios'] as const).flatMap((platform) =>
    (['light', 'dark'] as const).map((theme) => ({ platform, theme, direction, scale: 1 })),
  ),
);

/** Eight phones: all looks of one specimen. Each can be used. */
function Row({ specimen }: { readonly specimen: Specimen }): JSX.Element {
  return (
    <section class="row">
      <h2>{specimen.title}</h2>
      <div class="phones">
        {looks.map((look) => (
          <Phone key={Object.values(look).join(' ')} specimen={specimen} look={look} />
        ))}
      </div>
    </section>
  );
}

function Phone({ specimen, look }: { readonly specimen: Specimen; readonly look: Look }): JSX.Element {
  const flow = useMemo(() => parseFlow(specimen.flow), [specimen]);
  const frame = useRef<HTMLDivElement>(null);
  const [state, act] = useReducer(
    (state: PlayerState, event: PlayerEvent) => step(flow, state, event).state,
    undefined,
    () => (specimen.events ?? []).reduce((state, event) => step(flow, state, event).state, start(flow).state),
  );
  const shown = useMemo(() => ({ ...look, scale: specimen.scale ?? 1 }), [look, specimen]);
  usePresses(frame, specimen);
  return (
    <div ref={frame} class={`phone ${specimen.height ?? 'content'}`}>
      <Player projection={project(flow, state)} look={shown} act={act} mark={specimen.mark ?? null} />
    </div>
  );
}

function usePresses(frame: { readonly current: HTMLElement | null }, { press = [] }: Specimen): void {
  useLayoutEffect(() => {
    const gone = new AbortController();
    void (async () => {
      for (const selector of press) {
        // Each opens something that is drawn in the next frame.
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        if (!gone.signal.aborted) frame.current?.querySelector<HTMLElement>(selector)?.click();
      }
    })();
    return () => gone.abort();
  }, [frame, press]);
}

function Sheet({ name }: { readonly name: string }): JSX.Element {
  return (
    <main class="sheet" id={name}>
      <h1>{name}</h1>
      {sheets[name]!.map((specimen) => (
        <Row key={specimen.title} specimen={specimen} />
      ))}
    </main>
  );
}

function Gallery(): JSX.Element {
  const [, redraw] = useReducer((count: number, more: number) => count + more, 0);
  useLayoutEffect(() => {
    const listen = () => redraw(1);
    addEventListener('hashchange', listen);
    return () => removeEventListener('hashchange', listen);
  }, []);
  const wanted = decodeURIComponent(location.hash.slice(1));
  const names = Object.keys(sheets);
  const chosen = names.includes(wanted) ? wanted : names[0]!;
  return (
    <>
      <nav>
        {names.map((name) => (
          <a key={name} href={`#${name}`} aria-current={name === chosen ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <Sheet key={chosen} name={chosen} />
    </>
  );
}

const root = document.createElement('div');
document.body.append(root);
render(<Gallery />, root);
