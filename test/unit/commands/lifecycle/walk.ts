import type { Notification, Window } from '../../house/window';
import type { CommandId } from '../../../../src/commands/ids';
import type { Question } from '../../accounts/dialogue';
import { until } from '../../house/time';
import { SPACE, type House } from '../../house/walk';

/** Every flow of the small space, by its name. */
export function flowsOf({ simulator }: House, spaceId = SPACE) {
  return [...simulator.account.spaces.find(({ id }) => id === spaceId)!.flows.values()];
}

export function flowNamed(house: House, name: string, spaceId = SPACE) {
  const found = flowsOf(house, spaceId).filter((flow) => flow.name === name);
  if (found.length !== 1) throw new Error(`${found.length} flows are named ${name}`);
  return found[0]!;
}

export const requestsOf = ({ simulator }: House, action: string) => simulator.requests.of(action).length;

/** Presses the button of this name wherever one is offered. */
export function press(window: Window, ...buttons: string[]): void {
  window.press = ({ items }) => buttons.find((button) => items.includes(button));
}

/** The next thing that the person is told, that fits. */
export function told(window: Window, text: RegExp): Promise<Notification> {
  return until(`"${String(text)}"`, () => window.notifications.find((one) => text.test(one.text)));
}

/** Picks these, by their labels, and no others. */
function chooseSeveral(question: Question, ...labels: string[]): void {
  question.selectedItems = question.items.filter(({ label }) => labels.includes(label));
  question.accept();
}

export type Answer = (question: Question) => unknown;

/** Runs a command and answers its questions one after the other. */
export async function walk(
  window: Window,
  id: CommandId,
  args: readonly unknown[],
  ...answers: Answer[]
): Promise<void> {
  const done = window.run(id, ...args);
  for (const answer of answers) await answer(await window.next(id));
  await done;
}

export const pick =
  (label: RegExp) =>
  (question: Question): void =>
    question.choose(label);
export const enter =
  (text?: string) =>
  (question: Question): void =>
    question.enter(text);
export const several =
  (...labels: string[]) =>
  (question: Question): void =>
    chooseSeveral(question, ...labels);
export const accept = (question: Question): void => question.accept();
