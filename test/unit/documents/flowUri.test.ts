import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Uri } from 'vscode';
import { flowRefOf, flowUri, nameIn } from '../../../src/documents/flowUri';

const ref = { accountId: 'a1', spaceId: 'cams-kei1', flowId: '926753328126430' };

describe('flowUri', () => {
  it('reads like what it is', () => {
    expect(flowUri(ref, 'Sign up').toString(true)).toBe(
      'cams-flow://a1/cams-kei1/926753328126430/Sign up.flow.json',
    );
    expect(flowUri({ ...ref, spaceId: '' }).toString(true)).toBe(
      'cams-flow://a1/-/926753328126430/926753328126430.flow.json',
    );
  });

  it('says which flow it is, whatever the ids and the name are, also after a restart', () => {
    const id = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('.', '-', '~', '%', '/', '2F', '\\', '#', '?', ' ', '+', '\u0000') }),
    );
    const refs = fc.record({
      accountId: fc.stringMatching(/^[a-z0-9]{1,20}$/),
      spaceId: id,
      flowId: id.filter((text) => text !== ''),
    });
    fc.assert(
      fc.property(refs, fc.string({ unit: 'binary' }), (ref, name) => {
        const uri = flowUri(ref, name);
        expect(flowRefOf(uri)).toEqual(ref);
        expect(flowRefOf(Uri.parse(uri.toString()))).toEqual(ref);
        expect(flowRefOf(Uri.joinPath(uri, '.'))).toEqual(ref);
        expect(uri.path.split('/')).toHaveLength(4);
      }),
    );
  });

  it('is the same flow under two names', () => {
    expect(flowRefOf(flowUri(ref, 'old'))).toEqual(flowRefOf(flowUri(ref, 'new')));
  });

  it('takes ids apart that look alike when encoded carelessly', () => {
    const paths = ['', '-', '~2D', '.', '..', '~2E', 'a/b', 'a~2Fb', 'a%2Fb'].map(
      (spaceId) => flowUri({ ...ref, spaceId }).path,
    );
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('does not break on half a character in an id', () => {
    expect(flowRefOf(flowUri({ ...ref, flowId: 'x\ud800' }))?.flowId).toBe('x\ufffd');
  });
});

describe('flowRefOf', () => {
  it.each([
    'file:///a1/s/f/x.flow.json',
    'cams-flow:/s/f/x.flow.json',
    'cams-flow://a1/',
    'cams-flow://a1/s/f',
    'cams-flow://a1/s/f/.editorconfig',
    'cams-flow://a1/s/f/package.json',
    'cams-flow://a1/s/x.flow.json',
    'cams-flow://a1/s/f/g/x.flow.json',
    'cams-flow://a1//f/x.flow.json',
    'cams-flow://a1/s//x.flow.json',
    'cams-flow://a1/s/~ZZ/x.flow.json',
    'cams-flow://a1/s/~FF/x.flow.json',
  ])('does not take %s for a flow', (text) => {
    expect(flowRefOf(Uri.parse(text))).toBeUndefined();
  });
});

describe('nameIn', () => {
  it('is what the tab says', () => {
    expect(nameIn(flowUri(ref, 'Sign up'))).toBe('Sign up');
  });
});
