import * as vscode from 'vscode';
import type { Accounts } from '../../accounts/accounts';
import type { PreviewLink } from '../../cams/types';
import { oneFlow } from '../../flows/requests';
import type { FlowRef } from '../../flows/types';
import { showWarningMessage } from '../../platform/messages';
import type { Redactor } from '../../platform/redaction';
import { framingOf, secretsOf, type Framing } from './previewUrl';

/** A link with what may be done with it. */
export interface FlowLink extends PreviewLink {
  readonly framing: Framing;
  /** What VS Code reaches the link's origin by, when that is another machine's loopback. */
  readonly tunnel?: string;
}

export interface AskParts {
  readonly accounts: Pick<Accounts, 'get' | 'call'>;
  readonly redactor: Redactor;
}

/** Asks CAMS for the flow's link. From here on no log line can show it. */
export async function askFlowLink(parts: AskParts, ref: FlowRef, signal: AbortSignal): Promise<FlowLink> {
  const { accountId } = ref;
  const endpoint = parts.accounts.get(accountId)?.endpoint ?? '';
  const link = await parts.accounts.call(accountId, (cams, session) =>
    cams.getFlowPreviewUrl(session, oneFlow(ref), { signal, lane: 'person' }),
  );
  parts.redactor.add(...secretsOf(link.url));
  const framing = framingOf(link.url, endpoint);
  const tunnel = framing.kind === 'frame' && framing.loopback ? await tunnelTo(link.url) : undefined;
  return { ...link, framing, tunnel };
}

/** Opens `address`, the link with its options, in the browser; a host that is not Meta's after a question. */
export async function openFlowLink({ framing }: FlowLink, address: string, flowName: string): Promise<void> {
  if (framing.kind === 'never') {
    throw new Error(vscode.l10n.t('The preview link is not the address of a web page.'));
  }
  if (framing.kind === 'ask' && !(await agrees(framing.host, flowName))) return;
  // A string although a Uri is declared: a Uri loses the difference between "&" and "%26", "+" and "%2B",
  // and VS Code opens a string as it is.
  await vscode.env.openExternal(address as unknown as vscode.Uri);
}

async function agrees(host: string, flowName: string): Promise<boolean> {
  const open = vscode.l10n.t('Open in Browser');
  const question = vscode.l10n.t('Open {0} in the browser?', host);
  const detail = vscode.l10n.t('CAMS gave it as the preview of "{0}". It is not a page of Meta.', flowName);
  return (await showWarningMessage(question, { modal: true, detail }, open)) === open;
}

/** How VS Code reaches the loopback address of the machine that we run on; undefined when directly. */
async function tunnelTo(link: string): Promise<string | undefined> {
  const { origin } = new URL(link);
  try {
    const external = await vscode.env.asExternalUri(vscode.Uri.parse(`${origin}/`));
    const address = external.toString(true);
    return new URL(address).origin === origin ? undefined : address;
  } catch {
    return undefined;
  }
}
