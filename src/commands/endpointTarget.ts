import { window, type Uri } from 'vscode';
import type { OwnEndpoints } from '../preview/endpoint/ownEndpoints';
import type { Command } from './command';
import { flowDocument } from './flowDocument';

/** A command about the endpoint of a flow: the one it is called on, else the one that runs in front, else the text there. */
export const onEndpointOf =
  (act: (endpoints: OwnEndpoints, uri: Uri) => PromiseLike<unknown>): Command =>
  async (parts, args) => {
    const { endpoints, previews } = await parts.local();
    const uri = flowDocument(parts, args) ?? previews.active?.uri ?? window.activeTextEditor?.document.uri;
    if (uri !== undefined) await act(endpoints, uri);
  };
