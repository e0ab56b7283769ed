import { Uri } from 'vscode';

/** What a flow is called in a question: the name of its document. */
export function flowName(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** The same for a document that is kept as a text. */
export function flowNameIn(text: string): string {
  return flowName(Uri.parse(text));
}

export function hostOf(address: string): string {
  return new URL(address).host;
}
