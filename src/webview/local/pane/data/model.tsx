import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { say } from '../../../../flowjson/message';
import type { DataKey } from '../../contract';
import type { PaneUi } from '../paneUi';

/** What the screen expects: keys and types of its data model. */
export function Model({
  ui,
  model,
}: {
  readonly ui: PaneUi;
  readonly model: readonly DataKey[];
}): JSX.Element {
  const id = useId();
  if (model.length === 0) {
    return <p class="hint">{ui.tell(say('This screen declares no data.'))}</p>;
  }
  return (
    <div class="model">
      <h3 id={id}>{ui.tell(say('Data Model'))}</h3>
      <ul aria-labelledby={id}>
        {model.map(({ key, type, example }) => (
          <li key={key}>
            <code dir="ltr">{key}</code> <span class="hint type">{type}</span>
            {example && (
              <span class="mark" title={ui.tell(say('Nobody gave a value, so the example stands.'))}>
                {ui.tell(say('example'))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
