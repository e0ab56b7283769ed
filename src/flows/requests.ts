import type { InSpace, OneFlow } from '../cams/types';
import type { FlowRef, SpaceRef } from './types';

/** How a request names a space: the account's default one by saying nothing. */
export const inSpace = ({ spaceId }: SpaceRef): InSpace => ({ custSpaceId: spaceId || undefined });

/** How a request names a flow. */
export const oneFlow = (ref: FlowRef): OneFlow => ({ flowId: ref.flowId, ...inSpace(ref) });
