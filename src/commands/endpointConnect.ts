import { onEndpointOf } from './endpointTarget';

export const endpointConnect = onEndpointOf((endpoints, uri) => endpoints.connect(uri));
