import * as vscode from 'vscode';
import { inputTypes } from '../../flowjson/catalogue';
import type { Component } from '../../flowjson/model/component';
import type { Flow } from '../../flowjson/model/flow';
import type { Screen } from '../../flowjson/model/screen';
import type { Node } from '../../flowjson/text/nodes';
import { stringOf, valueOf } from '../../flowjson/text/nodes';
import type { FlowTexts } from '../flowTexts';
import { rangeOf } from '../ranges';

/** The flow as people think of it: screens, and in them components with what they say. Also feeds breadcrumbs and sticky scroll. */
export class Outline implements vscode.DocumentSymbolProvider {
  constructor(private readonly texts: FlowTexts) {}

  provideDocumentSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] | undefined {
    const flow = this.texts.of(document);
    return flow?.screens.map((screen) => screenSymbol(document, flow, screen));
  }
}

function screenSymbol(document: vscode.TextDocument, flow: Flow, screen: Screen): vscode.DocumentSymbol {
  const title = stringOf(valueOf(screen.node, 'title')) ?? '';
  const symbol = new vscode.DocumentSymbol(
    screen.id || '…',
    title,
    vscode.SymbolKind.Class,
    rangeOf(document, flow.tree.span(screen.node)),
    rangeOf(document, flow.tree.span(screen.idNode ?? screen.node)),
  );
  const symbols = new Map<Component, vscode.DocumentSymbol>();
  for (const component of screen.components) {
    const own = componentSymbol(document, flow, component);
    symbols.set(component, own);
    const around = component.parent && symbols.get(component.parent);
    (around ?? symbol).children.push(own);
  }
  return symbol;
}

function componentSymbol(
  document: vscode.TextDocument,
  flow: Flow,
  component: Component,
): vscode.DocumentSymbol {
  const branch = component.parent?.type === 'If' || component.parent?.type === 'Switch' ? component.slot : '';
  return new vscode.DocumentSymbol(
    component.type || '…',
    [branch, component.name, labelOf(component.node)].filter(Boolean).join(' · '),
    kindOf(component.type),
    rangeOf(document, flow.tree.span(component.node)),
    rangeOf(document, flow.tree.span(component.typeNode ?? component.node)),
  );
}

/** What a person reads on the component, in one short line. */
function labelOf(node: Node): string {
  const said = ['label', 'text', 'title', 'condition', 'value'].map((key) => stringOf(valueOf(node, key)));
  const line =
    said
      .find((text) => text !== undefined && text.trim() !== '')
      ?.trim()
      .split(/\r?\n/)[0] ?? '';
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function kindOf(type: string): vscode.SymbolKind {
  if (type === 'If' || type === 'Switch') return vscode.SymbolKind.Operator;
  if (type === 'Form') return vscode.SymbolKind.Struct;
  if (type === 'Footer' || type === 'EmbeddedLink') return vscode.SymbolKind.Event;
  return inputTypes.has(type) ? vscode.SymbolKind.Field : vscode.SymbolKind.String;
}
