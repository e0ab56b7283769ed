import {
  atLeast,
  objectFact,
  propertiesOf,
  type ActionName,
  type ObjectFact,
  type Version,
} from '../../flowjson/catalogue';
import { say, shortened } from '../../flowjson/message';
import type { ActionSlot } from '../../flowjson/model/action';
import type { Screen } from '../../flowjson/model/screen';
import { evaluateAll, evaluateText } from '../evaluate/evaluate';
import { isObject, own, type Json, type JsonObject } from '../json';
import type { ShownComponent } from '../screen/reading';
import { scopeOn, type Purpose } from '../screen/scope';
import { goBack } from './back';
import { complete } from './complete';
import { ask } from './endpoint';
import { mergeData, openScreen } from './open';
import { mayNavigate } from './routing';
import type { Turn } from './turn';

/** Where an action stands. */
export interface ActionPlace {
  readonly shown: ShownComponent;
  readonly slot: ActionSlot;
  /** Of an option or row, not of the component itself. */
  readonly ofItem: boolean;
}

/** Runs an action of the screen in front (facts on Flow JSON, section 6). */
export function runAction(turn: Turn, screen: Screen, action: JsonObject, place: ActionPlace): void {
  const where = place.shown.key;
  const name = own(action, 'name');
  if (typeof name !== 'string' || name === '') {
    turn.refuse(say('This action has no name yet.'), where);
    return;
  }
  if (!isAllowed(name, place, turn.flow.version)) {
    turn.refuse(say('{0} does nothing here in version {1}.', shortened(name), turn.flow.version), where);
    return;
  }
  switch (name) {
    case 'navigate':
      navigate(turn, screen, action, where);
      return;
    case 'complete':
      if (screen.terminal) complete(turn, screen, payloadOf(turn, screen, action, where, 'response'));
      else turn.refuse(say('A flow can end only on a screen with {0}.', '"terminal": true'), where);
      return;
    case 'data_exchange':
      ask(turn, 'data_exchange', screen.id, payloadOf(turn, screen, action, where, 'payload'), where);
      return;
    case 'update_data': {
      const data = payloadOf(turn, screen, action, where, 'payload');
      turn.tell({ is: 'dataUpdated', screen: screen.id!, data });
      mergeData(turn, screen, data);
      return;
    }
    case 'open_url':
      openUrl(turn, screen, action, where);
  }
}

function isAllowed(name: string, { shown, slot, ofItem }: ActionPlace, version: Version): name is ActionName {
  const owner = ofItem ? itemOf(shown.component.type) : shown.fact;
  const shape = owner && propertiesOf(owner, version).get(slot)?.shape;
  return (
    shape?.is === 'action' &&
    shape.names.some((one) => one.name === name && (one.since === undefined || atLeast(version, one.since)))
  );
}

function itemOf(type: string): ObjectFact {
  if (type === 'NavigationList') return objectFact('navigationItem');
  return objectFact(type === 'ChipsSelector' ? 'chip' : 'option');
}

function navigate(turn: Turn, screen: Screen, action: JsonObject, where: string): void {
  const next = own(action, 'next');
  const written = isObject(next) ? own(next, 'name') : undefined;
  const scope = scopeOn(turn.flow, turn.state, screen, 'payload');
  const to = typeof written === 'string' ? evaluateText(written, scope).value : null;
  const target = typeof to === 'string' ? turn.flow.screen(to) : undefined;
  if (target === undefined) {
    turn.refuse(
      typeof to === 'string' && to !== ''
        ? say('There is no screen {0}.', shortened(to))
        : say('This does not say which screen comes next.'),
      where,
    );
    return;
  }
  if (target.id === screen.id) {
    turn.refuse(say('A screen cannot be opened from itself.'), where);
    return;
  }
  // To the screen just left counts as going back.
  if (turn.state.stack.at(-2) === target.id) {
    goBack(turn);
    return;
  }
  if (!mayNavigate(turn.flow, screen.id!, target.id!)) {
    turn.stop(say('The routing model has no way from {0} to {1}.', screen.id!, target.id!));
    return;
  }
  openScreen(turn, target, payloadOf(turn, screen, action, where, 'payload'));
}

function openUrl(turn: Turn, screen: Screen, action: JsonObject, where: string): void {
  const written = own(action, 'url');
  const scope = scopeOn(turn.flow, turn.state, screen, 'payload');
  const url = typeof written === 'string' ? evaluateText(written, scope).value : null;
  if (typeof url === 'string' && /^https:\/\/[^\s]+.*$/.test(url)) turn.tell({ is: 'urlOpened', url });
  else turn.refuse(say('WhatsApp opens addresses that begin with {0} only.', 'https://'), where);
}

/** What the payload gives now; each mistake in it is told once. */
function payloadOf(
  turn: Turn,
  screen: Screen,
  action: JsonObject,
  where: string,
  purpose: Purpose,
): JsonObject {
  const payload: Json = own(action, 'payload') ?? {};
  const { value, gaps } = evaluateAll(payload, scopeOn(turn.flow, turn.state, screen, purpose));
  const told = new Set<string>();
  for (const { reason } of gaps) {
    const key = JSON.stringify(reason);
    if (told.has(key)) continue;
    told.add(key);
    turn.tell({ is: 'gap', reason, where });
  }
  return isObject(value) ? value : {};
}
