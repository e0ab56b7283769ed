import { flowText, footer, navigate, screen, type Json } from '../../support';

const complete = footer({ name: 'complete', payload: {} });
const link = (to: string): Json => ({ type: 'EmbeddedLink', text: to, 'on-click-action': navigate(to) });

/** A screen that only links to others; with a `!` behind its id it is terminal. */
export function stop(name: string, ...targets: string[]): Json {
  const id = name.replace('!', '');
  const terminal = name.endsWith('!');
  return screen([...targets.map(link), ...(terminal ? [complete] : [])], {
    id,
    title: id,
    ...(terminal && { terminal }),
  });
}

/** A flow without an endpoint: the screens follow each other by links. `{ A: 'B C', 'B!': '' }`. */
export function linked(screens: Record<string, string>, version = '7.3', more: Json = {}): string {
  const list = Object.entries(screens).map(([id, targets]) =>
    stop(id, ...targets.split(' ').filter(Boolean)),
  );
  return flowText(list, { version, ...more });
}

/** A flow with an endpoint and this routing model; the screens show nothing. */
export function modelled(screens: string, model: Record<string, readonly string[]>, version = '7.3'): string {
  return flowText(
    screens.split(' ').map((id) => stop(id)),
    { version, data_api_version: '3.0', routing_model: model },
  );
}
