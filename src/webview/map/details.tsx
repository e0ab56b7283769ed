import type { ComponentChildren, JSX } from 'preact';
import { say } from '../../flowjson/message';
import { Drawing, Icon } from '../shared/icons';
import type { Tell } from '../shared/tell';
import type { FlowMap, MapEdge, MapNode, Problem, ToHost } from './contract';
import { markMeanings } from './drawing/words';
import { icons } from './icons';
import { modelInWords, nameOf } from './naming';
import { Tool } from './toolbar';

interface DetailsProps {
  readonly map: FlowMap;
  readonly selected: string;
  readonly tell: Tell;
  readonly post: (message: ToHost) => void;
  readonly onSelect: (key: string | null) => void;
}

/** What is selected, and what can be done with it. */
export function Details(props: DetailsProps): JSX.Element | null {
  const { map, selected } = props;
  const node = map.nodes.find(({ key }) => key === selected);
  if (node !== undefined) return <NodeDetails {...props} node={node} />;
  const edge = map.edges.find(({ key }) => key === selected);
  return edge === undefined ? null : <EdgeDetails {...props} edge={edge} />;
}

function NodeDetails({ map, node, tell, post, onSelect }: DetailsProps & { node: MapNode }): JSX.Element {
  const canBePlayed = !node.marks.some((mark) => ['missing', 'nameless', 'twice'].includes(mark));
  const on = map.edges.filter(({ from }) => from === node.key);
  const here = map.edges.filter(({ to, from }) => to === node.key && from !== node.key);
  const name = nameOf(map, node, tell);
  return (
    <Panel name={name} title={node.id === '' ? '' : node.title} tell={tell} onClose={() => onSelect(null)}>
      <div class="ways-out">
        {!node.marks.includes('missing') && (
          <button
            type="button"
            class="primary"
            onClick={() => post({ type: 'reveal', key: node.key, way: 0 })}
          >
            <Drawing path={icons.text} />
            {tell(say('Show in Text'))}
          </button>
        )}
        {canBePlayed && (
          <button type="button" onClick={() => post({ type: 'play', key: node.key })}>
            <Drawing path={icons.play} />
            {tell(say('Open in Local Preview'))}
          </button>
        )}
      </div>
      {node.marks.map((mark) => (
        <p key={mark}>{tell(markMeanings[mark])}</p>
      ))}
      <Problems problems={node.problems} count={node.problemCount} tell={tell} post={post} />
      <Ways title={tell(say('Leads to'))} edges={on} map={map} end="to" tell={tell} onSelect={onSelect} />
      <Ways
        title={tell(say('Comes from'))}
        edges={here}
        map={map}
        end="from"
        tell={tell}
        onSelect={onSelect}
      />
    </Panel>
  );
}

function EdgeDetails({ map, edge, tell, post, onSelect }: DetailsProps & { edge: MapEdge }): JSX.Element {
  const name = (key: string): string =>
    nameOf(
      map,
      map.nodes.find((node) => node.key === key)!,
      tell,
    );
  const model = modelInWords(edge);
  const isOnlyDeclared = !edge.ways.some(({ by }) => by === 'navigate');
  const ways = isOnlyDeclared ? edge.ways.slice(0, 1) : edge.ways;
  return (
    <Panel name={`${name(edge.from)} → ${name(edge.to)}`} title="" tell={tell} onClose={() => onSelect(null)}>
      <div class="ways-out">
        {ways.map(({ trigger }, way) => (
          <button
            key={way}
            type="button"
            class={way === 0 ? 'primary' : ''}
            onClick={() => post({ type: 'reveal', key: edge.key, way })}
          >
            <Drawing path={icons.text} />
            {isOnlyDeclared || ways.length === 1
              ? tell(say('Show in Text'))
              : tell(say('Show “{0}” in Text', trigger))}
          </button>
        ))}
      </div>
      {triggersOf(edge).length > 0 && <p>{tell(say('By “{0}”.', triggersOf(edge).join('”, “')))}</p>}
      {model && <p>{tell(model)}</p>}
      <Problems problems={edge.problems} count={edge.problems.length} tell={tell} post={post} />
    </Panel>
  );
}

function triggersOf({ ways }: MapEdge): string[] {
  return [...new Set(ways.map(({ trigger }) => trigger))].filter((trigger) => trigger !== '');
}

interface PanelProps {
  readonly name: string;
  readonly title: string;
  readonly tell: Tell;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

function Panel({ name, title, tell, onClose, children }: PanelProps): JSX.Element {
  return (
    <section class="details" aria-labelledby="details-title">
      <div class="details-head">
        <h2 id="details-title">
          <span class="id">{name}</span> {title}
        </h2>
        <Tool path={icons.close} label={tell(say('Close'))} onClick={onClose} />
      </div>
      {children}
    </section>
  );
}

interface WaysProps {
  readonly title: string;
  readonly edges: readonly MapEdge[];
  readonly map: FlowMap;
  readonly end: 'from' | 'to';
  readonly tell: Tell;
  readonly onSelect: (key: string) => void;
}

function Ways({ title, edges, map, end, tell, onSelect }: WaysProps): JSX.Element | null {
  if (edges.length === 0) return null;
  return (
    <div class="neighbours">
      <span class="hint">{title}</span>
      {edges.map((edge) => (
        <button key={edge.key} type="button" class="chip" onClick={() => onSelect(edge.key)}>
          {nameOf(
            map,
            map.nodes.find(({ key }) => key === edge[end])!,
            tell,
          )}
        </button>
      ))}
    </div>
  );
}

interface ProblemsProps {
  readonly problems: readonly Problem[];
  readonly count: number;
  readonly tell: Tell;
  readonly post: (message: ToHost) => void;
}

/** What the rules say, each a way to its place in the text. */
export function Problems({ problems, count, tell, post }: ProblemsProps): JSX.Element | null {
  if (problems.length === 0) return null;
  return (
    <ul class="problems">
      {problems.map(({ id, severity, text }) => (
        <li key={id} class={severity}>
          <Icon name="warning" />
          <button type="button" class="link" onClick={() => post({ type: 'revealProblem', id })}>
            {text}
          </button>
        </li>
      ))}
      {count > problems.length && <li>{tell(say('and {0} more', count - problems.length))}</li>}
    </ul>
  );
}
