import type { JSX } from 'preact';
import type { Body, FlowFacts, Texts } from './contract';
import { Icon } from '../shared/icons';
import { lifeInWords } from './text';

interface HeaderProps {
  readonly flow: FlowFacts;
  readonly frame: Extract<Body, { kind: 'frame' }> | undefined;
  readonly remaining: number | undefined;
  readonly texts: Texts;
  readonly language: string;
}

/** Which flow this is, what state it is in, and how long its link lives. */
export function Header({ flow, frame, remaining, texts, language }: HeaderProps): JSX.Element {
  return (
    <header>
      <h1 title={flow.name}>{flow.name}</h1>
      <span class={`status ${flow.tone}`}>{flow.status}</span>
      <p class="facts">
        <span>
          {texts.flowId} <span class="id">{flow.id}</span>
        </span>
        {frame && (
          <span class="life">
            <Icon name="clock" />
            {frame.asking ? texts.renewing : lifeInWords(remaining, texts, language)}
          </span>
        )}
      </p>
    </header>
  );
}
