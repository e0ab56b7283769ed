import type { JSX } from 'preact';
import { useRedraw } from '../parts/redraw';
import { say } from '../../../flowjson/message';
import { Icon } from '../parts/icon';
import { leaving } from '../parts/leaving';
import { Optional } from '../parts/optional';
import { describedByUnder, Under } from '../parts/under';
import { textOf } from '../properties';
import type { Props } from '../ui';

export function OptIn({ drawn, ui }: Props): JSX.Element {
  const redraw = useRedraw();
  const id = ui.id(drawn, 'box');
  const checked = drawn.input?.value === true;
  const { name, action } = drawn;
  return (
    <div {...leaving(drawn, ui)}>
      <div class="wf-opt-in">
        <span class="wf-control wf-control-checkbox">
          <input
            id={id}
            type="checkbox"
            checked={checked}
            disabled={drawn.input?.enabled === false}
            required={drawn.input?.required}
            onChange={() => {
              if (name !== null) ui.act({ is: checked ? 'unchosen' : 'chosen', name });
              redraw();
            }}
            {...describedByUnder({ drawn, ui })}
          />
          <span class="wf-mark" aria-hidden="true">
            <Icon name="check" />
          </span>
        </span>
        <div class="wf-opt-in-text" dir="auto">
          <label for={id}>
            <Optional drawn={drawn} ui={ui} /> {textOf(drawn.properties, 'label')}
          </label>{' '}
          {action && (
            <button
              type="button"
              class="wf-link wf-read-more"
              aria-describedby={id}
              onClick={() => ui.act({ is: 'tapped', key: drawn.key })}
            >
              {ui.tell(say('Read more'))}
            </button>
          )}
        </div>
      </div>
      <Under drawn={drawn} ui={ui} />
    </div>
  );
}
