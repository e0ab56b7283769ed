import type { Diagnosis } from '../flowjson/diagnosis';
import type { Flow } from '../flowjson/model/flow';
import { withLevels } from '../flowjson/ruleLevels';
import { findInSlices } from './findings';
import type { Levels } from './levels';
import type { Place } from './place';
import type { Problems } from './problems';

/** Finds what is wrong with a flow and shows it at its place, as a person wants to hear it. */
export class Check {
  constructor(
    private readonly levels: Levels,
    private readonly problems: Problems,
  ) {}

  /** Undefined, and nothing shown, where the answer came too late. */
  async run(flow: Flow, place: Place, isOutdated: () => boolean): Promise<readonly Diagnosis[] | undefined> {
    const levels = await this.levels.of(place.uri);
    const found = isOutdated() ? undefined : await findInSlices(flow, isOutdated);
    if (found === undefined || isOutdated()) return undefined;
    const wanted = withLevels(found, levels);
    this.problems.show(flow, wanted, place);
    return wanted;
  }
}
