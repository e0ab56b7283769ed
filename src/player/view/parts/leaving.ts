import type { Drawn } from '../../projection/types';
import type { Ui } from '../ui';

/** For the element around an input: says so when the focus goes out of it. */
export function leaving({ name }: Drawn, ui: Ui): { onFocusOut: (event: FocusEvent) => void } {
  return {
    onFocusOut: ({ currentTarget, relatedTarget }) => {
      const stays = relatedTarget instanceof Node && (currentTarget as Element).contains(relatedTarget);
      if (!stays && name !== null) ui.act({ is: 'left', name });
    },
  };
}
