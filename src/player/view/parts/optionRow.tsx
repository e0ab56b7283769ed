import type { JSX } from 'preact';
import { useRedraw } from './redraw';
import type { Drawn, DrawnOption } from '../../projection/types';
import { textOf } from '../properties';
import type { Ui } from '../ui';
import { Clamped } from './clamped';
import { Icon } from './icon';
import { Media } from './media';

interface RowProps {
  readonly drawn: Drawn;
  readonly ui: Ui;
  readonly option: DrawnOption;
  readonly kind: 'radio' | 'checkbox';
  readonly large?: boolean;
  /** `done` by a tap or Enter: that decides, other keys may still look around. */
  readonly onChoose: (option: DrawnOption, how: 'done' | 'key') => void;
  readonly autofocus?: boolean;
}

/** An option with its picture or colour, its texts and its control. */
export function OptionRow({ drawn, ui, option, kind, large, onChoose, autofocus }: RowProps): JSX.Element {
  const redraw = useRedraw();
  const { properties, enabled, selected } = option;
  const choose = (how: 'done' | 'key'): void => {
    if (enabled) onChoose(option, how);
    // What was refused stays as it was, also in the browser's own control.
    redraw();
  };
  return (
    <label
      class={`wf-row${enabled ? '' : ' wf-off'}`}
      // Else a click between two options would count as leaving the group.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        // Keys come as a click of no button; arrows among radios choose by `change` alone.
        if (event.detail === 0) return;
        event.preventDefault();
        event.currentTarget.querySelector('input')?.focus();
        choose('done');
      }}
    >
      <Media ui={ui} option={properties} large={large} />
      <span class="wf-row-texts">
        <Clamped lines={2} class="wf-row-title">
          {textOf(properties, 'title') ?? ''}
        </Clamped>
        <More text={textOf(properties, 'description')} lines={3} />
        <More text={textOf(properties, 'metadata')} lines={2} />
      </span>
      <span class={`wf-control wf-control-${kind}`}>
        <input
          type={kind}
          name={ui.id(drawn, 'options')}
          checked={selected}
          disabled={!enabled}
          autofocus={autofocus}
          onChange={() => choose('key')}
          onKeyDown={(event) => {
            // Browsers do nothing where a radio is chosen already; a group may take it back.
            const again = event.key === ' ' && kind === 'radio' && selected;
            if (event.key !== 'Enter' && !again) return;
            event.preventDefault();
            choose(again ? 'key' : 'done');
          }}
        />
        <span class="wf-mark" aria-hidden="true">
          <Icon name="check" />
        </span>
      </span>
    </label>
  );
}

function More({
  text,
  lines,
}: {
  readonly text: string | undefined;
  readonly lines: 2 | 3;
}): JSX.Element | null {
  return text === undefined ? null : <Clamped lines={lines}>{text}</Clamped>;
}
