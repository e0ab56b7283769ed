import type * as vscode from 'vscode';
import { say, type Message } from '../../flowjson/message';
import type { Flow } from '../../flowjson/model/flow';
import { structuralProblems } from '../../flowjson/text/syntaxProblems';

/**
 * Why a text cannot be shown as it stands now: it is being typed. Null when it can. A comma too many is no reason: the
 * rest of the text is beyond doubt.
 */
export function halfTyped(document: vscode.TextDocument, flow: Flow | undefined): Message | null {
  if (flow?.tree.text.trim() === '') return say('The text is empty at the moment. The last picture stays.');
  if (flow === undefined) return say('This text is no WhatsApp Flow at the moment. The last picture stays.');
  if (flow.tree.tooDeep) {
    return say('The brackets of this text are nested too deeply to be read. The last picture stays.');
  }
  const [problem] = structuralProblems(flow.tree);
  if (problem !== undefined) {
    const line = document.positionAt(problem.start).line + 1;
    return say('Line {0} is half typed. The last picture stays until it can be read.', line);
  }
  if (flow.screens.length === 0) return say('The text has no screens at the moment. The last picture stays.');
  return null;
}
