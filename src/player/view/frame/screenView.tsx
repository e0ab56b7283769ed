import type { JSX } from 'preact';
import { say } from '../../../flowjson/message';
import type { Projection, ShownScreen } from '../../projection/types';
import { DrawnList } from '../drawnList';
import type { Ui } from '../ui';
import { Footer } from './footer';
import { Header } from './header';
import { Snackbar } from './snackbar';

interface ScreenProps {
  readonly projection: Projection;
  readonly screen: ShownScreen;
  readonly ui: Ui;
}

/** A screen: header, what scrolls, Footer. A new screen begins at its top, hence the keys. */
export function ScreenView({ projection, screen, ui }: ScreenProps): JSX.Element {
  const { busy, canGoBack, snackbar } = projection;
  return (
    <div class="wf-screen" aria-busy={busy}>
      <Header title={screen.title} canGoBack={canGoBack} busy={busy} ui={ui} />
      <div
        key={screen.id}
        class="wf-scroll"
        role="region"
        aria-label={screen.title || screen.id}
        tabIndex={0}
        inert={busy}
      >
        <DrawnList list={screen.components} ui={ui} />
      </div>
      <Snackbar text={snackbar} ui={ui} />
      <div class="wf-bottom">
        {screen.footer && <Footer footer={screen.footer} screen={screen} busy={busy} ui={ui} />}
        <p class="wf-branding">
          {ui.tell(say('Managed by the business.'))} <span>{ui.tell(say('Learn more'))}</span>
        </p>
      </div>
    </div>
  );
}
