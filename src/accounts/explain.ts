import { l10n } from 'vscode';
import {
  isCamsError,
  type AnyCamsError,
  type MalformedReason,
  type NetworkReason,
  type Unfitness,
} from '../cams/errors';
import { AdviceError } from './adviceError';

/** A failure in the words of a person: what happened and why, then what to do about it. */
export interface Explanation {
  readonly reason: string;
  readonly advice: string;
  readonly requestId?: string;
}

export function explain(error: unknown): Explanation {
  if (error instanceof AdviceError) return { reason: error.reason, advice: error.advice };
  if (!isCamsError(error)) {
    return { reason: reasonOfOthers(error), advice: l10n.t('The log may say more.') };
  }
  return { ...explainSituation(error), requestId: error.requestId };
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

type Advised = Pick<Explanation, 'reason' | 'advice'>;

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
      return {
        reason: l10n.t('CAMS has no flow with this ID.'),
        advice: l10n.t('It may have been deleted, or it lies in another space. Check the ID and the space.'),
      };
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
  return /^cams:(Get|List)/.test(action)
    ? {
        reason,
        advice: l10n.t(
          'Ask for the RAM action {0} (the policy AliyunCamsReadOnlyAccess contains it), or use another key.',
          action,
        ),
      }
    : { reason, advice: l10n.t('Ask for the RAM action {0}, or use another key.', action) };
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

function explainService({ code, httpStatus, detail, requestId }: AnyCamsError): Advised {
  const answer = code ?? (httpStatus === undefined ? '–' : `HTTP ${httpStatus}`);
  return {
    reason:
      detail === undefined
        ? l10n.t('Alibaba Cloud answered {0}.', answer)
        : l10n.t('Alibaba Cloud answered {0}: {1}', answer, detail),
    advice:
      requestId === undefined
        ? l10n.t('Try again in a moment.')
        : l10n.t('Try again; if it stays, give the request ID to Alibaba Cloud support.'),
  };
}

function explainNetwork(reason: NetworkReason, code: string | undefined): Advised {
  const proxyAdvice = l10n.t('Check the connection and the setting http.proxy, then try again.');
  switch (reason) {
    case 'timeout':
      return { reason: l10n.t('No answer came in time.'), advice: proxyAdvice };
    case 'certificate':
      return {
        reason: l10n.t('The certificate of the server or proxy is not trusted ({0}).', code ?? '–'),
        advice: l10n.t(
          'Behind a company proxy, install its certificate in the system and keep the setting http.systemCertificates on.',
        ),
      };
    case 'proxy':
      return {
        reason: l10n.t('The proxy refused the connection ({0}).', code ?? '–'),
        advice: l10n.t(
          'Check the setting http.proxy. If the proxy wants a password, give it there: http://user:password@host:port.',
        ),
      };
    case 'interrupted':
      return {
        reason: l10n.t('The connection broke before the answer was complete.'),
        advice: l10n.t('Try again.'),
      };
    case 'unreachable':
      return { reason: l10n.t('The server cannot be reached ({0}).', code ?? '–'), advice: proxyAdvice };
  }
}

/** An answer of CAMS or STS that cannot be one. */
function explainAnswer(reason: MalformedReason): Advised {
  switch (reason) {
    case 'xml':
      return {
        reason: l10n.t('The answer does not look like one of CAMS; a proxy may stand in between.'),
        advice: l10n.t('Check the connection and the setting http.proxy, then try again.'),
      };
    case 'tooLarge':
      return {
        reason: l10n.t('The answer is far larger than any that CAMS gives.'),
        advice: l10n.t('Try again; the log has the details.'),
      };
    default:
      return explainFile(reason);
  }
}

/** A file that cannot be a flow's JSON. */
function explainFile(reason: MalformedReason): Advised {
  const again = l10n.t('Try again; the log has the details.');
  switch (reason) {
    case 'html':
      return {
        reason: l10n.t('A web page came instead of data; a proxy or sign-in page may stand in between.'),
        advice: l10n.t(
          'Open any web page in a browser to pass the sign-in, or check the setting http.proxy.',
        ),
      };
    case 'xml':
      return { reason: l10n.t('The file store refused the download.'), advice: again };
    case 'notJson':
      return { reason: l10n.t('The downloaded file is not JSON.'), advice: again };
    case 'tooLarge':
      return {
        reason: l10n.t('The file is larger than the 10 MB that a flow may have.'),
        advice: l10n.t('Check the flow in the console.'),
      };
    case 'redirect':
      return { reason: l10n.t('The download was redirected too many times.'), advice: again };
    case 'noJson':
      return {
        reason: l10n.t('CAMS has no JSON for this flow.'),
        advice: l10n.t('A new flow has none until one is uploaded.'),
      };
    case 'incomplete':
      return { reason: l10n.t('The answer lacks what was asked for.'), advice: again };
    case 'unsafeLink':
      return {
        reason: l10n.t('The link does not lead to a safe place, so it was not followed.'),
        advice: l10n.t('The log says which host it was.'),
      };
  }
}
