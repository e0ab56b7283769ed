import { flowUri } from '../../src/documents/flowUri';
import { FlowRows, type Arrangement } from '../../src/explorer/flowRows';
import { flowItem } from '../../src/explorer/treeItems';
import { FlowTable } from '../../src/flows/flowTable';

const FLOWS = 10_000;
const PAGE = 100;
const ROUNDS = 30;

const byName: Arrangement = { order: 'name', filter: '' };
const subjects = ['Appointment', 'Survey', 'Order', 'Refund', 'Sign-up', 'Delivery', 'Feedback'];

/** In no order that a sort could profit from. */
const summaries = Array.from({ length: FLOWS }, (_, index) => {
  const number = (index * 7_919) % 100_003;
  return {
    flowId: String(920_000_000_000_000 + number),
    flowName: `${subjects[number % subjects.length]!} ${number}`,
    categories: ['OTHER'],
  };
});

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** The best of several rounds: what the work takes, not the machine. `prepare` is not part of it. */
function best(work: (round: number) => void, prepare?: () => void): number {
  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    prepare?.();
    return timed(() => work(round));
  });
  return Math.min(...rounds);
}

/** All in milliseconds. */
export function measure() {
  const table = new FlowTable({ accountId: 'a', spaceId: 's' });
  table.takePage(summaries, 1);
  const all = { flows: table.rows, version: 1 };
  const withoutPage = { flows: all.flows.slice(PAGE), version: 0 };
  const rows = new FlowRows();
  return {
    newPage: best(
      () => rows.update(all, byName),
      () => rows.update(withoutPage, byName),
    ),
    wholeSort: best(() => new FlowRows().update(all, byName)),
    filter: best((round) => rows.update(all, { order: 'name', filter: `survey ${round}` })),
    allItems: best(() =>
      all.flows.map((flow) => flowItem({ kind: 'flow', ref: flow.ref }, flow, flowUri(flow.ref, flow.name))),
    ),
    statusEvent: best((round) => {
      const summary = summaries[round]!;
      rows.stays(table.describe(summary.flowId, { ...summary, status: 'DRAFT' }, 2).flow);
    }),
  };
}
