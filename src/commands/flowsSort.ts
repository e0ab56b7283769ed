import * as vscode from 'vscode';
import { orders, type Order } from '../explorer/flowRows';
import type { Command } from './command';

export const flowsSort: Command = async ({ explorer }) => {
  const items = orders.map((order) => ({
    label: labelOf(order),
    description: order === explorer.order ? vscode.l10n.t('now') : undefined,
    order,
  }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Sort flows by') });
  if (picked !== undefined) await explorer.setOrder(picked.order);
};

function labelOf(order: Order): string {
  switch (order) {
    case 'name':
      return vscode.l10n.t('Name');
    case 'id':
      return vscode.l10n.t('Flow ID');
    case 'status':
      return vscode.l10n.t('Status');
  }
}
