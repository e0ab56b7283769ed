import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { say } from '../../../flowjson/message';
import type { Json } from '../../json';
import type { DrawnInput } from '../../projection/types';
import { errorsOf } from '../parts/errors';
import { leaving } from '../parts/leaving';
import { textOf } from '../properties';
import type { Props } from '../ui';
import { DateField } from './DateField';
import { DateSheet } from './DateSheet';
import { Offer, today, type Day } from './days';
import { MonthPager } from './MonthPager';
import { DayNames } from './names';
import { Wheels } from './Wheels';

interface DayPickerProps extends Props {
  readonly by: 'months' | 'wheels';
}

/** A field for one day: DatePicker, and CalendarPicker where it is not for a range. */
export function DayPicker({ drawn, ui, by }: DayPickerProps): JSX.Element {
  const { properties, input, name } = drawn;
  const [isOpen, setOpen] = useState(false);
  const label = textOf(properties, 'label') ?? '';
  const close = (): void => {
    setOpen(false);
    if (name !== null) ui.act({ is: 'left', name });
  };
  return (
    <div {...(!isOpen && leaving(drawn, ui))}>
      <DateField
        ui={ui}
        id={ui.id(drawn, 'day')}
        label={label}
        optional={input?.required === false}
        value={input ? shownValue(input, ui.language) : undefined}
        helper={textOf(properties, 'helper-text')}
        faults={errorsOf(drawn, ui)}
        enabled={input?.enabled ?? false}
        onOpen={() => setOpen(true)}
      />
      {isOpen && input?.days && name !== null && (
        <DaySheet
          ui={ui}
          by={by}
          title={label}
          input={input}
          onClose={close}
          onPick={(value) => {
            ui.act({ is: 'dated', name, value });
            close();
          }}
        />
      )}
    </div>
  );
}

/** A value that is no day is shown as it stands. */
function shownValue({ value, days }: DrawnInput, language: string): string | undefined {
  if (typeof value !== 'string' || value === '' || days === null) return undefined;
  const day = new Offer(days).read(value);
  return day === undefined ? value : DayNames.in(language).date(day);
}

interface DaySheetProps {
  readonly ui: Props['ui'];
  readonly by: 'months' | 'wheels';
  readonly title: string;
  readonly input: DrawnInput;
  readonly onClose: () => void;
  readonly onPick: (value: Json) => void;
}

function DaySheet({ ui, by, title, input, onClose, onPick }: DaySheetProps): JSX.Element {
  const names = DayNames.in(ui.language);
  const offer = useMemo(() => new Offer(input.days!), [input.days]);
  // Wheels always stand somewhere; in a calendar nothing need be chosen.
  const [day, setDay] = useState<Day | undefined>(() => {
    const held = offer.read(input.value);
    return by === 'months' ? held : offer.clamp(held ?? today());
  });
  const can = day !== undefined && offer.has(day);
  return (
    <DateSheet
      ui={ui}
      title={title}
      chosen={day === undefined ? undefined : names.short(day)}
      hint={day === undefined || can ? undefined : ui.tell(say('This day is not available.'))}
      onClose={onClose}
      onDone={can ? () => onPick(offer.write(day)) : undefined}
      onClear={input.value === null || input.required ? undefined : () => onPick(null)}
    >
      {by === 'wheels' ? (
        <Wheels ui={ui} offer={offer} day={day!} onTurn={setDay} />
      ) : (
        <MonthPager
          ui={ui}
          offer={offer}
          around={day}
          canTap={(one) => offer.has(one)}
          placeOf={(one) => (one === day ? 'only' : 'outside')}
          onTap={setDay}
        />
      )}
    </DateSheet>
  );
}
