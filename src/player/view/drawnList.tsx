import type { ComponentChildren, JSX } from 'preact';
import { own } from '../json';
import type { Drawn } from '../projection/types';
import { components } from './components';
import { Broken } from './components/Broken';
import { Placeholder } from './components/Placeholder';
import type { Props, Ui } from './ui';

/** Components one under the other. Form, If and Switch leave no trace: the gaps are those of their children. */
export function DrawnList({ list, ui }: { readonly list: readonly Drawn[]; readonly ui: Ui }): JSX.Element {
  return (
    <>
      {flatten(list).map((drawn) => (
        <Item key={`${drawn.key} ${drawn.type}`} drawn={drawn} ui={ui} />
      ))}
    </>
  );
}

function flatten(list: readonly Drawn[]): readonly Drawn[] {
  return list.flatMap((drawn) => (drawn.is === 'group' ? flatten(drawn.children) : [drawn]));
}

/** Whether the cursor is in it, or in the Form or branch around it. */
export function isMarked({ key }: Drawn, { mark }: Ui): boolean {
  return mark !== null && (key === mark || key.startsWith(`${mark}.`));
}

/** `data-key` ties what is seen to the text: the mark and the inspect tool look for it. */
function Item({ drawn, ui }: Props): JSX.Element {
  return (
    <div
      class={`wf-item wf-item-${drawn.type.replace(/\W/g, '')}${isMarked(drawn, ui) ? ' wf-marked' : ''}`}
      data-key={drawn.key}
    >
      <Inside drawn={drawn} ui={ui} />
      <Beside>{ui.beside(drawn.key)}</Beside>
    </div>
  );
}

/** At the edge of what it stands in. */
export function Beside({ children }: { readonly children: ComponentChildren }): JSX.Element | null {
  return children ? <div class="wf-beside">{children}</div> : null;
}

function Inside({ drawn, ui }: Props): JSX.Element | null {
  if (drawn.is === 'broken') return <Broken drawn={drawn} ui={ui} />;
  const Component = drawn.is === 'component' ? own(components, drawn.type) : undefined;
  return Component ? <Component drawn={drawn} ui={ui} /> : <Placeholder drawn={drawn} ui={ui} />;
}
