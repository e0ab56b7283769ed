// @vitest-environment happy-dom
import fc from 'fast-check';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import type { Place, PlayerEvent, Projection } from '../../../../src/player/player';
import type { Look } from '../../../../src/player/view/look';
import { Player, type PlayerProps } from '../../../../src/player/view/player';
import { wholeFlows } from '../../../simulator/flows';
import { Run, running } from '../run';
import { Phone } from './phone';

const look: Look = { platform: 'ios', theme: 'dark', direction: 'rtl', scale: 1.3 };
let root: HTMLElement | undefined;
afterEach(() => {
  if (root) void act(() => render(null, root!));
  root?.remove();
  root = undefined;
});

/** Draws a projection as it is; nothing happens to it. */
function draw(projection: Projection, more: Partial<PlayerProps> = {}): HTMLElement {
  const place = (root ??= document.body.appendChild(document.createElement('div')));
  void act(() =>
    render(<Player projection={projection} look={look} act={() => undefined} {...more} />, place),
  );
  return place;
}

const text = { type: 'TextBody', text: 'Hello' };
const asking = (): Run =>
  new Run(
    JSON.stringify({
      version: '7.3',
      data_api_version: '3.0',
      routing_model: { A: [] },
      screens: [
        {
          id: 'A',
          title: 'A',
          terminal: true,
          layout: {
            type: 'SingleColumnLayout',
            children: [text, { type: 'Footer', label: 'Ask', 'on-click-action': { name: 'data_exchange' } }],
          },
        },
      ],
    }),
  );

describe('the phone', () => {
  it('is of the look that is asked for', () => {
    const player = draw(running([text]).projection).querySelector<HTMLElement>('.wf-player')!;
    expect(player.className).toBe('wf-player wf-ios wf-dark');
    expect([player.dir, player.style.getPropertyValue('--wf-scale')]).toEqual(['rtl', '1.3']);
  });

  it('speaks the language of the person', () => {
    const tell = ({ template }: { template: string }): string => `«${template}»`;
    const { textContent } = draw(running([text]).projection, { texts: { language: 'xx', tell } });
    expect(textContent).toContain('«Managed by the business.»');
  });

  it('waits with a spinner, with everything out of reach', () => {
    const place = draw(asking().tapped('1').projection);
    expect(place.querySelector('.wf-scroll')!.hasAttribute('inert')).toBe(true);
    expect(place.querySelector('.wf-button .wf-spinner')).not.toBeNull();
  });

  it('says what the endpoint says in a live region that was there before', () => {
    const run = asking();
    const region = draw(run.projection).querySelector('.wf-snackbar-place')!;
    run.tapped('1').answered('A', { error_message: 'Taken' });
    draw(run.projection);
    expect(region.isConnected && region.textContent).toBe('Taken');
    expect(region.getAttribute('role')).toBe('status');
  });

  it('says how the flow ended', () => {
    expect(draw(running([text]).next().projection).textContent).toContain('Response sent');
    expect(draw(asking().tapped('1').answered('B').projection).textContent).toContain(
      'The flow has ended with an error.',
    );
    expect(draw(new Run('{}').projection).querySelector('[role=alert]')!.textContent).not.toBe('');
  });

  it('goes back', () => {
    const events: PlayerEvent[] = [];
    const { projection } = running([text]);
    const place = draw({ ...projection, canGoBack: true }, { act: (event) => events.push(event) });
    void act(() => place.querySelector<HTMLElement>('.wf-header button')!.click());
    expect(events).toEqual([{ is: 'back' }]);
  });

  it('starts again from its menu; to close the first screen is to be asked', () => {
    const events: PlayerEvent[] = [];
    const place = draw(running([text]).projection, { act: (event) => events.push(event) });
    const press = (selector: string): void =>
      void act(() => place.querySelector<HTMLElement>(selector)!.click());
    press('.wf-header button:last-of-type');
    press('.wf-menu-row');
    press('.wf-header button');
    expect(events).toHaveLength(1);
    expect(place.querySelector('[role=dialog]')!.getAttribute('aria-label')).toBe('Close the flow?');
    press('.wf-menu-row');
    expect(events).toEqual(Array(2).fill({ is: 'restarted', keepData: true }));
    expect(place.querySelector('[role=dialog]')).toBeNull();
  });

  it('draws at the edge of components what the page wants there, and leaves clicks on it to the page', () => {
    const inspected: (string | null)[] = [];
    const place = draw(running([text]).projection, {
      beside: (key) => (key === '' || key === '0' ? <button class="flag">{key}</button> : null),
      onInspect: (_place, key) => inspected.push(key),
    });
    expect([...place.querySelectorAll('.flag')].map(({ textContent }) => textContent)).toEqual(['', '0']);
    expect(place.querySelector('[data-key="0"] > .wf-beside > .flag')).not.toBeNull();
    void act(() => place.querySelectorAll<HTMLElement>('.flag')[1]!.click());
    expect(inspected).toEqual([]);
    void act(() => place.querySelector<HTMLElement>('[data-key="0"]')!.click());
    expect(inspected).toEqual(['0']);
  });
});

describe('the Footer', () => {
  it('says why it does not work, by the labels of the inputs, and can be focused all the same', () => {
    const phone = Phone.with([{ type: 'TextInput', name: 'a', label: 'Your name', required: true }]);
    const button = phone.one('.wf-button');
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.hasAttribute('disabled')).toBe(false);
    expect(document.getElementById(button.getAttribute('aria-describedby')!)!.textContent).toBe(
      'Your name: This is required.',
    );
    phone.run.typed('a', 'Dewi');
    phone.redraw();
    expect(phone.one('.wf-button').getAttribute('aria-disabled')).toBe('false');
    phone.click('.wf-button');
    expect(phone.run.told).toEqual(['completed']);
    phone.putAway();
  });

  it('has its captions', () => {
    const captions = (more: object): string[] => {
      const footer = {
        type: 'Footer',
        label: 'Go',
        'on-click-action': { name: 'complete', payload: {} },
        ...more,
      };
      return [...draw(running([footer]).projection).querySelectorAll('.wf-footer-captions > *')].map(
        ({ textContent }) => textContent,
      );
    };
    expect(captions({ 'left-caption': 'Left', 'right-caption': 'Right' })).toEqual(['Left', 'Right']);
    expect(captions({ 'center-caption': 'Middle' })).toEqual(['Middle']);
    expect(captions({})).toEqual([]);
  });
});

describe('the tie to the text', () => {
  const form = {
    type: 'Form',
    name: 'f',
    children: [
      { type: 'TextInput', name: 'a', label: 'A' },
      { type: 'TextInput', name: 'b', label: 'B' },
    ],
  };

  it('marks the component under the cursor, and all of a Form', () => {
    const { projection } = running([text, form]);
    const marked = (mark: string): (string | null)[] =>
      [...draw(projection, { mark }).querySelectorAll('.wf-marked')].map((one) =>
        one.getAttribute('data-key'),
      );
    expect(marked('0')).toEqual(['0']);
    expect(marked('1.children.1')).toEqual(['1.children.1']);
    expect(marked('1')).toEqual(['1.children.0', '1.children.1']);
    expect(marked('2')).toEqual(['2']);
  });

  it('names what the inspect tool clicks, and does nothing else', () => {
    const inspected: [Place, string | null][] = [];
    const events: PlayerEvent[] = [];
    const { projection } = running([text, form]);
    const place = draw(projection, {
      act: (event) => events.push(event),
      onInspect: (...found) => inspected.push(found),
    });
    const press = (selector: string): void =>
      void act(() => place.querySelector<HTMLElement>(selector)!.click());
    press('.wf-button');
    press('[data-key="1.children.0"] input');
    press('.wf-title');
    expect(inspected.map(([, key]) => key)).toEqual(['2', '1.children.0', null]);
    expect(inspected.map(([{ path }]) => path)).toEqual([
      projection.screen!.footer!.place.path,
      projection.screen!.components[1]!.children[0]!.place.path,
      projection.screen!.place.path,
    ]);
    expect(events).toEqual([]);
  });
});

it('Nothing that a flow says becomes markup or a style', () => {
  const hostile = [
    '<img src=x onerror=alert(1)>',
    '</style><script>alert(1)</script>',
    '"><iframe srcdoc="x">',
    'javascript:alert(1)',
  ];
  const said = fc.oneof(fc.constantFrom(...hostile), fc.string());
  fc.assert(
    fc.property(fc.array(said, { minLength: 8, maxLength: 8 }), (words) => {
      const [a, b, c, d, e, f, g, h] = words;
      const { projection } = running([
        { type: 'TextHeading', text: a },
        { type: 'TextInput', name: 'i', label: b, 'helper-text': c, 'error-message': d },
        {
          type: 'CheckboxGroup',
          name: 'g',
          label: e,
          description: f,
          'data-source': [{ id: g, title: h, color: a }],
        },
        { type: 'OptIn', name: 'o', label: b },
        { type: c, text: d },
      ]);
      const place = draw(projection);
      expect(place.querySelector('script, iframe, style, link, object, embed, img')).toBeNull();
      for (const element of place.querySelectorAll('*')) {
        expect(element.getAttributeNames().filter((name) => name.startsWith('on'))).toEqual([]);
        expect(element.getAttribute('href') ?? 'https:').toMatch(/^https:/);
      }
    }),
    { numRuns: 60 },
  );
});

it('Every whole flow is drawn, in every look', () => {
  for (const flow of Object.values(wholeFlows)) {
    for (const platform of ['android', 'ios'] as const) {
      const place = draw(new Run(flow).projection, { look: { ...look, platform } });
      expect(place.querySelectorAll('[data-key]').length).toBeGreaterThan(0);
    }
  }
});
