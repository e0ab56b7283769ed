import { TabInputWebview, window, type TabGroup, type ViewColumn } from 'vscode';

/** Where a new tab goes so that it covers no preview of ours; undefined for the group in front. */
export function columnForText(): ViewColumn | undefined {
  const { all, activeTabGroup } = window.tabGroups;
  return showsPreview(activeTabGroup) ? all.find((group) => !showsPreview(group))?.viewColumn : undefined;
}

/** VS Code puts a word of its own before the type of a panel. */
function showsPreview({ activeTab }: TabGroup): boolean {
  const input = activeTab?.input;
  return input instanceof TabInputWebview && /camsFlows\.\w+$/.test(input.viewType);
}
