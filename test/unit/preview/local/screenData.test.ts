import { describe, expect, it } from 'vitest';
import { english } from '../../../../src/flowjson/message';
import { booking, FakeMocks, playing } from './playing';

const problems = ({ play }: ReturnType<typeof playing>) => play.data!.problems.map(english);

describe('the data of the screen in front', () => {
  function atTheEnd(mocks = new FakeMocks()) {
    const all = playing(booking, { mocks });
    all.play.goTo('DONE');
    return all;
  }

  it('is what it was given, and examples', () => {
    const { play } = atTheEnd();
    expect(play.data).toEqual({
      screen: 'DONE',
      text: '{\n  "greeting": "Hello Ada"\n}',
      model: [{ key: 'greeting', type: 'string', example: true }],
      problems: [],
      presets: [],
    });
    play.supply('DONE', '{ "greeting": "Hi" }');
    expect(play.data).toMatchObject({ text: '{\n  "greeting": "Hi"\n}', model: [{ example: false }] });
    expect(play.log.at(-1)).toMatchObject({ kind: 'data', details: [{ json: '{\n  "greeting": "Hi"\n}' }] });
  });

  it.each([
    ['{\n  "greeting": \n}', 'This is not valid JSON: look at line 3.'],
    ['[]', 'The data of a screen is an object: it begins with {.'],
    ['', 'This is not valid JSON: look at line 1.'],
    ['['.repeat(300), 'This is nested too deeply.'],
  ])('stays as it was where the text cannot be read', (text, problem) => {
    const all = atTheEnd();
    const { log } = all.play;
    all.play.supply('DONE', text);
    expect(problems(all)).toEqual([problem]);
    expect(all.play.log).toBe(log);
    all.play.supply('DONE', '{"greeting":"x"}');
    expect(problems(all)).toEqual([]);
  });

  it('is tried also where it does not fit the data model', () => {
    const all = atTheEnd();
    all.play.supply('DONE', '{ "greeting": 1 }');
    expect(problems(all)).toEqual(['greeting must be of type string; this is of type number.']);
    expect(all.play.projection.screen?.data).toEqual({ greeting: 1 });
  });

  it('is kept under a name, and applied again', () => {
    const mocks = new FakeMocks();
    const { play } = atTheEnd(mocks);
    play.preset('keep', 'polite');
    expect(mocks.presets).toEqual([{ name: 'polite', screen: 'DONE', data: { greeting: 'Hello Ada' } }]);
    play.supply('DONE', '{ "greeting": "x" }');
    play.preset('apply', 'none');
    expect(play.projection.screen?.data).toEqual({ greeting: 'x' });
    play.preset('apply', 'polite');
    expect(play.projection.screen?.data).toEqual({ greeting: 'Hello Ada' });
    expect(play.data?.presets).toEqual(['polite']);
    play.goTo('TIMES');
    expect(play.data?.presets).toEqual([]);
    play.preset('remove', 'polite');
    expect(mocks.presets).toHaveLength(1);
    play.goTo('DONE');
    play.preset('remove', 'polite');
    expect(mocks.presets).toEqual([]);
  });

  it('is none where no screen is in front', () => {
    expect(playing('').play.data).toBeNull();
  });
});

describe('how the flow opens', () => {
  it('is as the file says, which may come a little later', () => {
    const mocks = new FakeMocks();
    const { play, lines } = playing(booking, { mocks });
    mocks.opening = { screen: 'DONE', data: { greeting: 'Hi' } };
    mocks.changed.fire();
    expect(lines()).toEqual(['The flow opens with DONE.']);
    expect(play.projection.screen?.data).toEqual({ greeting: 'Hi' });
  });

  it('stays as it was once something has been done, until the flow starts anew', () => {
    const mocks = new FakeMocks();
    const { play } = playing(booking, { mocks });
    play.act({ is: 'typed', name: 'full_name', text: 'Ada' });
    mocks.opening = { action: 'data_exchange' };
    mocks.changed.fire();
    expect(play.waiting).toBeNull();
    play.restart(false);
    expect(JSON.parse(play.waiting!.request)).toMatchObject({ action: 'INIT' });
  });
});
