import type { JSX } from 'preact';
import { say } from '../../../flowjson/message';
import type { Drawn, ShownScreen } from '../../projection/types';
import { Broken } from '../components/Broken';
import { Beside, isMarked } from '../drawnList';
import { Clamped } from '../parts/clamped';
import { labelOf } from '../parts/labelOf';
import { textOf } from '../properties';
import type { Ui } from '../ui';
import { Spinner } from './spinner';

interface FooterProps {
  readonly footer: Drawn;
  readonly screen: ShownScreen;
  readonly busy: boolean;
  readonly ui: Ui;
}

/** The button at the bottom. What keeps it from working is shown when it is pointed at, and always read to screen readers. */
export function Footer({ footer, screen, busy, ui }: FooterProps): JSX.Element {
  return (
    <footer class={`wf-footer${isMarked(footer, ui) ? ' wf-marked' : ''}`} data-key={footer.key}>
      {footer.is === 'broken' ? (
        <Broken drawn={footer} ui={ui} />
      ) : (
        <>
          <Captions footer={footer} />
          <Button footer={footer} screen={screen} busy={busy} ui={ui} />
        </>
      )}
      <Beside>{ui.beside(footer.key)}</Beside>
    </footer>
  );
}

function Captions({ footer: { properties } }: Pick<FooterProps, 'footer'>): JSX.Element | null {
  const [left, center, right] = ['left', 'center', 'right'].map((side) =>
    textOf(properties, `${side}-caption`),
  );
  if (!left && !center && !right) return null;
  return (
    <div class="wf-footer-captions">
      {left && <Clamped lines={1}>{left}</Clamped>}
      {center && (
        <Clamped lines={1} class="wf-footer-center">
          {center}
        </Clamped>
      )}
      {right && (
        <Clamped lines={1} class="wf-footer-right">
          {right}
        </Clamped>
      )}
    </div>
  );
}

function Button({ footer, screen, busy, ui }: FooterProps): JSX.Element {
  const { obstacles } = footer;
  const label = textOf(footer.properties, 'label') ?? '';
  const works = obstacles.length === 0;
  return (
    <div class="wf-footer-button">
      <button
        type="button"
        class={busy ? 'wf-button wf-busy' : 'wf-button'}
        aria-disabled={!works || busy}
        aria-describedby={works ? undefined : ui.id(footer, 'obstacles')}
        onClick={() => !busy && ui.act({ is: 'tapped', key: footer.key })}
      >
        {busy ? (
          <>
            <Spinner />
            <span class="wf-hidden">{ui.tell(say('Waiting for the endpoint…'))}</span>
          </>
        ) : (
          <Clamped lines={1}>{label}</Clamped>
        )}
      </button>
      {!works && (
        <ul class="wf-obstacles" id={ui.id(footer, 'obstacles')}>
          {obstacles.map(({ reason, where }) => (
            <li key={`${where ?? ''} ${reason.template}`}>
              {where !== undefined && <b>{labelOf(screen.components, where) ?? where}: </b>}
              {ui.tell(reason)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
