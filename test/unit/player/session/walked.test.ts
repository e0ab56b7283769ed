import { describe, expect, it } from 'vitest';
import { pathOf, pathsThrough, walkedAlong } from '../../../../src/player/player';
import { flowText, footer, lastScreen, navigate, screen } from '../../flowjson/support';
import { Run } from '../run';

/** FIRST leads to LEFT and RIGHT, LEFT to RIGHT and LAST, RIGHT to LAST. */
const link = (to: string): object => ({ type: 'EmbeddedLink', text: to, 'on-click-action': navigate(to) });
const text = flowText([
  screen([link('LEFT'), link('RIGHT')] as never),
  screen([link('RIGHT'), link('LAST')] as never, { id: 'LEFT' }),
  screen([footer(navigate('LAST'))], { id: 'RIGHT' }),
  lastScreen([]),
]);

describe('the way here', () => {
  it('is that of the screens, forward and back', () => {
    const run = new Run(text).tapped('0').tapped('1');
    expect(pathOf(run.state)).toEqual(['FIRST', 'LEFT', 'LAST']);
    expect(pathOf(run.back().state)).toEqual(['FIRST', 'LEFT']);
  });

  it('begins anew where the developer jumps', () => {
    const run = new Run(text).do({ is: 'jumped', screen: 'RIGHT' }).next();
    expect(pathOf(run.state)).toEqual(['RIGHT', 'LAST']);
    expect(pathOf(run.do({ is: 'jumped', screen: 'FIRST' }).state)).toEqual(['FIRST']);
    expect(pathOf(run.back().back().back().tapped('0').state)).toEqual(['FIRST', 'LEFT']);
  });
});

describe('paths', () => {
  const run = new Run(text);
  const { paths } = pathsThrough(run.flow);
  const walked = (...ways: string[]): string[] => {
    const along = walkedAlong(
      paths,
      ways.map((way) => way.split(' ')),
    );
    return paths.filter((_, index) => along[index]).map((path) => path.join(' '));
  };

  it('are walked when somebody came to their end', () => {
    expect(paths).toHaveLength(3);
    expect(walked()).toEqual([]);
    expect(walked('FIRST LEFT')).toEqual([]);
    expect(walked('FIRST LEFT LAST', 'FIRST RIGHT LAST')).toEqual(['FIRST LEFT LAST', 'FIRST RIGHT LAST']);
  });

  it('are not walked from their middle, nor by leaving a screen out', () => {
    expect(walked('RIGHT LAST', 'LEFT RIGHT LAST', 'FIRST LAST')).toEqual([]);
  });

  it('are walked also by those who went on, or in a circle', () => {
    expect(walked('FIRST LEFT LAST RIGHT')).toEqual(['FIRST LEFT LAST']);
    expect(walked('FIRST LEFT LAST FIRST RIGHT LAST')).toEqual(['FIRST LEFT LAST', 'FIRST RIGHT LAST']);
  });
});
