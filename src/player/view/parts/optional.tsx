import type { JSX } from 'preact';
import { say } from '../../../flowjson/message';
import type { Drawn } from '../../projection/types';
import type { Ui } from '../ui';

/** What stands beside the label of an input that may stay empty. */
export function Optional({ drawn, ui }: { readonly drawn: Drawn; readonly ui: Ui }): JSX.Element | null {
  if (drawn.input?.required !== false) return null;
  return <span class="wf-optional">{ui.tell(say('(optional)'))}</span>;
}
