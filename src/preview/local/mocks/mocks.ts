import * as vscode from 'vscode';
import type { Message } from '../../../flowjson/message';
import { withoutPreset, withPreset, withRule, type MockEdit } from '../../../player/mock/edit';
import { mockedAnswer } from '../../../player/mock/match';
import { emptyMock, type Mock } from '../../../player/mock/mock';
import { readMock } from '../../../player/mock/read';
import type { EndpointRequest, StartOptions } from '../../../player/player';
import { DisposableStore } from '../../../platform/disposable';
import { translate } from '../../../platform/translate';
import type { EndpointAnswer, FlowMocks, Preset } from '../../ports';
import { KeptMock } from './keptMock';
import { MockFile } from './mockFile';
import type { MockText } from './mockText';
import { mockUri } from './mockUri';

/** The answers and presets of a flow: of the file beside it, or kept with the workspace where it is no file. */
export function openMocks(flow: vscode.Uri, workspaceState: vscode.Memento): FlowMocks {
  const file = mockUri(flow);
  return new Mocks(flow, file ? new MockFile(file) : new KeptMock(flow, workspaceState));
}

class Mocks extends DisposableStore implements FlowMocks {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private mock: Mock = emptyMock;
  private wrong: readonly Message[] = [];
  private read: string | undefined;

  constructor(
    private readonly flow: vscode.Uri,
    private readonly source: MockText,
  ) {
    super();
    this.register(source);
    this.register(source.onDidChange(() => this.take()));
    this.take();
  }

  get presets(): readonly Preset[] {
    return this.mock.presets;
  }

  get opening(): StartOptions {
    return this.mock.opening;
  }

  get problems(): readonly Message[] {
    const { trouble } = this.source;
    return trouble ? [trouble] : this.wrong;
  }

  answerTo(request: EndpointRequest): EndpointAnswer | undefined {
    return mockedAnswer(this.mock, request);
  }

  async keepAnswer(request: EndpointRequest, answer: EndpointAnswer): Promise<void> {
    const then = 'answer' in answer ? { answer: answer.answer } : { failure: answer.failure };
    await this.edit(withRule(request, then));
  }

  async keepPreset(preset: Preset): Promise<void> {
    await this.edit(withPreset(preset));
  }

  async removePreset(screen: string, name: string): Promise<void> {
    await this.edit(withoutPreset(screen, name));
  }

  async open(): Promise<void> {
    const editor = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === this.flow.toString(),
    );
    await this.source.show(editor?.viewColumn ?? vscode.ViewColumn.One);
  }

  /** While it is half typed, what could be read last counts. */
  private take(): void {
    const { text } = this.source;
    if (text !== this.read) {
      this.read = text;
      const { mock, problems, broken } = readMock(text);
      if (!broken) this.mock = mock;
      this.wrong = problems;
    }
    this.changed.fire();
  }

  private edit(change: MockEdit): Promise<void> {
    return this.source.edit((text) => {
      const { problems, broken } = readMock(text);
      const [reason] = problems;
      if (broken && reason) throw new Error(told(reason));
      try {
        return change(text);
      } catch {
        // Something else stands where it would have to be written.
        throw new Error(reason ? told(reason) : vscode.l10n.t('It says something else at that place.'));
      }
    });
  }
}

function told(reason: Message): string {
  return translate(reason);
}
