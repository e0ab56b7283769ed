import { l10n } from 'vscode';
import { isCamsError, type AnyCamsError } from '../cams/errors';
import type { Advised } from './adviceError';

/** What the service refused or broke, for a reason that only its own words tell: no code is documented. */
export function explainService(error: AnyCamsError): Advised {
  const { code, httpStatus, detail } = error;
  const answer = code ?? (httpStatus === undefined ? '–' : `HTTP ${httpStatus}`);
  return {
    reason:
      detail === undefined
        ? l10n.t('Alibaba Cloud answered {0}.', answer)
        : l10n.t('Alibaba Cloud answered {0}: {1}', answer, detail),
    advice: adviceFor(error),
  };
}

function adviceFor({ operation, code = '', detail = '', httpStatus = 0, requestId }: AnyCamsError): string {
  // All that Meta lets through of a flow with errors (facts 3.6).
  if (/\b139002\b/.test(`${code} ${detail}`)) return adviceAfterRefusal('PublishFlow')!;
  const isBroken = httpStatus >= 500 || BROKEN.test(code);
  const about = isBroken ? undefined : adviceAfterRefusal(operation);
  if (about !== undefined) return about;
  return requestId === undefined
    ? l10n.t('Try again in a moment.')
    : l10n.t('Try again; if it stays, give the request ID to Alibaba Cloud support.');
}

/** Of the gateway, and of what stands behind it when it is down: they say nothing of the flow. */
const BROKEN =
  /^(Internal|ServiceUnavailable|NoSuchVersion|Invalid(Api|Action|Product|Version|Protocol)\b|HTTP 5)/;

/** What a change most likely was refused for. */
function adviceAfterRefusal(operation: string): string | undefined {
  switch (operation) {
    case 'PublishFlow':
      return l10n.t(
        'Open the flow and correct the errors that the Problems view shows. If there are none, refresh the flow: its status may have changed.',
      );
    case 'UpdateFlowJSONAsset':
      return l10n.t(
        'Correct the errors of the flow. If it has none, CAMS may not be able to read the uploaded file: try another value of the setting {0}.',
        'camsFlows.upload.filePath',
      );
    case 'CreateFlow':
      return l10n.t('Check the name, which no other flow may have, and the categories.');
    case 'ModifyFlow':
      return l10n.t(
        'Check the name, which no other flow may have, and the categories. Then refresh the flow: its status may not allow changes.',
      );
    case 'DeprecateFlow':
    case 'DeleteFlow':
      return l10n.t('Refresh the flow: its status may not allow this.');
    default:
      return undefined;
  }
}

/** A change that failed, or was cancelled, and may have been carried out all the same; `failure` is why it failed. */
export function explainUnknown(error: Error, failure: string | undefined): Advised {
  const operation = isCamsError(error) ? error.operation : undefined;
  const cause = failure ?? l10n.t('The change was cancelled when it had been sent already.');
  return { ...doubtOf(operation), reason: l10n.t('{0} {1}', cause, doubtOf(operation).reason) };
}

function doubtOf(operation: string | undefined): Advised {
  const look = l10n.t('Refresh the flow and look at it before you try again.');
  switch (operation) {
    case 'UpdateFlowJSONAsset':
      return {
        reason: l10n.t('It is not known whether CAMS has taken the new JSON.'),
        advice: l10n.t('Compare it with what is on CAMS now before you try again.'),
      };
    case 'CreateFlow':
      return {
        reason: l10n.t('It is not known whether CAMS has created the flow.'),
        advice: l10n.t('Refresh the list, and create the flow again only if it is not there.'),
      };
    case 'PublishFlow':
      return { reason: l10n.t('It is not known whether CAMS has published the flow.'), advice: look };
    case 'DeprecateFlow':
      return { reason: l10n.t('It is not known whether CAMS has deprecated the flow.'), advice: look };
    case 'DeleteFlow':
      return {
        reason: l10n.t('It is not known whether CAMS has deleted the flow.'),
        advice: l10n.t('Refresh the list and see whether it is still there.'),
      };
    default:
      return { reason: l10n.t('It is not known whether CAMS has carried it out.'), advice: look };
  }
}
