import { screenIdPattern } from '../catalogue';
import { say, type Message } from '../message';
import { escaped } from '../model/edits';
import type { Flow } from '../model/flow';
import type { Edit } from '../text/edit';
import { mentionsOf, type FlowSymbol } from './mentions';

/**
 * Why a symbol cannot have a new name; nothing if it can. Screen ids: facts, section 3.1. Other names must be readable
 * inside `${…}` and inside expressions in backticks, where a hyphen would be a minus.
 */
export function refusalOfName(flow: Flow, symbol: FlowSymbol, name: string): Message | undefined {
  if (name === symbol.name) return undefined;
  if (symbol.kind === 'screen') {
    if (!screenIdPattern(flow.version).test(name))
      return say('A screen id has letters and underscores only.');
    if (name.toUpperCase() === 'SUCCESS') return say('SUCCESS is reserved: choose another screen id.');
    if (flow.screen(name)) return say('There is a screen {0} already.', name);
    return undefined;
  }
  if (!/^\w+$/.test(name))
    return say('Use letters, digits and underscores only: the name stands inside references.');
  const taken = symbol.kind === 'component' ? symbol.screen.named() : symbol.screen.data();
  return taken.has(name) ? say('{0} is taken on this screen.', name) : undefined;
}

/** Renames a symbol wherever it is mentioned: declarations, references, routes, payload keys, `init-values` … */
export function renameEdits(flow: Flow, symbol: FlowSymbol, name: string): Edit[] {
  const text = escaped(name);
  return mentionsOf(flow, symbol).map(({ span }) => ({ ...span, text }));
}
