import { l10n, workspace, type Uri } from 'vscode';
import { stringOf } from '../../flowjson/text/nodes';
import { showPage } from '../../platform/markdownReport';
import { showInformationMessage, showWarningMessage } from '../../platform/messages';
import { withProgress } from '../../platform/progress';
import { AdviceError } from '../../accounts/adviceError';
import type { FlowReader } from '../ports';
import { hostOf } from './address';
import { checkEndpoint, type About } from './check';
import { reportOf, summaryOf } from './checkReport';
import { connectedFlow, type EndpointHouse } from './house';
import { targetOf } from './records';

/** Checks the endpoint of a flow and says what came back; the whole story is a page away. */
export async function checkFlow(house: EndpointHouse, uri: Uri): Promise<void> {
  if (!workspace.isTrusted) return;
  const flow = await connectedFlow(house, uri);
  if (flow === undefined) return;
  const { address } = flow.connection;
  const target = targetOf(flow.record);
  if (target === undefined) {
    throw new AdviceError(
      l10n.t('The public key of {0} is damaged.', address),
      l10n.t('Connect the flow again.'),
    );
  }
  const about = aboutOf(house.texts, uri);
  const findings = await withProgress(l10n.t('Checking {0}', address), (signal, report) =>
    checkEndpoint(house.client, target, about, signal, (message) => report({ message })),
  );
  const isFine = findings.every(({ grade }) => grade === 'right');
  const showReport = l10n.t('Show Report');
  const show = isFine ? showInformationMessage : showWarningMessage;
  if ((await show(summaryOf(findings, hostOf(address)), showReport)) !== showReport) return;
  await showPage(reportOf(findings, { address, isSigned: target.appSecret !== undefined, at: new Date() }));
}

/** What the flow would say of itself, as far as its document is open. */
function aboutOf(texts: FlowReader, uri: Uri): About {
  const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  const flow = document && texts.of(document);
  return {
    version: stringOf(flow?.property('data_api_version')) ?? '3.0',
    screen: flow?.screens[0]?.id,
  };
}
