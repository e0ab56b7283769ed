import * as vscode from 'vscode';
import type { Accounts } from '../../accounts/accounts';
import type { Log } from '../../platform/log';
import { showInformationMessage } from '../../platform/messages';
import { meaningOf } from '../meaning';
import { labelOf } from '../sentences';
import type { Entry, Journal } from './journal';
import { lookAt } from './look';

/** Longer than a change takes from its entry to its end, in milliseconds: a younger entry may be another window's at work. */
const YOUNG = 2 * 60_000;

/** After 30 days nobody asks any more. */
const OLD = 30 * 24 * 3_600_000;

interface SettleParts {
  readonly accounts: Pick<Accounts, 'call'>;
  readonly journal: Journal;
  readonly log: Log;
}

/**
 * Looks at what became of changes that an earlier run could not see the end of, and tells the person. Asks CAMS nothing
 * where there are none. What cannot be looked at stays for the next start. Never rejects.
 */
export async function settle(parts: SettleParts): Promise<void> {
  const now = Date.now();
  let wait: number | undefined;
  for (const entry of await parts.journal.others()) {
    const age = now - entry.at;
    if (age > OLD) await parts.journal.end(entry.id);
    // In the future, by a clock that was set back since, is long ago.
    else if (age >= 0 && age < YOUNG) wait = Math.max(wait ?? 0, YOUNG - age);
    else await settleOne(parts, entry);
  }
  if (wait !== undefined) setTimeout(() => void settle(parts), wait).unref();
}

async function settleOne({ accounts, journal, log }: SettleParts, entry: Entry): Promise<void> {
  let remote: Uint8Array | undefined;
  try {
    remote = await lookAt(accounts, entry.ref, { lane: 'visible' });
  } catch (error) {
    log.info(`flow ${entry.ref.flowId}: an interrupted save stays unknown: ${String(error)}`);
    return;
  }
  const meaning = remote && meaningOf(remote);
  // Before it is told: two windows that look at the same time tell it once.
  if (await journal.end(entry.id)) void tell(entry, meaning);
}

async function tell({ ref, name, before, after }: Entry, meaning: string | undefined): Promise<void> {
  const { l10n } = vscode;
  const label = labelOf(ref, name);
  const open = l10n.t('Open');
  const history = l10n.t('Show History');
  const choice = await showInformationMessage(
    meaning === after
      ? l10n.t('The last save of {0} was interrupted. CAMS has the text that you saved.', label)
      : meaning === before
        ? l10n.t(
            'The last save of {0} was interrupted. CAMS still has the text from before. The text that you saved is in the history.',
            label,
          )
        : l10n.t(
            'The last save of {0} was interrupted. CAMS has another text now. The text that you saved is in the history.',
            label,
          ),
    open,
    history,
  );
  if (choice === open) await vscode.commands.executeCommand('camsFlows.flow.openJson', ref);
  if (choice === history) await vscode.commands.executeCommand('camsFlows.flow.history', ref);
}
