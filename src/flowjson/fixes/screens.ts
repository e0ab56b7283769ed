import { dataApiVersions } from '../catalogue';
import { say } from '../message';
import type { Flow } from '../model/flow';
import { routesFromActions } from '../refactor/routes';
import { isBoolean, properties, valueOf } from '../text/nodes';
import { preferred, removeProperty } from './common';
import { replace, remove, setTops } from '../model/edits';
import { best, fix, type Fix, type Fixer, type Fixers } from './fix';
import { actionAround } from './places';
import { answerOf } from './samples';
import { addFooter, makeTerminal, markTerminal } from './screenParts';
import { likelyNext, payloadFor } from './targets';

/** What makes a flow one with an endpoint: the version of the traffic, and the routing model that it needs then. */
function withEndpoint(flow: Flow): Fix {
  const routes = flow.property('routing_model') ? {} : { routing_model: routesFromActions(flow) };
  const data_api_version = dataApiVersions(flow.version)[0]!;
  return fix(
    'add-data-api-version',
    say('Make it a flow with an endpoint: add {0}', 'data_api_version'),
    () => setTops(flow, { data_api_version, ...routes }),
  );
}

/** `complete` on a screen that is not terminal: the screen ends the flow, or the action goes on. */
const completeElsewhere: Fixer = (flow, { node }) => {
  const screen = flow.screenAround(node);
  const action = actionAround(flow, node);
  if (!screen || !action) return [];
  const next = likelyNext(flow, screen);
  return [
    best('make-terminal', say('Make the screen terminal'), () => markTerminal(flow, screen)),
    ...(next?.id === undefined
      ? []
      : [
          fix('navigate-instead', say('Navigate to {0}', next.id), () =>
            replace(flow, action.node, {
              name: 'navigate',
              next: { type: 'screen', name: next.id },
              payload: payloadFor(screen, next),
            }),
          ),
        ]),
  ];
};

/** `navigate` in the Footer of a terminal screen: it completes, or the screen is not terminal after all. */
const navigateOnTerminal: Fixer = (flow, { node }) => {
  const screen = flow.screenAround(node);
  const action = actionAround(flow, node);
  const terminal = valueOf(screen?.node, 'terminal');
  if (!screen || !action) return [];
  const others = flow.screens.some((other) => other !== screen && other.terminal);
  return [
    ...(terminal && others ? preferred(removeProperty(flow, terminal, 'remove-terminal')) : []),
    fix('complete-instead', say('Complete the flow instead'), () =>
      replace(flow, action.node, { name: 'complete', payload: answerOf(screen) }),
    ),
  ];
};

/** The last screen that could end the flow. */
const noTerminal: Fixer = (flow) => {
  const completing = flow.screens.filter((screen) =>
    screen.actions().some(({ name }) => name === 'complete'),
  );
  const candidates = [...completing.reverse(), ...[...flow.screens].reverse()];
  const [chosen] = candidates.flatMap((screen) => {
    const edits = makeTerminal(flow, screen);
    return edits ? [{ screen, edits }] : [];
  });
  if (!chosen) return [];
  return [best('make-terminal', say('Make {0} terminal', chosen.screen.id ?? ''), () => chosen.edits)];
};

/** A screen that leads nowhere ends the flow. */
const deadEnd: Fixer = (flow, { facts: { screen: id } }) => {
  const screen = flow.screen(id ?? '');
  const terminal = valueOf(screen?.node, 'terminal');
  if (!screen || (terminal && !isBoolean(terminal, false))) return [];
  const isEnd = screen.actions().every(({ name }) => name === 'complete' || name === 'data_exchange');
  const edits = isEnd ? makeTerminal(flow, screen) : undefined;
  return edits ? [fix('make-terminal', say('Make the screen terminal'), () => edits)] : [];
};

const footerMissing: Fixer = (flow, { node }) => {
  const screen = flow.screenAround(node);
  const edits = screen && addFooter(flow, screen);
  return edits ? [best('add-footer', say('Add a Footer'), () => edits)] : [];
};

const noSuccess: Fixer = (flow, { node }) => preferred(removeProperty(flow, node, 'remove-success'));

const refresh: Fixer = (flow, { node }) => [
  best('turn-refresh-off', say('Remove "{0}"', 'refresh_on_back'), () => remove(flow, node)),
  withEndpoint(flow),
];

export const screenFixers: Fixers = {
  'complete-on-terminal-screen': completeElsewhere,
  'navigate-on-terminal-screen': navigateOnTerminal,
  'terminal-screen-missing': noTerminal,
  'terminal-success': noSuccess,
  'terminal-footer-missing': footerMissing,
  'route-without-end': deadEnd,
  'data-exchange-without-endpoint': (flow) => preferred([withEndpoint(flow)]),
  'refresh-without-endpoint': refresh,
  'endpoint-without-routing-model': (flow) => {
    const version = flow.property('data_api_version');
    const asks = flow.screens.some((screen) => screen.actions().some(({ name }) => name === 'data_exchange'));
    return [
      best('add-routing-model', say('Add the routing model, from what the actions do'), () =>
        setTops(flow, { routing_model: routesFromActions(flow) }),
      ),
      ...(version && !asks ? removeProperty(flow, version, 'remove-data-api-version') : []),
    ];
  },
  'unused-data': (flow, { node, facts: { key } }) => {
    const data = node.parent?.parent;
    const whole = properties(data).length === 1 ? data : node;
    return whole && key !== undefined
      ? [
          best('remove-unused-data', say('Remove "{0}"', key), () =>
            remove(flow, whole === node ? node.parent! : whole),
          ),
        ]
      : [];
  },
};
