import { onEndpointOf } from './endpointTarget';

export const endpointCheck = onEndpointOf((endpoints, uri) => endpoints.check(uri));
