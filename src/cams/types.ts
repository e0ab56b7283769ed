/**
 * What CAMS's flow operations take and answer, read tolerantly: ids are strings, every field of an
 * answer may be absent. Source: CAMS 2020-06-06 reference; field names are the service's own in camelCase.
 */

/** A key pair as Alibaba Cloud issues it; with a token when it is temporary. All of it is secret but the id. */
export interface Credential {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
}

/**
 * What a request is signed with and where it is sent. A new object for every sign-in or change of keys,
 * so that "is this still the same?" after an `await` is a comparison of identity.
 */
export interface Session {
  /** Whose quota the calls count against. */
  readonly accountId: string;
  /** `https://host[:port]`; `http:` only for a loopback address. */
  readonly endpoint: string;
  /** Answers at once for fixed keys; renews role keys that are about to end. */
  credential(signal?: AbortSignal): Promise<Credential>;
}

/** Who waits: a person, a row they can see, or nobody in particular. */
export type Lane = 'person' | 'visible' | 'background';

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Default: 'person'. */
  readonly lane?: Lane;
  /** Called when a request leaves, after its turn in the quota; again when it is repeated. */
  readonly onSent?: () => void;
}

/** A sub-customer's space or a direct customer's instance; left out, the account's default is meant. */
export interface InSpace {
  readonly custSpaceId?: string;
}

export interface OneFlow extends InSpace {
  readonly flowId: string;
}

/** A row of ListFlow: it carries no status. */
export interface FlowSummary {
  readonly flowId: string;
  readonly flowName?: string;
  readonly categories?: readonly string[];
}

/** The answer of GetFlow. */
export interface FlowDetails extends FlowSummary {
  /** DRAFT, PUBLISHED, DEPRECATED, THROTTLED, BLOCKED or anything else the service says. */
  readonly status?: string;
  readonly jsonVersion?: string;
  readonly dataApiVersion?: string;
  readonly endpointUri?: string;
  readonly preview?: PreviewLink;
}

/** A link that lets anybody see the flow: a secret. */
export interface PreviewLink {
  readonly url: string;
  /** Milliseconds since 1970; absent when the service does not say or says something unreadable. */
  readonly expires?: number;
}

export interface ListFlowRequest extends InSpace {
  readonly flowName?: string;
  /** Page number from 1. */
  readonly index: number;
  /** Rows asked for; the service may give fewer. */
  readonly size: number;
}

export interface CreateFlowRequest extends InSpace {
  readonly flowName: string;
  readonly categories: readonly string[];
  readonly endpointUri?: string;
}

/** Not a partial update: CAMS wants name and categories every time. */
export interface ModifyFlowRequest extends OneFlow {
  readonly flowName: string;
  readonly categories: readonly string[];
  readonly endpointUri?: string;
}

export interface UpdateFlowJsonRequest extends OneFlow {
  /** A URL that CAMS can fetch the JSON from: see `storeFlowJson`. */
  readonly filePath: string;
}

/**
 * What UpdateFlowJSONAsset is given as FilePath; CAMS does not document what it can read (facts 7.4). 'bare': the
 * link to the object as it is. 'presigned': a link signed with the keys of the upload. Or a pattern of the
 * user's own with `{key}` (the object's name in the bucket, encoded), and `{bucket}` and `{host}` (of OSS) if wanted,
 * e.g. `https://files.example.com/{key}`.
 */
export type FilePathShape = 'bare' | 'presigned' | { readonly pattern: string };

export interface StoreFlowJsonRequest extends InSpace {
  /** At most 10 MB; sent as they are. */
  readonly bytes: Uint8Array;
  /** Default: 'bare'. */
  readonly filePath?: FilePathShape;
}

/** What CAMS says of a flow's JSON that it took. */
export interface Receipt {
  readonly requestId?: string;
  /**
   * What is wrong with it, in the service's words, so that publishing it will fail; not documented (facts 1.7), and absent
   * for nothing said, which does not mean that nothing is wrong.
   */
  readonly validationErrors?: readonly string[];
}

/** Temporary keys for one upload. Secret, never stored. */
export interface UploadAuthorization {
  readonly credential: Credential;
  readonly bucket: string;
  readonly directory: string;
  /** Host of OSS, without scheme. */
  readonly host: string;
  /** Seconds the keys live. */
  readonly lifetime?: number;
}

export interface ListInstanceRequest {
  readonly pageIndex: number;
  readonly pageSize: number;
}

/** A space as ListInstance lists it. Contact data is not read. */
export interface Instance {
  /** CustSpaceId, or InstanceId where that is absent. */
  readonly spaceId: string;
  readonly name?: string;
  readonly channelType?: string;
  readonly state?: string;
}

export interface InstancePage {
  readonly instances: readonly Instance[];
  readonly total?: number;
}

/** The JSON of a flow as it was downloaded, byte for byte. */
export interface FlowAsset {
  readonly bytes: Uint8Array;
}

/** A role to assume with STS, in the words of the aliyun CLI's RamRoleArn profile. */
export interface RoleRequest {
  readonly base: Credential;
  /** Host of STS with scheme, as in Session.endpoint. */
  readonly endpoint: string;
  readonly roleArn: string;
  readonly sessionName: string;
  /** Seconds, 900 or more. */
  readonly duration?: number;
  readonly externalId?: string;
}

export interface RoleCredential {
  readonly credential: Credential;
  /** Milliseconds since 1970. */
  readonly expires: number;
}
