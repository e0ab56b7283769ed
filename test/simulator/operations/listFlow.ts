import { serviceRefusal } from '../answers';
import type { Context, Operation } from '../gateway';
import type { StoredFlow } from '../state';
import { parseJson, spaceOf, success, summary } from './common';

export const listFlow: Operation = (context) => {
  const { behaviour } = context.world;
  const { index, size } = pageOf(context);
  const flows = sorted(
    context,
    [...spaceOf(context).flows.values()].filter((flow) => fits(context, flow)),
  );
  let page = flows.slice((index - 1) * size, index * size);
  if (page.length === 0 && index > 1 && behaviour.listBeyondEnd === 'lastPage') {
    page = flows.slice(Math.max(0, Math.ceil(flows.length / size) - 1) * size);
  }
  const rows = page.map((flow) => ({
    ...summary(context, flow),
    ...(behaviour.listStatus && { Status: flow.status }),
  }));
  return success(context, behaviour.listShape === 'array' ? rows : { FlowList: rows });
};

function fits({ parameters, world: { behaviour } }: Context, flow: StoredFlow): boolean {
  const wanted = parameters.FlowName ?? '';
  if (!behaviour.listDeprecated && flow.status === 'DEPRECATED') return false;
  if (wanted === '') return true;
  if (behaviour.listNameMatch === 'exact') return flow.name === wanted;
  return flow.name.toLowerCase().includes(wanted.toLowerCase());
}

function sorted({ world: { behaviour } }: Context, flows: StoredFlow[]): StoredFlow[] {
  if (behaviour.listOrder === 'oldestFirst') return flows;
  if (behaviour.listOrder === 'newestFirst') return flows.reverse();
  return flows.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function pageOf({ parameters, world: { behaviour } }: Context): { index: number; size: number } {
  const refused = serviceRefusal('InvalidParameter.PageInvalid', 'The format of Page is invalid.');
  const flat = behaviour.flatPage ? { Index: parameters['Page.Index'], Size: parameters['Page.Size'] } : {};
  const page = parameters.Page ? parseJson(parameters.Page, refused) : flat;
  if (typeof page !== 'object' || page === null || Array.isArray(page)) throw refused;
  const { Index = 1, Size = behaviour.listDefaultSize } = page as { Index?: unknown; Size?: unknown };
  const index = Number(Index);
  const size = Number(Size);
  if (!Number.isInteger(index) || !Number.isInteger(size) || index < 1 || size < 1) throw refused;
  if (size > behaviour.listMaxSize && behaviour.listAboveMaxSize === 'refuse') throw refused;
  return { index, size: Math.min(size, behaviour.listMaxSize) };
}
