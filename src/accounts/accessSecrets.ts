import { l10n } from 'vscode';
import type { Log } from '../platform/log';
import { AdviceError } from './adviceError';

/** One access to SecretStorage. What it throws may quote what it was given: only its name is logged. */
export async function accessSecrets<T>(work: () => Thenable<T>, log: Log): Promise<T> {
  try {
    return await work();
  } catch (error) {
    log.error(`secret storage: ${error instanceof Error ? error.name : 'failed'}`);
    throw new AdviceError(
      l10n.t('The secret storage of this computer does not answer.'),
      l10n.t('Unlock the keyring or password store of your system, then try again.'),
    );
  }
}
