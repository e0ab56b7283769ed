import type * as vscode from 'vscode';
import type { Diagnosis } from '../../flowjson/diagnosis';
import type { Flow } from '../../flowjson/model/flow';
import { translate } from '../../platform/translate';
import { source } from '../diagnostic';
import { focusOf } from '../focus';
import { rulesOfVsCode } from '../place';
import { spanOf } from '../ranges';

/** What we found, with how VS Code shows it. */
export interface Diagnosed {
  readonly diagnosis: Diagnosis;
  readonly diagnostic: vscode.Diagnostic;
}

/**
 * What of our findings is behind the problems that VS Code shows at a place. They are told by what a person sees, as VS
 * Code promises no more than that; problems that it found itself count where we would have said the same.
 */
export function diagnosedBy(
  document: vscode.TextDocument,
  flow: Flow,
  found: readonly Diagnosis[],
  diagnostics: readonly vscode.Diagnostic[],
): Diagnosed[] {
  return diagnostics.flatMap((diagnostic) => {
    const span = spanOf(document, diagnostic.range);
    const isOurs = diagnostic.source === source;
    const diagnosis = found.find((one) => {
      const focus = focusOf(flow, one);
      if (!isOurs) return rulesOfVsCode.has(one.rule) && focus.start <= span.end && span.start <= focus.end;
      return (
        focus.start === span.start &&
        focus.end === span.end &&
        one.code === diagnostic.code &&
        translate(one.message) === diagnostic.message
      );
    });
    return diagnosis ? [{ diagnosis, diagnostic }] : [];
  });
}
