import type { Operation, Product } from '../gateway';
import { getFlowJsonAssest, updateFlowJsonAsset } from './flowJson';
import { getFlow, getFlowPreviewUrl } from './getFlow';
import { createFlow, deleteFlow, deprecateFlow, modifyFlow, publishFlow } from './lifecycle';
import { listFlow } from './listFlow';
import { listInstance } from './listInstance';
import { assumeRole, getCallerIdentity } from './sts';
import { getChatappUploadAuthorization } from './uploadAuthorization';

const limited: Record<string, Operation> = {
  ListFlow: listFlow,
  CreateFlow: createFlow,
  GetFlow: getFlow,
  ModifyFlow: modifyFlow,
  DeleteFlow: deleteFlow,
  PublishFlow: publishFlow,
  DeprecateFlow: deprecateFlow,
  // The spelling is the service's.
  GetFlowJSONAssest: getFlowJsonAssest,
  UpdateFlowJSONAsset: updateFlowJsonAsset,
  GetFlowPreviewUrl: getFlowPreviewUrl,
  GetChatappUploadAuthorization: getChatappUploadAuthorization,
};

export const cams: Product = {
  site: 'cams',
  version: '2020-06-06',
  operations: { ...limited, ListInstance: listInstance },
  limited: new Set(Object.keys(limited)),
  free: new Set(),
};

export const sts: Product = {
  site: 'sts',
  version: '2015-04-01',
  operations: { AssumeRole: assumeRole, GetCallerIdentity: getCallerIdentity },
  limited: new Set(),
  free: new Set(['GetCallerIdentity']),
};
