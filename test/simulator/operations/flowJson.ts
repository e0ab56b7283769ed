import { serviceRefusal } from '../answers';
import type { Operation } from '../gateway';
import { fetchFile } from '../fetchFile';
import { flowProblems } from '../flowProblems';
import { jsonLink } from '../jsonLink';
import { flowOf, required, spelledId, success } from './common';
import { edit } from './lifecycle';

export const getFlowJsonAssest: Operation = (context) => {
  const { flow } = flowOf(context);
  const FilePath = jsonLink(context, flow);
  return success(context, { FlowId: spelledId(context, flow), ...(FilePath !== undefined && { FilePath }) });
};

export const updateFlowJsonAsset: Operation = async (context) => {
  const { behaviour } = context.world;
  const { flow } = flowOf(context);
  const filePath = required(context, 'FilePath');
  edit(context, flow, () => undefined);
  const text = await fetchFile(context.world, filePath);
  const problems = flowProblems(text);
  if (problems.length > 0 && behaviour.invalidJson === 'refused') {
    throw serviceRefusal(behaviour.codes.flowInvalid, problems.map((problem) => problem.message).join(' '));
  }
  flow.json =
    behaviour.storedJson === 'asUploaded' || !isJson(text) ? text : JSON.stringify(JSON.parse(text));
  return success(context, {
    FlowId: spelledId(context, flow),
    ...(behaviour.validationErrors && { ValidationErrors: problems }),
  });
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
