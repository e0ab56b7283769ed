import type { JSX } from 'preact';
import { say, type Message } from '../../../flowjson/message';
import type { DrawnInput } from '../../projection/types';
import { textOf } from '../properties';
import type { Props } from '../ui';
import { Clamped } from './clamped';
import { Optional } from './optional';

/** Above a group of options: label, description, and how many are wanted. */
export function GroupHead({ drawn, ui, counts }: Props & { readonly counts?: boolean }): JSX.Element {
  const label = textOf(drawn.properties, 'label');
  const description = textOf(drawn.properties, 'description');
  const hint = counts && drawn.input ? hintOf(drawn.input) : undefined;
  return (
    <div class="wf-group-head">
      <Clamped as="h3" lines={3} class="wf-group-label" id={ui.id(drawn, 'label')}>
        {label} <Optional drawn={drawn} ui={ui} />
      </Clamped>
      {description && (
        <Clamped as="p" lines={8} class="wf-secondary" id={ui.id(drawn, 'description')}>
          {description}
        </Clamped>
      )}
      {hint && <p class="wf-group-hint">{ui.tell(hint)}</p>}
    </div>
  );
}

function hintOf({ least, most }: DrawnInput): Message | undefined {
  const from = least ?? 0;
  if (from > 0 && most !== null) {
    return from === most ? say('Choose {0}', most) : say('Choose {0} to {1}', from, most);
  }
  if (from > 0) return say('Choose at least {0}', from);
  return most === null ? undefined : say('Choose up to {0}', most);
}
