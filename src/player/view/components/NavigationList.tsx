import type { JSX } from 'preact';
import { say } from '../../../flowjson/message';
import type { JsonObject } from '../../json';
import type { DrawnOption } from '../../projection/types';
import { Clamped } from '../parts/clamped';
import { Icon } from '../parts/icon';
import { Picture } from '../parts/picture';
import { cut, within } from '../parts/lengths';
import { listOf, objectOf, textOf } from '../properties';
import type { Props, Ui } from '../ui';

const mostRows = 20;

/**
 * Rows that lead on. What is too long is cut (the heading) or not drawn (the rows), a list of too many rows is not drawn at
 * all (facts on Flow JSON, section 8.15).
 */
export function NavigationList({ drawn, ui }: Props): JSX.Element {
  const { properties, options, key } = drawn;
  const label = cut(textOf(properties, 'label'), 80);
  const description = cut(textOf(properties, 'description'), 300);
  const large = textOf(properties, 'media-size') === 'large';
  const badged = options.find((option) => badgeOf(option) !== undefined);
  return (
    <section class="wf-navigation" aria-labelledby={label === undefined ? undefined : ui.id(drawn, 'label')}>
      {label !== undefined && (
        <Clamped lines={3} as="h3" id={ui.id(drawn, 'label')} class="wf-navigation-label">
          {label}
        </Clamped>
      )}
      {description !== undefined && (
        <Clamped lines={8} as="p" class="wf-navigation-description wf-secondary">
          {description}
        </Clamped>
      )}
      {options.length > mostRows ? (
        <p class="wf-stand-in wf-caption">
          {ui.tell(say('Phones do not draw this list: it has more than {0} rows.', mostRows))}
        </p>
      ) : (
        <ul class="wf-nav-rows">
          {options.map((option, index) => (
            <li key={`${index} ${option.id}`} class="wf-nav-item">
              <Row
                ui={ui}
                option={option}
                large={large}
                badge={option === badged ? badgeOf(option) : undefined}
                onClick={() => ui.act({ is: 'tapped', key, item: option.id })}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface RowProps {
  readonly ui: Ui;
  readonly option: DrawnOption;
  readonly large: boolean;
  readonly badge: string | undefined;
  readonly onClick: () => void;
}

function Row({ ui, option, large, badge, onClick }: RowProps): JSX.Element {
  const { properties, enabled } = option;
  const start = objectOf(properties, 'start');
  const end = objectOf(properties, 'end');
  return (
    <button
      type="button"
      class={`wf-nav-row ${large ? 'wf-nav-row-large' : ''}`}
      disabled={!enabled}
      onClick={onClick}
    >
      {start && (
        <Picture
          ui={ui}
          source={textOf(start, 'image') ?? ''}
          alt={textOf(start, 'alt-text')}
          class="wf-nav-row-image"
          maxKilobytes={100}
          small
        />
      )}
      <span class="wf-nav-row-main">
        <Main properties={properties} badge={badge} />
      </span>
      {end && !large ? <End end={end} /> : <Icon name="forward" flips />}
    </button>
  );
}

function Main({
  properties,
  badge,
}: {
  readonly properties: JsonObject;
  readonly badge: string | undefined;
}): JSX.Element {
  const main = objectOf(properties, 'main-content') ?? {};
  const title = within(textOf(main, 'title'), 30);
  const description = within(textOf(main, 'description'), 20);
  const metadata = within(textOf(main, 'metadata'), 80);
  const tags = listOf(properties, 'tags')
    .slice(0, 3)
    .flatMap((tag) => within(typeof tag === 'string' ? tag : undefined, 15) ?? []);
  return (
    <>
      <span class="wf-nav-row-head">
        {title !== undefined && (
          <Clamped lines={2} class="wf-nav-row-title">
            {title}
          </Clamped>
        )}
        {badge !== undefined && (
          <span class="wf-badge" dir="auto">
            {badge}
          </span>
        )}
      </span>
      {description !== undefined && (
        <Clamped lines={3} class="wf-nav-row-description">
          {description}
        </Clamped>
      )}
      {metadata !== undefined && (
        <Clamped lines={2} class="wf-nav-row-metadata">
          {metadata}
        </Clamped>
      )}
      {tags.length > 0 && (
        <span class="wf-tags">
          {tags.map((tag, index) => (
            <span key={index} class="wf-tag" dir="auto">
              {tag}
            </span>
          ))}
        </span>
      )}
    </>
  );
}

function End({ end }: { readonly end: JsonObject }): JSX.Element {
  const part = (name: string): string | undefined => within(textOf(end, name), 10);
  return (
    <span class="wf-nav-row-end">
      {(['title', 'description', 'metadata'] as const).map(
        (name) =>
          part(name) !== undefined && (
            <Clamped key={name} lines={1} class={`wf-nav-row-${name}`}>
              {part(name)}
            </Clamped>
          ),
      )}
    </span>
  );
}

function badgeOf({ properties }: DrawnOption): string | undefined {
  return within(textOf(properties, 'badge'), 15);
}
