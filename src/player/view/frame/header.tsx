import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../flowjson/message';
import { Beside } from '../drawnList';
import { Clamped } from '../parts/clamped';
import { Icon } from '../parts/icon';
import { Sheet } from '../parts/sheet';
import type { Ui } from '../ui';

interface HeaderProps {
  readonly title: string;
  readonly canGoBack: boolean;
  readonly busy: boolean;
  readonly ui: Ui;
}

export function Header({ title, canGoBack, busy, ui }: HeaderProps): JSX.Element {
  const [open, setOpen] = useState<'menu' | 'close'>();
  const again = () => {
    setOpen(undefined);
    ui.act({ is: 'restarted', keepData: true });
  };
  const isIos = ui.look.platform === 'ios';
  return (
    <header class="wf-header">
      <button
        type="button"
        class="wf-icon-button"
        aria-label={canGoBack ? ui.tell(say('Back')) : ui.tell(say('Close'))}
        disabled={busy}
        aria-haspopup={canGoBack ? undefined : 'dialog'}
        onClick={() => (canGoBack ? ui.act({ is: 'back' }) : setOpen('close'))}
      >
        {canGoBack ? <Icon name={isIos ? 'backIos' : 'back'} flips /> : <Icon name="close" />}
      </button>
      <Clamped as="h2" lines={1} class="wf-title">
        {title}
      </Clamped>
      <button
        type="button"
        class="wf-icon-button"
        aria-label={ui.tell(say('Menu'))}
        aria-haspopup="dialog"
        onClick={() => setOpen('menu')}
      >
        <Icon name={isIos ? 'menuIos' : 'menu'} />
      </button>
      <Beside>{ui.beside('')}</Beside>
      {open && (
        <Sheet
          ui={ui}
          title={open === 'menu' ? ui.tell(say('Menu')) : ui.tell(say('Close the flow?'))}
          onClose={() => setOpen(undefined)}
        >
          {/* Nobody who builds a flow wants to be without it: it is said what a phone would do. */}
          {open === 'close' && (
            <p class="wf-close">
              {ui.tell(say('On a phone, the flow closes here. Nothing is sent, and what was typed is lost.'))}
            </p>
          )}
          <button type="button" class="wf-menu-row" onClick={again}>
            {ui.tell(say('Start again'))}
          </button>
        </Sheet>
      )}
    </header>
  );
}
