import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, type Uri } from 'vscode';
import { explain } from '../accounts/explain';
import { maskedKeyId } from '../accounts/keys';
import type { Account } from '../accounts/types';
import type { Flow } from '../flows/types';
import { detailOf, labelOf } from './emptiness';
import { factLabel, factValue } from './factTexts';
import {
  nodeId,
  type AccountNode,
  type FactNode,
  type FlowNode,
  type Node,
  type NoteNode,
  type SpaceNode,
} from './nodes';
import { statusLook } from './status';

const { None, Collapsed, Expanded } = TreeItemCollapsibleState;

const accountIcon = new ThemeIcon('account');
const refusedIcon = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
const spaceIcon = new ThemeIcon('folder-library');
const noteIcon = new ThemeIcon('info');
const loadingIcon = new ThemeIcon('loading~spin');
const factIcons = {
  categories: new ThemeIcon('tag'),
  jsonVersion: new ThemeIcon('json'),
  dataApiVersion: new ThemeIcon('versions'),
  endpointUri: new ThemeIcon('server'),
};

/** The account may have gone since the row was drawn. */
export function accountItem(node: AccountNode, account: Account | undefined): TreeItem {
  if (account === undefined) return itemOf(node, '', None);
  const expired = account.state !== 'ready';
  const state = expired ? l10n.t('keys no longer accepted') : undefined;
  const item = itemOf(node, account.label, Expanded);
  item.description = state ?? maskedKeyId(account.accessKeyId);
  item.iconPath = expired ? refusedIcon : accountIcon;
  // With a single space, the menu of that space is here as well: it has no row of its own.
  const words = ['account', account.spaces.length === 1 && 'space', expired && 'expired'];
  item.contextValue = words.filter(Boolean).join(' ');
  const keyId = l10n.t('AccessKey ID {0}', maskedKeyId(account.accessKeyId));
  item.tooltip = [account.label, keyId, account.endpoint, state]
    .filter((line) => line !== undefined)
    .join('\n');
  // Its buttons show under the mouse only, and this is the one way on.
  if (expired) {
    const title = l10n.t('Sign In Again');
    item.command = { command: 'camsFlows.account.renew', title, arguments: [node] };
  }
  const label = l10n.t('Account {0}', account.label);
  item.accessibilityInformation = { label: state === undefined ? label : `${label}, ${state}` };
  return item;
}

/** The space may have gone since the row was drawn. */
export function spaceItem(node: SpaceNode, account: Account | undefined, expanded: boolean): TreeItem {
  const { spaceId } = node.ref;
  const label = account?.spaces.find(({ id }) => id === spaceId)?.label ?? spaceId;
  const item = itemOf(node, label, expanded ? Expanded : Collapsed);
  item.description = spaceId === label ? undefined : spaceId;
  item.iconPath = spaceIcon;
  item.contextValue = 'space';
  item.tooltip = [label, item.description].filter(Boolean).join('\n');
  item.accessibilityInformation = { label: l10n.t('Space {0}', label) };
  return item;
}

/**
 * Made ten thousand times when a long list is drawn: the tooltip comes when somebody points at the row.
 *
 * @param uri its document: by that, other views know what is dragged to them.
 */
export function flowItem(node: FlowNode, flow: Flow, uri?: Uri): TreeItem {
  const { flowId } = flow.ref;
  const { word, icon, context } = statusLook(flow.status);
  const item = itemOf(node, flow.name ?? flowId, Collapsed);
  item.description = flow.name === undefined ? word : `${flowId} · ${word}`;
  item.iconPath = icon;
  item.resourceUri = uri;
  item.contextValue = flow.added ? `${context} added` : context;
  item.accessibilityInformation = {
    label: l10n.t('{0}, status {1}, ID {2}', flow.name ?? flowId, word, flowId),
  };
  item.command = { command: 'camsFlows.flow.openJson', title: l10n.t('Open Flow JSON'), arguments: [node] };
  return item;
}

export function factItem(node: FactNode, flow: Flow | undefined): TreeItem {
  const label = factLabel(node.fact);
  const value = factValue(flow, node.fact);
  const item = itemOf(node, label, None);
  item.description = value;
  item.iconPath = factIcons[node.fact];
  item.contextValue = 'fact';
  item.tooltip = value;
  item.accessibilityInformation = { label: `${label}: ${value}` };
  return item;
}

export function noteItem(node: NoteNode, error: unknown): TreeItem {
  const isAboutFlow = node.parent.kind === 'flow' && error !== undefined;
  const item = itemOf(node, isAboutFlow ? explain(error).reason : labelOf(node.reason), None);
  item.iconPath = node.reason === '' ? loadingIcon : noteIcon;
  item.contextValue = 'note';
  item.tooltip = detailOf(node.reason, error);
  item.accessibilityInformation = { label: item.tooltip };
  return item;
}

function itemOf(node: Node, label: string, state: TreeItemCollapsibleState): TreeItem {
  const item = new TreeItem(label, state);
  item.id = nodeId(node);
  return item;
}
