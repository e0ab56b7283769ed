import type { JSX } from 'preact';
import { say } from '../../flowjson/message';
import { Drawing } from '../shared/icons';
import type { Tell } from '../shared/tell';
import type { FlowMap } from './contract';
import { icons } from './icons';
import { pathsInWords } from './naming';

interface ToolbarProps {
  readonly map: FlowMap;
  readonly scale: number;
  readonly showsPaths: boolean;
  readonly tell: Tell;
  readonly onScale: (factor: number) => void;
  readonly onFull: () => void;
  readonly onFit: () => void;
  readonly onPaths: () => void;
  readonly onExport: () => void;
}

export function Toolbar(props: ToolbarProps): JSX.Element {
  const { map, scale, showsPaths, tell } = props;
  const count = map.nodes.filter(({ marks }) => !marks.includes('missing')).length;
  const percent = `${Math.round(scale * 100)} %`;
  return (
    <header class="toolbar">
      <div>
        <h1 title={map.name}>{map.name}</h1>
        <span class="count">{tell(count === 1 ? say('1 screen') : say('{0} screens', count))}</span>
        <span class="spring" />
        <div class="zoom" role="group" aria-label={tell(say('Zoom'))}>
          <Tool path={icons.minus} label={tell(say('Zoom Out'))} onClick={() => props.onScale(1 / 1.25)} />
          <button
            type="button"
            class="tool percent"
            aria-label={tell(say('{0}: show at 100 %', percent))}
            title={tell(say('Show at 100 %'))}
            onClick={props.onFull}
          >
            {percent}
          </button>
          <Tool path={icons.plus} label={tell(say('Zoom In'))} onClick={() => props.onScale(1.25)} />
          <Tool path={icons.fit} label={tell(say('Show All'))} onClick={props.onFit} />
        </div>
        <button
          type="button"
          class="tool"
          aria-expanded={showsPaths}
          aria-controls="paths"
          onClick={props.onPaths}
        >
          <Drawing path={icons.paths} />
          {tell(pathsInWords(map))}
        </button>
        <Tool path={icons.save} label={tell(say('Export as SVG'))} onClick={props.onExport} />
      </div>
    </header>
  );
}

interface ToolProps {
  readonly path: string;
  readonly label: string;
  readonly onClick: () => void;
}

export function Tool({ path, label, onClick }: ToolProps): JSX.Element {
  return (
    <button type="button" class="tool" aria-label={label} title={label} onClick={onClick}>
      <Drawing path={path} />
    </button>
  );
}
