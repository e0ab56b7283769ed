import { createHash, randomBytes, randomUUID } from 'node:crypto';
import fetch from 'node-fetch';
import type { Simulator } from '../simulator';
import { signV1 } from '../simulator/ossSignature';
import { canonicalRequest, sha256, sign } from '../simulator/signature';

/** One signed request to CAMS with nothing around it; answers `Data`. */
async function callBare(
  { endpoint, keys }: Simulator,
  action: string,
  parameters: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const url = new URL(endpoint);
  url.search = new URLSearchParams(parameters).toString();
  const headers: Record<string, string> = {
    host: url.host,
    'x-acs-action': action,
    'x-acs-version': '2020-06-06',
    'x-acs-date': new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    'x-acs-signature-nonce': randomBytes(16).toString('hex'),
    'x-acs-content-sha256': sha256(''),
  };
  const names = Object.keys(headers);
  const request = { method: 'POST', path: '/', query: url.searchParams.entries(), headers, body: '' };
  const signature = sign(keys.accessKeySecret, canonicalRequest(request, names));
  const authorization = `ACS3-HMAC-SHA256 Credential=${keys.accessKeyId},SignedHeaders=${names.sort().join(';')},Signature=${signature}`;
  const answer = await fetch(url, { method: 'POST', headers: { ...headers, authorization } });
  const { Code, Data } = (await answer.json()) as { Code: string; Data: Record<string, string> };
  if (Code !== 'OK') throw new Error(`${action}: ${Code}`);
  return Data;
}

/** GetFlowJSONAssest and its link. */
export async function openBare(simulator: Simulator, CustSpaceId: string, FlowId: string): Promise<void> {
  const { FilePath } = await callBare(simulator, 'GetFlowJSONAssest', { FlowId, CustSpaceId });
  await (await fetch(FilePath!)).arrayBuffer();
}

/** The six requests that saving a flow takes at least, when what is there is looked at before and after. */
export async function saveBare(
  simulator: Simulator,
  CustSpaceId: string,
  FlowId: string,
  bytes: Uint8Array,
): Promise<void> {
  const keys = await callBare(simulator, 'GetChatappUploadAuthorization', { CustSpaceId });
  const host = `${keys.BucketName!}.${keys.EndPoint!.replace(/^https?:\/\//, '')}`;
  const key = `${keys.Dir!}/${randomUUID()}.json`;
  const headers: Record<string, string> = {
    date: new Date().toUTCString(),
    'content-type': 'application/json',
    'content-md5': createHash('md5').update(bytes).digest('base64'),
    'x-oss-security-token': keys.SecurityToken!,
  };
  const signed = { method: 'PUT', bucket: keys.BucketName!, key, headers };
  const authorization = `OSS ${keys.AccessKeyId!}:${signV1(keys.AccessKeySecret!, signed, headers.date!)}`;
  const put = await fetch(`http://${host}/${key}`, {
    method: 'PUT',
    headers: { ...headers, authorization },
    body: Buffer.from(bytes),
  });
  if (!put.ok) throw new Error(`PUT: ${await put.text()}`);
  await openBare(simulator, CustSpaceId, FlowId);
  await callBare(simulator, 'UpdateFlowJSONAsset', {
    FlowId,
    CustSpaceId,
    FilePath: `http://${host}/${key}`,
  });
  await openBare(simulator, CustSpaceId, FlowId);
}
