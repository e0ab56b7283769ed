import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Drawn, Place, Projection } from '../projection/types';
import type { PlayerEvent } from '../state/state';
import { classesOf, type Look } from './look';
import { PhaseView } from './frame/phaseView';
import { englishTexts, type Texts } from './texts';
import type { Ui } from './ui';

export interface PlayerProps {
  readonly projection: Projection;
  readonly look: Look;
  /** Called with everything the person does. */
  readonly act: (event: PlayerEvent) => void;
  readonly texts?: Texts;
  /** The key of the component under the cursor in the text: it is marked, and scrolled to when it changes. */
  readonly mark?: string | null;
  /** What to draw at the edge of a component, by its key; `''` for the title bar. Nothing moves for it. */
  readonly beside?: (key: string) => ComponentChildren;
  /** The inspect tool: when given, a click does nothing but name what was clicked; without a key, the screen. */
  readonly onInspect?: (place: Place, key: string | null) => void;
}

let players = 0;
const nothing = () => null;

/**
 * A running flow, as a phone shows it. Fills the element that it stands in: 360 × 640 CSS pixels is the size that Meta's
 * preview has. Needs `player.css`.
 */
export function Player({
  projection,
  look,
  act,
  texts = englishTexts,
  mark = null,
  beside = nothing,
  onInspect,
}: PlayerProps): JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  const [overlay, setOverlay] = useState<HTMLElement | null>(null);
  const [number] = useState(() => (players += 1));
  const ui = useMemo<Ui>(
    () => ({
      look,
      language: texts.language,
      tell: texts.tell,
      act,
      id: (drawn, part) => `wf-${number}-${drawn.key}-${part}`,
      mark,
      beside,
      overlay,
    }),
    [look, texts, act, number, mark, beside, overlay],
  );
  useMarkInSight(root, mark);
  return (
    <div
      ref={root}
      class={`${classesOf(look)}${onInspect ? ' wf-inspecting' : ''}`}
      dir={look.direction}
      // Through the CSSOM, as Preact sets styles: a page without inline styles allows it.
      style={{ '--wf-scale': String(look.scale) }}
      onClickCapture={onInspect && ((event) => inspect(event, projection, onInspect))}
      onMouseDownCapture={onInspect && ((event) => event.preventDefault())}
    >
      <PhaseView projection={projection} ui={ui} />
      <div class="wf-overlay" ref={setOverlay} />
    </div>
  );
}

function useMarkInSight(root: { readonly current: HTMLElement | null }, mark: string | null): void {
  useEffect(() => {
    if (mark !== null) root.current?.querySelector('.wf-marked')?.scrollIntoView({ block: 'nearest' });
  }, [root, mark]);
}

function inspect(
  event: Event,
  { screen }: Projection,
  onInspect: (place: Place, key: string | null) => void,
): void {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('.wf-beside')) return;
  event.preventDefault();
  event.stopPropagation();
  if (screen === null) return;
  const element = target?.closest<HTMLElement>('[data-key]');
  const all = [...screen.components, ...(screen.footer ? [screen.footer] : [])];
  const drawn = element && find(all, element.dataset['key']!);
  onInspect(drawn ? drawn.place : screen.place, drawn ? drawn.key : null);
}

function find(list: readonly Drawn[], key: string): Drawn | undefined {
  for (const one of list) {
    const found = one.key === key ? one : find(one.children, key);
    if (found) return found;
  }
  return undefined;
}
