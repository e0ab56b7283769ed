/** What a key pair is, as far as the program treats it differently. */
export type CredentialKind = 'accessKey' | 'temporary' | 'role';

/** A sub-customer's space or a direct customer's instance. The id '' is the account's default space. */
export interface Space {
  readonly id: string;
  readonly label: string;
  /** Listed by CAMS, or added by hand. */
  readonly origin: 'listed' | 'added';
  /** The person chose the label: what CAMS calls the space no longer matters. */
  readonly renamed?: boolean;
}

/**
 * 'ready' until CAMS refuses the keys: then 'expired' (a token ended) or 'refused' (key unknown,
 * disabled, wrong secret). Both have one way out: new keys.
 */
export type AccountState = 'ready' | 'expired' | 'refused';

/** The public part of an account; the secret part lies in SecretStorage under a key of its own. */
export interface Account {
  /** Lower-case letters and digits: it is the authority of document URIs. Never reused. */
  readonly id: string;
  /** Unique: VS Code's Accounts menu tells accounts apart by it. */
  readonly label: string;
  readonly kind: CredentialKind;
  readonly accessKeyId: string;
  /** Of kind 'role': the role that the key assumes. */
  readonly roleArn?: string;
  readonly region: string;
  /** Where requests go, fixed at sign-in: `https://host` or a loopback `http://host:port`. */
  readonly endpoint: string;
  readonly spaces: readonly Space[];
  /** Whether the key may list its spaces; 'refused': they are added by ID. */
  readonly spaceListing: 'unknown' | 'listed' | 'refused';
  readonly state: AccountState;
}
