import type * as vscode from 'vscode';
import { mentionAt, mentionsOf, type Mention } from '../../flowjson/symbols/mentions';
import type { Flow } from '../../flowjson/model/flow';
import type { FlowTexts } from '../flowTexts';

/** The name under the cursor and everywhere else it stands. */
export interface Mentioned {
  readonly flow: Flow;
  readonly at: Mention;
  /** All mentions of the same symbol, the one at the cursor included. */
  readonly all: readonly Mention[];
}

/** What is mentioned at a position of a Flow JSON; nothing elsewhere. */
export function mentioned(
  texts: FlowTexts,
  document: vscode.TextDocument,
  position: vscode.Position,
): Mentioned | undefined {
  const flow = texts.of(document);
  const at = flow && mentionAt(flow, document.offsetAt(position));
  return at && { flow, at, all: mentionsOf(flow, at.symbol) };
}
