import { setTimeout as wait } from 'node:timers/promises';
import { serviceRefusal } from '../answers';
import { fetchFile } from '../fetchFile';
import { flowProblems } from '../flowProblems';
import { checkEditable, replaceJson } from '../flowRules';
import type { Operation } from '../gateway';
import { jsonLink } from '../jsonLink';
import { flowOf, required, spelledId, success } from './common';

export const getFlowJsonAssest: Operation = (context) => {
  const { flow } = flowOf(context);
  const FilePath = jsonLink(context, flow);
  return success(context, { FlowId: spelledId(context, flow), ...(FilePath !== undefined && { FilePath }) });
};

export const updateFlowJsonAsset: Operation = async (context) => {
  const { behaviour } = context.world;
  const filePath = required(context, 'FilePath');
  checkEditable(context.world, flowOf(context).flow);
  if (behaviour.updateTakes > 0) await wait(behaviour.updateTakes);
  const text = await fetchFile(context.world, filePath);
  const problems = flowProblems(text);
  if (problems.length > 0 && behaviour.invalidJson === 'refused') {
    throw serviceRefusal(behaviour.codes.flowInvalid, problems.map((problem) => problem.message).join(' '));
  }
  // Only now: somebody may have changed, published or deleted it while the file was fetched.
  const { flow } = flowOf(context);
  if (behaviour.update === 'taken') replaceJson(context.world, flow, text, 'client');
  return success(context, {
    FlowId: spelledId(context, flow),
    ...(behaviour.validationErrors && { ValidationErrors: problems }),
  });
};
