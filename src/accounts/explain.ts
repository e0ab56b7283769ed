import { l10n } from 'vscode';
import { isCamsError, isOutcomeUnknown, type AnyCamsError, type Unfitness } from '../cams/errors';
import { isAdviceError, type Advised } from './adviceError';
import { explainAnswer, explainFile, explainNetwork } from './explainAnswers';
import { explainService, explainUnknown } from './explainChanges';

/** A failure in the words of a person: what happened and why, then what to do about it. */
export interface Explanation extends Advised {
  readonly requestId?: string;
}

export function explain(error: unknown): Explanation {
  if (isAdviceError(error)) return { reason: error.reason, advice: error.advice };
  if (!isCamsError(error)) {
    if (error instanceof Error && isOutcomeUnknown(error)) return explainUnknown(error, undefined);
    return { reason: reasonOfOthers(error), advice: l10n.t('The log may say more.') };
  }
  const { requestId } = error;
  const told = explainSituation(error);
  return { ...(isOutcomeUnknown(error) ? explainUnknown(error, told.reason) : told), requestId };
}

/** What the disk or VS Code says is meant for people; what the language says of a mistake of ours is not. */
function reasonOfOthers(error: unknown): string {
  const mistakes = ['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError'];
  if (error instanceof Error && mistakes.includes(error.name)) {
    return l10n.t('Something went wrong inside CAMS Flows.');
  }
  return error instanceof Error ? error.message : String(error);
}

/** The whole explanation in one line, with the request id that Alibaba Cloud's support asks for. */
export function sentenceOf(error: unknown): string {
  const { reason, advice, requestId } = explain(error);
  // Not every language puts a space between sentences.
  return requestId === undefined
    ? l10n.t('{0} {1}', reason, advice)
    : l10n.t('{0} {1} (request ID {2})', reason, advice, requestId);
}

function explainSituation(error: AnyCamsError): Advised {
  switch (error.situation) {
    case 'credentials':
      return explainCredentials(error.code);
    case 'expiredToken':
      return explainToken(error.code);
    case 'clock':
      return {
        reason: l10n.t("This computer's clock is more than 15 minutes off, so CAMS refuses its signatures."),
        advice: l10n.t('Set the clock right, then try again.'),
      };
    case 'permission':
      return explainPermission(error.operation, error.action);
    case 'notSubscribed':
      return {
        reason: l10n.t('This account has not activated Chat App Message Service.'),
        advice: l10n.t('Activate it in the Alibaba Cloud console, then try again.'),
      };
    case 'wrongSpace':
      return {
        reason: l10n.t('This space or flow belongs to another account.'),
        advice: l10n.t('Check the space ID on the Channel Management page of the console.'),
      };
    case 'throttled':
      return {
        reason: l10n.t('CAMS allows only five calls a second, and other programs use this account too.'),
        advice: l10n.t('Try again in a moment.'),
      };
    case 'notFound':
      return explainNotFound(error);
    case 'uploadRefused':
      return {
        reason: l10n.t('The file store of CAMS refused the upload ({0}).', error.code ?? error.reason),
        advice: l10n.t('Try again; if it stays, give the request ID to Alibaba Cloud support.'),
      };
    case 'unfit':
      return explainUnfit(error.reason);
    case 'service':
      return explainService(error);
    case 'network':
      return explainNetwork(error.reason, error.code);
    case 'malformed':
      return error.operation === 'download' ? explainFile(error.reason) : explainAnswer(error.reason);
  }
}

function explainCredentials(code = ''): Advised {
  if (/^(SignatureDoesNotMatch|IncompleteSignature|ERR_INVALID_CHAR)/.test(code)) {
    return {
      reason: l10n.t('The AccessKey secret does not fit the AccessKey ID.'),
      advice: l10n.t('Copy the secret again, whole and without spaces.'),
    };
  }
  switch (code) {
    case 'InvalidAccessKeyId.Inactive':
      return {
        reason: l10n.t('This AccessKey is disabled.'),
        advice: l10n.t('Enable it in the RAM console, or use another key.'),
      };
    case 'SignedOut':
      return {
        reason: l10n.t('The account of this flow or space is no longer signed in here.'),
        advice: l10n.t('Sign in, then open the flow from the sidebar.'),
      };
    case 'MissingKeys':
      return {
        reason: l10n.t('The keys of this account are not in the secret storage of this computer.'),
        advice: l10n.t('Sign in again with them.'),
      };
    default:
      return {
        reason: l10n.t('Alibaba Cloud does not know this AccessKey ID.'),
        advice: l10n.t('Check the ID; the key may have been deleted.'),
      };
  }
}

function explainToken(code = ''): Advised {
  if (code.startsWith('MissingSecurityToken')) {
    return {
      reason: l10n.t('These are temporary keys, and their token is missing.'),
      advice: l10n.t('Sign in with "Temporary keys" and give the token too.'),
    };
  }
  if (/Malformed|Mismatch/i.test(code)) {
    return {
      reason: l10n.t('The security token does not belong to the AccessKey ID, or is not whole.'),
      advice: l10n.t('Copy ID, secret and token from the same place again.'),
    };
  }
  return {
    reason: l10n.t('The temporary keys have expired.'),
    advice: l10n.t('Sign in again with new ones.'),
  };
}

function explainPermission(operation: string, action: string): Advised {
  if (operation === 'AssumeRole') {
    return {
      reason: l10n.t('The key is not allowed to assume the role.'),
      advice: l10n.t(
        'It must belong to a RAM user with the RAM action {0} whom the role trusts; the root key of an account cannot assume roles.',
        action,
      ),
    };
  }
  const reason = l10n.t('The key has no permission for this.');
  // What the system policy covers: facts of CAMS, section 3.13.
  if (!action.startsWith('cams:')) {
    return { reason, advice: l10n.t('Ask for the RAM action {0}, or use another key.', action) };
  }
  const policy = /^cams:(Get|List)/.test(action) ? 'AliyunCamsReadOnlyAccess' : 'AliyunCamsFullAccess';
  return {
    reason,
    advice: l10n.t(
      'Ask for the RAM action {0} (the policy {1} contains it), or use another key.',
      action,
      policy,
    ),
  };
}

/** No code for an unknown flow is documented: what else CAMS may not find is told by the operation and the code. */
function explainNotFound(error: AnyCamsError): Advised {
  const isAboutSpace = ['CreateFlow', 'ListFlow', 'GetChatappUploadAuthorization'].includes(error.operation);
  const isAboutFile =
    error.operation === 'UpdateFlowJSONAsset' && /File|Key|Object|Url/i.test(error.code ?? '');
  if (isAboutFile) return explainService(error);
  return isAboutSpace
    ? {
        reason: l10n.t('CAMS does not find this space ({0}).', error.code ?? '–'),
        advice: l10n.t('Check the space ID on the Channel Management page of the console.'),
      }
    : {
        reason: l10n.t('CAMS has no flow with this ID.'),
        advice: l10n.t('It may have been deleted, or it lies in another space. Check the ID and the space.'),
      };
}

function explainUnfit(reason: Unfitness): Advised {
  switch (reason) {
    case 'tooLarge':
      return {
        reason: l10n.t('The JSON is larger than the 10 MB that a flow may have.'),
        advice: l10n.t('Make it smaller, for example by taking images out of it.'),
      };
    case 'filePath':
      return {
        reason: l10n.t('The pattern for the link to the uploaded file cannot be used.'),
        advice: l10n.t('It must be a link that contains {0}, and no other braces or blanks.', '{key}'),
      };
  }
}
