import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Drawn } from '../../projection/types';
import type { Ui } from '../ui';

/**
 * What a text field holds. The field is ahead of the state while the person types: an answer that is late, because the
 * state lives elsewhere, must not take letters back.
 */
export function useTyping(
  drawn: Drawn,
  ui: Ui,
): { readonly text: string; readonly onInput: (event: { currentTarget: { value: string } }) => void } {
  const held = drawn.input?.value;
  const kept = typeof held === 'string' ? held : '';
  const [text, setText] = useState(kept);
  const sent = useRef<string[]>([]);
  useLayoutEffect(() => {
    // The echo of something that was typed; what came before it has been passed over.
    const echo = sent.current.indexOf(kept);
    if (echo >= 0) sent.current.splice(0, echo + 1);
    else {
      sent.current = [];
      setText(kept);
    }
  }, [kept]);
  return {
    text,
    onInput: ({ currentTarget: { value } }) => {
      setText(value);
      if (drawn.name === null) return;
      sent.current.push(value);
      ui.act({ is: 'typed', name: drawn.name, text: value });
    },
  };
}
