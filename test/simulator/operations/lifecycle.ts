import { serviceRefusal } from '../answers';
import type { Context, Operation } from '../gateway';
import { flowProblems } from '../flowProblems';
import type { StoredFlow } from '../state';
import { categoriesOf, checkName, flowOf, required, spaceOf, success, summary } from './common';

export const createFlow: Operation = (context) => {
  const { state, behaviour } = context.world;
  const name = required(context, 'FlowName');
  const categories = categoriesOf(context);
  const space = spaceOf(context);
  checkName(context, space, name);
  const flow = state.addFlow(space, {
    name,
    categories,
    endpointUri: context.parameters.EndpointUri,
    ...(behaviour.newFlowJson === 'helloWorld' && { json: HELLO_WORLD }),
  });
  return success(context, summary(context, flow));
};

export const modifyFlow: Operation = (context) => {
  const { behaviour } = context.world;
  const { flow, space } = flowOf(context);
  const name = required(context, 'FlowName');
  const categories = categoriesOf(context);
  checkName(context, space, name, flow);
  const { EndpointUri } = context.parameters;
  edit(context, flow, () => {
    flow.name = name;
    flow.categories = categories;
    if (EndpointUri !== undefined || behaviour.endpointLeftOut === 'clears') flow.endpointUri = EndpointUri;
  });
  const endpoint = behaviour.endpointUri &&
    flow.endpointUri !== undefined && { EndpointUri: flow.endpointUri };
  return success(context, { ...summary(context, flow), ...endpoint });
};

export const publishFlow: Operation = (context) => {
  const { flow } = flowOf(context);
  allowOnly(context, flow, ['DRAFT']);
  const problems = flowProblems(flow.json ?? '');
  if (problems.length > 0) {
    // A third party saw no more than this number of Meta's behind a refused publication.
    throw serviceRefusal(context.world.behaviour.codes.flowInvalid, 'Publishing failed: (#139002).');
  }
  flow.status = 'PUBLISHED';
  return success(context);
};

export const deprecateFlow: Operation = (context) => {
  const { flow } = flowOf(context);
  allowOnly(context, flow, ['PUBLISHED', 'THROTTLED', 'BLOCKED']);
  flow.status = 'DEPRECATED';
  return success(context);
};

export const deleteFlow: Operation = (context) => {
  const { flow, space } = flowOf(context);
  allowOnly(context, flow, ['DRAFT']);
  space.flows.delete(flow.id);
  return success(context);
};

/** Changes a flow if its status allows that; a published one becomes a draft again. */
export function edit(context: Context, flow: StoredFlow, change: () => void): void {
  const backToDraft = context.world.behaviour.editPublished === 'backToDraft';
  allowOnly(context, flow, backToDraft ? ['DRAFT', 'PUBLISHED'] : ['DRAFT']);
  change();
  flow.status = 'DRAFT';
}

function allowOnly({ world }: Context, flow: StoredFlow, statuses: readonly string[]): void {
  if (statuses.includes(flow.status)) return;
  throw serviceRefusal(
    world.behaviour.codes.flowStatus,
    `The status ${flow.status} does not allow this operation.`,
  );
}

const HELLO_WORLD = `{
  "version": "7.3",
  "screens": [
    {
      "id": "HELLO",
      "title": "Hello",
      "terminal": true,
      "layout": {
        "type": "SingleColumnLayout",
        "children": [
          { "type": "TextHeading", "text": "Hello" },
          { "type": "Footer", "label": "Done", "on-click-action": { "name": "complete" } }
        ]
      }
    }
  ]
}
`;
