import type { Operation } from '../gateway';
import { flowOf, spelledId, success, summary } from './common';
import { previewFields } from './previewLink';

export const getFlow: Operation = (context) => {
  const { flow } = flowOf(context);
  const { version, dataApiVersion } = versionsOf(flow.json);
  return success(context, {
    ...summary(context, flow),
    Status: flow.status,
    ...(version !== undefined && { JSONVersion: version }),
    ...(dataApiVersion !== undefined && { DataApiVersion: dataApiVersion }),
    ...(context.world.behaviour.endpointUri &&
      flow.endpointUri !== undefined && { EndpointUri: flow.endpointUri }),
    ...previewFields(context, flow),
  });
};

export const getFlowPreviewUrl: Operation = (context) => {
  const { flow } = flowOf(context);
  return success(context, { FlowId: spelledId(context, flow), ...previewFields(context, flow) });
};

/** What a flow's JSON says of itself; nothing when it is no JSON. */
function versionsOf(json: string | undefined): { version?: string; dataApiVersion?: string } {
  try {
    const flow = JSON.parse(json ?? '') as { version?: string; data_api_version?: string };
    return { version: flow.version, dataApiVersion: flow.data_api_version };
  } catch {
    return {};
  }
}
