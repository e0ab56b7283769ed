import { isReferenceable } from '../text/reference';
import { objectOf, type ValueType } from '../expression/valueTypes';
import { say } from '../message';
import type { Flow } from '../model/flow';
import type { Screen } from '../model/screen';
import { property, valueOf } from '../text/nodes';
import { setProperty } from '../model/edits';
import { best, fix, type Fix, type Fixer } from './fix';
import { entryFor, exampleFor, schemaOf } from './schemas';
import { declare, handOver } from './targets';
import { referenceAt, usedAs } from './usage';

/** Declares the data entry, and hands it over wherever the flow navigates to its screen. */
export const declaring: Fixer = (flow, diagnosis) => {
  const { key, part, suggestion } = diagnosis.facts;
  const reference = referenceAt(flow, diagnosis);
  const to = reference?.to;
  const screen = to?.screen === undefined ? flow.screenAround(diagnosis.node) : flow.screen(to.screen);
  if (key === undefined || !to || !screen || !to.path.every(isReferenceable)) return [];
  const data = valueOf(screen.node, 'data');
  if (data && data.type !== 'object') return [];
  const type = to.path
    .slice(1)
    .reduceRight<ValueType>((inner, step) => objectOf({ [step]: inner }), usedAs(flow, diagnosis, reference));
  if (part !== undefined) return declaringPart(flow, screen, to.path, usedAs(flow, diagnosis, reference));
  const entry = entryFor(type);
  const title = say('Declare {0} in the data of {1}', key, screen.id ?? '');
  const one = fix('declare-data', title, () => [
    ...declare(flow, screen, { [key]: entry }),
    ...handOver(flow, screen, key, (from) => suppliedAs(from, key, type)),
  ]);
  return [suggestion === undefined ? { ...one, preferred: true } : one];
};

function suppliedAs(from: Screen, key: string, type: ValueType): unknown {
  return from.named().has(key) && type.is === 'string' ? `\${form.${key}}` : exampleFor(type);
}

/** Declares a part of an entry that is an object already. */
function declaringPart(flow: Flow, screen: Screen, path: readonly string[], type: ValueType): Fix[] {
  let schema = screen.data().get(path[0]!)?.value;
  let example = valueOf(schema, '__example__');
  const rest = [...path.slice(1)];
  for (;;) {
    const inner = rest.length > 1 ? valueOf(valueOf(schema, 'properties'), rest[0]!) : undefined;
    if (!inner) break;
    schema = inner;
    example = valueOf(example, rest.shift()!);
  }
  const [step, ...deeper] = rest;
  if (schema?.type !== 'object' || step === undefined || valueOf(schema, 'type')?.value !== 'object')
    return [];
  const own = deeper.reduceRight<ValueType>((inner, name) => objectOf({ [name]: inner }), type);
  const known = valueOf(schema, 'properties');
  const object = schema;
  return [
    best('declare-part', say('Declare {0} in {1}', step, path[0]!), () => [
      ...(known
        ? setProperty(flow, known, step, schemaOf(own))
        : setProperty(flow, object, 'properties', { [step]: schemaOf(own) }, '__example__')),
      ...(example?.type === 'object' && !property(example, step)
        ? setProperty(flow, example, step, exampleFor(own))
        : []),
    ]),
  ];
}
