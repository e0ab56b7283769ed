import type { JSX } from 'preact';
import { say } from '../../flowjson/message';
import { Drawing } from '../shared/icons';
import type { Tell } from '../shared/tell';
import type { FlowMap } from './contract';
import { icons } from './icons';
import { pathsInWords } from './naming';

interface PathListProps {
  readonly map: FlowMap;
  /** The index of the path that is shown on the map. */
  readonly shown: number | null;
  readonly tell: Tell;
  readonly onShow: (index: number | null) => void;
}

/** The ways through the flow, with a tick at those that were walked in the local preview. */
export function PathList({ map, shown, tell, onShow }: PathListProps): JSX.Element {
  const { paths, pathCount } = map;
  return (
    <aside class="paths" id="paths" aria-labelledby="paths-title">
      <h2 id="paths-title">{tell(pathsInWords(map))}</h2>
      {paths.length === 0 ? (
        <p class="hint">{tell(say('No path leads from the first screen to a terminal one.'))}</p>
      ) : (
        <p class="hint">{tell(say('A path is walked when you came to its end in the local preview.'))}</p>
      )}
      <ol>
        {paths.map(({ keys, walked }, index) => (
          <li key={index}>
            <button
              type="button"
              class="path"
              aria-pressed={shown === index}
              onClick={() => onShow(shown === index ? null : index)}
            >
              <span class="tick">{walked && <Drawing path={icons.check} />}</span>
              <span class="steps">
                {keys.map((key) => key.slice(key.indexOf(':') + 1)).join(' › ')}
                {walked && <span class="for-screen-readers">{tell(say(', walked'))}</span>}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {pathCount > paths.length && (
        <p class="hint">{tell(say('Only the first {0} are listed.', paths.length))}</p>
      )}
    </aside>
  );
}
