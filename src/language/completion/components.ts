import { alternative, allowedIn } from '../../flowjson/catalogue';
import type { Cursor } from '../context/cursor';
import { factsAt } from '../context/factsAt';
import { templatesOf } from './componentTemplates';
import { valueProposal, type Proposal } from './proposal';
import { snippetRange } from './snippetRange';
import { mayJoin, spotAt } from './spot';

/** Whole components for a list of components: those that may stand there in this version and leave the screen valid. */
export function components(cursor: Cursor): Proposal[] {
  const at = snippetRange(cursor);
  if (at?.screen === undefined) return [];
  const { flow, screen, path } = at;
  const facts = factsAt(flow, path.slice(0, -1));
  const list = alternative(facts?.shape, 'components');
  if (list === undefined) return [];
  const spot = spotAt(flow, screen, path, facts!.inForm || list.place === 'form');
  return allowedIn(list.place, flow.version)
    .filter((type) => mayJoin(type, spot))
    .flatMap((type) => templatesOf(type, spot))
    .map(({ label, about, template }, index) =>
      valueProposal(at, template, { kind: 'component', label, rank: index, about }),
    );
}
