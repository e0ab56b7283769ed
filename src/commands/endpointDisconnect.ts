import { onEndpointOf } from './endpointTarget';

export const endpointDisconnect = onEndpointOf((endpoints, uri) => endpoints.disconnect(uri));
