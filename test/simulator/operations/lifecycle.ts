import { checkName, deprecate, publish, remove, rename } from '../flowRules';
import type { Operation } from '../gateway';
import { categoriesOf, flowOf, required, spaceOf, success, summary } from './common';

export const createFlow: Operation = (context) => {
  const { state, behaviour } = context.world;
  const name = required(context, 'FlowName');
  const categories = categoriesOf(context);
  const space = spaceOf(context);
  checkName(context.world, space, name);
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
  const { EndpointUri } = context.parameters;
  rename(context.world, { space, flow }, name, () => {
    flow.categories = categories;
    if (EndpointUri !== undefined || behaviour.endpointLeftOut === 'clears') flow.endpointUri = EndpointUri;
  });
  const endpoint = behaviour.endpointUri &&
    flow.endpointUri !== undefined && { EndpointUri: flow.endpointUri };
  return success(context, { ...summary(context, flow), ...endpoint });
};

export const publishFlow: Operation = (context) => {
  publish(context.world, flowOf(context).flow);
  return success(context);
};

export const deprecateFlow: Operation = (context) => {
  deprecate(context.world, flowOf(context).flow);
  return success(context);
};

export const deleteFlow: Operation = (context) => {
  const { flow, space } = flowOf(context);
  remove(context.world, space, flow);
  return success(context);
};

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
