import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFlow } from '../../../../../src/flowjson/analyse';
import { mostShown } from '../../../../../src/flowjson/rules/screens/shown';
import { flowText, screen } from '../../support';

type Tree =
  | { readonly type: 'Image' | 'TextBody' }
  | { readonly type: 'Form'; readonly children: readonly Tree[] }
  | { readonly type: 'If'; readonly then: readonly Tree[]; readonly else: readonly Tree[] }
  | { readonly type: 'Switch'; readonly cases: Readonly<Record<string, readonly Tree[]>> };

const { tree } = fc.letrec<{ tree: Tree; list: Tree[] }>((tie) => ({
  list: fc.array(tie('tree'), { maxLength: 3 }),
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.record({ type: fc.constantFrom('Image', 'TextBody') }),
    fc.record({ type: fc.constant('Form'), children: tie('list') }),
    fc.record({ type: fc.constant('If'), then: tie('list'), else: tie('list') }),
    fc.record({ type: fc.constant('Switch'), cases: fc.record({ a: tie('list'), b: tie('list') }) }),
  ),
}));

/** The definition, word for word. */
function most(list: readonly Tree[]): number {
  return list.reduce((sum, one) => sum + mostOf(one), 0);
}

function mostOf(one: Tree): number {
  switch (one.type) {
    case 'Image':
      return 1;
    case 'TextBody':
      return 0;
    case 'Form':
      return most(one.children);
    case 'If':
      return Math.max(most(one.then), most(one.else));
    case 'Switch':
      return Math.max(0, ...Object.values(one.cases).map(most));
  }
}

describe('what a screen can show at once', () => {
  it('is the fullest branch of each choice, added up', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (children) => {
        const [first] = parseFlow(flowText([screen(children)])).screens;
        const shown = mostShown(first!.components, ({ type }) => type === 'Image');
        expect(shown).toHaveLength(most(children));
        expect(new Set(shown).size).toBe(shown.length);
      }),
    );
  });
});
