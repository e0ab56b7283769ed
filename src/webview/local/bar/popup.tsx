import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface PopupProps {
  /** The button that opens it, and what it says. */
  readonly button: ComponentChildren;
  readonly label: string;
  readonly kind: 'menu' | 'dialog';
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly children: ComponentChildren;
}

/**
 * A button of the toolbar with something under it that is there while it is open. Escape, a press elsewhere, and a focus
 * that goes elsewhere close it; Escape brings the focus back.
 */
export function Popup({ button, label, kind, open, onOpen, children }: PopupProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const close = (back: boolean) => {
    onOpen(false);
    if (back) place.current?.querySelector('button')?.focus();
  };
  useEffect(() => {
    if (!open) return;
    place.current?.querySelector<HTMLElement>('.popup :is(button, input:checked, select)')?.focus();
    const onPress = ({ target }: Event) => {
      if (target instanceof Node && !place.current?.contains(target)) close(false);
    };
    addEventListener('pointerdown', onPress, true);
    return () => removeEventListener('pointerdown', onPress, true);
  }, [open]);
  return (
    <div
      class="popup-place"
      ref={place}
      onKeyDown={(event) => {
        if (!open || event.key !== 'Escape') return;
        event.stopPropagation();
        close(true);
      }}
      onFocusOut={({ relatedTarget }) => {
        const elsewhere = relatedTarget instanceof Node && !place.current?.contains(relatedTarget);
        if (open && elsewhere) close(false);
      }}
    >
      <button
        type="button"
        class="tool"
        title={label}
        aria-label={label}
        aria-haspopup={kind}
        aria-expanded={open}
        onClick={() => onOpen(!open)}
      >
        {button}
      </button>
      {open && (
        <div class={`popup ${kind}`} role={kind} aria-label={label}>
          {children}
        </div>
      )}
    </div>
  );
}
