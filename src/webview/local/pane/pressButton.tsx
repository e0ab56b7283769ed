import type { JSX } from 'preact';
import type { Message } from '../../../flowjson/message';
import type { Button } from '../contract';
import type { PaneUi } from './paneUi';

interface PressButtonProps {
  readonly ui: PaneUi;
  readonly label: Message;
  readonly button: Button;
  readonly onPressed?: () => void;
}

/** A button that the host carries out. */
export function PressButton({ ui, label, button, onPressed }: PressButtonProps): JSX.Element {
  const press = (): void => {
    ui.post({ type: 'press', button });
    onPressed?.();
  };
  return (
    <button type="button" onClick={press}>
      {ui.tell(label)}
    </button>
  );
}
