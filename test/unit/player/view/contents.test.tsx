// @vitest-environment happy-dom
import fc from 'fast-check';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import type { Look } from '../../../../src/player/view/look';
import { picture } from '../../../gallery/specimen';
import { Phone } from './phone';

let phone: Phone;
afterEach(() => phone.putAway());

const show = (child: object, look: Partial<Look> = {}, more: object = {}): Phone =>
  (phone = Phone.with([child], look, more));
const inside = (selector: string): string => phone.one(selector).innerHTML;

describe('texts', () => {
  it('have the weight and the strike they are given', () => {
    const text = (more: object): string => {
      show({ type: 'TextBody', text: 'Hello', ...more });
      const html = inside('.wf-paragraph');
      phone.putAway();
      return html;
    };
    expect(text({})).toBe('Hello');
    expect(text({ 'font-weight': 'bold' })).toBe('<strong>Hello</strong>');
    expect(text({ 'font-weight': 'bold_italic', strikethrough: true })).toBe(
      '<strong><em><s>Hello</s></em></strong>',
    );
    show({ type: 'TextBody', text: ['One', 'Two **2**'] });
    expect(phone.texts('.wf-paragraph')).toEqual(['One', 'Two **2**']);
  });

  it('are markdown where that is said', () => {
    show({ type: 'TextBody', text: 'A **b** [c](https://example.com)', markdown: true });
    expect(phone.one('strong').textContent).toBe('b');
    const link = phone.one('a');
    expect([link.textContent, link.getAttribute('href'), link.getAttribute('rel')]).toEqual([
      'c',
      'https://example.com',
      'noopener noreferrer',
    ]);
  });

  it('are headings where they are', () => {
    phone = Phone.with([
      { type: 'TextHeading', text: 'One' },
      { type: 'TextSubheading', text: 'Two' },
    ]);
    expect([phone.texts('h2.wf-heading'), phone.texts('h3.wf-subheading')]).toEqual([['One'], ['Two']]);
    expect(phone.all('.wf-lines-5')).toHaveLength(1);
    phone.putAway();
    show({ type: 'TextHeading', text: 'One' }, { platform: 'ios' });
    expect(phone.all('.wf-lines-4')).toHaveLength(1);
  });
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '<script>alert(1)</script>',
          '<img src=x onerror=alert(1)>',
          '&lt;',
          '"',
          "'",
          '[a](javascript:alert(1))',
        ],
        ...[
          '[a](https://e.x/"onclick=alert(1))',
          '![a](https://e.x/a.png)',
          '![" onerror="x](data:image/png;base64,AA)',
        ],
        ...[
          '**',
          '*',
          '~~',
          '\n- ',
          '\n1. ',
          '\n# ',
          '\n| a |\n|-|\n| ',
          '\n\n',
          'word',
          ' ',
          '<svg/onload=alert(1)>',
        ],
      ),
    )
    .map((pieces) => pieces.join('')),
);

describe('whatever a flow says', () => {
  const allowed = new Set(
    [
      'P',
      'H2',
      'H3',
      'H4',
      'STRONG',
      'EM',
      'S',
      'A',
      'UL',
      'OL',
      'LI',
      'TABLE',
      'THEAD',
      'TBODY',
      'TR',
      'TH',
      'TD',
    ].concat(['DIV', 'SPAN', 'IMG', 'SVG', 'PATH']),
  );

  it.each(['RichText', 'TextBody', 'TextCaption', 'TextHeading'])(
    '%s has no other elements than ours',
    (type) => {
      fc.assert(
        fc.property(hostile, (text) => {
          show({
            type,
            text: `x${text}`,
            ...(type !== 'RichText' && type !== 'TextHeading' && { markdown: true }),
          });
          for (const element of phone.all('.wf-item *')) {
            expect(allowed).toContain(element.tagName.toUpperCase());
            for (const { name, value } of element.attributes) {
              expect(name).not.toMatch(/^(on|style)/i);
              if (name === 'href') expect(value).toMatch(/^https?:/i);
              if (name === 'src') expect(value).toMatch(/^data:image\/(png|jpeg|webp);base64,/);
            }
          }
          phone.putAway();
        }),
        { numRuns: 60 },
      );
    },
  );

  it('is shown in labels, links and rows as it stands', () => {
    const text = '<img src=x onerror=alert(1)>';
    phone = Phone.with([
      { type: 'TextHeading', text },
      { type: 'EmbeddedLink', text: text, 'on-click-action': { name: 'open_url', url: 'https://e.x' } },
      { type: 'Image', src: picture, 'alt-text': text },
      { type: text },
    ]);
    expect(phone.texts('h2.wf-heading, [role="link"], .wf-stand-in-type')).toEqual([text, text, text]);
    expect(phone.all('.wf-item img').map((image) => image.getAttribute('alt'))).toEqual([text]);
  });
});

describe('a link', () => {
  it('does what it says when it is tapped', () => {
    show({ type: 'EmbeddedLink', text: 'More', 'on-click-action': { name: 'open_url', url: 'https://e.x' } });
    phone.click('[role="link"]');
    expect(phone.run.effects).toEqual([{ is: 'urlOpened', url: 'https://e.x' }]);
  });
});

describe('a picture', () => {
  const image = (more: object, look: Partial<Look> = {}): Phone =>
    show({ type: 'Image', src: picture, ...more }, look);

  it('comes out of the flow', () => {
    image({ 'alt-text': 'A hill' });
    const shown = phone.one('.wf-image img');
    expect(shown.getAttribute('src')).toBe(`data:image/png;base64,${picture}`);
    expect(shown.getAttribute('alt')).toBe('A hill');
  });

  it.each([
    ['https://example.com/a.png', 'An address is not a picture.'],
    ['R0lGODlhAQABAAAAACw=', 'Phones show no GIF pictures here.'],
    ['PHN2ZyB4bWxucz0i', 'Phones show no SVG pictures here.'],
    ['VGhpcyBpcyBub3RoaW5n', 'This is not a picture that phones show.'],
    ['not base64!', 'This is not a picture in base64.'],
    ['iVBORw0KGgo'.padEnd(420_000, 'A'), 'This picture has more than 300 KB.'],
  ])('is a placeholder that says why there is none', (src, reason) => {
    image({ src });
    expect(phone.texts('.wf-image')).toEqual([reason]);
    expect(phone.all('.wf-image img')).toEqual([]);
  });

  it('is a placeholder where the browser cannot read it, until it is another', () => {
    image({});
    void act(() => void phone.one('img').dispatchEvent(new Event('error')));
    expect(phone.texts('.wf-image')).toEqual(['This picture is damaged.']);
  });

  it('has the size that is asked for, where that is one', () => {
    const classes = (more: object, platform: Look['platform'] = 'android'): string[] => {
      image(more, { platform });
      const all = [...phone.one('.wf-image').classList].filter((name) => /framed|capped|cover/.test(name));
      phone.putAway();
      return all;
    };
    expect(classes({})).toEqual(['wf-image-capped']);
    expect(classes({}, 'ios')).toEqual([]);
    expect(classes({ 'scale-type': 'cover' })).toEqual(['wf-cover']);
    expect(classes({ height: 80, 'scale-type': 'cover' })).toEqual(['wf-cover', 'wf-image-framed']);
    expect(classes({ 'aspect-ratio': 1.5 })).toEqual(['wf-image-framed']);
    expect(classes({ height: -1, 'aspect-ratio': 0 })).toEqual(['wf-image-capped']);
  });
});

describe('a carousel', () => {
  const slides = ['One', 'Two', 'Three'].map((alt) => ({ src: picture, 'alt-text': alt }));
  const at = (): number => phone.all('.wf-dot').findIndex((dot) => dot.classList.contains('wf-dot-on'));

  it('is turned by buttons, and ends where it ends', () => {
    show({ type: 'ImageCarousel', images: slides });
    expect([at(), phone.button('Previous picture').disabled]).toEqual([0, true]);
    phone.tap('Next picture').tap('Next picture');
    expect([at(), phone.button('Next picture').disabled]).toEqual([2, true]);
    expect(phone.one('.wf-carousel-row').getAttribute('aria-label')).toBe('Picture 3 of 3');
  });

  it('is turned by arrows, the other way round from right to left', () => {
    show({ type: 'ImageCarousel', images: slides });
    phone.key('ArrowRight', '.wf-carousel-row');
    expect(at()).toBe(1);
    phone.key('ArrowLeft', '.wf-carousel-row').key('ArrowLeft', '.wf-carousel-row');
    expect(at()).toBe(0);
    phone.putAway();
    show({ type: 'ImageCarousel', images: slides }, { direction: 'rtl' });
    phone.key('ArrowLeft', '.wf-carousel-row');
    expect(at()).toBe(1);
  });

  it('has neither dots nor buttons for one picture', () => {
    show({ type: 'ImageCarousel', images: slides.slice(0, 1) });
    expect([phone.all('.wf-dot').length, phone.all('.wf-carousel button').length]).toEqual([0, 0]);
  });
});

describe('a list of rows', () => {
  const next = { type: 'screen', name: 'ONLY' };
  const listOf = (items: readonly object[], more: object = {}): Phone =>
    show(
      {
        type: 'NavigationList',
        name: 'list',
        'list-items': items,
        'on-click-action': { name: 'data_exchange', next, payload: {} },
        ...more,
      },
      {},
      { terminal: false },
    );
  const row = (more: object = {}, main: object = {}): object => ({
    id: 'a',
    'main-content': { title: 'Title', ...main },
    ...more,
  });

  it('tells which row was tapped; a disabled one cannot be', () => {
    listOf([row(), row({ id: 'b', enabled: false }), row({ id: 'c' })]);
    const buttons = phone.all('.wf-nav-row');
    expect(buttons.map((button) => (button as HTMLButtonElement).disabled)).toEqual([false, true, false]);
    void act(() => buttons[2]!.click());
    expect(phone.events).toEqual([{ is: 'tapped', key: '0', item: 'c' }]);
  });

  it('leaves out what is too long, and cuts its heading', () => {
    listOf(
      [
        row(
          {
            badge: 'b'.repeat(16),
            tags: ['ok', 't'.repeat(16), '3', '4'],
            end: { title: 'e'.repeat(11), metadata: 'm' },
          },
          { title: 't'.repeat(31), description: 'd'.repeat(21), metadata: 'm'.repeat(80) },
        ),
      ],
      { label: 'l'.repeat(90), description: 'x'.repeat(301) },
    );
    expect(phone.texts('.wf-nav-row-main [dir]')).toEqual(['m'.repeat(80), 'ok', '3']);
    expect(phone.texts('.wf-nav-row-end [dir]')).toEqual(['m']);
    expect(phone.texts('.wf-navigation-label')).toEqual([`${'l'.repeat(79)}…`]);
    expect(phone.texts('.wf-navigation-description')).toEqual([`${'x'.repeat(299)}…`]);
  });

  it('has one badge, and no texts at the end of rows with large pictures', () => {
    listOf([row({ badge: 'New' }), row({ id: 'b', badge: 'Old', end: { title: 'Rp 5' } })], {
      'media-size': 'large',
    });
    expect([phone.texts('.wf-badge'), phone.texts('.wf-nav-row-end')]).toEqual([['New'], []]);
  });

  it('is not drawn with more than 20 rows', () => {
    listOf(Array.from({ length: 21 }, (_, id) => row({ id: String(id) })));
    expect(phone.all('.wf-nav-row')).toEqual([]);
    expect(phone.texts('.wf-stand-in')).toEqual(['Phones do not draw this list: it has more than 20 rows.']);
  });

  it('has a placeholder for a picture that is too large', () => {
    const start = { image: 'iVBORw0KGgo'.padEnd(140_000, 'A'), 'alt-text': 'Hill' };
    listOf([row({ start })]);
    expect(phone.one('.wf-no-picture').getAttribute('aria-label')).toBe('Hill');
  });
});

describe('what cannot be drawn', () => {
  it('is named, with the reason, beside what can', () => {
    phone = Phone.with([{ type: 'Hologram' }, { type: 'TextHeading' }, { type: 'TextBody', text: 'Sound' }]);
    expect(phone.texts('.wf-stand-in-words')).toEqual([
      'HologramThere is no component Hologram.',
      'TextHeadingThis TextHeading needs text.',
    ]);
    expect(phone.texts('.wf-paragraph')).toEqual(['Sound']);
  });
});
