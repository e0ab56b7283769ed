import type { Message } from '../../flowjson/message';
import type { Json, JsonObject } from '../json';
import type { EndpointFailure, EndpointRequest, StartOptions } from '../state/state';

/** What a `*.flow-mock.json` beside a flow says (docs/flow-mock.md). Plain JSON. */
export interface Mock {
  /** How the message that opens the flow opens it. */
  readonly opening: StartOptions;
  /** Data to try screens with, in the order of the file; each name once for a screen. */
  readonly presets: readonly MockPreset[];
  /** Who answers in the endpoint's place: the first rule that fits. */
  readonly rules: readonly MockRule[];
}

export interface MockPreset {
  readonly screen: string;
  readonly name: string;
  readonly data: JsonObject;
}

export interface MockRule {
  readonly when: MockCondition;
  readonly then: MockAnswer;
  /** Its place in the list of the file. */
  readonly index: number;
}

/** What a request has to be like; what is absent may be anything. */
export interface MockCondition {
  readonly action?: EndpointRequest['action'];
  readonly screen?: string;
  /** What the request's data has to hold, among other things. */
  readonly data?: JsonObject;
}

export type MockAnswer = { readonly answer: Json } | { readonly failure: EndpointFailure };

/** A text, read. */
export interface ReadMock {
  readonly mock: Mock;
  /** What is wrong, in the order of the text; each thing alone is left out. */
  readonly problems: readonly Message[];
  /** Whether the text is no JSON: then nothing is known of it, and nothing may be written to it. */
  readonly broken: boolean;
}

export const emptyMock: Mock = { opening: {}, presets: [], rules: [] };
