import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { say, type Message } from '../../../flowjson/message';
import { isObject, own, type Json } from '../../json';
import type { DrawnInput } from '../../projection/types';
import { Clamped } from '../parts/clamped';
import { errorsOf } from '../parts/errors';
import { leaving } from '../parts/leaving';
import { numberOf, objectOf, textOf } from '../properties';
import type { Props, Ui } from '../ui';
import { DateField } from './DateField';
import { DateSheet } from './DateSheet';
import { Offer } from './days';
import { MonthPager } from './MonthPager';
import { DayNames } from './names';
import { canTap, placeIn, tapped, type Range, type RangeLimits } from './range';

const ends = ['start-date', 'end-date'] as const;

/** Two fields over one calendar (facts on Flow JSON, section 8.12). */
export function RangePicker({ drawn, ui }: Props): JSX.Element {
  const { properties, input, name } = drawn;
  const [isOpen, setOpen] = useState(false);
  const [title, description] = [textOf(properties, 'title'), textOf(properties, 'description')];
  const label = objectOf(properties, 'label') ?? {};
  const helper = objectOf(properties, 'helper-text') ?? {};
  const close = (): void => {
    setOpen(false);
    if (name !== null) ui.act({ is: 'left', name });
  };
  return (
    <div
      {...(!isOpen && leaving(drawn, ui))}
      class="wf-range"
      role="group"
      aria-labelledby={title === undefined ? undefined : ui.id(drawn, 'title')}
    >
      {(title !== undefined || description !== undefined) && (
        <div class="wf-group-head">
          {title !== undefined && (
            <Clamped lines={3} as="h3" id={ui.id(drawn, 'title')} class="wf-group-label">
              {title}
            </Clamped>
          )}
          {description !== undefined && (
            <Clamped lines={8} as="p" class="wf-secondary">
              {description}
            </Clamped>
          )}
        </div>
      )}
      {ends.map((end) => (
        <DateField
          key={end}
          ui={ui}
          id={ui.id(drawn, end)}
          label={textOf(label, end) ?? ''}
          optional={input?.requiredParts.includes(end) === false}
          value={input ? shownEnd(input, end, ui.language) : undefined}
          helper={textOf(helper, end)}
          faults={[...errorsOf(drawn, ui, end), ...(end === 'end-date' ? errorsOf(drawn, ui) : [])]}
          enabled={input?.enabled ?? false}
          onOpen={() => setOpen(true)}
        />
      ))}
      {isOpen && input?.days && name !== null && (
        <RangeSheet
          ui={ui}
          title={title ?? textOf(label, 'start-date') ?? ''}
          input={input}
          limits={{ least: numberOf(properties, 'min-days'), most: numberOf(properties, 'max-days') }}
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

function shownEnd({ value, days }: DrawnInput, end: string, language: string): string | undefined {
  const held = isObject(value) ? own(value, end) : undefined;
  if (typeof held !== 'string' || held === '' || days === null) return undefined;
  const day = new Offer(days).read(held);
  return day === undefined ? held : DayNames.in(language).date(day);
}

interface RangeSheetProps {
  readonly ui: Ui;
  readonly title: string;
  readonly input: DrawnInput;
  readonly limits: RangeLimits;
  readonly onClose: () => void;
  readonly onPick: (value: Json) => void;
}

function RangeSheet({ ui, title, input, limits, onClose, onPick }: RangeSheetProps): JSX.Element {
  const names = DayNames.in(ui.language);
  const offer = useMemo(() => new Offer(input.days!), [input.days]);
  const [range, setRange] = useState<Range>(() => {
    const held = isObject(input.value) ? input.value : {};
    return { start: offer.read(own(held, 'start-date')), end: offer.read(own(held, 'end-date')) };
  });
  const { start, end } = range;
  const needsEnd = input.requiredParts.includes('end-date');
  const isWhole = start !== undefined && (end !== undefined || !needsEnd);
  const limit = limitInWords(limits);
  return (
    <DateSheet
      ui={ui}
      title={title}
      chosen={
        start === undefined
          ? undefined
          : `${names.short(start)} – ${end === undefined ? '…' : names.short(end)}`
      }
      hint={limit && ui.tell(limit)}
      onClose={onClose}
      onDone={isWhole ? () => onPick(valueOf(range, offer)) : undefined}
      onClear={input.value === null || input.required ? undefined : () => onPick(null)}
    >
      <MonthPager
        ui={ui}
        offer={offer}
        around={start}
        canTap={(day) => canTap(day, range, offer, limits)}
        placeOf={(day) => placeIn(range, day)}
        onTap={(day) => setRange(tapped(range, day))}
      />
    </DateSheet>
  );
}

function valueOf({ start, end }: Range, offer: Offer): Json {
  return {
    ...(start !== undefined && { 'start-date': offer.write(start) }),
    ...(end !== undefined && { 'end-date': offer.write(end) }),
  };
}

function limitInWords({ least, most }: RangeLimits): Message | undefined {
  if (least !== undefined && most !== undefined) return say('Choose {0} to {1} days.', least, most);
  if (least !== undefined) return say('Choose at least {0} days.', least);
  return most === undefined ? undefined : say('Choose at most {0} days.', most);
}
