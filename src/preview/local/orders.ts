import type { Button, ToHost } from '../../webview/local/contract';
import { fix, fixTitles } from './fixes';
import type { LocalPanel } from './localPanel';
import type { PanelActions } from './panelActions';
import type { Play } from './play';
import type { RunningFlow } from './runningFlow';

type Of<Type extends ToHost['type']> = Extract<ToHost, { type: Type }>;

/**
 * Does what the page of a panel asks for.
 *
 * @param pin the person wants the panel to stay with its flow, or to follow the editor
 */
export function orders(
  panel: LocalPanel,
  actions: PanelActions,
  pin: (pinned: boolean) => void,
): (message: ToHost) => unknown {
  const presses: Readonly<Record<Button, () => unknown>> = {
    pin: () => pin(true),
    unpin: () => pin(false),
    openText: () => actions.openText(),
    openHosted: () => actions.execute('camsFlows.flow.preview'),
    openMap: () => actions.execute('camsFlows.flowMap.open'),
    openMocks: () => actions.openMocks(),
    exportLog: () => actions.exportLog(),
    connect: () => actions.execute('camsFlows.endpoint.connect'),
    disconnect: () => actions.execute('camsFlows.endpoint.disconnect'),
    checkEndpoint: () => actions.execute('camsFlows.endpoint.check'),
    endpointKeys: () => actions.execute('camsFlows.endpoint.keys'),
    cancelRequest: () => panel.shown?.play.cancelRequest(),
  };
  /** Titles of fixes, by the flag that they were offered for. */
  const offered = new Map<number, readonly string[]>();
  // The page may speak of a flow that has just been closed.
  const play = (): Play | undefined => panel.shown?.play;
  const does: { readonly [Type in ToHost['type']]: (message: Of<Type>) => unknown } = {
    ready: () => panel.greet(),
    look: ({ look }) => panel.keepLook(look),
    press: ({ button }) => presses[button](),
    act: ({ event }) => play()?.act(event),
    goTo: ({ screen }) => play()?.goTo(screen),
    restart: ({ keepData }) => play()?.restart(keepData),
    stepBack: ({ number }) => play()?.stepBack(number),
    answer: ({ answer, keep }) => play()?.answer(answer, keep),
    fault: ({ fault }) => play()?.fault(fault),
    supply: ({ screen, text }) => play()?.supply(screen, text),
    preset: ({ is, name }) => play()?.preset(is, name),
    reveal: ({ start, end }) => actions.reveal(start, end),
    picture: ({ of, then }) => actions.picture(of, then),
    drawn: ({ png }) => actions.save(png),
    fixes: ({ flag }) => offerFixes(panel, flag, offered),
    fix: (message) => panel.shown && applyFix(panel.shown, message, offered),
  };
  return (message) => does[message.type](message as never);
}

/** Of a problem that is no longer there, nothing is offered. */
async function offerFixes(
  panel: LocalPanel,
  flag: number,
  offered: Map<number, readonly string[]>,
): Promise<void> {
  const { shown } = panel;
  const problem = shown?.problems.find(flag);
  const titles = shown && problem && shown.isExact ? await fixTitles(shown.document, problem) : [];
  offered.set(flag, titles);
  panel.post({ type: 'fixes', flag, titles });
}

async function applyFix(
  { document, problems }: RunningFlow,
  { flag, index }: Of<'fix'>,
  offered: ReadonlyMap<number, readonly string[]>,
): Promise<void> {
  const title = offered.get(flag)?.[index];
  const problem = problems.find(flag);
  if (title !== undefined) await fix(document, problem, title);
}
