export interface SpaceRef {
  readonly accountId: string;
  /** '' for the account's default space. */
  readonly spaceId: string;
}

/** Which flow, whoever asks. Everything else about it may change. */
export interface FlowRef extends SpaceRef {
  readonly flowId: string;
}

/** What ListFlow and GetFlow said of a flow, and when. Absent fields are not known. */
export interface Flow {
  readonly ref: FlowRef;
  readonly name?: string;
  readonly categories?: readonly string[];
  /** As the service says it. Absent until GetFlow has said it. */
  readonly status?: string;
  readonly jsonVersion?: string;
  readonly dataApiVersion?: string;
  readonly endpointUri?: string;
  /** When ListFlow last showed it, in milliseconds since 1970. */
  readonly listedAt?: number;
  /** When GetFlow last described it. */
  readonly readAt?: number;
  /** Added by ID: stays until it is removed. */
  readonly added: boolean;
}

export function sameFlow(a: FlowRef, b: FlowRef): boolean {
  return a.flowId === b.flowId && sameSpace(a, b);
}

export function sameSpace(a: SpaceRef, b: SpaceRef): boolean {
  return a.accountId === b.accountId && a.spaceId === b.spaceId;
}

/** A space as a key of maps. */
export function spaceKey({ accountId, spaceId }: SpaceRef): string {
  return `${accountId}/${spaceId}`;
}

/** True for what other extensions and key bindings hand over as a space, or as anything in one. */
export function isSpaceRef(value: unknown): value is SpaceRef {
  return hasTexts(value, ['accountId', 'spaceId']);
}

export function isFlowRef(value: unknown): value is FlowRef {
  return hasTexts(value, ['accountId', 'spaceId', 'flowId']);
}

function hasTexts(value: unknown, keys: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return keys.every((key) => typeof (value as Record<string, unknown>)[key] === 'string');
}
