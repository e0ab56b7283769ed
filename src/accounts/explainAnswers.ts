import { l10n } from 'vscode';
import type { MalformedReason, NetworkReason } from '../cams/errors';
import type { Advised } from './adviceError';

/** No answer came, or not from the service. */
export function explainNetwork(reason: NetworkReason, code: string | undefined): Advised {
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
export function explainAnswer(reason: MalformedReason): Advised {
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
export function explainFile(reason: MalformedReason): Advised {
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
