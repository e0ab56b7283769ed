import { typeOnScreen } from '../../flowjson/expression/resolve';
import { say } from '../../flowjson/message';
import type { Flow } from '../../flowjson/model/flow';
import { routesOf } from '../../flowjson/model/routes';
import { ScreenGraph } from '../../flowjson/model/screenGraph';
import { mentionAt, mentionsOf, type FlowSymbol } from '../../flowjson/symbols/mentions';
import { stringOf, valueOf } from '../../flowjson/text/nodes';
import type { Passage } from '../context/passage';
import { aboutResolved, aboutScreen } from './named';
import type { Said, Spot } from './said';

/** A name of a screen, an input or a data entry, wherever it stands. */
export function mention({ flow, offset }: Spot): Said | undefined {
  const at = mentionAt(flow, offset);
  if (at === undefined) return undefined;
  const passages = aboutSymbol(flow, at.symbol);
  if (passages.length === 0 || !at.declaration)
    return passages.length === 0 ? undefined : { span: at.span, passages };
  const uses = mentionsOf(flow, at.symbol).length - 1;
  return { span: at.span, passages: [...passages, say('Mentioned in {0} other places.', uses)] };
}

function aboutSymbol(flow: Flow, symbol: FlowSymbol): readonly Passage[] {
  if (symbol.kind !== 'screen') {
    const scope = symbol.kind === 'data' ? 'data' : 'form';
    const path = [symbol.name];
    const to = { scope, screen: undefined, path } as const;
    return aboutResolved(flow, typeOnScreen(symbol.screen, to), `${scope}.${symbol.name}`, path);
  }
  const screen = flow.screen(symbol.name);
  if (screen === undefined) return [];
  const { ids, declared, navigated } = routesOf(flow);
  const routes = new ScreenGraph(ids, [...declared, ...navigated]);
  const title = stringOf(valueOf(screen.node, 'title'));
  return aboutScreen(screen, title, [...routes.next(symbol.name, 'backward')], [...routes.next(symbol.name)]);
}
