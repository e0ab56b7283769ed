import { say, shortened, type Message } from '../../flowjson/message';
import { isObject, own, type Json } from '../../player/json';
import type { EndpointFailure } from '../../player/player';
import type { EndpointAnswer } from '../ports';
import type { Opened, Sealed } from './crypto';
import type { NoReply, Reply } from './post';

/** What came back, as WhatsApp's client would take it, and what a developer may do about it. */

/** People read it on a phone. */
const LONGEST_MESSAGE = 500;

export function answerOf(reply: Reply, { open }: Sealed, isSigned: boolean): EndpointAnswer {
  if (reply.status !== 200) return refusal(reply, open, isSigned);
  if (reply.text === '') {
    const advice = say('The answer is empty. Send the encrypted answer as base64.');
    return failure({ error: 'response-decryption-error' }, advice);
  }
  const opened = open(reply.text);
  if ('problem' in opened) {
    return failure({ error: 'response-decryption-error' }, unreadable(opened.problem, reply.text));
  }
  const answer = parsed(opened.text);
  return answer === undefined
    ? failure({ error: 'payload-schema-error' }, say('The decrypted answer is not JSON.'))
    : { answer };
}

export function noAnswer({ reason, code = '–' }: NoReply, host: string): EndpointAnswer {
  switch (reason) {
    case 'timeout':
      return failure(
        { error: 'timeout_error' },
        say(
          'There was no answer within 10 seconds, and WhatsApp waits no longer. Answer sooner, best within one second.',
        ),
      );
    case 'too large':
      return failure(
        { error: 'payload-schema-error' },
        say('The answer is longer than 1 MB, so it was not read. Send less data, and links to pictures.'),
      );
    case 'not found':
      return unreached(say('There is no host {0}, or this computer is offline ({1}).', host, code));
    case 'not listening':
      return unreached(
        say('Nothing answers at {0} ({1}). Start the endpoint, or correct the port.', host, code),
      );
    case 'certificate':
      return unreached(
        say(
          'The certificate of {0} is not trusted ({1}), neither by WhatsApp. An endpoint on this computer may use http://localhost.',
          host,
          code,
        ),
      );
    case 'broken':
      return unreached(say('The connection to {0} broke ({1}). Try again, and look at its log.', host, code));
  }
}

function refusal({ status, text }: Reply, open: Sealed['open'], isSigned: boolean): EndpointAnswer {
  const plain: EndpointFailure = { error: 'unexpected_http_status_code', status };
  switch (status) {
    case 421:
      return failure(
        plain,
        say(
          'The endpoint cannot decrypt the request, although it was sent twice as WhatsApp does. Its private key and the public key that is kept here are no pair.',
        ),
      );
    case 427:
      return invalidToken(plain, text, open);
    case 432:
      return failure(
        plain,
        isSigned
          ? say('The endpoint uses another app secret, or does not sign the exact bytes of the body.')
          : say('The endpoint wants a signature, and no app secret is kept here. Add it to the keys.'),
      );
    default:
      return failure(plain, meaningOf(status));
  }
}

/** The body of a 427 is empty or encrypted as any other: from a plain one WhatsApp reads nothing. */
function invalidToken(plain: EndpointFailure, text: string, open: Sealed['open']): EndpointAnswer {
  const told = say('For the endpoint the flow token is no longer valid: the flow ends.');
  if (text === '') return failure(plain, told);
  const opened = open(text);
  const body = 'text' in opened ? parsed(opened.text) : undefined;
  if (body === undefined) {
    return failure(
      plain,
      say('The flow token is no longer valid. Encrypt error_msg as any answer, to have it shown.'),
    );
  }
  const message = isObject(body) ? own(body, 'error_msg') : undefined;
  return typeof message === 'string' && message !== ''
    ? failure({ ...plain, message: shortened(message, LONGEST_MESSAGE) }, told)
    : failure(plain, told);
}

function meaningOf(status: number): Message {
  if (status >= 300 && status < 400) {
    return say(
      'The endpoint redirects (HTTP {0}). WhatsApp asks the given address only: connect to the last one.',
      status,
    );
  }
  if (status === 401 || status === 403 || status === 407) {
    return say(
      'Something before the endpoint wants a login (HTTP {0}). WhatsApp has none: open this path.',
      status,
    );
  }
  if (status === 404 || status === 405) {
    return say('At this path nothing takes POST requests (HTTP {0}). Correct the path.', status);
  }
  if (status >= 500) return say('The endpoint failed (HTTP {0}). Its own log says why.', status);
  return say('WhatsApp takes HTTP 200 only; this is {0}.', status);
}

function unreadable(problem: (Opened & { problem: unknown })['problem'], text: string): Message {
  if (problem === 'not UTF-8') return say('The decrypted answer is not text in UTF-8.');
  if (problem === 'not ours') {
    return say(
      'The answer is base64, but not encrypted for this request: take its AES key, invert every bit of its initial vector, and put the tag at the end.',
    );
  }
  const first = text.trimStart().charAt(0);
  if (first === '"') return say('The answer is in quotes, as JSON. Send the bare base64 as text/plain.');
  if (first === '{') return say('The answer is plain JSON. Encrypt it, and send base64 as text/plain.');
  if (first === '<') return say('The answer is a web page. Is this the address of the endpoint?');
  if (text.trim() !== text)
    return say('Around the base64 there is white space or a line break: leave it out.');
  return say('The answer is not base64. Use the standard alphabet (+ and /) with padding, in one line.');
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function unreached(advice: Message): EndpointAnswer {
  return failure({ error: 'no_http_response_error' }, advice);
}

function failure(reason: EndpointFailure, advice: Message): EndpointAnswer {
  return { failure: reason, advice };
}
