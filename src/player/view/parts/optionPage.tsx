import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../flowjson/message';
import { textOf } from '../properties';
import type { Props } from '../ui';
import { Icon } from './icon';
import { OptionRow } from './optionRow';
import { Sheet } from './sheet';

/** Lists as long as this can be searched (facts on Flow JSON, section 13). */
const searched = 40;

/** What a Dropdown opens: the options on a page of their own, with a search where they are many. */
export function OptionPage({ drawn, ui, onClose }: Props & { readonly onClose: () => void }): JSX.Element {
  const [search, setSearch] = useState('');
  const { options, name } = drawn;
  const hasSearch = options.length >= searched;
  const wanted = search.trim().toLocaleLowerCase(ui.language);
  const found = options.filter(({ properties }) =>
    (textOf(properties, 'title') ?? '').toLocaleLowerCase(ui.language).includes(wanted),
  );
  const label = textOf(drawn.properties, 'label') ?? '';
  const focused = found.find(({ selected }) => selected) ?? found.find(({ enabled }) => enabled);
  return (
    <Sheet ui={ui} title={label} form="page" onClose={onClose}>
      {hasSearch && (
        <div class="wf-search">
          <Icon name="search" />
          <input
            type="text"
            role="searchbox"
            autofocus
            aria-label={ui.tell(say('Search'))}
            placeholder={ui.tell(say('Search'))}
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </div>
      )}
      <p class="wf-hidden" role="status">
        {wanted !== '' && ui.tell(say('Options found: {0}', found.length))}
      </p>
      {found.length === 0 ? (
        <p class="wf-secondary">{ui.tell(say('Nothing found.'))}</p>
      ) : (
        <div class="wf-rows" role="radiogroup" aria-label={label}>
          {found.map((option, index) => (
            <OptionRow
              key={`${index} ${option.id}`}
              drawn={drawn}
              ui={ui}
              option={option}
              kind="radio"
              autofocus={!hasSearch && option === focused}
              onChoose={({ id, selected }, how) => {
                if (!selected && name !== null) ui.act({ is: 'chosen', name, option: id });
                // Arrows look around; a tap or Enter has decided.
                if (how === 'done') onClose();
              }}
            />
          ))}
        </div>
      )}
    </Sheet>
  );
}
