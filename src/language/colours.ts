import * as vscode from 'vscode';
import { colourPattern } from '../flowjson/catalogue';
import { stringOf, stringsBelow, type Node } from '../flowjson/text/nodes';
import type { FlowTexts } from './flowTexts';
import { rangeOf } from './ranges';
import { selector } from './selector';

/** Shows the colours of options beside them, and lets people pick another. */
export function registerColours(texts: FlowTexts): vscode.Disposable {
  return vscode.languages.registerColorProvider(selector, new Colours(texts));
}

export class Colours implements vscode.DocumentColorProvider {
  constructor(private readonly texts: FlowTexts) {}

  provideDocumentColors(document: vscode.TextDocument): vscode.ColorInformation[] | undefined {
    const flow = this.texts.of(document);
    return flow?.screens.flatMap((screen) =>
      [...stringsBelow(screen.node)].filter(isColour).map((node) => {
        const { start, end } = flow.tree.span(node);
        const range = rangeOf(document, { start: start + 1, end: end - 1 });
        return new vscode.ColorInformation(range, colourOf(node.value as string));
      }),
    );
  }

  provideColorPresentations({ red, green, blue }: vscode.Color): vscode.ColorPresentation[] {
    const digits = [red, green, blue].map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    );
    return [new vscode.ColorPresentation(`#${digits.join('').toUpperCase()}`)];
  }
}

/** The `color` of an option, also of one in an example of the data. */
function isColour(node: Node): boolean {
  const property = node.parent;
  return (
    property?.type === 'property' &&
    property.children?.[0]?.value === 'color' &&
    colourPattern.test(stringOf(node) ?? '')
  );
}

function colourOf(text: string): vscode.Color {
  const part = (at: number): number => Number.parseInt(text.slice(at, at + 2), 16) / 255;
  return new vscode.Color(part(1), part(3), part(5), 1);
}
