import type { JSX } from 'preact';
import { say } from '../../../flowjson/message';
import type { Tell } from '../../shared/tell';
import type { Flag } from '../contract';

interface FlagBadgeProps {
  readonly flags: readonly Flag[];
  readonly open: boolean;
  readonly tell: Tell;
  readonly onOpen: (badge: HTMLElement) => void;
}

/** What the rules say about a component, as a sign at its edge. */
export function FlagBadge({ flags, open, tell, onOpen }: FlagBadgeProps): JSX.Element {
  const severity = worst(flags);
  const name = { error: say('Error'), warning: say('Warning'), info: say('Note') }[severity];
  const texts = flags.map(({ text }) => text).join('\n');
  return (
    <button
      type="button"
      class={`flag ${severity}`}
      aria-label={`${tell(name)}: ${texts}`}
      aria-haspopup="dialog"
      aria-expanded={open}
      title={texts}
      onClick={({ currentTarget }) => onOpen(currentTarget)}
    >
      <span aria-hidden="true">{severity === 'info' ? 'i' : '!'}</span>
    </button>
  );
}

function worst(flags: readonly Flag[]): Flag['severity'] {
  return (
    (['error', 'warning'] as const).find((one) => flags.some(({ severity }) => severity === one)) ?? 'info'
  );
}
