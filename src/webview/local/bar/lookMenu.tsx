import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say, type Message } from '../../../flowjson/message';
import type { Tell } from '../../shared/tell';
import type { LookSettings } from '../contract';
import { phoneSizes } from '../looks';
import { LocalIcon } from './localIcon';
import { Popup } from './popup';

interface LookMenuProps {
  readonly look: LookSettings;
  readonly tell: Tell;
  readonly onLook: (look: LookSettings) => void;
}

const platforms = { android: say('Android'), ios: say('iOS') };
const themes = { editor: say('As the editor'), light: say('Light'), dark: say('Dark') };
const directions = { ltr: say('Left to right'), rtl: say('Right to left') };
const besides = { nothing: say('None'), platform: say('Other platform'), theme: say('Other theme') };
const scales = [0.85, 1, 1.15, 1.3, 1.5, 2];

/** What the phone is like. */
export function LookMenu({ look, tell, onLook }: LookMenuProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const change = (changes: Partial<LookSettings>) => onLook({ ...look, ...changes });
  const sizes = phoneSizes.map(({ name, width, height }) => ({
    id: `${width}x${height}`,
    name,
    width,
    height,
  }));
  const size = `${look.width}x${look.height}`;
  return (
    <Popup
      button={
        <>
          <LocalIcon name="phone" />
          <span class="label">{tell(platforms[look.platform])}</span>
          <LocalIcon name="down" />
        </>
      }
      label={tell(say('Phone: {0}', tell(platforms[look.platform])))}
      kind="dialog"
      open={open}
      onOpen={setOpen}
    >
      <Choice
        name="platform"
        label={say('Platform')}
        of={platforms}
        value={look.platform}
        tell={tell}
        onChange={(platform) => change({ platform })}
      />
      <Choice
        name="theme"
        label={say('Theme')}
        of={themes}
        value={look.theme}
        tell={tell}
        onChange={(theme) => change({ theme })}
      />
      <Choice
        name="direction"
        label={say('Direction')}
        of={directions}
        value={look.direction}
        tell={tell}
        onChange={(direction) => change({ direction })}
      />
      <Choice
        name="beside"
        label={say('Second phone')}
        of={besides}
        value={look.beside}
        tell={tell}
        onChange={(beside) => change({ beside })}
      />
      <div class="pair">
        <label>
          <span>{tell(say('Text size'))}</span>
          <select
            value={String(look.scale)}
            onChange={({ currentTarget }) => change({ scale: Number(currentTarget.value) })}
          >
            {[...new Set([...scales, look.scale])]
              .sort((a, b) => a - b)
              .map((scale) => (
                <option key={scale} value={String(scale)}>
                  {Math.round(scale * 100)} %
                </option>
              ))}
          </select>
        </label>
        <label>
          <span>{tell(say('Size'))}</span>
          <select
            value={size}
            onChange={({ currentTarget }) => {
              const chosen = sizes.find(({ id }) => id === currentTarget.value);
              if (chosen) change({ width: chosen.width, height: chosen.height });
            }}
          >
            {!sizes.some(({ id }) => id === size) && (
              <option value={size}>{`${look.width} × ${look.height}`}</option>
            )}
            {sizes.map(({ id, name, width, height }) => (
              <option key={id} value={id}>{`${width} × ${height} · ${name}`}</option>
            ))}
          </select>
        </label>
      </div>
    </Popup>
  );
}

interface ChoiceProps<Value extends string> {
  readonly name: string;
  readonly label: Message;
  readonly of: Readonly<Record<Value, Message>>;
  readonly value: Value;
  readonly tell: Tell;
  readonly onChange: (value: Value) => void;
}

/** One of a few, side by side. */
function Choice<Value extends string>({
  name,
  label,
  of,
  value,
  tell,
  onChange,
}: ChoiceProps<Value>): JSX.Element {
  return (
    <fieldset class="one-of">
      <legend>{tell(label)}</legend>
      <div>
        {(Object.keys(of) as Value[]).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={name}
              value={one}
              checked={one === value}
              onChange={() => onChange(one)}
            />
            <span>{tell(of[one])}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
