import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../flowjson/message';
import { Icon } from '../shared/icons';
import type { Tell } from '../shared/tell';
import type { Host } from './app';
import type { FlowMap, Thumbnails, View } from './contract';
import { Details, Problems } from './details';
import { card, type Size } from './drawing/shapes';
import { pressed } from './keys';
import { wholeInWords } from './naming';
import { Legend } from './legend';
import { PathList } from './pathList';
import { Picture } from './picture';
import { Stage } from './stage';
import { Toolbar } from './toolbar';
import { bringing, fitting, opening, zoomedTo, type Zoom } from './viewport';

/** So much of the stage is covered by what is said of a selected screen. */
const underDetails = ({ height }: Size): number => Math.min(170, height * 0.4);

interface MapViewProps {
  readonly host: Host;
  readonly map: FlowMap;
  readonly thumbnails: Thumbnails;
  /** What was seen before. */
  readonly first: View;
  readonly tell: Tell;
}

export function MapView({ host, map, thumbnails, first, tell }: MapViewProps): JSX.Element {
  const [chosen, setZoom] = useState<Zoom | null>(first.zoom);
  const [selected, setSelected] = useState(first.selected);
  const [showsPaths, setShowsPaths] = useState(first.showsPaths);
  const [path, setPath] = useState<readonly string[] | null>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const root = useRef<HTMLElement>(null);
  // Until the person has moved it, all of the map is seen, however the panel grows: or as much as can be read.
  const turned = useRef(map.leadsDown);
  const isTurned = turned.current !== map.leadsDown;
  const zoom = (isTurned ? null : chosen) ?? opening(map, size);
  if (isTurned) {
    turned.current = map.leadsDown;
    setZoom(null);
  }

  useEffect(() => {
    const timer = setTimeout(
      () => host.post({ type: 'view', view: { zoom: chosen, selected, showsPaths } }),
      200,
    );
    return () => clearTimeout(timer);
  }, [chosen, selected, showsPaths]);

  const change = (by: (zoom: Zoom) => Zoom): void => setZoom((before) => by(before ?? opening(map, size)));
  const middle = { x: size.width / 2, y: size.height / 2 };
  const select = (key: string | null): void => {
    setSelected(key);
    const node = map.nodes.find((one) => one.key === key);
    if (node === undefined || size.width === 0) return;
    const seen = bringing(zoom, { ...node, ...card }, { ...size, height: size.height - underDetails(size) });
    if (seen !== zoom) setZoom(seen);
  };
  const open = (key: string): void => host.post({ type: 'reveal', key, way: 0 });
  const focus = (key: string): void => {
    select(key);
    const nodes = root.current?.querySelectorAll<SVGElement>('[role="option"]') ?? [];
    [...nodes].find((one) => one.dataset['key'] === key)?.focus({ preventScroll: true });
  };
  const shownPath = path && map.paths.findIndex(({ keys }) => keys.join('\n') === path.join('\n'));
  const isSelected = [...map.nodes, ...map.edges].some(({ key }) => key === selected);

  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const option = (event.target as Element).closest('[role="option"]');
    const at = option?.getAttribute('data-key') ?? null;
    const order = pressed(event.key, map, at);
    if (order === undefined) return;
    event.preventDefault();
    if (order.is === 'go') focus(order.key);
    else if (order.is === 'open') open(order.key);
    else if (order.is === 'play') host.post({ type: 'play', key: order.key });
    else if (order.is === 'zoom') change((before) => zoomedTo(before, before.scale * order.factor, middle));
    else if (order.is === 'full') change((before) => zoomedTo(before, 1, middle));
    else if (order.is === 'fit') setZoom(fitting(map, size));
    else {
      setSelected(null);
      setPath(null);
    }
  };

  return (
    <main class="map" ref={root}>
      <Toolbar
        map={map}
        scale={zoom.scale}
        showsPaths={showsPaths}
        tell={tell}
        onScale={(factor) => change((before) => zoomedTo(before, before.scale * factor, middle))}
        onFull={() => change((before) => zoomedTo(before, 1, middle))}
        onFit={() => setZoom(fitting(map, size))}
        onPaths={() => {
          setShowsPaths(!showsPaths);
          setPath(null);
        }}
        onExport={() => host.post({ type: 'export' })}
      />
      <div class="notes" role="status">
        {map.behind && (
          <p class="behind">
            <Icon name="clock" />
            {tell(map.behind)}
          </p>
        )}
      </div>
      <div class="content">
        <div class="floor">
          <Stage
            zoom={zoom}
            label={tell(say('Screens of the flow'))}
            hint={tell(say('Arrow keys go from screen to screen, Enter shows the text, P plays the screen.'))}
            onZoom={change}
            onSize={setSize}
            onKey={onKey}
            onNothing={() => setSelected(null)}
          >
            <Picture
              map={map}
              thumbnails={thumbnails}
              scale={zoom.scale}
              selected={selected}
              path={path}
              tell={tell}
              onSelect={select}
              onOpen={open}
            />
          </Stage>
          <Legend tell={tell} />
          {isSelected ? (
            <Details
              map={map}
              selected={selected!}
              tell={tell}
              post={(message) => host.post(message)}
              onSelect={(key) => select(key)}
            />
          ) : (
            map.problems.length > 0 && (
              <details class="details whole">
                <summary>
                  <Icon name="warning" />
                  {tell(wholeInWords(map.problems.length))}
                </summary>
                <Problems
                  problems={map.problems}
                  count={map.problems.length}
                  tell={tell}
                  post={(message) => host.post(message)}
                />
              </details>
            )
          )}
        </div>
        {showsPaths && (
          <PathList
            map={map}
            shown={shownPath}
            tell={tell}
            onShow={(index) => setPath(index === null ? null : map.paths[index]!.keys)}
          />
        )}
      </div>
    </main>
  );
}
