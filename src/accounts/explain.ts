import { l10n } from 'vscode';
import { isCamsError, type AnyCamsError, type NetworkReason, type MalformedReason } from '../cams/errors';

/** A failure in the words of a person: what happened and why, then what to do about it. */
export interface Explanation {
  readonly reason: string;
  readonly advice: string;
  readonly requestId?: string;
}

export function explain(error: unknown): Explanation {
  if (!isCamsError(error)) {
    return {
      reason: error instanceof Error ? error.message : String(error),
      advice: l10n.t('The log may say more.'),
    };
  }
  return { ...explainSituation(error), requestId: error.requestId };
}

/** The whole explanation in one line, with the request id that Alibaba Cloud's support asks for. */
export function sentenceOf(error: unknown): string {
  const { reason, advice, requestId } = explain(error);
  const request = requestId === undefined ? '' : ' ' + l10n.t('(request id {0})', requestId);
  return `${reason} ${advice}${request}`;
}

function explainSituation(error: AnyCamsError): { reason: string; advice: string } {
  switch (error.situation) {
    case 'credentials':
      return explainCredentials(error.code);
    case 'expiredToken':
      return {
        reason: l10n.t('The temporary keys have expired or do not belong together.'),
        advice: l10n.t('Sign in again with new keys.'),
      };
    case 'clock':
      return {
        reason: l10n.t("This computer's clock is more than 15 minutes off, so CAMS refuses its signatures."),
        advice: l10n.t('Set the clock right, then try again.'),
      };
    case 'permission':
      return {
        reason: l10n.t('The key has no permission for this.'),
        advice: l10n.t('Ask for the RAM action {0}, or use another key.', error.action),
      };
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
        reason: l10n.t('CAMS does not know this flow.'),
        advice: l10n.t('It may have been deleted, or it lies in another space. Check the ID and the space.'),
      };
    case 'service':
      return {
        reason: l10n.t(
          'CAMS answered {0}: {1}',
          error.code ?? String(error.httpStatus ?? '?'),
          error.detail ?? '–',
        ),
        advice: l10n.t('Try again; if it stays, give the request id to Alibaba Cloud support.'),
      };
    case 'network':
      return explainNetwork(error.reason, error.code);
    case 'malformed':
      return explainMalformed(error.reason);
  }
}

function explainCredentials(code: string | undefined): { reason: string; advice: string } {
  if (code?.startsWith('SignatureDoesNotMatch')) {
    return {
      reason: l10n.t('The AccessKey secret does not fit the AccessKey ID.'),
      advice: l10n.t('Copy the secret again, whole and without spaces.'),
    };
  }
  if (code === 'InvalidAccessKeyId.Inactive') {
    return {
      reason: l10n.t('This AccessKey is disabled.'),
      advice: l10n.t('Enable it in the RAM console, or use another key.'),
    };
  }
  return {
    reason: l10n.t('Alibaba Cloud does not know this AccessKey ID.'),
    advice: l10n.t('Check the ID; the key may have been deleted.'),
  };
}

function explainNetwork(reason: NetworkReason, code: string | undefined): { reason: string; advice: string } {
  const proxyAdvice = l10n.t('Check the connection and the setting http.proxy, then try again.');
  switch (reason) {
    case 'timeout':
      return { reason: l10n.t('No answer came in time.'), advice: proxyAdvice };
    case 'certificate':
      return {
        reason: l10n.t('The certificate of the other side is not trusted ({0}).', code ?? '–'),
        advice: l10n.t(
          'Behind a company proxy, install its certificate in the system and keep the setting http.systemCertificates on.',
        ),
      };
    case 'proxy':
      return {
        reason: l10n.t('The proxy refused the connection ({0}).', code ?? '–'),
        advice: l10n.t('Check the settings http.proxy and http.proxyAuthorization.'),
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

function explainMalformed(reason: MalformedReason): { reason: string; advice: string } {
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
      return { reason: l10n.t('The download was sent in circles.'), advice: again };
    case 'incomplete':
      return { reason: l10n.t('The answer lacks what was asked for.'), advice: again };
    case 'unsafeLink':
      return {
        reason: l10n.t('The link does not lead to a safe place, so it was not followed.'),
        advice: l10n.t('The log says which host it was.'),
      };
  }
}
