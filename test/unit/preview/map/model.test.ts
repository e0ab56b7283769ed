import { describe, expect, it } from 'vitest';
import { complaintsAbout } from '../../../../src/preview/map/complaints';
import { graphOf } from '../../../../src/preview/map/model';
import { walkedEdges, walkedPaths } from '../../../../src/preview/map/paths';
import { ask, complete, navigate, odd, read, screen, text } from './flows';

const marksOf = (flow: object) =>
  Object.fromEntries(graphOf(read(flow)).nodes.map(({ key, marks }) => [key, marks]));
const edgesOf = (flow: object) =>
  Object.fromEntries(graphOf(read(flow)).edges.map((edge) => [`${edge.from} ${edge.to}`, edge]));

describe('screens', () => {
  it('are marked by what leads to them and on from them', () => {
    expect(marksOf(odd)).toEqual({
      'id:START': ['entry'],
      'id:DETAILS': [],
      'id:HELP': ['deadEnd'],
      'id:TERMS': ['unreachable', 'onlyBack'],
      'id:LOST': ['unreachable', 'deadEnd'],
      'id:DONE': ['end'],
      'id:SORRY': ['unreachable', 'failure'],
      'at:7': ['twice'],
      'at:8': ['nameless'],
      'missing:GHOST': ['missing'],
      'missing:NOWHERE': ['missing'],
    });
  });

  it('are all reachable where an endpoint may open any of them', () => {
    const flow = { version: '6.3', data_api_version: '3.0', screens: [screen('A', ask), screen('B', ask)] };
    expect(marksOf(flow)).toEqual({ 'id:A': ['entry'], 'id:B': [] });
  });

  it('keep their keys where they move', () => {
    const moved = { ...odd, screens: [...odd.screens.slice(1, 3), odd.screens[0], ...odd.screens.slice(3)] };
    expect(Object.keys(marksOf(moved)).sort()).toEqual(Object.keys(marksOf(odd)).sort());
  });
});

describe('ways', () => {
  it('come from actions and from the routing model, and say which', () => {
    const edges = edgesOf(odd);
    expect(edges['id:DETAILS id:DONE']).toMatchObject({
      ways: [{ by: 'navigate', trigger: 'Continue' }],
      declared: true,
    });
    expect(edges['id:START id:DETAILS']).toMatchObject({
      ways: [{ by: 'endpoint', trigger: 'Continue' }],
      declared: true,
    });
    expect(edges['id:HELP missing:NOWHERE']).toMatchObject({ ways: [{ by: 'navigate' }], declared: false });
    expect(edges['id:START missing:GHOST']).toMatchObject({ ways: [{ by: 'endpoint' }], declared: true });
    expect(Object.keys(edges)).toHaveLength(5);
  });

  it('know nothing of a routing model where there is none', () => {
    const flow = { version: '6.3', screens: [screen('A', navigate('B')), screen('B', complete)] };
    expect(edgesOf(flow)['id:A id:B']).toMatchObject({ declared: null });
  });

  it('stand where their action stands', () => {
    const { start, end } = edgesOf(odd)['id:DETAILS id:DONE']!.ways[0]!.place;
    expect(JSON.parse(text(odd).slice(start, end))).toEqual(navigate('DONE'));
  });

  it('are named by what is tapped: a row, an option, a link; never by data that is not known', () => {
    const action = navigate('B');
    const rows = [{ id: '1', 'main-content': { title: 'Row' }, 'on-click-action': action }];
    const options = [{ id: '1', title: 'Option', 'on-select-action': action }];
    const children = [
      { type: 'NavigationList', name: 'list', 'list-items': rows },
      { type: 'Dropdown', name: 'drop', label: 'Drop', 'data-source': options },
      { type: 'EmbeddedLink', text: 'Link', 'on-click-action': action },
      { type: 'Footer', label: '${data.label}', 'on-click-action': action },
    ];
    const first = { id: 'A', title: 'A', layout: { type: 'SingleColumnLayout', children } };
    const { ways } = edgesOf({ version: '6.3', screens: [first, screen('B', complete)] })['id:A id:B']!;
    expect(ways.map(({ trigger }) => trigger)).toEqual(['Row', 'Option', 'Link', 'Footer']);
  });
});

describe('complaints', () => {
  const written = text(odd);
  const at = (what: string, from = 0) => {
    const start = written.indexOf(what, from);
    return { start, end: start + what.length };
  };
  const graph = graphOf(read(odd));
  const about = (place: { start: number; end: number }, related: (typeof place)[] = []) => [
    ...complaintsAbout(graph, [{ ...place, related }]).keys(),
  ];

  it('belong to the narrowest thing around them', () => {
    expect(about(at('"GHOST"'))).toEqual(['["id:START","missing:GHOST"]']);
    expect(about(at('"NOWHERE"'))).toEqual(['["id:HELP","missing:NOWHERE"]']);
    expect(about(at('"Title of HELP"'))).toEqual(['id:HELP']);
    expect(about(at('"START"'))).toEqual(['id:START']);
    expect(about(at('"6.3"'))).toEqual(['']);
  });

  it('about a screen are also about the ways they name', () => {
    const way = '["id:HELP","missing:NOWHERE"]';
    expect(about(at('"START"'), [at('"NOWHERE"'), at('"Title of HELP"')])).toEqual(['id:START', way]);
    expect(about(at('"GHOST"'), [at('"NOWHERE"')])).toEqual(['["id:START","missing:GHOST"]']);
  });

  it('about no part of the map are about all that they name', () => {
    expect(about(at('"routing_model"'), [at('"Title of HELP"')])).toEqual(['id:HELP']);
  });
});

describe('paths', () => {
  it('are ticked when they were walked to their end, and so are the ways along them', () => {
    const flow = read(odd);
    expect(walkedPaths(flow, [])).toEqual({
      shown: [{ keys: ['id:START', 'id:DETAILS', 'id:DONE'], walked: false }],
      count: 1,
      all: true,
      walked: 0,
    });
    expect(walkedPaths(flow, [['START', 'DETAILS']]).walked).toBe(0);
    expect(walkedPaths(flow, [['START', 'DETAILS', 'DONE']]).walked).toBe(1);
    expect([...walkedEdges([['START', 'DETAILS']])]).toEqual(['["id:START","id:DETAILS"]']);
  });
});
