import type { Action } from '../../flowjson/model/action';
import { stringOf, valueOf, type Node } from '../../flowjson/text/nodes';

/** The screen that a `navigate` leads to, where its name is written out. */
export function actionTarget({ name, target }: Action): string | undefined {
  return name === 'navigate' && target !== '' ? target : undefined;
}

/** What a person taps for an action to happen, in the words of the flow; else what it is called in the text. */
export function triggerOf({ component, item }: Action): string {
  const { node, name, type } = component;
  const own =
    item === undefined ? [] : [valueOf(valueOf(item, 'main-content'), 'title'), valueOf(item, 'title')];
  const texts = item === undefined ? [valueOf(node, 'label'), valueOf(node, 'text')] : own;
  return texts.map(fixedText).find((text) => text !== undefined) ?? name ?? type;
}

/** A text that is the same for everybody: what comes with the data is not known here. */
function fixedText(node: Node | undefined): string | undefined {
  const text = stringOf(node)?.trim();
  return text === undefined || text === '' || text.includes('${') || text.startsWith('`') ? undefined : text;
}
