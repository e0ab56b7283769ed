import fs from 'node:fs';
import path from 'node:path';
import { endpointFlow, formFlow, plainFlow, textOf, type FlowValue } from './bases';
import { operators } from './operators';
import type { Expected } from './operators/operator';

const folder = 'test/simulator/flows';

/** The flows that mistakes are made in: ours for this purpose in several versions, and every sample of the project. */
const bases: Readonly<Record<string, () => FlowValue>> = {
  'plain 5.1': () => plainFlow('5.1'),
  'plain 7.3': () => plainFlow(),
  'with an endpoint 6.0': () => endpointFlow('6.0'),
  'with an endpoint 7.3': () => endpointFlow(),
  'a Form 6.2': () => formFlow('6.2'),
  'a Form 7.3': () => formFlow(),
  ...Object.fromEntries(
    fs
      .readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [file, () => JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as FlowValue]),
  ),
};

interface OperatorMutant {
  readonly base: string;
  /** The operator. */
  readonly name: string;
  readonly wanted: Expected;
  readonly text: string;
}

/** Every mistake in every flow that has a place for it. */
export const operatorMutants: readonly OperatorMutant[] = Object.entries(bases).flatMap(([base, make]) =>
  Object.entries(operators).flatMap(([name, operate]) => {
    const flow = make();
    const wanted = operate(flow);
    return wanted ? [{ base, name, wanted, text: textOf(flow) }] : [];
  }),
);
