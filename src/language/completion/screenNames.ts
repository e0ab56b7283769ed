import { maxRoutesPerScreen } from '../../flowjson/catalogue';
import { say } from '../../flowjson/message';
import type { Screen } from '../../flowjson/model/screen';
import { routesOf } from '../../flowjson/model/routes';
import { stringOf, valueOf } from '../../flowjson/text/nodes';
import type { Cursor } from '../context/cursor';
import type { Passage } from '../context/passage';
import { keyProposal, valueProposal, type Proposal } from './proposal';

/** Ids of screens: as targets of `navigate`, and as sources and targets in `routing_model`. */
export function screenNames(cursor: Cursor): Proposal[] {
  const { path, atKey } = cursor;
  if (path[0] === 'routing_model') {
    if (atKey && path.length === 2) return routeSources(cursor);
    if (!atKey && path.length === 3) return routeTargets(cursor);
  }
  return !atKey && path.at(-1) === 'name' && path.at(-2) === 'next' ? navigateTargets(cursor) : [];
}

function navigateTargets(cursor: Cursor): Proposal[] {
  const { flow, screen } = cursor;
  const routes = routesOf(flow);
  const declared = routes.model.next(screen?.id ?? '');
  return screensBut(cursor, [screen?.id]).map((id, index) =>
    valueProposal(cursor, id, {
      ...aboutScreen(cursor, id),
      rank: declared.has(id) ? index : index + routes.ids.length,
      ...(declared.has(id) && { detail: 'routing_model' }),
    }),
  );
}

function routeSources(cursor: Cursor): Proposal[] {
  const { flow } = cursor;
  const typed = String(cursor.path.at(-1));
  const known = flow.routes.map(({ from }) => from).filter((from) => from !== typed);
  const { navigation } = routesOf(flow);
  return screensBut(cursor, known).map((id, index) =>
    keyProposal(cursor, id, [...navigation.next(id)].slice(0, maxRoutesPerScreen), {
      ...aboutScreen(cursor, id),
      rank: index,
    }),
  );
}

function routeTargets(cursor: Cursor): Proposal[] {
  const { flow, path, token } = cursor;
  const from = String(path[1]);
  const typed = token && token.before + token.after;
  const known = flow.routes
    .filter((route) => route.from === from)
    .flatMap(({ targets }) => targets.map(({ id }) => id));
  const { navigation, ids } = routesOf(flow);
  const lacking = navigation.next(from);
  return screensBut(cursor, [from, ...known.filter((id) => id !== typed)]).map((id, index) =>
    valueProposal(cursor, id, {
      ...aboutScreen(cursor, id),
      rank: lacking.has(id) ? index : index + ids.length,
      ...(lacking.has(id) && { detail: 'navigate' }),
    }),
  );
}

function screensBut({ flow }: Cursor, others: readonly (string | undefined)[]): string[] {
  const excluded = new Set(others);
  return routesOf(flow).ids.filter((id) => !excluded.has(id));
}

function aboutScreen({ flow }: Cursor, id: string): { kind: 'screen'; label: string; about: Passage[] } {
  const screen = flow.screen(id);
  return { kind: 'screen', label: id, about: screen ? titleAndEnd(screen) : [] };
}

function titleAndEnd(screen: Screen): Passage[] {
  const title = stringOf(valueOf(screen.node, 'title'));
  return [
    ...(title === undefined ? [] : [{ text: title }]),
    ...(screen.terminal ? [say('The flow can end on this screen.')] : []),
  ];
}
