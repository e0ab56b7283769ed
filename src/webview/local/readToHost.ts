import { isRecord } from '../../platform/record';
import { buttons, faults, type PanelState, type ToHost } from './contract';
import { readEvent } from './readEvent';
import { isJson } from './readJson';
import { oneOf, readLook } from './readLook';

type Reader = (message: Readonly<Record<string, unknown>>) => ToHost | undefined;
const thens = ['copy', 'save'] as const;

/** Every message of the page, read anew: nothing passes that is not said in the contract. */
const readers: { readonly [Type in ToHost['type']]: Reader } = {
  ready: () => ({ type: 'ready' }),
  act: (message) => {
    const event = readEvent(message['event']);
    return event && { type: 'act', event };
  },
  press: (message) => {
    const button = oneOf(buttons, message['button']);
    return button && { type: 'press', button };
  },
  look: (message) => {
    const look = readLook(message['look']);
    return look && { type: 'look', look };
  },
  reveal: ({ start, end }) =>
    isCount(start) && isCount(end) && start <= end ? { type: 'reveal', start, end } : undefined,
  goTo: ({ screen }) => (typeof screen === 'string' ? { type: 'goTo', screen } : undefined),
  restart: ({ keepData }) => (typeof keepData === 'boolean' ? { type: 'restart', keepData } : undefined),
  stepBack: ({ number }) => (isCount(number) ? { type: 'stepBack', number } : undefined),
  answer: ({ answer, keep }) =>
    isJson(answer) && typeof keep === 'boolean' ? { type: 'answer', answer, keep } : undefined,
  fault: (message) => {
    const fault = oneOf(faults, message['fault']);
    return fault && { type: 'fault', fault };
  },
  supply: ({ screen, text }) =>
    typeof screen === 'string' && typeof text === 'string' ? { type: 'supply', screen, text } : undefined,
  preset: ({ is: what, name }) => {
    const is = oneOf(['apply', 'keep', 'remove'] as const, what);
    return is !== undefined && typeof name === 'string' ? { type: 'preset', is, name } : undefined;
  },
  fixes: ({ flag }) => (isCount(flag) ? { type: 'fixes', flag } : undefined),
  fix: ({ flag, index }) => (isCount(flag) && isCount(index) ? { type: 'fix', flag, index } : undefined),
  picture: (message) => {
    const of = oneOf(['screen', 'all'] as const, message['of']);
    const then = oneOf(thens, message['then']);
    return of && then && { type: 'picture', of, then };
  },
  drawn: ({ png, then }) =>
    png instanceof Uint8Array && isPng(png) && then === 'save' ? { type: 'drawn', png, then } : undefined,
};

/** Undefined for anything that is not one of our messages. */
export function readToHost(value: unknown): ToHost | undefined {
  if (!isRecord(value) || typeof value['type'] !== 'string') return undefined;
  return Object.hasOwn(readers, value['type']) ? readers[value['type'] as ToHost['type']](value) : undefined;
}

/** What VS Code has kept of a panel over a restart. */
export function readState(value: unknown): PanelState | undefined {
  if (!isRecord(value)) return undefined;
  const { uri, pinned } = value;
  return typeof uri === 'string' && typeof pinned === 'boolean' ? { uri, pinned } : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Whatever else the page sends is written to no file. */
function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}
