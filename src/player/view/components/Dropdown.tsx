import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Clamped } from '../parts/clamped';
import { Field } from '../parts/field';
import { Icon } from '../parts/icon';
import { OptionPage } from '../parts/optionPage';
import { describedByUnder, Under } from '../parts/under';
import { textOf } from '../properties';
import type { Props } from '../ui';

/** A closed field that opens a page of options. */
export function Dropdown({ drawn, ui }: Props): JSX.Element {
  const [open, setOpen] = useState(false);
  const chosen = drawn.options.find(({ selected }) => selected);
  const id = ui.id(drawn, 'select');
  return (
    <Field
      drawn={drawn}
      ui={ui}
      control={id}
      filled={chosen !== undefined}
      under={<Under drawn={drawn} ui={ui} />}
    >
      <button
        type="button"
        id={id}
        class="wf-select"
        role="combobox"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-labelledby={ui.id(drawn, 'label')}
        aria-required={drawn.input?.required}
        disabled={!drawn.input?.enabled}
        onClick={() => setOpen(true)}
        {...describedByUnder({ drawn, ui })}
      >
        <Clamped lines={1}>{chosen ? (textOf(chosen.properties, 'title') ?? '') : ''}</Clamped>
        <Icon name="down" />
      </button>
      {open && (
        <OptionPage
          drawn={drawn}
          ui={ui}
          onClose={() => {
            setOpen(false);
            if (drawn.name !== null) ui.act({ is: 'left', name: drawn.name });
          }}
        />
      )}
    </Field>
  );
}
