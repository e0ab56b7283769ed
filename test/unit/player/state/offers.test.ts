import { describe, expect, it } from 'vitest';
import { offeredAnswers } from '../../../../src/player/player';
import { flowText, footer, lastScreen, screen } from '../../flowjson/support';
import { Run } from '../run';

const asking = footer({ name: 'data_exchange', payload: {} });
const kindsOf = (routing_model: object): string[] => {
  const text = flowText([screen([asking]), lastScreen()], { data_api_version: '3.0', routing_model });
  const { flow, state } = new Run(text).next();
  return offeredAnswers(flow, state).map(({ kind }) => kind);
};

describe('the answers that are offered', () => {
  it('begin with the next screen', () => {
    expect(kindsOf({ FIRST: ['LAST'], LAST: [] })).toEqual(['next', 'same', 'final']);
  });

  it('begin with the end where there is no next screen', () => {
    expect(kindsOf({ FIRST: [], LAST: [] })).toEqual(['final', 'same']);
  });
});
