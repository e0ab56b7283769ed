import { say } from '../../flowjson/message';
import type { Flow } from '../../flowjson/model/flow';
import type { Cursor } from '../context/cursor';
import { valueProposal, type Proposal } from './proposal';
import { snippetRange } from './snippetRange';
import { bare, fill, type Template } from './template';

/** Whole screens for `screens`. How people get there is for a person to say: the checks ask for it. */
export function screens(cursor: Cursor): Proposal[] {
  const at = snippetRange(cursor);
  if (at?.path.length !== 2 || at.path[0] !== 'screens') return [];
  const { flow } = at;
  const id = freeId(flow);
  const kinds = [
    {
      label: 'screen terminal',
      about: say('A screen that ends the flow.'),
      template: screen(id, { terminal: true }, [footer('Done', { name: 'complete', payload: {} })]),
    },
    {
      label: 'screen',
      about: say('A screen that leads to another one.'),
      template: screen(id, {}, [
        footer('Continue', {
          name: 'navigate',
          next: { type: 'screen', name: fill(flow.screens.find((other) => other.id !== id)?.id ?? 'SCREEN') },
          payload: {},
        }),
      ]),
    },
    {
      label: 'screen form',
      about: say('A screen with a Form that ends the flow.'),
      template: screen(id, { terminal: true }, [formWithFooter()]),
    },
  ];
  return kinds.map(({ label, about, template }, index) =>
    valueProposal(at, template, { kind: 'snippet', label, rank: index, about: [about] }),
  );
}

function screen(id: string, more: { [key: string]: Template }, children: readonly Template[]): Template {
  return {
    id: fill(id),
    title: fill('Title'),
    ...more,
    layout: { type: 'SingleColumnLayout', children: [{ type: 'TextBody', text: fill('Text') }, ...children] },
  };
}

const footer = (label: string, action: Template): Template => ({
  type: 'Footer',
  label: fill(label),
  'on-click-action': action,
});

function formWithFooter(): Template {
  return {
    type: 'Form',
    name: fill('form'),
    children: [
      { type: 'TextInput', name: 'answer', label: fill('Label'), required: bare('true') },
      footer('Done', { name: 'complete', payload: { answer: '${form.answer}' } }),
    ],
  };
}

/** An id that no screen has, of letters and underscores alone: `SCREEN_A`. */
function freeId(flow: Flow): string {
  for (let count = 0; ; count += 1) {
    const id = `SCREEN_${letters(count)}`;
    if (flow.screen(id) === undefined) return id;
  }
}

function letters(count: number): string {
  const last = String.fromCharCode(65 + (count % 26));
  return count < 26 ? last : letters(Math.floor(count / 26) - 1) + last;
}
