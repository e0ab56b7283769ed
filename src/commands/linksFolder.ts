import { commands, l10n } from 'vscode';
import { AdviceError } from '../accounts/adviceError';
import { isNode } from '../explorer/nodes';
import { isSpaceRef } from '../flows/types';
import { isCancelled } from '../platform/cancellation';
import { showPage } from '../platform/markdownReport';
import { showInformationMessage } from '../platform/messages';
import { withProgress } from '../platform/progress';
import { spaceTarget } from './accountTarget';
import type { Command, Parts } from './command';
import { askEnvironmentOf } from './linking/askEnvironment';
import { carry } from './linking/folder/carry';
import { look, linksAt, type Seen } from './linking/folder/look';
import { askFolder, environmentsFor, flowFilesIn, folderName, type Place } from './linking/folder/place';
import { offerPush } from './linking/folder/push';
import { askTasks, askWishes } from './linking/folder/questions';
import { needsReport, reportOf, summaryOf, type FolderRow } from './linking/folder/rows';
import { runOver } from './linking/run';
import { hasWorkspace } from './linking/workspace';

/** Called on a folder, on a space, or on nothing. Everything that is sent or written was in the plan that a person agreed to. */
export const linksFolder: Command = async (parts, args) => {
  if (!(await hasWorkspace())) return;
  await parts.links.load();
  const place = await askPlace(parts, args[0]);
  if (place === undefined) return;
  const title = l10n.t('Link {0} and {1}', folderName(place.folder), place.environment);
  const seen = await lookAt(parts, place);
  const { plan, missing } = seen;
  const isOpen = [plan.link, plan.create, plan.pull, missing].some(({ length }) => length > 0);
  const tasks = isOpen ? await askTasks(title, seen) : [];
  if (tasks === undefined) return;
  const wishes = tasks.includes('create') ? await askWishes(parts, title, plan.create) : [];
  if (wishes === undefined) return;
  const { rows, cancelled } = await carry(parts, title, { place, seen, tasks, wishes });
  if (linksAt(parts, place).length > 0) await parts.links.choose(place.environment);
  await tell(parts, place, { title, rows, cancelled });
};

/** Undefined when the person leaves. */
async function askPlace(parts: Parts, given: unknown): Promise<Place | undefined> {
  const folder = await askFolder(parts, given);
  if (folder === undefined) return undefined;
  const isSpace = isNode(given) || isSpaceRef(given);
  const ref = await spaceTarget(parts, isSpace ? [given] : []);
  if (ref === undefined) return undefined;
  const space = { accountId: ref.accountId, spaceId: ref.spaceId };
  const known = environmentsFor(parts, folder, await flowFilesIn(folder));
  const environment = await askEnvironmentOf(parts, known, space);
  return environment === undefined ? undefined : { folder, space, environment };
}

function lookAt(parts: Parts, place: Place): Promise<Seen> {
  const title = l10n.t('Comparing {0} with {1}', folderName(place.folder), place.environment);
  return withProgress(title, async (signal) => {
    try {
      return await look(parts, place, await flowFilesIn(place.folder), signal);
    } catch (error) {
      if (!isCancelled(error) || signal.aborted) throw error;
      throw new AdviceError(
        l10n.t('The account was signed out or changed meanwhile. Nothing was changed.'),
        l10n.t('Sign in, then try again.'),
      );
    }
  });
}

interface Done {
  readonly title: string;
  readonly rows: readonly FolderRow[];
  readonly cancelled: boolean;
}

async function tell(parts: Parts, place: Place, { title, rows, cancelled }: Done): Promise<void> {
  const { environment } = place;
  const summary = summaryOf(environment, rows);
  if (needsReport(rows)) {
    const content = reportOf(title, environment, rows);
    await showPage(content);
  }
  if (cancelled) {
    void showInformationMessage(l10n.t('{0} Run the command again to go on.', summary));
    return;
  }
  const links = linksAt(parts, place);
  if (links.length > 0) {
    await runOver(l10n.t('Comparing with {0}', environment), links, (links, run) =>
      parts.links.check(links, run),
    );
    // Without the focus: a person has gone on with something else while this ran.
    await commands.executeCommand('camsFlows.changes.open', { preserveFocus: true });
  }
  await offerPush(parts, place, summary);
}
