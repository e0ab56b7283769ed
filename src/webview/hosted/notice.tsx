import type { JSX } from 'preact';
import type { Body, Button, Texts } from './contract';
import { Icon } from '../shared/icons';

interface NoticeProps {
  readonly body: Extract<Body, { kind: 'notice' }>;
  readonly texts: Texts;
  readonly onPress: (button: Button) => void;
}

/** Instead of a preview: what stands in its way, and the way out. */
export function Notice({ body, texts, onPress }: NoticeProps): JSX.Element {
  return (
    <main class="notice">
      <div class={`emblem ${body.icon}`}>
        <Icon name={body.icon} />
      </div>
      <div role="alert">
        <h2>{body.title}</h2>
        <p>{body.text}</p>
      </div>
      <div class="ways-out">
        {body.buttons.map((button, index) => (
          <button
            type="button"
            key={button}
            class={index === 0 ? 'primary' : ''}
            onClick={() => onPress(button)}
          >
            {button === 'reload' ? texts.tryAgain : texts.labels[button]}
          </button>
        ))}
      </div>
      <p class="asking">{body.asking ? texts.tryingAgain : ''}</p>
    </main>
  );
}
