import type {
  CallOptions,
  CreateFlowRequest,
  FlowAsset,
  FlowDetails,
  FlowSummary,
  InSpace,
  InstancePage,
  ListFlowRequest,
  ListInstanceRequest,
  ModifyFlowRequest,
  OneFlow,
  PreviewLink,
  Receipt,
  RoleCredential,
  RoleRequest,
  Session,
  UpdateFlowJsonRequest,
  StoreFlowJsonRequest,
  UploadAuthorization,
} from './types';

/**
 * The CAMS service as this program sees it. Every operation waits for its turn in the quota, signs a
 * fresh request, and rejects with a CamsError or a CancelledError and with nothing else. Reads are
 * repeated on transient errors and throttling; writes never: `isOutcomeUnknown` tells of a failed one whether it may
 * have been carried out.
 */
export interface Cams {
  listFlows(session: Session, request: ListFlowRequest, options?: CallOptions): Promise<FlowSummary[]>;
  getFlow(session: Session, request: OneFlow, options?: CallOptions): Promise<FlowDetails>;
  getFlowPreviewUrl(session: Session, request: OneFlow, options?: CallOptions): Promise<PreviewLink>;
  /** The link to a flow's JSON. It may be signed and short-lived: fetch at once, never store. */
  getFlowJsonLink(session: Session, request: OneFlow, options?: CallOptions): Promise<string>;
  /** GetFlowJSONAssest and the download of its link; one new link when the first is refused. */
  getFlowJson(session: Session, request: OneFlow, options?: CallOptions): Promise<FlowAsset>;
  /**
   * Puts a flow's JSON where CAMS can fetch it: GetChatappUploadAuthorization and the file store. Resolves with the FilePath for
   * `updateFlowJson`, which may be a secret; no flow has changed yet. An UnfitRequestError for more than 10 MB or a
   * useless pattern comes before anything is sent; an UploadRefusedError from the file store.
   */
  storeFlowJson(session: Session, request: StoreFlowJsonRequest, options?: CallOptions): Promise<string>;
  createFlow(session: Session, request: CreateFlowRequest, options?: CallOptions): Promise<FlowSummary>;
  modifyFlow(session: Session, request: ModifyFlowRequest, options?: CallOptions): Promise<FlowSummary>;
  updateFlowJson(session: Session, request: UpdateFlowJsonRequest, options?: CallOptions): Promise<Receipt>;
  publishFlow(session: Session, request: OneFlow, options?: CallOptions): Promise<void>;
  deprecateFlow(session: Session, request: OneFlow, options?: CallOptions): Promise<void>;
  deleteFlow(session: Session, request: OneFlow, options?: CallOptions): Promise<void>;
  getUploadAuthorization(
    session: Session,
    request: InSpace,
    options?: CallOptions,
  ): Promise<UploadAuthorization>;
  listInstances(session: Session, request: ListInstanceRequest, options?: CallOptions): Promise<InstancePage>;
  assumeRole(request: RoleRequest, options?: CallOptions): Promise<RoleCredential>;
}
