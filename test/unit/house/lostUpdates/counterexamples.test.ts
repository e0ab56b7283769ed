import { describe, it } from 'vitest';
import { replay } from './proof';

/** Runs that broke the law: the product was mended, or the law was wrong. */
describe('histories that broke the law', () => {
  it('a save and a revert in the same instant: the stat of the one is taken for that of the other', () =>
    replay(
      1,
      5921952,
      '1369:0:4:3:7:8:12:12:17:20:21:26:28:28:37:35:40:47:7:9:9:9:16:16:12:28:28:31:36:38:38:36:36:36',
    ));

  it('two windows that save the same text at the same moment, and one dies: only of its own save it owes an account', () =>
    replay(2, 5921486, '770:0:2:1:1:1:3:0:1:7:4:8:11:15:15:15:9:9:9'));
});
