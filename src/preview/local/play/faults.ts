import type { EndpointFailure } from '../../../player/player';
import type { Fault } from '../../../webview/local/contract';

/** What goes wrong on purpose, as WhatsApp's client names it (facts on Flow JSON, section 16). */
export function failureOf(fault: Fault): EndpointFailure {
  switch (fault) {
    case 'timeout':
      return { error: 'timeout_error' };
    case 'badPayload':
      return { error: 'payload-schema-error' };
    case '427':
      // What the endpoint says with this status is read by people: something has to be said.
      return { error: 'unexpected_http_status_code', status: 427, message: 'This link is no longer valid.' };
    default:
      return { error: 'unexpected_http_status_code', status: Number(fault) };
  }
}
