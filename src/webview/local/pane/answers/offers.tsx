import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { say } from '../../../../flowjson/message';
import type { Offer } from '../../contract';
import type { PaneUi } from '../paneUi';

interface OffersProps {
  readonly ui: PaneUi;
  readonly offers: readonly Offer[];
  /** Index. */
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

/** The answers that routing allows, the likeliest first, and those that were kept. */
export function Offers({ ui, offers, chosen, onChoose }: OffersProps): JSX.Element | null {
  const name = useId();
  if (offers.length === 0) return null;
  return (
    <fieldset class="offers">
      <legend>{ui.tell(say('Answer with'))}</legend>
      <div class="choices">
        {offers.map((offer, index) => (
          <label class="choice">
            <input type="radio" name={name} checked={index === chosen} onChange={() => onChoose(index)} />
            <span class="what">
              <span class="screen" dir="auto">
                {offer.screen}
              </span>{' '}
              <span class="hint">{wordsFor(ui, offer)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function wordsFor(ui: PaneUi, { kind }: Offer): string {
  switch (kind) {
    case 'next':
      return ui.tell(say('next screen'));
    case 'same':
      return ui.tell(say('the same screen again'));
    case 'back':
      return ui.tell(say('back to this screen'));
    case 'final':
      return ui.tell(say('the flow is complete'));
    case 'kept':
      return ui.tell(say('kept from before'));
  }
}
