import type { Uri } from 'vscode';
import { AdviceError } from '../../../accounts/adviceError';
import { sentenceOf } from '../../../accounts/explain';
import type { CallOptions } from '../../../cams/types';
import type { Flow, FlowRef } from '../../../flows/types';
import { spaceKey } from '../../../flows/types';
import { isBelow } from '../../../links/manifest/paths';
import type { Link } from '../../../links/types';
import { throwIfCancelled } from '../../../platform/cancellation';
import type { Parts } from '../../command';
import { fileSource } from '../../lifecycle/sources';
import type { Place } from './place';
import { planOf, type Candidate, type Creation, type Left, type Plan } from './plan';

export interface Seen {
  readonly plan: Plan;
  /** How many files have a flow in the environment already. */
  readonly linked: number;
  /** Of the folder and the environment, without their files. */
  readonly missing: readonly Link[];
  /** Files whose flows in other environments could not be asked for their names. */
  readonly nameless: number;
}

/** Compares a folder with a space and says what could be done. Changes nothing. */
export async function look(
  parts: Parts,
  place: Place,
  files: readonly Uri[],
  signal: AbortSignal,
): Promise<Seen> {
  const { space, environment } = place;
  await parts.flows.store(space).refresh({ signal, lane: 'person' });
  const linksOf = (file: Uri) => parts.links.everywhere(file);
  const open = files.filter((file) => !linksOf(file).some((link) => isAt(place, link)));
  const refused: Left[] = [];
  const fit = open.filter((file) => {
    const obstacle = parts.links.obstacle(file, space, environment);
    if (obstacle !== undefined) refused.push({ file, reason: sentenceOf(obstacle) });
    return obstacle === undefined;
  });
  const names = await namesOf(parts, fit.flatMap(linksOf), { signal, lane: 'background' });
  const candidates = fit.map((file): Candidate => {
    const elsewhere = linksOf(file).flatMap(({ ref }) => {
      const name = ref && names.get(keyOf(ref));
      return ref === undefined || name === undefined ? [] : [{ ref, name }];
    });
    return { file, elsewhere };
  });
  const taken = new Map(
    parts.links
      .inEnvironment(environment)
      .flatMap((link) => (isAt(place, link) ? [[link.flowId, link.file]] : [])),
  );
  const plan = planOf({
    candidates,
    flows: parts.flows.store(space).flows.filter(({ status }) => status !== 'DEPRECATED'),
    linkedTo: ({ ref }) => taken.get(ref.flowId),
  });
  const here = new Set(files.map(String));
  const { create, left } = await readable(plan.create, signal);
  return {
    plan: { ...plan, create, left: [...refused, ...plan.left, ...left] },
    linked: files.length - open.length,
    missing: linksAt(parts, place).filter(({ file }) => !here.has(file.toString())),
    nameless: candidates.filter(({ file, elsewhere }) => elsewhere.length === 0 && linksOf(file).length > 0)
      .length,
  };
}

/** What the flows of these links are called. Where CAMS lists them, that is one call for a hundred. */
async function namesOf(
  { flows }: Parts,
  links: readonly Link[],
  options: CallOptions & { signal: AbortSignal },
): Promise<ReadonlyMap<string, string>> {
  const refs = new Map(links.flatMap(({ ref }) => (ref === undefined ? [] : [[keyOf(ref), ref]])));
  const stores = new Map([...refs.values()].map((ref) => [spaceKey(ref), flows.store(ref)]));
  // Whoever may not list flows may still be allowed to read each of them.
  const unlessAborted = () => throwIfCancelled(options.signal);
  for (const store of stores.values()) {
    await store.load();
    if (store.outdated) await store.refresh(options).catch(unlessAborted);
  }
  const unknown = [...refs.values()].filter((ref) => flows.get(ref)?.name === undefined);
  await Promise.all(unknown.map((ref) => flows.read(ref, options).then(() => undefined, unlessAborted)));
  return new Map(
    [...refs].flatMap(([key, ref]) => {
      const name = flows.get(ref)?.name;
      return name === undefined ? [] : [[key, name]];
    }),
  );
}

/** No flow is created for what could never become its JSON. */
async function readable(
  creations: readonly Creation[],
  signal: AbortSignal,
): Promise<{ create: Creation[]; left: Left[] }> {
  const create: Creation[] = [];
  const left: Left[] = [];
  for (const creation of creations) {
    throwIfCancelled(signal);
    try {
      await fileSource(creation.file);
      create.push(creation);
    } catch (error) {
      const reason = error instanceof AdviceError ? error.reason : sentenceOf(error);
      left.push({ file: creation.file, reason });
    }
  }
  return { create, left };
}

/** The links of the folder in the environment. */
export function linksAt({ links }: Parts, place: Place): readonly Link[] {
  return links
    .inEnvironment(place.environment)
    .filter((link) => isAt(place, link) && isBelow(place.folder, link.file));
}

/** Another manifest may give the same name to another space. */
function isAt({ environment, space }: Place, link: Link): boolean {
  return link.environment === environment && link.spaceId === space.spaceId;
}

const keyOf = (ref: FlowRef): string => `${spaceKey(ref)}/${ref.flowId}`;

/** As GetFlow describes it now; undefined where nobody may say. */
export async function sourceOf(
  { flows }: Parts,
  { elsewhere }: Creation,
  options: CallOptions & { signal: AbortSignal },
): Promise<Flow | undefined> {
  const [first] = elsewhere;
  return (
    first &&
    flows.read(first.ref, options).catch(() => {
      throwIfCancelled(options.signal);
      return flows.get(first.ref);
    })
  );
}
