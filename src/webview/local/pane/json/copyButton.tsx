import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { say } from '../../../../flowjson/message';
import { Icon } from '../../../shared/icons';
import { PaneIcon } from '../paneIcons';
import type { PaneUi } from '../paneUi';

/** How long the button says that it has copied. */
const DURATION = 2_000;

interface CopyButtonProps {
  readonly ui: PaneUi;
  /** What is copied, for the button's name. */
  readonly what: string;
  readonly text: string;
}

export function CopyButton({ ui, what, text }: CopyButtonProps): JSX.Element {
  const [outcome, setOutcome] = useState<'copied' | 'refused'>();
  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => setOutcome(undefined), DURATION);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    );
  };
  const name = ui.tell(say('Copy: {0}', what));
  return (
    <div class="copy">
      <span role="status">
        {outcome === 'copied' && ui.tell(say('Copied'))}
        {outcome === 'refused' && ui.tell(say('The clipboard refused it.'))}
      </span>
      <button type="button" class="tool" aria-label={name} title={name} onClick={copy}>
        {outcome === 'copied' ? <PaneIcon name="complete" /> : <Icon name="copy" />}
      </button>
    </div>
  );
}
