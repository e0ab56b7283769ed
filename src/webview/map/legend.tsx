import type { JSX } from 'preact';
import { say, type Message } from '../../flowjson/message';
import type { Tell } from '../shared/tell';
import type { Look } from './drawing/shapes';

const lines: readonly (readonly [readonly Look[], Message])[] = [
  [['edge'], say('An action leads there')],
  [['edge-dashed'], say('Only routing_model has the way')],
  [['edge-problem'], say('A rule complains')],
  [['walked', 'edge'], say('Walked in the local preview')],
];

/** What the lines mean. */
export function Legend({ tell }: { tell: Tell }): JSX.Element {
  return (
    <details class="legend">
      <summary>{tell(say('Legend'))}</summary>
      <ul>
        {lines.map(([looks, meaning]) => (
          <li key={meaning.template}>
            <svg width="36" height="10" aria-hidden="true">
              {looks.map((look) => (
                <path key={look} class={look} d="M2 5h32" />
              ))}
            </svg>
            {tell(meaning)}
          </li>
        ))}
      </ul>
      <p class="hint">
        {tell(say('Keys: arrows go from screen to screen, Enter shows the text, P plays, + − 1 0 zoom.'))}
      </p>
    </details>
  );
}
