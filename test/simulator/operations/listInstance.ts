import { Refusal } from '../answers';
import type { Context, Operation } from '../gateway';

/** Pages are flat parameters here, not a Page object. */
export const listInstance: Operation = (context) => {
  const { caller, parameters, world } = context;
  const { behaviour } = world;
  const index = whole(context, 'PageIndex', 1);
  const size = Math.min(whole(context, 'PageSize', behaviour.instanceDefaultSize), behaviour.instanceMaxSize);
  const matches = caller.account.spaces.filter(
    (space) =>
      contains(space.channelType, parameters.ChannelType) &&
      contains(space.name, parameters.InstanceName) &&
      (!parameters.InstanceId || parameters.InstanceId === space.instanceId),
  );
  const Data = matches.slice((index - 1) * size, index * size).map((space) => ({
    ...(behaviour.instanceCustSpaceId && { CustSpaceId: space.id }),
    InstanceId: space.instanceId,
    InstanceName: space.name,
    ChannelType: space.channelType,
    State: space.state,
    CountryId: 'ID',
    ContactMail: 'somebody@example.com',
    OfficeAddress: 'Jalan Contoh 1, Jakarta',
    InstanceDescription: '',
    IsvTerms: '',
    FacebookBmId: '1093345601',
    ResourceGroupId: 'rg-acfm000000000',
    ResourceRegionId: 'ap-southeast-1',
    SubmitTime: '2026-01-15 09:30:00',
  }));
  return { Code: 'OK', Message: behaviour.successMessage, Success: true, TotalCount: matches.length, Data };
};

function contains(text: string, wanted = ''): boolean {
  return text.toLowerCase().includes(wanted.toLowerCase());
}

function whole({ parameters }: Context, name: string, fallback: number): number {
  const value = Number(parameters[name] || fallback);
  if (!Number.isInteger(value) || value < 1)
    throw new Refusal(400, `Invalid${name}`, `${name} must be a number of 1 or more.`);
  return value;
}
