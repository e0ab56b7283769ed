import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as vscode from 'vscode';
import { flowRefOf, flowUri } from '../../../../src/documents/flowUri';
import { REMOTE, versionRefOf, versionUri } from '../../../../src/documents/history/versionUri';

const flow = { accountId: 'a1', spaceId: 's1', flowId: '42' };

describe('the URI of a version', () => {
  it('says which text of which flow, and ends in the name of the flow', () => {
    expect(versionUri({ ref: flow, id: 'abc' }, 'Sign up').toString(true)).toBe(
      'cams-flow-version://a1/s1/42/abc/Sign up.flow.json',
    );
    expect(versionUri({ ref: { ...flow, spaceId: '' }, id: REMOTE }).toString(true)).toBe(
      'cams-flow-version://a1/-/42/remote/42.flow.json',
    );
  });

  it('is understood again after a restart, whatever the ids and the name are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('-', '.', '..', 'a/b', 'a%2Fb', '流程'),
    );
    fc.assert(
      fc.property(text, text.filter(Boolean), text, (spaceId, flowId, name) => {
        const version = { ref: { accountId: 'a1', spaceId, flowId }, id: '0123456789abcdef' };
        const restored = vscode.Uri.parse(versionUri(version, name).toString());
        expect(versionRefOf(restored)).toEqual({
          ...version,
          ref: flowRefOf(flowUri(version.ref)),
        });
        expect(flowRefOf(restored)).toBeUndefined();
      }),
    );
  });

  it.each([
    'cams-flow://a1/s1/42/name.flow.json',
    'cams-flow-version://a1/s1/42/name.flow.json',
    'cams-flow-version://a1/s1/42/abc/package.json',
    'cams-flow-version://a1/s1/42/abc/more/name.flow.json',
    'cams-flow-version:///s1/42/abc/name.flow.json',
    'cams-flow-version://a1',
  ])('is not %s', (text) => {
    expect(versionRefOf(vscode.Uri.parse(text))).toBeUndefined();
  });
});
