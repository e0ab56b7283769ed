import type { JSX } from 'preact';
import { say } from '../../../../flowjson/message';
import type { ScreenData } from '../../contract';
import { JsonField } from '../json/jsonField';
import type { PaneUi } from '../paneUi';
import { Model } from './model';
import { Presets } from './presets';
import { useDraft } from './useDraft';

interface DataProps {
  readonly ui: PaneUi;
  readonly data: ScreenData | null;
}

/** The data of the screen in front, to be tried out with other values. */
export function Data({ ui, data }: DataProps): JSX.Element {
  const draft = useDraft(data, (screen, text) => ui.post({ type: 'supply', screen, text }));
  if (data === null) {
    return (
      <div class="scroller">
        <p class="quiet">{ui.tell(say('No screen is in front, so there is no data to show.'))}</p>
      </div>
    );
  }
  const problems = 'problem' in draft.read ? [draft.read.problem] : data.problems;
  return (
    <div class="scroller">
      <section>
        <JsonField
          ui={ui}
          label={ui.tell(say('Data of {0}', data.screen))}
          text={draft.text}
          problems={problems}
          onText={draft.type}
          onFocus={draft.onFocus}
          onBlur={draft.onBlur}
        />
        {draft.isUnapplied && problems.length > 0 && (
          <p class="hint">
            {ui.tell(say('The screen still shows what it had before.'))}{' '}
            <button type="button" class="link" onClick={draft.discard}>
              {ui.tell(say('Discard changes'))}
            </button>
          </p>
        )}
        <Model ui={ui} model={data.model} />
      </section>
      <Presets
        ui={ui}
        screen={data.screen}
        names={data.presets}
        mayKeep={'value' in draft.read}
        onApply={(name) => {
          draft.discard();
          ui.post({ type: 'preset', is: 'apply', name });
        }}
        onKeep={(name) => {
          draft.flush();
          ui.post({ type: 'preset', is: 'keep', name });
        }}
        onRemove={(name) => ui.post({ type: 'preset', is: 'remove', name })}
      />
    </div>
  );
}
