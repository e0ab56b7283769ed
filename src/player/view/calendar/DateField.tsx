import type { JSX } from 'preact';
import { say } from '../../../flowjson/message';
import { Clamped } from '../parts/clamped';
import { Icon } from '../parts/icon';
import type { Ui } from '../ui';

interface DateFieldProps {
  readonly ui: Ui;
  /** DOM id; those of its parts begin with it. */
  readonly id: string;
  readonly label: string;
  readonly optional: boolean;
  /** The day in words; nothing while there is none. */
  readonly value: string | undefined;
  readonly helper: string | undefined;
  readonly faults: readonly string[];
  readonly enabled: boolean;
  readonly onOpen: () => void;
}

/** A closed field that opens a calendar. */
export function DateField({
  ui,
  id,
  label,
  optional,
  value,
  helper,
  faults,
  enabled,
  onOpen,
}: DateFieldProps): JSX.Element {
  const states = `${faults.length > 0 ? ' wf-wrong' : ''}${enabled ? '' : ' wf-off'}`;
  return (
    <div class={`wf-field${states}`}>
      <div class={`wf-box wf-labelled${value === undefined ? '' : ' wf-up'}`}>
        <button
          type="button"
          id={id}
          class="wf-select"
          aria-haspopup="dialog"
          aria-labelledby={`${id}-label ${id}-value`}
          aria-describedby={`${id}-under`}
          disabled={!enabled}
          onClick={onOpen}
        >
          <span id={`${id}-value`} class="wf-lines-1" dir="auto">
            {value}
          </span>
          <Icon name="calendar" />
        </button>
        <span id={`${id}-label`} class="wf-label">
          <Clamped lines={1}>{label}</Clamped>
          {optional && <span class="wf-optional">{ui.tell(say('(optional)'))}</span>}
        </span>
      </div>
      <div id={`${id}-under`} class="wf-under">
        <div>
          {faults.map((fault) => (
            <Clamped key={fault} lines={3} as="p" class="wf-error">
              {fault}
            </Clamped>
          ))}
          {helper !== undefined && faults.length === 0 && (
            <Clamped lines={3} as="p" class="wf-caption">
              {helper}
            </Clamped>
          )}
        </div>
      </div>
    </div>
  );
}
