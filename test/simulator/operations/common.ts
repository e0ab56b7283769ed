import { Refusal, serviceRefusal } from '../answers';
import type { Context } from '../gateway';
import type { StoredFlow, StoredSpace } from '../state';

/** Values of Categories that CAMS documents. */
export const CATEGORIES = [
  'SIGN_UP',
  'SIGN_IN',
  'APPOINTMENT_BOOKING',
  'LEAD_GENERATION',
  'CONTACT_US',
  'CUSTOMER_SUPPORT',
  'SURVEY',
  'OTHER',
];

export function required({ parameters }: Context, name: string): string {
  const value = parameters[name];
  if (value === undefined || value === '')
    throw new Refusal(400, `Missing${name}`, `${name} is mandatory for this action.`);
  return value;
}

/** The space that CustSpaceId names; without one, what `behaviour.withoutSpace` says. */
export function spaceOf(context: Context): StoredSpace {
  const { caller, world } = context;
  const named = namedSpace(context);
  if (named) return named;
  const first = caller.account.spaces[0];
  if (world.behaviour.withoutSpace === 'refused' || !first) required(context, 'CustSpaceId');
  return first!;
}

function namedSpace({ caller, parameters, world }: Context): StoredSpace | undefined {
  const id = parameters.CustSpaceId;
  if (id === undefined || id === '') return undefined;
  const space = caller.account.spaces.find(
    (one) => one.id === id || (world.behaviour.instanceIdAsSpace && one.instanceId === id),
  );
  if (!space) throw new Refusal(400, 'Unknown.ResourceOwnerId');
  return space;
}

/** The flow that FlowId names: in the named space, or in any space of the account when none is named. */
export function flowOf(context: Context): { space: StoredSpace; flow: StoredFlow } {
  const { world, caller } = context;
  const id = required(context, 'FlowId').trim();
  const named = world.behaviour.withoutSpace === 'refused' ? spaceOf(context) : namedSpace(context);
  for (const space of named ? [named] : caller.account.spaces) {
    const flow = space.flows.get(id);
    if (flow) return { space, flow };
  }
  const elsewhere = world.state.findFlow(id);
  if (elsewhere && elsewhere.account !== caller.account) throw new Refusal(400, 'Unknown.ResourceOwnerId');
  throw serviceRefusal(world.behaviour.codes.flowNotFound, `Flow ${id} does not exist.`);
}

export function categoriesOf(context: Context): string[] {
  const refused = new Refusal(
    400,
    'InvalidCategories',
    'Categories must be a JSON array of at least one known category.',
  );
  const categories = parseJson(required(context, 'Categories'), refused);
  if (!Array.isArray(categories) || categories.length === 0) throw refused;
  if (!categories.every((one): one is string => typeof one === 'string' && CATEGORIES.includes(one)))
    throw refused;
  return categories;
}

export function parseJson(text: string, refused: Refusal): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw refused;
  }
}

/** The fields of a success, with its result or with the absence of one. */
export function success({ world }: Context, data?: unknown): Record<string, unknown> {
  const { successMessage, emptyData } = world.behaviour;
  const none = { absent: {}, null: { Data: null }, emptyString: { Data: '' } }[emptyData];
  return { Code: 'OK', Message: successMessage, ...(data === undefined ? none : { Data: data }) };
}

/** FlowId as the switches want it spelled. */
export function spelledId({ world }: Context, { id }: StoredFlow): string | number {
  if (world.behaviour.flowIdType === 'number' && /^\d+$/.test(id)) return Number(id);
  return world.behaviour.idNewline ? `${id}\n` : id;
}

/** The fields that ListFlow, CreateFlow and ModifyFlow answer with. */
export function summary(context: Context, flow: StoredFlow): Record<string, unknown> {
  return { FlowId: spelledId(context, flow), FlowName: flow.name, Categories: flow.categories };
}
