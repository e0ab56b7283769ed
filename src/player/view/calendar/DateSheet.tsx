import type { ComponentChildren, JSX } from 'preact';
import { say } from '../../../flowjson/message';
import { Sheet } from '../parts/sheet';
import type { Ui } from '../ui';

interface DateSheetProps {
  readonly ui: Ui;
  readonly title: string;
  /** What is chosen so far, in words. */
  readonly chosen: string | undefined;
  /** What holds the choice up, or what it has to be like. */
  readonly hint?: string | undefined;
  readonly onClose: () => void;
  /** Absent while the choice is not whole. */
  readonly onDone: (() => void) | undefined;
  /** Absent where there is nothing to take away. */
  readonly onClear: (() => void) | undefined;
  readonly children: ComponentChildren;
}

/** A calendar or wheels over the screen. What is chosen counts when it is confirmed. */
export function DateSheet({
  ui,
  title,
  chosen,
  hint,
  onClose,
  onDone,
  onClear,
  children,
}: DateSheetProps): JSX.Element {
  const actions = (
    <>
      {onClear && (
        <button type="button" class="wf-action wf-action-first" onClick={onClear}>
          {ui.tell(say('Clear'))}
        </button>
      )}
      <button type="button" class="wf-action" onClick={onClose}>
        {ui.tell(say('Cancel'))}
      </button>
      <button type="button" class="wf-action" disabled={onDone === undefined} onClick={onDone}>
        {ui.look.platform === 'android' ? ui.tell(say('OK')) : ui.tell(say('Done'))}
      </button>
    </>
  );
  return (
    <Sheet ui={ui} title={title} onClose={onClose} actions={actions}>
      <p class="wf-chosen" aria-live="polite">
        <bdi>{chosen ?? ui.tell(say('No day chosen'))}</bdi>
      </p>
      {children}
      {hint !== undefined && (
        <p class="wf-caption wf-date-hint" role="status">
          <bdi>{hint}</bdi>
        </p>
      )}
    </Sheet>
  );
}
