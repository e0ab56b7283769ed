import { type Answer, json, Refusal } from './answers';
import { Authenticator, type Caller } from './authenticate';
import type { listen } from './listen';
import { checkPermission } from './permissions';
import { type Call, openSite } from './site';
import type { World } from './world';

/** What an operation gets to do its work. */
export interface Context {
  readonly world: World;
  readonly caller: Caller;
  readonly parameters: Readonly<Record<string, string>>;
  /** A fault: links in the answer must have expired already. */
  readonly expiredLinks: boolean;
}

/** Returns the fields of the answer beside RequestId, or throws a Refusal. */
export type Operation = (context: Context) => Record<string, unknown> | Promise<Record<string, unknown>>;

export interface Product {
  readonly site: 'cams' | 'sts';
  readonly version: string;
  readonly operations: Readonly<Record<string, Operation>>;
  /** Operations of 5 calls a second for each account. */
  readonly limited: ReadonlySet<string>;
  /** Operations that need no right. */
  readonly free: ReadonlySet<string>;
}

/** An RPC product behind Alibaba Cloud's gateway: signature, quota, right, subscription, then the operation. */
export function openGateway(
  world: World,
  host: string,
  port: number,
  product: Product,
): ReturnType<typeof listen> {
  const authenticator = new Authenticator(world);
  return openSite(world, host, port, {
    name: product.site,
    action: (message, parameters) => String(message.headers['x-acs-action'] ?? parameters.Action ?? ''),
    answer: (call) => answer(world, authenticator, product, call),
    refuse: (refusal, call) => refuse(world, product, refusal, call),
  });
}

async function answer(
  world: World,
  authenticator: Authenticator,
  product: Product,
  call: Call,
): Promise<Answer> {
  const { action, parameters, headers, method } = call.request;
  const operation = Object.hasOwn(product.operations, action) ? product.operations[action] : undefined;
  if (call.url.pathname !== '/' || !['GET', 'POST'].includes(method))
    throw new Refusal(404, 'InvalidApi.NotFound');
  const caller = authenticator.authenticate(call);
  if (!operation || headers['x-acs-version'] !== product.version)
    throw new Refusal(404, 'InvalidApi.NotFound');

  const throttled = product.limited.has(action) && world.quota.refuse(caller.account.id, action);
  if (throttled) throw new Refusal(400, throttled);
  if (!product.free.has(action)) checkPermission(world, caller, `${product.site}:${action}`);
  if (product.site === 'cams' && !caller.account.subscribed) throw new Refusal(400, 'Product.Unsubscript');

  const fields = await operation({ world, caller, parameters, expiredLinks: call.expiredLinks });
  return json(200, { RequestId: requestId(world), ...fields }, 'OK');
}

function refuse(world: World, product: Product, refusal: Refusal, call: Call): Answer {
  const { behaviour } = world;
  const RequestId = requestId(world);
  const hints = {
    HostId: call.request.headers.host,
    Recommend: `https://api.aliyun.com/troubleshoot?q=${refusal.code}&product=${product.site}&requestId=${RequestId}`,
  };
  const body = {
    RequestId,
    ...(behaviour.errorHints && !refusal.fromService && hints),
    Code: refusal.code,
    Message: refusal.message,
    ...refusal.extra,
  };
  const status = refusal.fromService && behaviour.businessErrors === 'http200' ? 200 : refusal.status;
  return json(status, body, refusal.code);
}

function requestId({ random }: World): string {
  return random.uuid().toUpperCase();
}
