import type { StoredFlow } from '../state';
import { drawComponents } from './components';
import { element, escape } from './html';
import { SCRIPT, STYLE } from './style';
import { exampleData, isLoose, listOf, type Loose, resolve, textOf } from './values';

/** The whole page of a flow; the parameters are those of the link. */
export function previewPage(flow: StoredFlow, parameters: URLSearchParams): string {
  const screens = screensOf(flow.json);
  const start = startOf(parameters);
  const named = screens.find((screen) => screen.id === start.screen);
  const first = named ?? entryOf(screens);
  const interactive = parameters.get('interactive') === 'true';
  const drawn = screens.map((screen) =>
    drawScreen(screen, screen === first, screen === named ? start.data : {}),
  );
  const draft =
    flow.status === 'DRAFT' ? element('div', { class: 'draft' }, 'This WhatsApp Flow is a draft') : '';
  const body =
    drawn.length > 0
      ? drawn.join('\n')
      : deadSheet('Nothing to show', 'The JSON of this flow has no screens.');
  const wrong =
    start.wrong ?? (start.screen !== undefined && !named ? `There is no screen ${start.screen}.` : undefined);
  const log = interactive && parameters.get('debug') === 'true' ? element('div', { class: 'log' }) : '';
  return page(
    flow.name,
    { 'data-interactive': String(interactive), 'data-flow': flow.id, 'data-state': 'alive' },
    element(
      'main',
      { class: 'phone', 'aria-label': 'Preview Flow' },
      draft,
      body,
      element('div', { class: 'toast', role: 'status' }),
    ),
    element(
      'div',
      { class: 'desk' },
      escape(describe(parameters, interactive)),
      wrong ? element('div', { class: 'wrong' }, escape(wrong)) : '',
    ),
    log,
    `<script>${SCRIPT}</script>`,
  );
}

/** What an expired or unknown link shows. */
export function deadPage(reason: string): string {
  const sheet = deadSheet('This preview is not available', reason);
  return page('Preview not available', { 'data-state': 'dead' }, element('main', { class: 'phone' }, sheet));
}

/** Drawn, because not every system has a font with such signs. */
const BROKEN_LINK =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 2M4 4l16 16"/></svg>';

function deadSheet(title: string, reason: string): string {
  return element(
    'div',
    { class: 'screen shown dead' },
    BROKEN_LINK,
    element('h1', { class: 'heading' }, escape(title)),
    element('p', {}, escape(reason)),
  );
}

function page(title: string, attributes: Readonly<Record<string, string>>, ...body: string[]): string {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title><style>${STYLE}</style>`;
  return `<!doctype html>\n<html>\n<head>${head}</head>\n${element('body', attributes, ...body)}\n</html>\n`;
}

function drawScreen(screen: Loose, shown: boolean, given: Loose): string {
  const around = { data: exampleData(screen, given), footers: [] as string[] };
  const layout = isLoose(screen.layout) ? screen.layout : {};
  const column = drawComponents(layout.children, around);
  return element(
    'section',
    { class: shown ? 'screen shown' : 'screen', 'data-screen': textOf(screen.id) },
    element(
      'header',
      { class: 'bar' },
      element('button', { class: 'back', type: 'button', 'aria-label': 'Back' }, '‹'),
      element('h1', { dir: 'auto' }, escape(textOf(resolve(screen.title, around.data)))),
    ),
    element('div', { class: 'column' }, column),
    around.footers.length > 0 ? element('footer', { class: 'footer' }, ...around.footers.slice(0, 1)) : '',
    element('div', { class: 'managed' }, 'Managed by the business.'),
  );
}

function screensOf(json: string | undefined): Loose[] {
  try {
    const flow = JSON.parse(json ?? '') as unknown;
    return isLoose(flow) ? listOf(flow.screens) : [];
  } catch {
    return [];
  }
}

/** The screen that no other leads to, as Meta chooses it. */
function entryOf(screens: readonly Loose[]): Loose | undefined {
  const targets = new Set(screens.flatMap((screen) => targetsOf(screen.layout)));
  return screens.find((screen) => !targets.has(textOf(screen.id))) ?? screens[0];
}

function targetsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(targetsOf);
  if (!isLoose(value)) return [];
  const own = value.type === 'screen' ? [textOf(value.name)] : [];
  return [...own, ...Object.values(value).flatMap(targetsOf)];
}

function startOf(parameters: URLSearchParams): { screen?: string; data: Loose; wrong?: string } {
  const text = parameters.get('flow_action_payload');
  if (text === null || parameters.get('flow_action') === 'data_exchange') return { data: {} };
  try {
    const payload = JSON.parse(text) as unknown;
    if (!isLoose(payload)) throw new SyntaxError('not an object');
    return {
      screen: payload.screen === undefined ? undefined : textOf(payload.screen),
      data: isLoose(payload.data) ? payload.data : {},
    };
  } catch {
    return { data: {}, wrong: 'flow_action_payload is not a JSON object.' };
  }
}

/** One line under the phone that says which parameters were honoured. */
function describe(parameters: URLSearchParams, interactive: boolean): string {
  const given = ['flow_action', 'flow_token', 'phone_number'].filter((name) => parameters.has(name));
  return [
    'Simulated preview',
    interactive ? 'interactive' : 'not interactive',
    ...given.map((name) => `${name} given`),
  ].join(' · ');
}
