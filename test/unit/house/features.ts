import type { FlowNode, Node, SpaceNode } from '../../../src/explorer/nodes';
import type { Simulator } from '../../simulator';
import { pass, until } from './time';
import { accountNode, flowNode, rowOf, spaceNode, storedFlow, typeKeys } from './walk';
import type { Window } from './window';

export interface Scene {
  readonly window: Window;
  readonly simulator: Simulator;
  /** An account that may do everything. */
  readonly accountId: string;
  /** One without spaces. */
  readonly bareId: string;
}

export type Place =
  'ListInstance' | 'ListFlow' | 'GetFlow' | 'GetFlowJSONAssest' | 'GetFlowPreviewUrl' | 'cams' | 'oss';

/** What a person is told; nothing when it worked. */
export type Told = readonly string[];

/** Something that a person does, and where a fault can meet it. */
export interface Feature {
  readonly name: string;
  /** Operations and sites. */
  readonly places: readonly Place[];
  readonly use: (scene: Scene) => Promise<Told>;
  /** Where it left what the person wanted, when it worked. */
  readonly left?: (scene: Scene) => unknown;
}

const aSpace = ({ accountId }: Scene): SpaceNode => spaceNode(accountId);
const aFlow = ({ accountId, simulator }: Scene): FlowNode => flowNode(accountId, storedFlow(simulator).id);
/** In no list. */
const aStranger = ({ simulator }: Scene): string => storedFlow(simulator, -1).id;

/** What notifications say while something is done. */
async function notified(window: Window, work: () => Promise<unknown>): Promise<string[]> {
  const before = window.notifications.length;
  await work();
  return window.notifications
    .slice(before)
    .filter(({ level }) => level !== 'information')
    .map(({ text }) => text);
}

async function textsOf(window: Window, node: Node): Promise<string[]> {
  const item = await window.itemOf(node);
  return [item.label as string, item.tooltip as string];
}

/** A person tries again a minute later: what was asked a moment ago is not asked again before. */
const minutePasses = () => pass(61_000);

/** The note in place of a document, or nothing when it is a JSON. */
function noteIn({ window }: Scene): Told {
  const { text, languageId } = window.editor.active!;
  if (languageId === 'json') return [];
  return [text.replace(/\n+This is a note by CAMS Flows[^]*$/, '').replaceAll('\n', ' ')];
}

const json = ({ simulator }: Scene): string => storedFlow(simulator).json!;

export const features: readonly Feature[] = [
  {
    name: 'check keys at sign-in',
    places: ['ListInstance', 'cams'],
    use: async ({ window, simulator }) => {
      const done = window.run('camsFlows.account.signIn');
      const last = await typeKeys(window, simulator.logins.root);
      const told = await until('an answer to the keys', (): Told | undefined => {
        if (last.validationMessage !== undefined) return [last.validationMessage];
        const next = window.peek();
        if (next === undefined) return undefined;
        if (next.validationMessage !== undefined) return [next.validationMessage];
        const isLabel = /name for this account/.test(next.prompt ?? '');
        return isLabel ? [] : [`${next.placeholder} ${next.items[0]?.detail}`];
      });
      await window.escapeAll();
      await done;
      return told;
    },
  },
  {
    name: 'list spaces',
    places: ['ListInstance'],
    use: async ({ window, bareId }) => {
      await window.run('camsFlows.flows.refresh', accountNode(bareId));
      const rows = await window.listed(await rowOf(window, undefined, accountNode(bareId)));
      return rows[0]?.kind === 'note' ? textsOf(window, rows[0]) : [];
    },
  },
  {
    name: 'list flows',
    places: ['ListFlow'],
    use: async (scene) => {
      const { window } = scene;
      await window.children(aSpace(scene));
      await window.run('camsFlows.flows.refresh', aSpace(scene));
      const rows = await window.listed(aSpace(scene));
      return rows[0]?.kind === 'note' ? textsOf(window, rows[0]) : [];
    },
    left: async (scene) => (await scene.window.children(aSpace(scene))).length === 3,
  },
  {
    name: 'point at a flow',
    places: ['GetFlow'],
    use: async (scene) => {
      await minutePasses();
      const tooltip = await until('a tooltip of now', async () => {
        const text = await scene.window.hover(aFlow(scene));
        return /(Read from CAMS|Could not be read) just now/.test(text) && text.replace(/\\([^\w\s])/g, '$1');
      });
      const [, failure] = /Could not be read just now: (.*)$/.exec(tooltip) ?? [];
      return failure === undefined ? [] : [failure];
    },
  },
  {
    name: 'expand a flow',
    places: ['GetFlow'],
    use: async (scene) => {
      const { window, accountId, simulator } = scene;
      const another = flowNode(accountId, storedFlow(simulator, 1).id);
      await minutePasses();
      await window.children(another);
      await minutePasses();
      const rows = await window.listed(another);
      return rows[0]?.kind === 'note' ? textsOf(window, rows[0]) : [];
    },
  },
  {
    name: 'refresh a flow',
    places: ['GetFlow'],
    use: (scene) => notified(scene.window, () => scene.window.run('camsFlows.flow.refresh', aFlow(scene))),
  },
  {
    name: 'open JSON',
    places: ['GetFlowJSONAssest', 'oss'],
    use: async (scene) => {
      const { editor } = scene.window;
      // A tab with a note stays: opening the flow is the way to try again.
      if (editor.active?.languageId === 'json') editor.closeAll();
      await scene.window.run('camsFlows.flow.openJson', aFlow(scene));
      await until('the document is there', () => editor.active);
      return noteIn(scene);
    },
    left: (scene) => scene.window.editor.active?.text === json(scene),
  },
  {
    name: 'copy JSON',
    places: ['GetFlowJSONAssest', 'oss'],
    use: ({ window, ...scene }) =>
      notified(window, async () => {
        window.editor.closeAll();
        window.clipboard.length = 0;
        await window.run('camsFlows.flow.copyJson', aFlow({ window, ...scene }));
      }),
    left: (scene) => scene.window.clipboard[0] === json(scene),
  },
  {
    name: 'save JSON',
    places: ['GetFlowJSONAssest', 'oss'],
    use: ({ window, ...scene }) =>
      notified(window, async () => {
        window.disk.files.delete('/saved/flow.json');
        window.saveTo = window.api.Uri.file('/saved/flow.json');
        await window.run('camsFlows.flow.saveJsonAs', aFlow({ window, ...scene }));
      }),
    left: (scene) => scene.window.disk.textOf('/saved/flow.json') === json(scene),
  },
  {
    name: 'download all',
    places: ['ListFlow', 'GetFlowJSONAssest', 'oss'],
    use: async (scene) => {
      const { window } = scene;
      for (const path of window.disk.files.keys()) {
        if (path.startsWith('/downloads/')) window.disk.files.delete(path);
      }
      window.saveTo = window.api.Uri.file('/downloads');
      const reports = window.seen.of('text').length;
      const told = await notified(window, () => window.run('camsFlows.space.downloadAll', aSpace(scene)));
      const report = window.seen
        .of('text')
        .slice(reports)
        .find((text) => text.startsWith('# '));
      return report === undefined ? told : [...told, ...reasonsIn(report)];
    },
    left: ({ window }) => window.disk.namesIn('/downloads').length === 3,
  },
  {
    name: 'preview',
    places: ['GetFlowPreviewUrl'],
    use: async (scene) => {
      const { window } = scene;
      const isOpen = window.panels.length > 0;
      await window.run('camsFlows.flow.preview', aFlow(scene));
      const [panel] = window.panels;
      if (isOpen) panel!.press('reload');
      const body = await until('a frame or a notice', () => {
        const now = panel!.body;
        return now !== undefined && now.kind !== 'loading' && !now.asking && now;
      });
      if (body.kind === 'frame') return body.note === undefined ? [] : [body.note];
      return [body.title, body.text];
    },
    left: ({ window, simulator }) => window.panels[0]?.frameSource?.startsWith(`${simulator.previewOrigin}/`),
  },
  {
    name: 'copy the preview link',
    places: ['GetFlowPreviewUrl'],
    use: async (scene) => {
      const { window } = scene;
      for (const panel of [...window.panels]) panel.dispose();
      await window.run('camsFlows.flow.preview', aFlow(scene));
      window.clipboard.length = 0;
      return notified(window, () => window.run('camsFlows.preview.copyLink'));
    },
    left: ({ window, simulator }) => window.clipboard[0]?.startsWith(`${simulator.previewOrigin}/`),
  },
  {
    name: 'add a flow by ID',
    places: ['GetFlow'],
    use: async (scene) => {
      const { window } = scene;
      const done = window.run('camsFlows.flow.add', aSpace(scene));
      const question = await window.next();
      question.enter(aStranger(scene));
      const told = await until('an answer', (): Told | undefined => {
        if (question.validationMessage !== undefined) return [question.validationMessage];
        return question.disposed ? [] : undefined;
      });
      await window.escapeAll();
      await done;
      return told;
    },
  },
  {
    name: 'find a flow by ID',
    places: ['GetFlow'],
    use: async (scene) => {
      const { window } = scene;
      await window.run('camsFlows.flow.forget', flowNode(scene.accountId, aStranger(scene)));
      return notified(window, async () => {
        const done = window.run('camsFlows.flow.find');
        const pick = await window.next('the pick');
        pick.value = aStranger(scene);
        pick.choose(/typed above/);
        (await window.next('the space')).choose(new RegExp('荷花'));
        await Promise.race([done, until('the offer', () => window.peek())]);
        await window.escapeAll();
        await done;
      });
    },
  },
];

/** Why flows failed, in the report of a download. */
function reasonsIn(report: string): string[] {
  const plain = report.replace(/\\([^\w\s])/g, '$1');
  const rows = [...plain.matchAll(/^\| [^|]+ \| \d+ \| (.+) \|$/gm)].map(([, reason]) => reason!);
  const stopped = [...plain.matchAll(/^\*\*Stopped before the end\.\*\* (.+)$/gm)].map(
    ([, reason]) => reason!,
  );
  return [...rows, ...stopped];
}
