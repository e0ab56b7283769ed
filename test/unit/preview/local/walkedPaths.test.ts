import { Uri } from 'vscode';
import { describe, expect, it, vi } from 'vitest';
import { WalkedPaths } from '../../../../src/preview/local/walkedPaths';

const uri = (name: string) => Uri.file(`/work/${name}.flow.json`);

describe('walked paths', () => {
  it('are remembered once for each flow', () => {
    const walks = new WalkedPaths();
    const changed = vi.fn();
    walks.onDidChange(changed);
    walks.add(uri('a'), ['A']);
    walks.add(uri('a'), ['A', 'B']);
    walks.add(uri('a'), ['A']);
    walks.add(uri('b'), ['A']);
    expect(walks.of(uri('a'))).toEqual([['A'], ['A', 'B']]);
    expect(walks.of(uri('b'))).toEqual([['A']]);
    expect(walks.of(uri('c'))).toEqual([]);
    expect(changed.mock.calls.map(([{ path }]) => path)).toEqual([
      '/work/a.flow.json',
      '/work/a.flow.json',
      '/work/b.flow.json',
    ]);
  });

  it('are not mixed up by what screens are called', () => {
    const walks = new WalkedPaths();
    walks.add(uri('a'), ['A","B']);
    walks.add(uri('a'), ['A', 'B']);
    expect(walks.of(uri('a'))).toHaveLength(2);
  });

  it('are few enough to be kept, whoever goes round in circles', () => {
    const walks = new WalkedPaths();
    for (let length = 1; length < 400; length += 1) {
      walks.add(
        uri('a'),
        Array.from({ length }, (_, at) => `S${at}`),
      );
    }
    expect(walks.of(uri('a')).at(-1)).toHaveLength(200);
    for (let at = 0; at < 2000; at += 1) walks.add(uri('b'), [String(at)]);
    expect(walks.of(uri('b'))).toHaveLength(1000);
  });

  it('forget the flow that was not walked for longest', () => {
    const walks = new WalkedPaths();
    walks.add(uri('first'), ['A']);
    walks.add(uri('second'), ['A']);
    for (let at = 0; at < 98; at += 1) walks.add(uri(String(at)), ['A']);
    walks.add(uri('first'), ['A']);
    walks.add(uri('new'), ['A']);
    expect(walks.of(uri('first'))).toHaveLength(1);
    expect(walks.of(uri('second'))).toEqual([]);
  });
});
