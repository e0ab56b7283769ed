import type { EndpointFailure, EndpointRequest } from '../state/state';

/** The actions that a flow asks its endpoint for (facts on Flow JSON, section 16). */
export const actions = ['INIT', 'data_exchange', 'BACK'] as const satisfies EndpointRequest['action'][];

/** The failures that the player knows, in the client's names (facts on Flow JSON, section 16). */
export const failures = [
  'timeout_error',
  'no_http_response_error',
  'unexpected_http_status_code',
  'public-key-missing',
  'response-decryption-error',
  'payload-schema-error',
] as const satisfies EndpointFailure['error'][];
