import { onEndpointOf } from './endpointTarget';

export const endpointKeys = onEndpointOf((endpoints, uri) => endpoints.keys(uri));
