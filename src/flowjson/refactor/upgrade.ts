import {
  atLeast,
  before,
  compareVersions,
  versions,
  type Version,
  type VersionFact,
} from '../catalogue/versions';
import { diagnose, parseFlow } from '../analyse';
import type { Diagnosis } from '../diagnosis';
import { remove, setTop } from '../model/edits';
import { say, type Message } from '../message';
import type { Flow } from '../model/flow';
import { applyEdits, type Edit } from '../text/edit';
import { blankTexts, millisecondDates, selectActionsOnRender } from './upgradeSteps';

/** One part of an upgrade, as a person reviews it. */
interface UpgradeEdit extends Edit {
  readonly label: Message;
}

export interface Upgrade {
  readonly from: Version;
  readonly to: Version;
  readonly edits: readonly UpgradeEdit[];
  /** What came with each version in between, `to` included. */
  readonly news: readonly VersionFact[];
  /** What the edits do, one sentence each. */
  readonly done: readonly Message[];
  /** What behaves differently although its text stays as it is. */
  readonly notes: readonly Message[];
  /** What the new version refuses and only a person can decide; places count in the text after the edits. */
  readonly open: readonly Diagnosis[];
}

/**
 * What it takes to bring a flow to a newer version: everything that changed in between (facts, section 1.1). What can be
 * done without guessing is an edit; the rest is listed.
 */
export function upgrade(flow: Flow, to: Version): Upgrade {
  const from = flow.version;
  const changes = changesBetween(flow, from, to).filter(({ edits }) => edits.length > 0);
  const edits = changes.flatMap((change) => change.edits.map((edit) => ({ ...edit, label: change.label })));
  const after = parseFlow(applyEdits(flow.tree.text, edits));
  const refusedBefore = new Set(refusals(flow).map(keyOf));
  return {
    from,
    to,
    edits,
    news: versions.filter(
      ({ name, changes }) => before(from, name) && atLeast(to, name) && changes.length > 0,
    ),
    done: changes.map(({ label }) => label),
    notes: notesBetween(flow, from, to),
    open: refusals(after).filter((found) => !refusedBefore.has(keyOf(found))),
  };
}

interface Change {
  readonly label: Message;
  readonly edits: readonly Edit[];
}

const refusals = (flow: Flow): Diagnosis[] => diagnose(flow).filter(({ severity }) => severity === 'error');
const keyOf = ({ code, path }: Diagnosis): string => `${code} ${path}`;

function changesBetween(flow: Flow, from: Version, to: Version): Change[] {
  const crosses = (version: Version): boolean => before(from, version) && atLeast(to, version);
  const endpoint = flow.property('data_channel_uri');
  return [
    { label: say('Write version {0}', to), edits: setTop(flow, 'version', to) },
    {
      label: say('Remove data_channel_uri: the endpoint belongs to the flow, not to its JSON'),
      edits: crosses('3.0') && endpoint ? remove(flow, endpoint) : [],
    },
    {
      label: say('Write dates as YYYY-MM-DD instead of milliseconds'),
      edits: crosses('5.0') ? millisecondDates(flow) : [],
    },
    {
      label: say('Remove texts that are blank: they are refused, and nothing is shown without them'),
      edits: crosses('6.0') ? remove(flow, ...blankTexts(flow, to)) : [],
    },
  ];
}

function notesBetween(flow: Flow, from: Version, to: Version): Message[] {
  const notes: Message[] = [];
  if (compareVersions(from, to) >= 0) return notes;
  const runsOnRender = (version: Version): boolean => atLeast(version, '6.0') && before(version, '7.0');
  const actions = selectActionsOnRender(flow);
  if (actions > 0 && runsOnRender(to) && !runsOnRender(from)) {
    notes.push(say('Select actions ({0}) also run when their screen is shown, in 6.0 up to 7.0.', actions));
  }
  if (actions > 0 && runsOnRender(from) && !runsOnRender(to)) {
    notes.push(say('Select actions ({0}) no longer run when their screen is shown.', actions));
  }
  if (before(from, '3.0') && flow.property('data_channel_uri')) {
    notes.push(say('Set the endpoint address on the flow itself before publishing.'));
  }
  if (before(from, '5.0') && atLeast(to, '5.0')) {
    notes.push(
      say('DatePicker answers arrive as YYYY-MM-DD: look at the endpoint and at what reads the response.'),
    );
  }
  return notes;
}
