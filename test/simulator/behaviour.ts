/**
 * Everything that the documentation leaves open, or that differs between reports, as a switch. README.md says for
 * each what is documented, inferred or this simulator's own choice. Change them at any time: the next request sees it.
 */
export interface Behaviour {
  /** Whether more than `quotaPerSecond` calls of one account and operation in a second are refused. */
  quota: boolean;
  quotaPerSecond: number;
  /** Milliseconds that every answer of CAMS, STS and OSS takes at least. */
  latency: number;

  /** How a refusal of the service itself (not of the gateway) arrives. */
  businessErrors: 'http400' | 'http200';
  /** Codes of refusals that CAMS does not document. */
  codes: {
    flowNotFound: string;
    flowNameTaken: string;
    flowStatus: string;
    flowInvalid: string;
    fileUnreadable: string;
  };
  /** Which of the three refusals a key without the right gets. */
  permissionRefusal: 'NoPermission' | 'Forbidden.RAM' | 'Ram.PermissionDeny';
  accessDeniedDetail: 'object' | 'string' | 'absent';
  /** Whether errors carry HostId and Recommend. */
  errorHints: boolean;
  /** Message of a successful answer. */
  successMessage: string;
  /** How an operation without a result spells that. */
  emptyData: 'absent' | 'null' | 'emptyString';
  /** Adds a line feed to ids, as some samples of the documentation have it. */
  idNewline: boolean;
  /** 'number': flow ids of digits are bare JSON numbers, which lose digits in JavaScript. */
  flowIdType: 'string' | 'number';
  /** Whether answers carry EndpointUri (SDK 4.1.1 and newer). */
  endpointUri: boolean;

  /** 'flowList': rows are under Data.FlowList, as a third party reads them. */
  listShape: 'array' | 'flowList';
  /** Whether rows of ListFlow carry a Status after all. */
  listStatus: boolean;
  listDeprecated: boolean;
  listOrder: 'newestFirst' | 'oldestFirst' | 'name';
  listDefaultSize: number;
  listMaxSize: number;
  /** What happens to a Size above the maximum. */
  listAboveMaxSize: 'clamp' | 'refuse';
  listBeyondEnd: 'empty' | 'lastPage';
  listNameMatch: 'contains' | 'exact';
  /** Whether Page.Index and Page.Size are understood as parameters of their own. */
  flatPage: boolean;
  instanceDefaultSize: number;
  instanceMaxSize: number;
  /** Whether rows of ListInstance carry CustSpaceId beside InstanceId. */
  instanceCustSpaceId: boolean;
  /** What a call without CustSpaceId means. */
  withoutSpace: 'firstSpace' | 'refused';
  /** Whether an InstanceId is understood where a CustSpaceId is asked for. */
  instanceIdAsSpace: boolean;

  /** What changing a PUBLISHED flow does. */
  editPublished: 'backToDraft' | 'refused';
  /** What changing a THROTTLED flow does. */
  editThrottled: 'asPublished' | 'refused';
  uniqueNames: boolean;
  /** ModifyFlow without EndpointUri. */
  endpointLeftOut: 'keeps' | 'clears';
  /** What a flow has before its first JSON. */
  newFlowJson: 'none' | 'helloWorld';
  /** Whether UpdateFlowJSONAsset answers with ValidationErrors beside Code OK. */
  validationErrors: boolean;
  /** What UpdateFlowJSONAsset does with JSON that is not a flow. */
  invalidJson: 'accepted' | 'refused';
  /** What UpdateFlowJSONAsset does beside answering OK. */
  update: 'taken' | 'ignored';
  /** Milliseconds from the arrival of UpdateFlowJSONAsset until CAMS fetches the file and takes it. */
  updateTakes: number;
  /** How often GetFlowJSONAssest still gives the JSON from before a change. */
  staleReads: number;
  /** Whether CAMS fetches a FilePath only once and then goes by what it remembers of it. */
  fileCache: boolean;
  /** Which FilePath CAMS fetches. */
  filePath: 'anyUrl' | 'bucketOnly';
  /** Whether the file is kept byte for byte or written anew from the parsed JSON. */
  storedJson: 'asUploaded' | 'reserialised';

  /** The link of GetFlowJSONAssest. */
  jsonLink: 'bare' | 'signedV1' | 'signedV4';
  /** Milliseconds that a signed link lives. */
  jsonLinkLifetime: number;
  /** Whether an object of the bucket can be read by its bare URL. */
  bareUrlReadable: boolean;
  /** Whether the keys of an upload may also read what they uploaded, by header or by a link they sign. */
  uploadKeysRead: boolean;

  previewExpires: 'milliseconds' | 'string' | 'seconds' | 'iso' | 'missing' | 'expired';
  /** Milliseconds that a preview link lives. */
  previewLifetime: number;
  /** Whether a link is kept until it expires, or each call makes a new one. */
  previewLink: 'same' | 'newEachCall';
  /** Whether the page allows to be framed by other origins. */
  previewFrames: 'allowed' | 'refused';
}

export function defaultBehaviour(): Behaviour {
  return {
    quota: true,
    quotaPerSecond: 5,
    latency: 0,
    businessErrors: 'http400',
    codes: {
      flowNotFound: 'Flow.NotFound',
      flowNameTaken: 'Flow.NameExists',
      flowStatus: 'Flow.StatusNotAllowed',
      flowInvalid: 'Flow.PublishFailed',
      fileUnreadable: 'Flow.FileDownloadFailed',
    },
    permissionRefusal: 'NoPermission',
    accessDeniedDetail: 'object',
    errorHints: true,
    successMessage: 'OK',
    emptyData: 'absent',
    idNewline: false,
    flowIdType: 'string',
    endpointUri: true,
    listShape: 'array',
    listStatus: false,
    listDeprecated: true,
    listOrder: 'newestFirst',
    listDefaultSize: 10,
    listMaxSize: 100,
    listAboveMaxSize: 'clamp',
    listBeyondEnd: 'empty',
    listNameMatch: 'contains',
    flatPage: true,
    instanceDefaultSize: 10,
    instanceMaxSize: 100,
    instanceCustSpaceId: true,
    withoutSpace: 'firstSpace',
    instanceIdAsSpace: true,
    editPublished: 'backToDraft',
    editThrottled: 'asPublished',
    uniqueNames: true,
    endpointLeftOut: 'keeps',
    newFlowJson: 'none',
    validationErrors: false,
    invalidJson: 'accepted',
    update: 'taken',
    updateTakes: 0,
    staleReads: 0,
    fileCache: false,
    filePath: 'anyUrl',
    storedJson: 'asUploaded',
    jsonLink: 'signedV4',
    jsonLinkLifetime: 3_600_000,
    bareUrlReadable: true,
    uploadKeysRead: false,
    previewExpires: 'milliseconds',
    previewLifetime: 30 * 24 * 3_600_000,
    previewLink: 'same',
    previewFrames: 'allowed',
  };
}
