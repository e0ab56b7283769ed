import { componentFact } from '../../flowjson/catalogue';
import { typeOfEntry } from '../../flowjson/expression/dataTypes';
import { isReferenceable } from '../../flowjson/text/reference';
import { typeOfInput } from '../../flowjson/expression/resolve';
import { typeName } from '../../flowjson/expression/valueTypes';
import { say } from '../../flowjson/message';
import { containersOf, type Component } from '../../flowjson/model/component';
import type { Screen } from '../../flowjson/model/screen';
import { properties, stringOf } from '../../flowjson/text/nodes';
import { filledBy } from '../../flowjson/model/payload';
import { actionAt } from '../context/actions';
import type { Cursor } from '../context/cursor';
import { labelOf } from '../context/describe';
import { nodeAtPath } from '../context/factsAt';
import { keyProposal, valueProposal, type Proposal } from './proposal';
import { fill, type Template } from './template';
import { firstValue, placeholderFor, sameNamed } from './values';

/** Names of data and inputs: keys of payloads, of `init-values` and `error-messages`, entries of `sensitive`. */
export function names(cursor: Cursor): Proposal[] {
  const { path, atKey, screen } = cursor;
  if (screen === undefined) return [];
  const list = path.at(-2);
  if (atKey && list === 'payload') return payloadKeys(cursor, screen);
  if (atKey && (list === 'init-values' || list === 'error-messages')) return formKeys(cursor, screen, list);
  if (!atKey && path.length === 4 && path[2] === 'sensitive') return sensitiveNames(cursor, screen);
  return [];
}

function payloadKeys(cursor: Cursor, screen: Screen): Proposal[] {
  const { flow, path } = cursor;
  const action = actionAt(screen, nodeAtPath(flow.tree, path.slice(0, -2)));
  if (action === undefined) return [];
  const filled = filledBy(flow, screen, action);
  const taken = keysBeside(cursor);
  if (filled) {
    const lacking = [...filled.data()].filter(([key]) => !taken.has(key) && !key.startsWith('required'));
    return lacking.map(([key, { value }], index) => {
      const type = typeOfEntry(value);
      // What a screen sets itself to does nothing, and is refused.
      const same = filled === screen ? undefined : sameNamed(screen, key, type);
      return keyProposal(cursor, key, same ?? placeholderFor(value), {
        kind: 'data',
        label: key,
        rank: index,
        detail: typeName(type),
        about: [say('Data of the screen {0}.', filled.id ?? '')],
      });
    });
  }
  if (action.name !== 'complete' && action.name !== 'data_exchange') return [];
  return inputsOf(screen)
    .filter(({ name }) => !taken.has(name) && isReferenceable(name))
    .map((input, index) => inputKey(cursor, input, fill(`\${form.${input.name}}`), index));
}

function formKeys(cursor: Cursor, screen: Screen, list: 'init-values' | 'error-messages'): Proposal[] {
  const form = nodeAtPath(cursor.flow.tree, cursor.path.slice(0, -2));
  const taken = keysBeside(cursor);
  return inputsOf(screen)
    .filter(({ component }) => containersOf(component).some(({ node }) => node === form))
    .filter(({ name, component }) => !taken.has(name) && (list === 'error-messages' || !isPicker(component)))
    .map((input, index) => {
      const value = list === 'init-values' ? firstValue(typeOfInput(input.component)!) : fill('');
      return inputKey(cursor, input, value, index);
    });
}

function sensitiveNames(cursor: Cursor, screen: Screen): Proposal[] {
  const typed = cursor.token && cursor.token.before + cursor.token.after;
  const taken = new Set(screen.sensitive.map(stringOf).filter((name) => name !== typed));
  return inputsOf(screen)
    .filter(({ name }) => !taken.has(name))
    .map(({ name, component }, index) => valueProposal(cursor, name, aboutInput({ name, component }, index)));
}

interface Input {
  readonly name: string;
  readonly component: Component;
}

function inputsOf(screen: Screen): Input[] {
  return [...screen.named()].flatMap(([name, [component]]) =>
    component && typeOfInput(component) && name !== '' ? [{ name, component }] : [],
  );
}

const isPicker = ({ type }: Component): boolean => componentFact(type)?.formValue === 'media';

function keysBeside({ container, path }: Cursor): Set<string> {
  const keys = new Set(properties(container).map(({ key }) => key));
  keys.delete(String(path.at(-1)));
  return keys;
}

function inputKey(cursor: Cursor, input: Input, value: Template, rank: number): Proposal {
  return keyProposal(cursor, input.name, value, aboutInput(input, rank));
}

function aboutInput({ name, component }: Input, rank: number) {
  const label = labelOf(component);
  return {
    kind: 'input' as const,
    label: name,
    rank,
    detail: typeName(typeOfInput(component)!),
    about: [{ text: label === '' ? component.type : `${component.type}: ${label}` }],
  };
}
