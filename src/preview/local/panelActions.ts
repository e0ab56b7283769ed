import * as vscode from 'vscode';
import type { Log } from '../../platform/log';
import { openDocument } from '../text/openDocument';
import { revealText } from '../text/reveal';
import type { LocalPanel } from './localPanel';
import { pickScreen } from './pickScreen';
import { saveLog, savePicture } from './savedFiles';

/** What a person can do with a local preview, by a command or from inside of it. */
export class PanelActions {
  /** What the page was asked to draw: where from, and what it is called. */
  private drawing: { readonly uri: vscode.Uri; readonly what: string } | undefined;

  constructor(
    private readonly panel: LocalPanel,
    private readonly log: Log,
  ) {}

  get uri(): vscode.Uri | undefined {
    return this.panel.uri;
  }

  /** From the beginning, with the data that the screens were given. */
  restart(): void {
    this.panel.shown?.play.restart(true);
  }

  async pickScreen(): Promise<void> {
    const { shown } = this.panel;
    if (shown === undefined) return;
    const screen = await pickScreen(shown.play.flow, shown.play.projection.screen?.id);
    if (screen !== undefined && !shown.isDisposed) shown.play.goTo(screen);
  }

  toggleInspect(): void {
    this.panel.post({ type: 'inspect' });
  }

  picture(of: 'screen' | 'all', then: 'copy' | 'save'): void {
    const { shown } = this.panel;
    if (shown === undefined) return;
    const what = of === 'all' ? 'screens' : (shown.play.projection.screen?.id ?? 'screen');
    this.drawing = { uri: shown.document.uri, what };
    this.panel.askForPicture(of === 'all' ? shown.play.allScreens() : null, then);
  }

  /** The picture that was asked for is drawn. */
  async save(png: Uint8Array): Promise<void> {
    const { drawing } = this;
    this.drawing = undefined;
    if (drawing !== undefined) await savePicture(drawing.uri, drawing.what, png);
  }

  async exportLog(): Promise<void> {
    const { shown } = this.panel;
    if (shown !== undefined) await saveLog(shown.document.uri, shown.play.export());
  }

  async openMocks(): Promise<void> {
    await this.panel.shown?.play.parts.mocks.open();
  }

  async openText(): Promise<void> {
    const { uri, shown, column } = this.panel;
    if (uri === undefined) return;
    const document = shown?.document ?? (await openDocument(uri, this.log));
    await revealText(document, column);
  }

  /** Shows where something of the picture stands in the text, while they belong together. */
  async reveal(start: number, end: number): Promise<void> {
    const { shown, column, isExact } = this.panel;
    if (shown !== undefined && isExact) await revealText(shown.document, column, { start, end });
  }

  /** Runs a command that is about the flow. */
  async execute(command: string): Promise<void> {
    if (this.uri !== undefined) await vscode.commands.executeCommand(command, this.uri);
  }
}
