import { expect, it } from 'vitest';
import { english } from '../../../../src/flowjson/message';
import type { MapNode, Mark } from '../../../../src/webview/map/contract';
import { drawCard } from '../../../../src/webview/map/drawing/drawNode';

const textsOf = (marks: readonly Mark[], idSize: number): string[] => {
  const node = {
    key: 'id:A',
    id: 'A',
    title: '',
    x: 0,
    y: 0,
    marks,
    problems: [],
    problemCount: 0,
  } as MapNode;
  return drawCard(node, english, idSize).flatMap((shape) => (shape.is === 'text' ? [shape.text] : []));
};

it('says on a card what a screen is, in whole words or not', () => {
  expect(textsOf(['entry', 'end'], 12)).toEqual(['A', 'Start', 'End']);
  expect(textsOf(['unreachable', 'onlyBack'], 12)).toEqual(['A', 'Unreachable']);
});
