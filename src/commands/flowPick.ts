import * as vscode from 'vscode';
import { FlowRows } from '../explorer/flowRows';
import { statusLook } from '../explorer/status';
import type { FlowStore } from '../flows/flowStore';
import type { Flow, FlowRef } from '../flows/types';
import { withoutIcons } from '../platform/messages';
import type { Parts } from './command';
import { spaceTarget } from './accountTarget';

/** While flows arrive the list follows this often, in milliseconds, and less often the longer it is. */
const UPDATE_DELAY = 300;
const UPDATE_DELAY_PER_ROW = 0.2;

interface Item extends vscode.QuickPickItem {
  /** Absent for what the person typed. */
  readonly ref?: FlowRef;
}

/**
 * Lets the person pick a known flow, or type the ID of any other; flows that are still being listed come in
 * while they look. Undefined when they pick nothing.
 */
export async function pickFlow(parts: Parts, title: string): Promise<FlowRef | undefined> {
  if (parts.flows.all().length === 0) await spaceTarget(parts, []);
  const picked = await showPick(parts, title);
  if (picked === undefined || typeof picked !== 'string') return picked;
  const space = await spaceTarget(parts, []);
  return space && { accountId: space.accountId, spaceId: space.spaceId, flowId: picked };
}

async function showPick({ accounts, flows }: Parts, title: string): Promise<FlowRef | string | undefined> {
  const stores = flows.all();
  const rows = new Map(stores.map((store) => [store, new FlowRows()]));
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = title;
  pick.placeholder = vscode.l10n.t('Name, ID or status; or the ID of a flow that is not in the list');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;

  const update = () => {
    pick.busy = stores.some(({ listing }) => listing);
    pick.keepScrollPosition = true;
    pick.items = [...stores.flatMap((store) => itemsOf(store)), typedItem()];
  };
  const itemsOf = (store: FlowStore): Item[] => {
    const sorted = rows.get(store)!;
    sorted.update(store, { order: 'name', filter: '' });
    const detail = stores.length > 1 ? withoutIcons(spaceLabel(store)) : undefined;
    return sorted.rows.map(({ flowId }) => ({ ...itemOf(store.get(flowId)!), detail }));
  };
  const spaceLabel = ({ space }: FlowStore): string => {
    const account = accounts.get(space.accountId);
    return [account?.label, account?.spaces.find(({ id }) => id === space.spaceId)?.label].join(' · ');
  };

  let timer: NodeJS.Timeout | undefined;
  const changing = flows.onDidChange(() => {
    timer ??= setTimeout(
      () => {
        timer = undefined;
        update();
      },
      UPDATE_DELAY + UPDATE_DELAY_PER_ROW * pick.items.length,
    );
  });
  try {
    return await new Promise((resolve) => {
      pick.onDidAccept(() => {
        const [item] = pick.selectedItems;
        const answer = item?.ref ?? pick.value.trim();
        if (answer !== '') resolve(answer);
      });
      pick.onDidHide(() => resolve(undefined));
      pick.show();
      for (const store of stores) {
        void store.load().then(update);
        const isReady = accounts.get(store.space.accountId)?.state === 'ready';
        // Why a listing fails is said by the view; a typed ID works all the same.
        if (store.outdated && isReady && !store.listing) store.refresh().catch(() => undefined);
      }
      update();
    });
  } finally {
    clearTimeout(timer);
    changing.dispose();
    pick.dispose();
  }
}

function itemOf({ ref, name, status }: Flow): Item {
  const { word, icon } = statusLook(status);
  const description = withoutIcons(`${ref.flowId} · ${word}`);
  return { label: withoutIcons(name ?? ref.flowId), description, iconPath: icon, ref };
}

function typedItem(): Item {
  return {
    label: vscode.l10n.t('Use the ID typed above'),
    iconPath: new vscode.ThemeIcon('arrow-right'),
    alwaysShow: true,
  };
}
