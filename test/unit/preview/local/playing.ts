import { EventEmitter, Uri } from 'vscode';
import { parseFlow } from '../../../../src/flowjson/analyse';
import { english, type Message } from '../../../../src/flowjson/message';
import { silentLog, type Log } from '../../../../src/platform/log';
import type { JsonObject } from '../../../../src/player/json';
import type { EndpointRequest, StartOptions } from '../../../../src/player/player';
import { Play } from '../../../../src/preview/local/play';
import type { Endpoint, EndpointAnswer, FlowMocks, Preset } from '../../../../src/preview/ports';
import { WalkedPaths } from '../../../../src/preview/local/walkedPaths';

/** An endpoint that answers when the test says so. */
export class FakeEndpoint implements Endpoint {
  readonly address = 'http://127.0.0.1:3000/flow';
  readonly asked: {
    readonly request: EndpointRequest;
    readonly signal: AbortSignal;
    readonly answer: (answer: EndpointAnswer) => void;
    readonly reject: (error: Error) => void;
  }[] = [];

  ask(request: EndpointRequest, signal: AbortSignal): Promise<EndpointAnswer> {
    return new Promise((answer, reject) => this.asked.push({ request, signal, answer, reject }));
  }
}

export class FakeMocks implements FlowMocks {
  readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  presets: readonly Preset[] = [];
  opening: StartOptions = {};
  problems: readonly Message[] = [];
  rule: (request: EndpointRequest) => EndpointAnswer | undefined = () => undefined;
  readonly kept: [EndpointRequest, EndpointAnswer][] = [];
  /** Why nothing can be written. */
  refuses: Error | undefined;

  answerTo(request: EndpointRequest): EndpointAnswer | undefined {
    return this.rule(request);
  }
  async keepAnswer(request: EndpointRequest, answer: EndpointAnswer): Promise<void> {
    if (this.refuses) throw this.refuses;
    this.kept.push([request, answer]);
  }
  async keepPreset(preset: Preset): Promise<void> {
    if (this.refuses) throw this.refuses;
    this.presets = [...this.presets, preset];
  }
  async removePreset(screen: string, name: string): Promise<void> {
    this.presets = this.presets.filter((one) => one.screen !== screen || one.name !== name);
  }
  async open(): Promise<void> {}
  isDisposed = false;
  dispose(): void {
    this.isDisposed = true;
  }
}

/** A flow in a test, and all who have a part in it. */
export function playing(
  flow: string | readonly object[],
  {
    endpoint,
    mocks = new FakeMocks(),
    log = silentLog,
  }: { endpoint?: FakeEndpoint; mocks?: FakeMocks; log?: Log } = {},
) {
  const uri = Uri.file('/work/booking.flow.json');
  const walks = new WalkedPaths();
  const connection = new EventEmitter<void>();
  let connected: FakeEndpoint | undefined = endpoint;
  const endpoints = { onDidChange: connection.event, of: () => connected };
  const play = new Play({ uri, mocks, endpoints, walks, log }, parseFlow(text(flow)));
  return {
    play,
    mocks,
    lines: () => play.log.map(({ message }) => english(message)),
    walked: () => walks.of(uri),
    /** Taps the Footer. */
    next: () => play.act({ is: 'tapped', key: play.projection.screen!.footer!.key }),
    disconnect: () => {
      connected = undefined;
      connection.fire();
    },
    changeKeys: () => connection.fire(),
  };
}

export function text(flow: string | readonly object[]): string {
  return typeof flow === 'string'
    ? flow
    : JSON.stringify({ version: '7.3', data_api_version: '3.0', screens: flow });
}

export function footer(name: string, payload: JsonObject, next?: string): object {
  const target = next === undefined ? {} : { next: { type: 'screen', name: next } };
  return { type: 'Footer', label: 'Next', 'on-click-action': { name, payload, ...target } };
}

export function screen(
  id: string,
  children: readonly object[],
  { footer, ...more }: { footer?: object; title?: string; terminal?: boolean; [key: string]: unknown } = {},
): object {
  return {
    id,
    title: id,
    ...more,
    layout: { type: 'SingleColumnLayout', children: [...children, ...(footer ? [footer] : [])] },
  };
}

/** Asks for a name, asks the endpoint for times, says hello. */
export const booking = [
  screen(
    'ASK',
    [
      { type: 'TextInput', name: 'full_name', label: 'Name', required: true },
      { type: 'TextInput', name: 'pin', label: 'PIN', 'input-type': 'passcode' },
    ],
    {
      title: 'Your name',
      footer: footer('data_exchange', { name: '${form.full_name}', pin: '${form.pin}' }),
    },
  ),
  screen('TIMES', [], {
    refresh_on_back: true,
    footer: footer('navigate', { greeting: "`'Hello ' ${screen.ASK.form.full_name}`" }, 'DONE'),
  }),
  screen('DONE', [{ type: 'TextBody', text: '${data.greeting}' }], {
    terminal: true,
    data: { greeting: { type: 'string', __example__: 'Hello Ada' } },
    footer: footer('complete', { name: '${screen.ASK.form.full_name}' }),
  }),
];
