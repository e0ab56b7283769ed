import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseFlow } from '../../../../src/flowjson/analyse';
import { english } from '../../../../src/flowjson/message';
import type { Passage } from '../../../../src/language/context/passage';
import { tinyImage } from '../../../../src/language/completion/tinyImage';
import { hoverAt } from '../../../../src/language/hover/hoverAt';
import { flowText, footer, lastScreen, navigate, screen, type Json } from '../../flowjson/support';

const data = {
  greeting: { type: 'string', __example__: 'Hello' },
  user: { type: 'object', properties: { name: { type: 'string' } }, __example__: { name: 'Ada' } },
};

function flow(children: readonly Json[], top: Json = {}): string {
  const first = screen(
    [
      { type: 'TextInput', name: 'first', label: 'First name' },
      ...children,
      footer(navigate('LAST', { reply: '${form.first}' })),
    ],
    { data },
  );
  const reply = { type: 'string', __example__: 'yes' };
  return flowText(
    [first, lastScreen([{ type: 'TextBody', text: '${data.reply}' }], { data: { reply } })],
    top,
  );
}

/** What is said where the text first has this, a little inside of it; `|` marks the very place. */
function said(text: string, where: string, schema = true): string[] {
  const [before, after] = where.includes('|') ? where.split('|') : [where.slice(0, 1), where.slice(1)];
  const at = text.indexOf(before! + after!);
  if (at < 0) throw new Error(`no ${where}`);
  return (hoverAt(parseFlow(text), at + before!.length, { schema })?.passages ?? []).map(written);
}

function written(passage: Passage): string {
  if ('code' in passage) return passage.code;
  if ('image' in passage) return `${passage.image.slice(0, 22)} ${passage.width}`;
  return 'text' in passage ? passage.text : english(passage);
}

describe('a reference', () => {
  const body = (text: string) => flow([{ type: 'TextBody', text }]);

  it.each([
    [
      '${data.greeting}',
      'data.|gree',
      [
        'data.greeting: string',
        'Data of the screen FIRST.',
        '"Hello"',
        'Comes with the message that opens the flow.',
      ],
    ],
    [
      '${data.user.name}',
      'user.|name}',
      [
        'data.user.name: string',
        'Data of the screen FIRST.',
        '"Ada"',
        'Comes with the message that opens the flow.',
      ],
    ],
    [
      "`'a ' ${data.user.name}`",
      'user.|name}',
      [
        'data.user.name: string',
        'Data of the screen FIRST.',
        '"Ada"',
        'Comes with the message that opens the flow.',
      ],
    ],
    [
      '${form.first}',
      'text": "${|form.first',
      ['form.first: string', 'TextInput “First name” on the screen FIRST.'],
    ],
    [
      '${screen.LAST.data.reply}',
      '${|screen',
      [
        'screen.LAST.data.reply: string',
        'Data of the screen LAST.',
        '"yes"',
        'Handed over by navigate from: FIRST.',
      ],
    ],
  ])('%s is explained', (text, where, expected) => {
    expect(said(body(text), where).slice(0, expected.length)).toEqual(expected);
  });

  it('that leads nowhere is left to the diagnostics', () => {
    expect(said(body('${data.nothing}'), '${|data.nothing')).toEqual([]);
  });

  it('may be filled by the endpoint and by update_data', () => {
    const update = { name: 'update_data', payload: { greeting: 'x' } };
    const text = flow(
      [
        { type: 'OptIn', name: 'a', label: 'a', 'on-select-action': update },
        { type: 'TextBody', text: '${data.greeting}' },
      ],
      {
        data_api_version: '3.0',
      },
    );
    expect(said(text, '${|data.greeting')).toEqual(
      expect.arrayContaining(['May come from the endpoint.', 'Changed by update_data.']),
    );
  });

  it('shows a long example shortened', () => {
    const long = flow([]).replace('"Hello"', `"${'a'.repeat(5000)}"`);
    const [, , example] = said(long, '"|greeting"');
    expect(example!.length).toBeLessThan(400);
  });
});

it('says what an expression gives', () => {
  const text = flow([{ type: 'TextBody', text: 'a', visible: "`${form.first} == 'x'`" }]);
  expect(said(text, "} =|= 'x'")).toContain('The expression gives boolean.');
});

describe('a name', () => {
  it('of a screen says where it stands in the flow', () => {
    expect(said(flow([]), '"id": "LA|ST"')).toEqual([
      'Last',
      'The flow can end on this screen.',
      'Reached from: FIRST.',
      'Mentioned in 1 other places.',
    ]);
    expect(said(flow([]), '"name": "LA|ST"')).toContain('Reached from: FIRST.');
    expect(said(flow([]), '"id": "FI|RST"')).toContain('Leads to: LAST.');
  });

  it('of data and of inputs says the same as a reference to them', () => {
    expect(said(flow([]), '"re|ply"')).toContain('data.reply: string');
    expect(said(flow([]), '"name": "fi|rst"')).toContain('form.first: string');
  });
});

describe('an image', () => {
  const image = (src: string) => flow([{ type: 'Image', src }]);

  it('is shown with its size beside the limit', () => {
    expect(said(image(tinyImage), tinyImage).slice(0, 3)).toEqual([
      'data:image/png;base64, 1',
      'PNG, 1 × 1',
      '1 KB of the 300 KB that are allowed here.',
    ]);
  });

  it('that is too large for a hover is described', () => {
    const large = tinyImage.slice(0, 64) + 'A'.repeat(200_000);
    expect(said(image(large), large.slice(0, 60)).slice(0, 2)).toEqual([
      'PNG, 1 × 1',
      '147 KB of the 300 KB that are allowed here.',
    ]);
  });

  it('is nothing that only looks like base64', () => {
    expect(said(image('iVBORw0KGgo and so on, which is not base64 at all'), 'iVBOR')).not.toContain('PNG');
  });
});

describe('the flow', () => {
  it('says how large it is, at its version and its first brace', () => {
    expect(said(flow([]), '|{')).toEqual(['The flow has 2 KB; 10 MB are allowed.']);
    expect(said(flow([]), '"ver|sion"')).toContain('The flow has 2 KB; 10 MB are allowed.');
    expect(said(flow([{ type: 'TextBody', text: 'ä'.repeat(1024 * 1024) }]), '|{')).toEqual([
      'The flow has 2.0 MB; 10 MB are allowed.',
    ]);
  });
});

describe('the catalogue', () => {
  const picker = flow([{ type: 'PhotoPicker', name: 'p', label: 'a' }]);

  it('adds what a schema cannot say', () => {
    expect(said(picker, '"Photo|Picker"')).toEqual([
      'May stand in: screen, Form, If, Switch.',
      'At most 1 on a screen.',
      'Its value is read as ${form.name}.',
      'Since version 4.0.',
    ]);
    expect(said(picker, '"lab|el": "First')).toEqual([
      'Takes a reference or an expression that gives string.',
    ]);
  });

  it('says all of it where the schema does not reach', () => {
    expect(said(picker, '"Photo|Picker"', false)).toEqual(
      expect.arrayContaining([
        'Lets people take or choose photos.',
        'May stand in: screen, Form, If, Switch.',
      ]),
    );
    expect(said(picker, '"lab|el": "First', false)).toEqual(
      expect.arrayContaining(['The text that says what to enter.', 'Required.']),
    );
    expect(said(picker, '"navi|gate"', false)).toContain(
      'Opens another screen and hands it the payload as its data.',
    );
    expect(said(flow([], { version: '6.1' }), '"6.|1"', false)).toContain('CalendarPicker.');
  });
});

it('finds something to say or nothing at all at every place of every sample flow', () => {
  const folder = 'test/simulator/flows';
  for (const file of fs.readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const text = fs.readFileSync(path.join(folder, file), 'utf8');
    const parsed = parseFlow(text);
    for (let offset = 0; offset <= text.length; offset += Math.ceil(text.length / 200)) {
      const found = hoverAt(parsed, offset, { schema: false });
      if (found === undefined) continue;
      expect(found.span.start <= offset && offset <= found.span.end, file).toBe(true);
      for (const passage of found.passages) expect(written(passage)).not.toMatch(/undefined|\{\d\}/);
    }
  }
});
