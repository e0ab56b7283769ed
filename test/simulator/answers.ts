/** What goes back over the wire. */
export interface Answer {
  status: number;
  contentType: string;
  body: string | Uint8Array;
  headers?: Record<string, string>;
  /** For the record: `OK` or the code of the error. */
  code?: string;
}

/** A request that is refused; the site writes it in its own form. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message?: string,
    readonly extra: Record<string, unknown> = {},
    /** Comes from the service behind the gateway: such a refusal may arrive as HTTP 200. */
    readonly fromService = false,
  ) {
    super(message ?? MESSAGES[code] ?? code);
  }
}

export function serviceRefusal(code: string, message: string): Refusal {
  return new Refusal(400, code, message, {}, true);
}

export function json(status: number, body: unknown, code?: string): Answer {
  return { status, contentType: 'application/json;charset=utf-8', body: JSON.stringify(body), code };
}

export function html(status: number, body: string, code?: string): Answer {
  return { status, contentType: 'text/html; charset=utf-8', body, code };
}

/** An error as the file store writes it. */
export function xml(status: number, code: string, message: string, contentType = 'application/xml'): Answer {
  const fields = Object.entries({
    Code: code,
    Message: message,
    RequestId: '65A1F0C5D0A1B2C3D4E5F607',
    HostId: 'oss',
  });
  const inner = fields.map(([name, value]) => `  <${name}>${escapeXml(value)}</${name}>\n`).join('');
  return {
    status,
    contentType,
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error>\n${inner}</Error>\n`,
    code,
  };
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The texts of the documentation. */
const MESSAGES: Readonly<Record<string, string>> = {
  'Product.Unsubscript': 'You have not subscribed to the specified product.',
  'Ram.PermissionDeny': 'You are not authorized to perform the operation.',
  'System.LimitControl': 'The system is under flow control.',
  'Unknown.ResourceOwnerId': 'The resource does not belong to the current user.',
  'InvalidAccessKeyId.NotFound': 'Specified access key is not found.',
  'InvalidAccessKeyId.Inactive': 'Specified access key is disabled.',
  MissingAccessKeyId: 'AccessKeyId is mandatory for this action.',
  IncompleteSignature: 'The request signature does not conform to Aliyun standards.',
  SignatureNonceUsed: 'Specified signature nonce was used already.',
  'InvalidTimeStamp.Format': 'Specified time stamp or date value is not well formatted.',
  'InvalidTimeStamp.Expired': 'Specified time stamp or date value is expired.',
  'InvalidSecurityToken.Expired': 'Specified SecurityToken is expired.',
  'InvalidSecurityToken.Malformed': 'Specified SecurityToken is malformed.',
  'InvalidSecurityToken.MismatchWithAccessKey': 'Specified SecurityToken mismatch with the AccessKey.',
  MissingSecurityToken: 'SecurityToken is mandatory for this action.',
  'Forbidden.RAM':
    "User not authorized to operate on the specified resource, or this API doesn't support RAM.",
  NoPermission: 'You are not authorized to perform this action.',
  'Throttling.User': 'Request was denied due to user flow control.',
  'InvalidApi.NotFound': 'Specified api is not found, please check your url and method.',
  NoSuchVersion: 'Specified version does not exist.',
  InternalError: 'The request processing has failed due to some unknown error.',
  ServiceUnavailable: 'The request has failed due to a temporary failure of the server.',
};
