import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import { say, shortened, type Message } from '../../flowjson/message';
import { isTooDeep } from '../../flowjson/text/nesting';
import { items, properties, stringOf, valueOf } from '../../flowjson/text/nodes';
import { isTooDeep as isTooDeepToWalk, isObject, jsonOf, type JsonObject } from '../json';
import type { EndpointFailure, StartOptions } from '../state/state';
import {
  emptyMock,
  type MockAnswer,
  type MockCondition,
  type MockPreset,
  type MockRule,
  type ReadMock,
} from './mock';
import { actions, failures } from './names';

/** Reads a `*.flow-mock.json`; comments are allowed. Never throws: what is wrong is listed and left out. */
export function readMock(text: string): ReadMock {
  if (text.trim() === '') return { mock: emptyMock, problems: [], broken: false };
  if (isTooDeep(text)) return broken(say('It is nested too deeply.'));
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  if (errors[0])
    return broken(say('It is not valid JSON: look at line {0}.', lineOf(text, errors[0].offset)));
  if (root?.type !== 'object') return broken(say('It must be an object: it begins with {0}.', '{'));
  return new Reader(text).read(root);
}

function broken(problem: Message): ReadMock {
  return { mock: emptyMock, problems: [problem], broken: true };
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** More is not told at once. */
const most = 20;

const keys = ['$schema', 'open', 'presets', 'answers'];

class Reader {
  private readonly problems: Message[] = [];
  /** How many there are, told or not. */
  private flaws = 0;

  constructor(private readonly text: string) {}

  read(root: Node): ReadMock {
    this.only(root, keys);
    const mock = {
      opening: this.opening(valueOf(root, 'open')),
      presets: this.presets(valueOf(root, 'presets')),
      rules: this.rules(valueOf(root, 'answers')),
    };
    return { mock, problems: this.problems, broken: false };
  }

  private opening(node: Node | undefined): StartOptions {
    if (node === undefined) return {};
    if (!this.object(node)) return {};
    this.only(node, ['action', 'screen', 'data', 'token']);
    const action = this.oneOf(node, 'action', ['navigate', 'data_exchange'] as const);
    const screen = this.string(node, 'screen');
    const flowToken = this.string(node, 'token');
    const data = this.data(node);
    return {
      ...(action && { action }),
      ...(screen !== undefined && { screen }),
      ...(flowToken !== undefined && { flowToken }),
      ...(data && { data }),
    };
  }

  private presets(node: Node | undefined): MockPreset[] {
    if (node === undefined || !this.object(node)) return [];
    const found = new Map<string, MockPreset>();
    for (const { key: screen, value } of properties(node)) {
      if (value === undefined || !this.object(value)) continue;
      for (const { key: name, value: preset } of properties(value)) {
        const data = preset && this.plain(preset);
        // The last of the same name counts, as JSON has it.
        if (data) found.set(JSON.stringify([screen, name]), { screen, name, data });
      }
    }
    return [...found.values()];
  }

  private rules(node: Node | undefined): MockRule[] {
    if (node === undefined) return [];
    if (node.type !== 'array') {
      this.tell(node, (line) => say('Line {0}: a list is expected here.', line));
      return [];
    }
    return items(node).flatMap((item, index) => this.rule(item, index));
  }

  /** A rule with a mistake never fits: it might fit what it should not. */
  private rule(node: Node, index: number): MockRule[] {
    const before = this.flaws;
    if (!this.object(node)) return [];
    this.only(node, ['when', 'answer', 'failure']);
    const when = this.condition(valueOf(node, 'when'));
    const then = this.answer(node);
    return then && this.flaws === before ? [{ when, then, index }] : [];
  }

  private condition(node: Node | undefined): MockCondition {
    if (node === undefined || !this.object(node)) return {};
    this.only(node, ['action', 'screen', 'data']);
    const action = this.oneOf(node, 'action', actions);
    const screen = this.string(node, 'screen');
    const data = this.data(node);
    return { ...(action && { action }), ...(screen !== undefined && { screen }), ...(data && { data }) };
  }

  private answer(node: Node): MockAnswer | undefined {
    const answer = valueOf(node, 'answer');
    const failure = valueOf(node, 'failure');
    if ((answer === undefined) === (failure === undefined)) {
      this.tell(node, (line) =>
        say('Line {0}: a rule has either {1} or {2}.', line, '"answer"', '"failure"'),
      );
      return undefined;
    }
    // An answer may be anything: also one that no phone would take.
    if (answer) return { answer: jsonOf(answer) };
    return failure && this.object(failure) ? { failure: this.failure(failure) } : undefined;
  }

  private failure(node: Node): EndpointFailure {
    this.only(node, ['error', 'status', 'message']);
    const status: unknown = valueOf(node, 'status')?.value;
    const error = this.oneOf(node, 'error', failures);
    const message = this.string(node, 'message');
    const isStatus = typeof status === 'number' && Number.isInteger(status) && status >= 100 && status <= 599;
    if (valueOf(node, 'status') !== undefined && !isStatus) {
      this.tell(node, (line) => say('Line {0}: {1} is an HTTP status, such as {2}.', line, '"status"', 427));
    }
    return {
      error: error ?? (isStatus ? 'unexpected_http_status_code' : 'no_http_response_error'),
      ...(isStatus && { status }),
      ...(message !== undefined && { message }),
    };
  }

  private data(node: Node): JsonObject | undefined {
    const data = valueOf(node, 'data');
    return data && this.plain(data);
  }

  private plain(node: Node): JsonObject | undefined {
    const value = this.object(node) ? jsonOf(node) : undefined;
    return isObject(value) ? value : undefined;
  }

  private string(node: Node, key: string): string | undefined {
    const value = valueOf(node, key);
    if (value && value.type !== 'string') {
      this.tell(value, (line) => say('Line {0}: {1} must be a text.', line, `"${key}"`));
    }
    return stringOf(value);
  }

  private oneOf<Name extends string>(node: Node, key: string, names: readonly Name[]): Name | undefined {
    const value = valueOf(node, key);
    const name = names.find((one) => one === stringOf(value));
    if (value && name === undefined) {
      this.tell(value, (line) =>
        say('Line {0}: {1} must be one of: {2}.', line, `"${key}"`, names.join(', ')),
      );
    }
    return name;
  }

  private object(node: Node): boolean {
    if (node.type === 'object' && !isTooDeepToWalk(jsonOf(node))) return true;
    this.tell(node, (line) => say('Line {0}: an object in braces is expected here.', line));
    return false;
  }

  private only(node: Node, known: readonly string[]): void {
    for (const { key, keyNode } of properties(node)) {
      if (known.includes(key)) continue;
      this.tell(keyNode, (line) => say('Line {0}: {1} is not known here.', line, `"${shortened(key)}"`));
    }
  }

  private tell(node: Node, sentence: (line: number) => Message): void {
    this.flaws += 1;
    if (this.flaws <= most) this.problems.push(sentence(lineOf(this.text, node.offset)));
  }
}
