import { serviceRefusal } from './answers';
import { flowProblems } from './flowProblems';
import type { StoredFlow, StoredSpace } from './state';
import type { World } from './world';

/**
 * What the status of a flow allows, and what each change makes of it, whoever asks for it: an operation or the second
 * writer. All of them throw a Refusal for what is not allowed.
 */

export type Rules = Pick<World, 'behaviour' | 'jsonChanges'>;

/** Whether a flow may be changed at all. */
export function checkEditable({ behaviour }: Rules, flow: StoredFlow): void {
  const isPublished =
    flow.status === 'PUBLISHED' || (flow.status === 'THROTTLED' && behaviour.editThrottled === 'asPublished');
  if (flow.status === 'DRAFT' || (isPublished && behaviour.editPublished === 'backToDraft')) return;
  refuseStatus(behaviour.codes.flowStatus, flow);
}

/** Changes a flow; a published one becomes a draft again, and what was published stays with those who got it. */
function edit(world: Rules, flow: StoredFlow, change: () => void): void {
  checkEditable(world, flow);
  change();
  flow.status = 'DRAFT';
}

export function replaceJson(
  world: Rules,
  flow: StoredFlow,
  text: string,
  by: 'client' | 'secondWriter',
): void {
  const { storedJson, staleReads } = world.behaviour;
  const before = flow.json;
  edit(world, flow, () => {
    if (staleReads > 0) flow.stale = { json: shownJson(flow), reads: staleReads };
    flow.json = storedJson === 'asUploaded' || !isJson(text) ? text : JSON.stringify(JSON.parse(text));
  });
  world.jsonChanges.push({ flowId: flow.id, by, before, after: flow.json! });
}

/** The JSON that GetFlowJSONAssest gives now: for a while after a change still the earlier one. */
export function shownJson({ stale, json }: StoredFlow): string | undefined {
  return stale && stale.reads > 0 ? stale.json : json;
}

export function rename(
  world: Rules,
  { space, flow }: { space: StoredSpace; flow: StoredFlow },
  name: string,
  change: () => void = () => undefined,
): void {
  checkName(world, space, name, flow);
  edit(world, flow, () => {
    flow.name = name;
    change();
  });
}

export function publish({ behaviour }: Rules, flow: StoredFlow): void {
  if (flow.status !== 'DRAFT') refuseStatus(behaviour.codes.flowStatus, flow);
  const problems = flowProblems(flow.json ?? '');
  if (problems.length > 0) {
    // A third party saw no more than this number of Meta's behind a refused publication.
    throw serviceRefusal(behaviour.codes.flowInvalid, 'Publishing failed: (#139002).');
  }
  flow.status = 'PUBLISHED';
  flow.live = flow.json;
}

export function deprecate({ behaviour }: Rules, flow: StoredFlow): void {
  const isOut = ['PUBLISHED', 'THROTTLED', 'BLOCKED'].includes(flow.status);
  if (!isOut) refuseStatus(behaviour.codes.flowStatus, flow);
  flow.status = 'DEPRECATED';
}

export function remove({ behaviour }: Rules, space: StoredSpace, flow: StoredFlow): void {
  if (flow.status !== 'DRAFT') refuseStatus(behaviour.codes.flowStatus, flow);
  space.flows.delete(flow.id);
}

/** Refuses a name that another flow of the space has. */
export function checkName({ behaviour }: Rules, space: StoredSpace, name: string, own?: StoredFlow): void {
  if (!behaviour.uniqueNames) return;
  for (const flow of space.flows.values()) {
    if (flow === own || flow.name !== name) continue;
    throw serviceRefusal(behaviour.codes.flowNameTaken, `Flow name ${name} is taken.`);
  }
}

function refuseStatus(code: string, { status }: StoredFlow): never {
  throw serviceRefusal(code, `The status ${status} does not allow this operation.`);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
