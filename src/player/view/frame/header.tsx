import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../flowjson/message';
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
  const [open, setOpen] = useState(false);
  const isIos = ui.look.platform === 'ios';
  return (
    <header class="wf-header">
      <button
        type="button"
        class="wf-icon-button"
        aria-label={canGoBack ? ui.tell(say('Back')) : ui.tell(say('Close'))}
        disabled={busy}
        // On the first screen it would close the flow; here the log then says that there is nothing before it.
        onClick={() => ui.act({ is: 'back' })}
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
        onClick={() => setOpen(true)}
      >
        <Icon name={isIos ? 'menuIos' : 'menu'} />
      </button>
      {open && (
        <Sheet ui={ui} title={ui.tell(say('Menu'))} onClose={() => setOpen(false)}>
          <button
            type="button"
            class="wf-menu-row"
            onClick={() => {
              setOpen(false);
              ui.act({ is: 'restarted', keepData: true });
            }}
          >
            {ui.tell(say('Start again'))}
          </button>
        </Sheet>
      )}
    </header>
  );
}
