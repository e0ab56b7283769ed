import type { Caller, Operation } from './caller';
import type { Cams } from './cams';
import { MalformedAnswerError, withUnknownOutcome, type MalformedReason } from './errors';
import { redactorFor } from './secrets';
import { isJson, readNumber, readRows, readText, readTexts, readTime, type Json } from './reading';
import type {
  CallOptions,
  FlowDetails,
  FlowSummary,
  InSpace,
  Instance,
  OneFlow,
  PreviewLink,
  Session,
  UploadAuthorization,
} from './types';
import { readValidationErrors } from './validationErrors';

/** The operations of CAMS that are one request each. Names, fields and their meanings: facts, section 3. */
export type Operations = Omit<Cams, 'getFlowJson' | 'storeFlowJson' | 'assumeRole'>;

export function createOperations(caller: Caller): Operations {
  const read = (session: Session, name: string, parameters: Operation['parameters'], options?: CallOptions) =>
    caller.call(session, { name, parameters, kind: 'read' }, options);
  const write = (
    session: Session,
    name: string,
    parameters: Operation['parameters'],
    options?: CallOptions,
  ) => caller.call(session, { name, parameters, kind: 'write' }, options);

  return {
    async listFlows(session, request, options) {
      const { flowName, index, size } = request;
      const name = 'ListFlow';
      const body = await read(
        session,
        name,
        {
          FlowName: flowName || undefined,
          Page: JSON.stringify({ Index: index, Size: size }),
          ...space(request),
        },
        options,
      );
      const rows = readRows(body.Data) ?? incomplete(name, body);
      return rows.map((row) => summary(row)).filter((row) => row !== undefined);
    },

    async getFlow(session, request, options): Promise<FlowDetails> {
      const data = dataOf('GetFlow', await read(session, 'GetFlow', flow(request), options));
      return {
        ...fields(data),
        flowId: request.flowId,
        status: readText(data.Status),
        jsonVersion: readText(data.JSONVersion),
        dataApiVersion: readText(data.DataApiVersion),
        endpointUri: readText(data.EndpointUri),
        preview: preview(data),
      };
    },

    async getFlowPreviewUrl(session, request, options) {
      const name = 'GetFlowPreviewUrl';
      const body = await read(session, name, flow(request), options);
      return preview(dataOf(name, body)) ?? incomplete(name, body);
    },

    // The spelling is the service's.
    async getFlowJsonLink(session, request, options) {
      const name = 'GetFlowJSONAssest';
      const body = await read(session, name, flow(request), options);
      const { FilePath } = dataOf(name, body);
      const reason = (FilePath ?? '') === '' ? 'noJson' : 'incomplete';
      return readText(FilePath) ?? incomplete(name, body, reason);
    },

    async createFlow(session, request, options) {
      const name = 'CreateFlow';
      const body = await write(session, name, { ...properties(request), ...space(request) }, options);
      const made = isJson(body.Data) ? summary(body.Data) : undefined;
      // There may be a new flow now, under an id that the answer does not tell.
      if (!made) throw withUnknownOutcome(unreadable(name, body));
      return made;
    },

    async modifyFlow(session, request, options) {
      const body = await write(session, 'ModifyFlow', { ...flow(request), ...properties(request) }, options);
      return { ...(isJson(body.Data) ? fields(body.Data) : {}), flowId: request.flowId };
    },

    async updateFlowJson(session, request, options) {
      const parameters = { ...flow(request), FilePath: request.filePath };
      const body = await write(session, 'UpdateFlowJSONAsset', parameters, options);
      const validationErrors = readValidationErrors(body, redactorFor([], parameters));
      return { requestId: readText(body.RequestId), ...(validationErrors && { validationErrors }) };
    },

    async publishFlow(session, request, options) {
      await write(session, 'PublishFlow', flow(request), options);
    },

    async deprecateFlow(session, request, options) {
      await write(session, 'DeprecateFlow', flow(request), options);
    },

    async deleteFlow(session, request, options) {
      await write(session, 'DeleteFlow', flow(request), options);
    },

    async getUploadAuthorization(session, request, options) {
      const name = 'GetChatappUploadAuthorization';
      const body = await read(session, name, space(request), options);
      return uploadAuthorization(dataOf(name, body)) ?? incomplete(name, body);
    },

    async listInstances(session, { pageIndex, pageSize }, options) {
      const name = 'ListInstance';
      // Flat here, not a Page object.
      const body = await read(
        session,
        name,
        { PageIndex: String(pageIndex), PageSize: String(pageSize) },
        options,
      );
      const rows = readRows(body.Data) ?? incomplete(name, body);
      return {
        instances: rows.map(instance).filter((row) => row !== undefined),
        total: readNumber(body.TotalCount),
      };
    },
  };
}

/** An empty id stands for the account's default space, which the service knows by the parameter's absence. */
function space({ custSpaceId }: InSpace): Operation['parameters'] {
  return { CustSpaceId: custSpaceId || undefined };
}

function flow(request: OneFlow): Operation['parameters'] {
  return { FlowId: request.flowId, ...space(request) };
}

function properties(request: {
  flowName: string;
  categories: readonly string[];
  endpointUri?: string;
}): Operation['parameters'] {
  return {
    FlowName: request.flowName,
    Categories: JSON.stringify(request.categories),
    EndpointUri: request.endpointUri,
  };
}

function dataOf(operation: string, body: Json): Json {
  return isJson(body.Data) ? body.Data : incomplete(operation, body);
}

function fields(row: Json): Omit<FlowSummary, 'flowId'> {
  return { flowName: readText(row.FlowName), categories: readTexts(row.Categories) };
}

function summary(row: Json): FlowSummary | undefined {
  const flowId = readText(row.FlowId);
  return flowId === undefined ? undefined : { flowId, ...fields(row) };
}

function preview(data: Json): PreviewLink | undefined {
  const url = readText(data.PreviewUrl);
  return url === undefined ? undefined : { url, expires: readTime(data.PreviewUrlExpires) };
}

function instance(row: Json): Instance | undefined {
  const spaceId = readText(row.CustSpaceId) ?? readText(row.InstanceId);
  if (spaceId === undefined) return undefined;
  return {
    spaceId,
    name: readText(row.InstanceName),
    channelType: readText(row.ChannelType),
    state: readText(row.State),
  };
}

function uploadAuthorization(data: Json): UploadAuthorization | undefined {
  const accessKeyId = readText(data.AccessKeyId);
  const accessKeySecret = readText(data.AccessKeySecret);
  const bucket = readText(data.BucketName);
  // With or without a scheme, by different samples.
  const host = readText(data.EndPoint)
    ?.replace(/^https?:\/\//i, '')
    .replace(/\/.*$/, '');
  if (!accessKeyId || !accessKeySecret || !bucket || !host) return undefined;
  return {
    credential: { accessKeyId, accessKeySecret, securityToken: readText(data.SecurityToken) },
    bucket,
    host,
    directory: (readText(data.Dir) ?? '').replace(/^\/+|\/+$/g, ''),
    lifetime: readNumber(data.Expire),
  };
}

function incomplete(operation: string, body: Json, reason?: MalformedReason): never {
  throw unreadable(operation, body, reason);
}

function unreadable(
  operation: string,
  body: Json,
  reason: MalformedReason = 'incomplete',
): MalformedAnswerError {
  return new MalformedAnswerError({ operation, requestId: readText(body.RequestId), reason });
}
