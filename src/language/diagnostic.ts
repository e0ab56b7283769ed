import * as vscode from 'vscode';
import type { Diagnosis, Severity } from '../flowjson/diagnosis';
import type { Flow } from '../flowjson/model/flow';
import { translate } from '../platform/translate';
import { focusOf } from './focus';
import type { Place } from './place';

/** Whose words they are, in the Problems view. */
export const source = 'WhatsApp Flow';

const severities: Record<Severity, vscode.DiagnosticSeverity> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** Rules that find what does nothing (drawn faded) and what its time is over for (struck through). */
export const tags: Readonly<Record<string, vscode.DiagnosticTag>> = {
  'unused-data': vscode.DiagnosticTag.Unnecessary,
  'version-expired': vscode.DiagnosticTag.Deprecated,
  'data-channel-uri': vscode.DiagnosticTag.Deprecated,
};

/** A diagnosis as VS Code shows it. */
export function toDiagnostic(flow: Flow, diagnosis: Diagnosis, { uri, rangeOf }: Place): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    rangeOf(focusOf(flow, diagnosis)),
    translate(diagnosis.message),
    severities[diagnosis.severity],
  );
  diagnostic.source = source;
  diagnostic.code = diagnosis.code;
  const tag = tags[diagnosis.rule];
  if (tag !== undefined) diagnostic.tags = [tag];
  diagnostic.relatedInformation = diagnosis.related.map(
    ({ span, message }) =>
      new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, rangeOf(span)), translate(message)),
  );
  return diagnostic;
}
