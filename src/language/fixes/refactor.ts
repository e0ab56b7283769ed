import * as vscode from 'vscode';
import { l10n } from 'vscode';
import {
  compareVersions,
  isVersion,
  recommendedVersion,
  versions,
  type Version,
} from '../../flowjson/catalogue/versions';
import type { Flow } from '../../flowjson/model/flow';
import type { Screen } from '../../flowjson/model/screen';
import { extractToData, literalAt, nameFor } from '../../flowjson/refactor/extract';
import { moveComponent } from '../../flowjson/refactor/move';
import { routesFromActions, sortRoutes } from '../../flowjson/refactor/routes';
import { upgrade, type Upgrade } from '../../flowjson/refactor/upgrade';
import { setTop } from '../../flowjson/model/edits';
import { stringOf, valueOf } from '../../flowjson/text/nodes';
import type { Edit } from '../../flowjson/text/edit';
import { baseName } from '../../platform/baseName';
import { showInformationMessage } from '../../platform/messages';
import { translate } from '../../platform/translate';
import type { FlowTexts } from '../flowTexts';
import { rangeOf } from '../ranges';
import { componentAt } from './componentAt';
import { upgradeReport, type Reports } from './report';
import { workspaceEdit } from './workspaceEdit';

/** The flow that a command is about. */
export interface FlowInFront {
  readonly document: vscode.TextDocument;
  readonly flow: Flow;
  /** Where in its text: given by a code action, else where the cursor is. */
  readonly offset: number;
}

/** What people ask for by command: larger changes of a flow, which they see before or can take back with one Undo. */
export class Refactor {
  constructor(
    private readonly texts: FlowTexts,
    private readonly reports: Reports,
  ) {}

  /** Brings a flow to a newer version, after a person has looked at what that changes. */
  async upgrade(args: readonly unknown[]): Promise<void> {
    const front = this.inFront(args);
    if (!front) return;
    const { flow, document } = front;
    const newer = versions.map(({ name }) => name).filter((name) => compareVersions(name, flow.version) > 0);
    if (newer.length === 0) {
      void showInformationMessage(l10n.t('This flow has the newest version already: {0}.', flow.version));
      return;
    }
    const wanted = args[1];
    const to = isVersion(wanted) && newer.includes(wanted) ? wanted : await pickVersion(flow.version, newer);
    if (to === undefined) return;
    const plan = upgrade(flow, to);
    if (document.isClosed || this.texts.of(document) !== flow) return;
    if (await vscode.workspace.applyEdit(reviewed(document, plan), { isRefactoring: true })) {
      await this.tell(document, plan);
    }
  }

  private async tell(document: vscode.TextDocument, plan: Upgrade): Promise<void> {
    const { to, notes, open } = plan;
    const show = l10n.t('Show What Changed');
    const problems = l10n.t('Show Problems');
    const file = baseName(document.uri);
    const said =
      open.length > 0
        ? l10n.t('The flow is written in version {0} now. Left to decide: {1}.', to, open.length)
        : notes.length > 0
          ? l10n.t('The flow is written in version {0} now. Some of it behaves differently.', to)
          : l10n.t('The flow is written in version {0} now.', to);
    const choice = await showInformationMessage(said, show, ...(open.length > 0 ? [problems] : []));
    if (choice === show) await this.reports.show(file, upgradeReport(file, plan));
    if (choice === problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  }

  /** Moves a value into the data of its screen, and lets the person name it. */
  async extractData(args: readonly unknown[]): Promise<void> {
    const front = this.inFront(args);
    if (!front) return;
    const { flow, document, offset } = front;
    const literal = literalAt(flow, offset);
    if (!literal) {
      void showInformationMessage(
        l10n.t('Put the cursor into a text, a number or a list of a component that may come from the data.'),
      );
      return;
    }
    const name = nameFor(literal);
    if (!(await apply(document, extractToData(flow, literal, name)))) return;
    const now = this.texts.of(document);
    const at = now && placeOfName(now, literal.screen, name);
    const editor = vscode.window.activeTextEditor;
    if (at === undefined || editor?.document !== document) return;
    const position = document.positionAt(at);
    editor.selection = new vscode.Selection(position, position);
    await vscode.commands.executeCommand('editor.action.rename');
  }

  /** Moves a component to the screen that a person picks; references follow. */
  async moveComponent(args: readonly unknown[]): Promise<void> {
    const front = this.inFront(args);
    if (!front) return;
    const { flow, document, offset } = front;
    const component = componentAt(flow, offset);
    const from = component && flow.screenAround(component.node);
    const others = flow.screens.filter(({ id }) => id !== undefined && id !== from?.id);
    if (!component || from?.id === undefined || others.length === 0) {
      void showInformationMessage(l10n.t('Put the cursor into a component of a flow with several screens.'));
      return;
    }
    const picked = await vscode.window.showQuickPick(
      others.map((screen) => ({
        label: screen.id!,
        description: stringOf(valueOf(screen.node, 'title')) ?? '',
        screen,
      })),
      {
        title: l10n.t('Move {0} to which screen?', component.name ?? component.type),
        matchOnDescription: true,
      },
    );
    if (picked && this.texts.of(document) === flow)
      await apply(document, moveComponent(flow, component, picked.screen));
  }

  async sortRoutes(args: readonly unknown[]): Promise<void> {
    const front = this.inFront(args);
    if (!front) return;
    const edits = sortRoutes(front.flow);
    if (edits.length > 0) await apply(front.document, edits);
    else void showInformationMessage(l10n.t('This flow has no routing model that could be sorted.'));
  }

  async generateRoutes(args: readonly unknown[]): Promise<void> {
    const front = this.inFront(args);
    if (!front) return;
    const { document, flow } = front;
    await apply(document, setTop(flow, 'routing_model', routesFromActions(flow)));
  }

  /** The document that a code action names, else the one in front. Tells the person if there is no flow. */
  private inFront([uri, offset]: readonly unknown[]): FlowInFront | undefined {
    const editor = vscode.window.activeTextEditor;
    const named = uri instanceof vscode.Uri ? vscode.workspace.textDocuments : [];
    const document = named.find((one) => one.uri.toString() === String(uri)) ?? editor?.document;
    const flow = document && this.texts.of(document);
    if (!flow) {
      void showInformationMessage(l10n.t('Open a Flow JSON first.'));
      return undefined;
    }
    if (document.uri.scheme === 'cams-flow') {
      void showInformationMessage(
        l10n.t('Flows of CAMS are read-only here. Save this one as a file to change it.'),
      );
      return undefined;
    }
    const cursor = editor?.document === document ? document.offsetAt(editor.selection.active) : 0;
    return { document, flow, offset: typeof offset === 'number' ? offset : cursor };
  }
}

async function pickVersion(from: Version, newer: readonly Version[]): Promise<Version | undefined> {
  const items = [...newer].reverse().map((version) => ({
    label: version,
    description: version === recommendedVersion ? l10n.t('recommended') : undefined,
    detail: versions
      .find(({ name }) => name === version)!
      .changes.map((change) => translate(change))
      .join(' '),
    version,
  }));
  items.sort((a, b) => Number(b.version === recommendedVersion) - Number(a.version === recommendedVersion));
  const title = l10n.t('Upgrade from version {0} to', from);
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDetail: true });
  return picked?.version;
}

/** What changes besides the version is shown before it happens. */
function reviewed(document: vscode.TextDocument, { edits, done }: Upgrade): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit();
  const needsConfirmation = done.length > 1;
  for (const { label, ...edit } of edits) {
    const metadata = { label: translate(label), needsConfirmation };
    result.replace(document.uri, rangeOf(document, edit), edit.text, metadata);
  }
  return result;
}

async function apply(document: vscode.TextDocument, edits: readonly Edit[]): Promise<boolean> {
  return edits.length > 0 && (await vscode.workspace.applyEdit(workspaceEdit(document, edits)));
}

/** The first place where a component of the screen reads the new entry. */
function placeOfName(flow: Flow, { id }: Screen, name: string): number | undefined {
  const screen = flow.screens.find((one) => one.id === id);
  const reference = screen?.references().find(({ to }) => to?.scope === 'data' && to.path[0] === name);
  return (
    reference && flow.tree.spanInside(reference.node, reference.end - 1 - name.length, reference.end).start
  );
}
