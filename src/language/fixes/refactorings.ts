import * as vscode from 'vscode';
import { l10n } from 'vscode';
import { before, recommendedVersion } from '../../flowjson/catalogue/versions';
import type { Span } from '../../flowjson/text/span';
import type { Flow } from '../../flowjson/model/flow';
import { literalAt } from '../../flowjson/refactor/extract';
import { sortRoutes } from '../../flowjson/refactor/routes';
import type { FlowTexts } from '../flowTexts';
import { componentAt } from './componentAt';

/** What can be made of the place where the cursor is; commands do it, as most of them ask something. */
export class Refactorings implements vscode.CodeActionProvider {
  constructor(private readonly texts: FlowTexts) {}

  provideCodeActions(
    document: vscode.TextDocument,
    { start }: vscode.Range,
    { only }: vscode.CodeActionContext,
  ): vscode.CodeAction[] | undefined {
    const flow = this.texts.of(document);
    if (!flow || (only && !only.intersects(vscode.CodeActionKind.Refactor))) return undefined;
    const offset = document.offsetAt(start);
    const { RefactorExtract, RefactorMove, RefactorRewrite } = vscode.CodeActionKind;
    const action = (title: string, kind: vscode.CodeActionKind, command: string, ...args: unknown[]) => {
      const made = new vscode.CodeAction(title, kind);
      made.command = { title, command, arguments: [document.uri, ...args] };
      return made;
    };
    const actions: vscode.CodeAction[] = [];
    if (literalAt(flow, offset)) {
      const title = l10n.t('Extract to data');
      actions.push(action(title, RefactorExtract.append('data'), 'camsFlows.flowJson.extractData', offset));
    }
    if (flow.screens.length > 1 && componentAt(flow, offset)) {
      const title = l10n.t('Move to another screen…');
      actions.push(action(title, RefactorMove.append('screen'), 'camsFlows.flowJson.moveComponent', offset));
    }
    if (isOutsideOfScreens(flow, offset)) {
      if (sortRoutes(flow).length > 0) {
        const title = l10n.t('Sort routing model');
        actions.push(action(title, RefactorRewrite.append('routes'), 'camsFlows.flowJson.sortRoutes'));
      }
      if (flow.screens.length > 1) {
        const title = l10n.t('Generate routing model from the actions');
        actions.push(action(title, RefactorRewrite.append('routes'), 'camsFlows.flowJson.generateRoutes'));
      }
      if (before(flow.version, recommendedVersion)) {
        const title = l10n.t('Upgrade to {0}…', recommendedVersion);
        const kind = RefactorRewrite.append('version');
        actions.push(action(title, kind, 'camsFlows.flowJson.upgrade', recommendedVersion));
      }
    }
    return actions;
  }
}

function isOutsideOfScreens({ tree }: Flow, offset: number): boolean {
  const screens = tree.screensNode && tree.span(tree.screensNode);
  const isWithin = ({ start, end }: Span): boolean => start < offset && offset < end;
  return tree.top?.type === 'object' && !(screens && isWithin(screens));
}
