import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { say } from '../../../../flowjson/message';
import { Icon } from '../../../shared/icons';
import type { PaneUi } from '../paneUi';

interface PresetsProps {
  readonly ui: PaneUi;
  readonly screen: string;
  readonly names: readonly string[];
  /** What is in the field is data. */
  readonly mayKeep: boolean;
  readonly onApply: (name: string) => void;
  readonly onKeep: (name: string) => void;
  readonly onRemove: (name: string) => void;
}

/** Data that was kept for this screen, in a file beside the flow. */
export function Presets({
  ui,
  screen,
  names,
  mayKeep,
  onApply,
  onKeep,
  onRemove,
}: PresetsProps): JSX.Element {
  const id = useId();
  const [name, setName] = useState('');
  const given = name.trim();
  const replaces = names.includes(given);
  return (
    <section class="presets" aria-labelledby={id}>
      <h3 id={id}>{ui.tell(say('Presets'))}</h3>
      {names.length > 0 && (
        <ul>
          {names.map((preset) => {
            const remove = ui.tell(say('Remove Preset {0}', preset));
            return (
              <li key={preset}>
                <span class="preset" dir="auto">
                  {preset}
                </span>
                <button
                  type="button"
                  aria-label={ui.tell(say('Apply Preset {0}', preset))}
                  onClick={() => onApply(preset)}
                >
                  {ui.tell(say('Apply'))}
                </button>
                <button
                  type="button"
                  class="tool"
                  aria-label={remove}
                  title={remove}
                  onClick={() => onRemove(preset)}
                >
                  <Icon name="close" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <form
        class="keep"
        onSubmit={(event) => {
          event.preventDefault();
          if (given === '' || !mayKeep) return;
          onKeep(given);
          setName('');
        }}
      >
        <div class="field">
          <label for={`${id}-name`}>{ui.tell(say('Keep this data under a name'))}</label>
          <div class="with-button">
            <input
              id={`${id}-name`}
              type="text"
              autocomplete="off"
              dir="auto"
              maxLength={100}
              aria-describedby={`${id}-hint`}
              value={name}
              onInput={({ currentTarget }) => setName(currentTarget.value)}
            />
            <button type="submit" disabled={given === '' || !mayKeep}>
              {replaces ? ui.tell(say('Replace')) : ui.tell(say('Keep'))}
            </button>
          </div>
          <p class="hint" id={`${id}-hint`}>
            {ui.tell(say('Presets of {0} are in the mock file beside the flow.', screen))}
          </p>
        </div>
      </form>
    </section>
  );
}
