import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Diagnosis } from '../../flowjson/diagnosis';
import { fixesFor, type Fix } from '../../flowjson/fixes';
import { candidates, fixAll } from '../../flowjson/fixes/fixAll';
import type { Flow } from '../../flowjson/model/flow';
import type { Edit } from '../../flowjson/text/edit';
import { translate } from '../../platform/translate';
import { findInSlices } from '../findings';
import type { FlowTexts } from '../flowTexts';
import { diagnosedBy, type Diagnosed } from './diagnosed';
import { workspaceEdit } from './workspaceEdit';

/** Of so many findings of one rule, those that the same kind of fix mends are counted; the first ones will do. */
const mostCounted = 100;

/** A fix whose edits are found out when a person looks at it. */
class FlowCodeAction extends vscode.CodeAction {
  constructor(
    title: string,
    kind: vscode.CodeActionKind,
    readonly document: vscode.TextDocument,
    readonly edits: () => readonly Edit[],
  ) {
    super(title, kind);
  }
}

/** Kinds of fixes that do what was meant beyond doubt and lose nothing: `source.fixAll` may do them on save. */
const safeKinds: readonly string[] = [
  'close-reference',
  'convert-date',
  'drop-data-prefix',
  'drop-slashes',
  'mend-quotes',
  'remove-comma',
  'use-https',
];

export const fixAllKind = (): vscode.CodeActionKind => vscode.CodeActionKind.SourceFixAll.append('camsFlows');

/** Ways to mend what is underlined: one by one, or all of a kind at once. */
export class QuickFixes implements vscode.CodeActionProvider {
  constructor(private readonly texts: FlowTexts) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics, only }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[] | undefined> {
    const flow = this.texts.of(document);
    if (!flow) return undefined;
    if (only && fixAllKind().intersects(only)) return [fixSafely(document, flow)];
    const isAsked = !only || only.intersects(vscode.CodeActionKind.QuickFix);
    if (!isAsked || diagnostics.length === 0) return undefined;
    const found = await findInSlices(flow, () => token.isCancellationRequested);
    if (!found) return undefined;
    return diagnosedBy(document, flow, found, diagnostics).flatMap((diagnosed) =>
      fixesFor(flow, diagnosed.diagnosis).flatMap((fix) => [
        quickFix(document, diagnosed, fix),
        ...everywhere(document, flow, found, diagnosed, fix),
      ]),
    );
  }

  resolveCodeAction(action: vscode.CodeAction): vscode.CodeAction {
    if (action instanceof FlowCodeAction) action.edit = workspaceEdit(action.document, action.edits());
    return action;
  }
}

function quickFix(document: vscode.TextDocument, { diagnostic }: Diagnosed, fix: Fix): vscode.CodeAction {
  const title = translate(fix.title);
  const action = new FlowCodeAction(title, vscode.CodeActionKind.QuickFix, document, fix.edits);
  action.diagnostics = [diagnostic];
  action.isPreferred = fix.preferred === true;
  return action;
}

/** The same kind of fix wherever it helps, if that is in more than one place. */
function everywhere(
  document: vscode.TextDocument,
  flow: Flow,
  found: readonly Diagnosis[],
  { diagnosis, diagnostic }: Diagnosed,
  { kind, title }: Fix,
): vscode.CodeAction[] {
  const alike = found.filter(({ rule }) => rule === diagnosis.rule).slice(0, mostCounted);
  const count = alike.length < 2 ? 0 : candidates(flow, [kind], alike).length;
  if (count < 2) return [];
  const words = l10n.t('{0}, and fix all like it in this file ({1})', translate(title), count);
  const action = new FlowCodeAction(words, vscode.CodeActionKind.QuickFix, document, () =>
    fixAll(flow, [kind]),
  );
  action.diagnostics = [diagnostic];
  return [action];
}

function fixSafely(document: vscode.TextDocument, flow: Flow): vscode.CodeAction {
  const title = l10n.t('Fix what is beyond doubt in this flow');
  return new FlowCodeAction(title, fixAllKind(), document, () => fixAll(flow, safeKinds));
}
