import { env, l10n, window, workspace } from 'vscode';
import { CancelledError } from '../../platform/cancellation';
import { setStatusBarMessage, showWarningMessage } from '../../platform/messages';

/** Milliseconds. */
const A_WHILE = 5000;

/** In an editor of its own, to be selected, saved or sent on. */
export async function showPublicKey(publicKey: string): Promise<void> {
  const page = await workspace.openTextDocument({ language: 'plaintext', content: publicKey });
  await window.showTextDocument(page, { preview: false });
}

export async function copyPublicKey(publicKey: string): Promise<void> {
  await env.clipboard.writeText(publicKey);
  setStatusBarMessage(l10n.t('The public key is in the clipboard.'), A_WHILE, 'check');
}

/** After a question: who has it can read what people send to the endpoint. */
export async function copyPrivateKey(privateKey: string, host: string): Promise<void> {
  const copy = l10n.t('Copy Private Key');
  const answer = await showWarningMessage(
    l10n.t('Copy the private key of {0}?', host),
    {
      modal: true,
      detail: l10n.t(
        'Whoever has it can read what people type into the flow. Put it into the configuration of the endpoint and nowhere else. Other programs can read the clipboard until something else is copied.',
      ),
    },
    copy,
  );
  if (answer !== copy) throw new CancelledError();
  await env.clipboard.writeText(privateKey);
  setStatusBarMessage(l10n.t('The private key is in the clipboard.'), A_WHILE, 'check');
}
