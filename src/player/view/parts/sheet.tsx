import { say } from '../../../flowjson/message';
import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Ui } from '../ui';
import { Icon } from './icon';
import { Portal } from './portal';

interface SheetProps {
  readonly ui: Ui;
  readonly title: string;
  /** Asked for by Escape, the close button, or a tap beside the sheet. */
  readonly onClose: () => void;
  /** `page` covers the screen, `bottom` comes from below, as high as its content. */
  readonly form?: 'page' | 'bottom';
  /** Fixed under the content: buttons. */
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/**
 * A sheet or dialog over the screen; draw it only while it is open. What lies under it is inert. The focus goes to
 * `[autofocus]`, else to the sheet, and back to where it was.
 */
export function Sheet({ ui, ...props }: SheetProps): JSX.Element | null {
  if (ui.overlay === null) return null;
  return (
    <Portal into={ui.overlay}>
      <SheetBox ui={ui} {...props} />
    </Portal>
  );
}

function SheetBox({ ui, title, onClose, form = 'bottom', actions, children }: SheetProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useFocusInside(box, ui.overlay);
  return (
    <div
      class={`wf-scrim wf-scrim-${form}`}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div
        ref={box}
        class={`wf-sheet wf-sheet-${form}`}
        role="dialog"
        aria-modal="true"
        aria-label={title}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
      >
        <div class="wf-sheet-head">
          <button type="button" class="wf-icon-button" aria-label={ui.tell(say('Close'))} onClick={onClose}>
            <Icon name={form === 'page' ? 'back' : 'close'} />
          </button>
          <h2 class="wf-sheet-title">{title}</h2>
        </div>
        <div class="wf-sheet-body">{children}</div>
        {actions && <div class="wf-sheet-actions">{actions}</div>}
      </div>
    </div>
  );
}

/** Everything beside the layer of sheets is inert while one is open. */
function useFocusInside(box: { current: HTMLElement | null }, overlay: HTMLElement | null): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    const others = Array.from(overlay?.parentElement?.children ?? []).filter((one) => one !== overlay);
    for (const other of others) other.toggleAttribute('inert', true);
    (box.current?.querySelector<HTMLElement>('[autofocus]') ?? box.current)?.focus();
    return () => {
      for (const other of others) other.toggleAttribute('inert', false);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [box, overlay]);
}
