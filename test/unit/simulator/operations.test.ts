import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Behaviour,
  type Simulator,
  startSimulator,
  type StoredFlow,
  type StoredSpace,
} from '../../simulator';
import { wholeFlows } from '../../simulator/flows';
import { call, type Reply, send } from './caller';

let simulator: Simulator;
let space: StoredSpace;
beforeEach(async () => {
  simulator = await startSimulator({ samples: false, behaviour: { quota: false } });
  space = simulator.account.spaces[0]!;
});
afterEach(() => simulator.close());

const code = async (action: string, parameters: Record<string, string>) =>
  (await call(simulator, action, parameters)).body.Code;
const ids = (reply: { body: { Data: { FlowId: string }[] } }) => reply.body.Data.map((row) => row.FlowId);

describe('ListFlow', () => {
  let flows: StoredFlow[];
  beforeEach(() => {
    flows = Array.from({ length: 25 }, (_, index) =>
      simulator.state.addFlow(space, { name: `Flow ${String(index).padStart(2, '0')}` }),
    );
  });

  const list = (page?: object, more: Record<string, string> = {}) =>
    call(simulator, 'ListFlow', {
      CustSpaceId: space.id,
      ...(page && { Page: JSON.stringify(page) }),
      ...more,
    });

  test('gives pages, newest first, without status and without a total', async () => {
    const pages = await Promise.all([1, 2, 3, 4].map((Index) => list({ Index, Size: 10 })));
    expect(pages.flatMap(ids)).toEqual(flows.map((flow) => flow.id).reverse());
    expect(pages.map((page) => page.body.Data.length)).toEqual([10, 10, 5, 0]);
    expect(pages[0]!.body.Data[0]).toEqual({
      FlowId: flows[24]!.id,
      FlowName: 'Flow 24',
      Categories: ['OTHER'],
    });
    expect(Object.keys(pages[0]!.body).sort()).toEqual(['Code', 'Data', 'Message', 'RequestId']);
  });

  test('gives ten rows of the first page when no page is asked for, and no more than 100', async () => {
    expect(ids(await list())).toHaveLength(10);
    simulator.behaviour.listMaxSize = 20;
    expect(ids(await list({ Index: 1, Size: 1000 }))).toHaveLength(20);
    simulator.behaviour.listAboveMaxSize = 'refuse';
    expect((await list({ Index: 1, Size: 1000 })).body.Code).toBe('InvalidParameter.PageInvalid');
  });

  test.each(['{"Index":0,"Size":10}', '{"Index":1,"Size":"many"}', '[]', 'null', '{"Index":1', '7'])(
    'refuses the page %s',
    async (Page) => {
      expect(await call(simulator, 'ListFlow', { Page })).toMatchObject({
        status: 400,
        body: { Code: 'InvalidParameter.PageInvalid' },
      });
    },
  );

  test('finds names by a part of them, or exactly', async () => {
    expect(ids(await list(undefined, { FlowName: 'w 07' }))).toEqual([flows[7]!.id]);
    simulator.behaviour.listNameMatch = 'exact';
    expect(ids(await list(undefined, { FlowName: 'w 07' }))).toEqual([]);
    expect(ids(await list(undefined, { FlowName: 'Flow 07' }))).toEqual([flows[7]!.id]);
  });

  const switches: [Partial<Behaviour>, (reply: Reply) => void][] = [
    [{ listOrder: 'oldestFirst' }, (reply) => expect(ids(reply)[0]).toBe(flows[0]!.id)],
    [{ listOrder: 'name' }, (reply) => expect(ids(reply)[0]).toBe(flows[0]!.id)],
    [{ listShape: 'flowList' }, (reply) => expect(reply.body.Data.FlowList).toHaveLength(10)],
    [{ listStatus: true }, (reply) => expect(reply.body.Data[0].Status).toBe('DRAFT')],
    [{ flowIdType: 'number' }, (reply) => expect(reply.body.Data[0].FlowId).toBeTypeOf('number')],
    [{ idNewline: true }, (reply) => expect(reply.body.Data[0].FlowId).toBe(`${flows[24]!.id}\n`)],
    [{ successMessage: 'None' }, (reply) => expect(reply.body.Message).toBe('None')],
  ];
  test.each(switches)('can be switched: %o', async (behaviour, check) => {
    Object.assign(simulator.behaviour, behaviour);
    check(await list());
  });

  test('can repeat the last page for ever, leave deprecated flows out, and read flat pages', async () => {
    Object.assign(simulator.behaviour, { listBeyondEnd: 'lastPage', listDeprecated: false });
    flows[24]!.status = 'DEPRECATED';
    expect(ids(await list({ Index: 9, Size: 10 }))).toEqual(
      flows
        .slice(0, 4)
        .map((flow) => flow.id)
        .reverse(),
    );
    expect(ids(await list(undefined, { 'Page.Index': '2', 'Page.Size': '3' }))).toHaveLength(3);
  });
});

describe('spaces', () => {
  test('ListInstance pages through the spaces of the account', async () => {
    for (let number = 0; number < 14; number++)
      simulator.state.addSpace(simulator.account, `Space ${number}`);
    const first = await call(simulator, 'ListInstance', { PageIndex: '1', PageSize: '10' });
    const second = await call(simulator, 'ListInstance', { PageIndex: '2', PageSize: '10' });
    expect(first.body).toMatchObject({ Code: 'OK', Success: true, TotalCount: 15 });
    expect([first.body.Data.length, second.body.Data.length]).toEqual([10, 5]);
    expect(first.body.Data[0]).toMatchObject({
      CustSpaceId: space.id,
      InstanceId: space.instanceId,
      InstanceName: space.name,
    });
  });

  test('a space is known by its InstanceId too, unless that is switched off', async () => {
    const { id } = simulator.state.addFlow(space);
    const parameters = { FlowId: id, CustSpaceId: space.instanceId };
    expect(await code('GetFlow', parameters)).toBe('OK');
    simulator.behaviour.instanceIdAsSpace = false;
    expect(await code('GetFlow', parameters)).toBe('Unknown.ResourceOwnerId');
  });

  test('without a space a flow is found by its ID, unless a space is demanded', async () => {
    const { id } = simulator.state.addFlow(space);
    expect(await code('GetFlow', { FlowId: id })).toBe('OK');
    simulator.behaviour.withoutSpace = 'refused';
    expect(await code('GetFlow', { FlowId: id })).toBe('MissingCustSpaceId');
  });

  test('flows of others are told apart from flows that do not exist', async () => {
    const other = simulator.state.addSpace(simulator.state.addAccount('Other'), 'Other');
    const { id } = simulator.state.addFlow(other);
    expect(await code('GetFlow', { FlowId: id })).toBe('Unknown.ResourceOwnerId');
    expect(await code('GetFlow', { FlowId: '1' })).toBe('Flow.NotFound');
    expect(await code('GetFlow', { CustSpaceId: other.id, FlowId: id })).toBe('Unknown.ResourceOwnerId');
    expect(await code('GetFlow', {})).toBe('MissingFlowId');
  });

  test('a refusal of the service may come as HTTP 200', async () => {
    simulator.behaviour.businessErrors = 'http200';
    expect(await call(simulator, 'GetFlow', { FlowId: '1' })).toMatchObject({
      status: 200,
      body: { Code: 'Flow.NotFound' },
    });
    expect((await call(simulator, 'GetFlow', {})).status).toBe(400);
  });
});

describe('GetFlow and the preview link', () => {
  let flow: StoredFlow;
  beforeEach(() => {
    flow = simulator.state.addFlow(space, {
      json: wholeFlows.appointmentBooking,
      endpointUri: 'https://a.example',
      status: 'PUBLISHED',
    });
  });
  const get = async () => (await call(simulator, 'GetFlow', { FlowId: flow.id })).body.Data;

  test('says all that CAMS says of a flow', async () => {
    const data = await get();
    expect(data).toMatchObject({
      FlowId: flow.id,
      Status: 'PUBLISHED',
      JSONVersion: '7.3',
      DataApiVersion: '3.0',
      EndpointUri: 'https://a.example',
    });
    expect(data.PreviewUrl).toBe(
      `${simulator.previewOrigin}/wa/manage/flows/${flow.id}/preview/?token=${flow.previews[0]!.token}`,
    );
    expect(data.PreviewUrlExpires).toBe(flow.previews[0]!.expires);
  });

  test('keeps a link until it has expired', async () => {
    const first = (await get()).PreviewUrl;
    expect((await call(simulator, 'GetFlowPreviewUrl', { FlowId: flow.id })).body.Data.PreviewUrl).toBe(
      first,
    );
    simulator.clock.advance(simulator.behaviour.previewLifetime + 1);
    expect((await get()).PreviewUrl).not.toBe(first);
  });

  test('says little of a flow without JSON', async () => {
    flow.json = undefined;
    expect(Object.keys(await get()).sort()).toEqual([
      'Categories',
      'EndpointUri',
      'FlowId',
      'FlowName',
      'Status',
    ]);
    expect((await call(simulator, 'GetFlowJSONAssest', { FlowId: flow.id })).body.Data).toEqual({
      FlowId: flow.id,
    });
  });

  test.each([
    ['string', (value: unknown) => expect(value).toMatch(/^\d{13}$/)],
    ['seconds', (value: unknown) => expect(value).toBeLessThan(1e10)],
    ['iso', (value: unknown) => expect(value).toMatch(/T.*Z$/)],
    ['missing', (value: unknown) => expect(value).toBeUndefined()],
    ['expired', (value: unknown) => expect(value).toBeLessThan(Date.now())],
  ] as const)('can spell the expiry as %s', async (previewExpires, check) => {
    simulator.behaviour.previewExpires = previewExpires;
    check((await get()).PreviewUrlExpires);
  });

  test('can make a new link each time, and leave EndpointUri out', async () => {
    Object.assign(simulator.behaviour, { previewLink: 'newEachCall', endpointUri: false });
    const [first, second] = [await get(), await get()];
    expect(first.PreviewUrl).not.toBe(second.PreviewUrl);
    expect(first).not.toHaveProperty('EndpointUri');
  });
});

describe('changes', () => {
  const create = async (more: Record<string, string> = {}) =>
    call(simulator, 'CreateFlow', { FlowName: 'New', Categories: '["SIGN_UP"]', ...more });

  test('a name is unique in its space, and categories are known ones', async () => {
    expect((await create()).body.Data.FlowId).toMatch(/^\d{17}$/);
    expect((await create()).body.Code).toBe('Flow.NameExists');
    simulator.behaviour.uniqueNames = false;
    expect((await create()).body.Code).toBe('OK');
    for (const Categories of ['[]', '["SHOPPING"]', 'SIGN_UP', '{}']) {
      expect((await create({ Categories })).body.Code).toBe('InvalidCategories');
    }
    expect((await create({ Categories: '' })).body.Code).toBe('MissingCategories');
  });

  test('ModifyFlow keeps or clears an EndpointUri that is left out', async () => {
    const flow = simulator.state.addFlow(space, { endpointUri: 'https://a.example' });
    const change = { FlowId: flow.id, FlowName: 'Changed', Categories: '["OTHER","SURVEY"]' };
    expect(await code('ModifyFlow', change)).toBe('OK');
    expect(flow).toMatchObject({
      name: 'Changed',
      categories: ['OTHER', 'SURVEY'],
      endpointUri: 'https://a.example',
    });
    simulator.behaviour.endpointLeftOut = 'clears';
    await code('ModifyFlow', change);
    expect(flow.endpointUri).toBeUndefined();
  });

  const table: [string, Record<string, boolean>][] = [
    ['ModifyFlow', { DRAFT: true, PUBLISHED: true, THROTTLED: true, DEPRECATED: false, BLOCKED: false }],
    ['PublishFlow', { DRAFT: true, PUBLISHED: false, DEPRECATED: false, THROTTLED: false }],
    ['DeprecateFlow', { DRAFT: false, PUBLISHED: true, DEPRECATED: false, THROTTLED: true, BLOCKED: true }],
    ['DeleteFlow', { DRAFT: true, PUBLISHED: false, DEPRECATED: false, BLOCKED: false }],
  ];
  test.each(table)('%s is allowed by status: %o', async (action, allowed) => {
    for (const [status, expected] of Object.entries(allowed)) {
      const flow = simulator.state.addFlow(space, {
        status,
        json: wholeFlows.survey,
        name: `${action} ${status}`,
      });
      const answer = await code(action, { FlowId: flow.id, FlowName: flow.name, Categories: '["OTHER"]' });
      expect([status, answer]).toEqual([status, expected ? 'OK' : 'Flow.StatusNotAllowed']);
    }
  });

  test('a published flow that is changed is a draft again, or cannot be changed', async () => {
    const flow = simulator.state.addFlow(space, { status: 'PUBLISHED', json: wholeFlows.survey });
    const change = { FlowId: flow.id, FlowName: 'Changed', Categories: '["OTHER"]' };
    simulator.behaviour.editPublished = 'refused';
    expect(await code('ModifyFlow', change)).toBe('Flow.StatusNotAllowed');
    expect(flow.status).toBe('PUBLISHED');
    simulator.behaviour.editPublished = 'backToDraft';
    expect(await code('ModifyFlow', change)).toBe('OK');
    expect(flow.status).toBe('DRAFT');
  });

  test('a throttled flow is changed like a published one, or cannot be changed', async () => {
    const flow = simulator.state.addFlow(space, { status: 'THROTTLED', json: wholeFlows.survey });
    const change = { FlowId: flow.id, FlowName: 'Changed', Categories: '["OTHER"]' };
    simulator.behaviour.editThrottled = 'refused';
    expect(await code('ModifyFlow', change)).toBe('Flow.StatusNotAllowed');
    Object.assign(simulator.behaviour, { editThrottled: 'asPublished', editPublished: 'refused' });
    expect(await code('ModifyFlow', change)).toBe('Flow.StatusNotAllowed');
    simulator.behaviour.editPublished = 'backToDraft';
    expect(await code('ModifyFlow', change)).toBe('OK');
    expect(flow.status).toBe('DRAFT');
  });

  test('what was published stays with those who got it, until the next publication', async () => {
    const { id } = simulator.state.addFlow(space, { status: 'PUBLISHED', json: wholeFlows.survey });
    const flow = space.flows.get(id)!;
    expect(flow.live).toBe(wholeFlows.survey);
    simulator.secondWriter.replaceJson(id, wholeFlows.signUp);
    expect(flow).toMatchObject({ status: 'DRAFT', json: wholeFlows.signUp, live: wholeFlows.survey });
    expect(await code('PublishFlow', { FlowId: id })).toBe('OK');
    expect(flow).toMatchObject({ status: 'PUBLISHED', live: wholeFlows.signUp });
    expect(await code('DeprecateFlow', { FlowId: id })).toBe('OK');
    expect(flow).toMatchObject({ json: wholeFlows.signUp, live: wholeFlows.signUp });
  });

  test('a flow whose JSON is missing or wrong cannot be published, and the reason stays opaque', async () => {
    for (const json of [
      undefined,
      '{',
      '[]',
      '{"version":"7.3","screens":[]}',
      '{"version":7,"screens":[{"id":"A"}]}',
    ]) {
      const { id } = simulator.state.addFlow(space, { json });
      expect((await call(simulator, 'PublishFlow', { FlowId: id })).body).toMatchObject({
        Code: 'Flow.PublishFailed',
        Message: expect.stringContaining('139002'),
      });
    }
  });

  test.each([
    ['absent', undefined],
    ['null', null],
    ['emptyString', ''],
  ] as const)('no result is spelled %s', async (emptyData, expected) => {
    simulator.behaviour.emptyData = emptyData;
    const { id } = simulator.state.addFlow(space);
    const { Code, Data } = (await call(simulator, 'DeleteFlow', { FlowId: id })).body;
    expect(Code).toBe('OK');
    expect(Data).toBe(expected);
  });
});

describe('UpdateFlowJSONAsset', () => {
  const text = `\uFEFF${JSON.stringify({ version: '7.3', screens: [] })}\r\n`;
  const update = async (FilePath: string, id = simulator.state.addFlow(space).id) =>
    (await call(simulator, 'UpdateFlowJSONAsset', { FlowId: id, FilePath })).body;
  const put = (key: string, content: string) => {
    simulator.objects.set(key, { bytes: Buffer.from(content), contentType: 'application/json' });
    return `${simulator.ossEndpoint}/${key}`;
  };

  test('keeps the file byte for byte, accepts what is wrong, and may say so', async () => {
    const flow = simulator.state.addFlow(space);
    expect(await update(put('a.json', text), flow.id)).toMatchObject({
      Code: 'OK',
      Data: { FlowId: flow.id },
    });
    expect(flow.json).toBe(text);
    simulator.behaviour.validationErrors = true;
    expect((await update(put('a.json', text), flow.id)).Data.ValidationErrors[0]).toHaveProperty('error');
    simulator.behaviour.invalidJson = 'refused';
    expect((await update(put('a.json', text), flow.id)).Code).toBe('Flow.PublishFailed');
  });

  test('may write the file anew', async () => {
    simulator.behaviour.storedJson = 'reserialised';
    const flow = simulator.state.addFlow(space);
    await update(put('a.json', '{ "version": "7.3" }'), flow.id);
    expect(flow.json).toBe('{"version":"7.3"}');
  });

  test('leaves a published flow published when the file cannot be had', async () => {
    const flow = simulator.state.addFlow(space, { status: 'PUBLISHED', json: wholeFlows.survey });
    expect((await update('nothing', flow.id)).Code).toBe('Flow.FileDownloadFailed');
    expect(flow.status).toBe('PUBLISHED');
    expect((await update(put('a.json', text), flow.id)).Code).toBe('OK');
    expect(flow.status).toBe('DRAFT');
  });

  test.each(['DEPRECATED', 'BLOCKED'])('refuses a flow that is %s', async (status) => {
    const flow = simulator.state.addFlow(space, { status, json: wholeFlows.survey });
    expect((await update(put('a.json', text), flow.id)).Code).toBe('Flow.StatusNotAllowed');
    expect(flow).toMatchObject({ status, json: wholeFlows.survey });
  });

  const shown = async (FlowId: string) =>
    (await send((await call(simulator, 'GetFlowJSONAssest', { FlowId })).body.Data.FilePath as string)).text;

  test('may show the change only after a while', async () => {
    simulator.behaviour.staleReads = 2;
    const flow = simulator.state.addFlow(space, { json: '{"old":1}' });
    expect((await update(put('a.json', '{"new":1}'), flow.id)).Code).toBe('OK');
    const read: string[] = [];
    for (let count = 0; count < 3; count++) read.push(await shown(flow.id));
    expect(read).toEqual(['{"old":1}', '{"old":1}', '{"new":1}']);
  });

  test('may say OK and take nothing', async () => {
    simulator.behaviour.update = 'ignored';
    const flow = simulator.state.addFlow(space, { status: 'PUBLISHED', json: '{"old":1}' });
    expect((await update(put('a.json', '{"new":1}'), flow.id)).Code).toBe('OK');
    expect(flow).toMatchObject({ json: '{"old":1}', status: 'PUBLISHED' });
    expect(simulator.jsonChanges).toEqual([]);
  });

  test('may take its time, in which somebody else is faster', async () => {
    simulator.behaviour.updateTakes = 50;
    const flow = simulator.state.addFlow(space, { json: '{"old":1}' });
    const fetched = { place: 'GET', when: ({ site }: { site: string }) => site === 'oss' };
    simulator.secondWriter.when(fetched, (writer) => writer.replaceJson(flow.id, '{"fast":1}'));
    expect((await update(put('a.json', '{"slow":1}'), flow.id)).Code).toBe('OK');
    expect(simulator.jsonChanges.map(({ after }) => after)).toEqual(['{"fast":1}', '{"slow":1}']);
    expect(simulator.requests.of('UpdateFlowJSONAsset')[0]!.took).toBeGreaterThan(45);
  });

  test('may go by what it remembers of a link', async () => {
    simulator.behaviour.fileCache = true;
    const flow = simulator.state.addFlow(space);
    await update(put('a.json', '{"first":1}'), flow.id);
    await update(put('a.json', '{"second":1}'), flow.id);
    expect(flow.json).toBe('{"first":1}');
    await update(put('b.json', '{"second":1}'), flow.id);
    expect(flow.json).toBe('{"second":1}');
  });

  test('refuses what it cannot fetch, and never leaves the machine', async () => {
    for (const path of [
      'nothing',
      `${simulator.ossEndpoint}/none.json`,
      'https://example.com/flow.json',
      'http://10.0.0.1/x',
      'file:///etc/hosts',
    ]) {
      expect((await update(path)).Code).toBe('Flow.FileDownloadFailed');
    }
    simulator.behaviour.filePath = 'bucketOnly';
    expect((await update(`${simulator.previewOrigin}/flow.json`)).Message).toContain('foreign host');
  });
});
