import type { Drawn, DrawnOption } from '../../projection/types';
import type { Ui } from '../ui';

/** Chooses an option, or takes it back. */
export function toggle({ name }: Drawn, ui: Ui, { id, selected }: DrawnOption): void {
  if (name !== null) ui.act({ is: selected ? 'unchosen' : 'chosen', name, option: id });
}
