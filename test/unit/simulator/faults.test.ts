import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { everyFault, type Simulator, startSimulator, type StoredFlow } from '../../simulator';
import { wholeFlows } from '../../simulator/flows';
import { call, send } from './caller';

let simulator: Simulator;
let flow: StoredFlow;
beforeEach(async () => {
  simulator = await startSimulator({ samples: false, behaviour: { quota: false } });
  flow = simulator.state.addFlow(simulator.account.spaces[0]!, { json: wholeFlows.survey });
});
afterEach(() => simulator.close());

const get = (signal?: AbortSignal) => call(simulator, 'GetFlow', { FlowId: flow.id }, { signal });
const links = async () => ({
  json: (await call(simulator, 'GetFlowJSONAssest', { FlowId: flow.id })).body.Data.FilePath as string,
  preview: (await get()).body.Data.PreviewUrl as string,
});

test('a fault strikes as often as ordered, where ordered, and is counted', async () => {
  const order = simulator.faults.order(
    'GetFlow',
    { kind: 'error', status: 503, code: 'ServiceUnavailable' },
    { times: 2, after: 1 },
  );
  expect((await call(simulator, 'ListFlow')).status).toBe(200);
  const statuses = [];
  for (let number = 0; number < 4; number++) statuses.push((await get()).status);
  expect(statuses).toEqual([200, 503, 503, 200]);
  expect(order.hits).toBe(2);
});

test('a fault without a number lasts until it is cleared', async () => {
  const order = simulator.faults.order('*', { kind: 'html' });
  expect(await get()).toMatchObject({ status: 502, text: expect.stringContaining('<html>') });
  order.clear();
  expect((await get()).status).toBe(200);
  simulator.faults.order('cams', { kind: 'html' });
  simulator.faults.order('oss', { kind: 'html' });
  simulator.faults.clear('cams');
  expect((await get()).status).toBe(200);
  simulator.faults.clear();
  expect((await send((await links()).json)).status).toBe(200);
});

test('a fault can be for some requests only', async () => {
  simulator.faults.order(
    'GetFlow',
    { kind: 'html' },
    { when: (request) => request.parameters.FlowId === '7' },
  );
  expect((await get()).status).toBe(200);
  expect((await call(simulator, 'GetFlow', { FlowId: '7' })).status).toBe(502);
});

test('silence lasts as long as the caller has patience, and is recorded', async () => {
  simulator.faults.order('GetFlow', { kind: 'silence' });
  await expect(get(AbortSignal.timeout(50))).rejects.toThrow();
  expect(simulator.requests.of('GetFlow')).toHaveLength(1);
  expect(simulator.requests.of('GetFlow')[0]!.status).toBeUndefined();
});

test('the connection is reset, or cut in the middle of the body', async () => {
  simulator.faults.order('GetFlow', { kind: 'reset' }, { times: 1 });
  await expect(get()).rejects.toMatchObject({ code: 'ECONNRESET' });
  simulator.faults.order('GetFlow', { kind: 'truncated' });
  await expect(get()).rejects.toThrow('aborted');
});

test('an operation may be carried out although its answer is lost', async () => {
  simulator.faults.order('CreateFlow', { kind: 'reset' }, { times: 1 });
  simulator.faults.order('CreateFlow', { kind: 'reset', carriedOut: true }, { times: 1 });
  const create = (FlowName: string) => call(simulator, 'CreateFlow', { FlowName, Categories: '["OTHER"]' });
  await expect(create('Not carried out')).rejects.toThrow();
  await expect(create('Carried out')).rejects.toThrow();
  const names = [...simulator.account.spaces[0]!.flows.values()].map((one) => one.name);
  expect(names).toContain('Carried out');
  expect(names).not.toContain('Not carried out');
});

test('a body may be huge, slow or late, and is still the true one', async () => {
  simulator.faults.order('GetFlow', { kind: 'huge', bytes: 500_000 }, { times: 1 });
  const huge = await get();
  expect(huge.text.length).toBeGreaterThanOrEqual(500_000);
  expect(huge.body.Code).toBe('OK');
  simulator.faults.order('GetFlow', { kind: 'slow', bytesPerSecond: 10_000 }, { times: 1 });
  expect((await get()).body.Code).toBe('OK');
  simulator.faults.order('GetFlow', { kind: 'delay', milliseconds: 30 }, { times: 1 });
  await get();
  expect(simulator.requests.all.at(-1)!.took).toBeGreaterThanOrEqual(29);
});

test('a throttling storm, a wrong clock and wrong types', async () => {
  simulator.faults.order('GetFlow', { kind: 'throttling' }, { times: 2 });
  expect([(await get()).body.Code, (await get()).body.Code].sort()).toEqual([
    'System.LimitControl',
    'Throttling.User',
  ]);
  simulator.faults.order('GetFlow', { kind: 'clock' }, { times: 1 });
  expect((await get()).body.Code).toBe('InvalidTimeStamp.Expired');
  simulator.faults.order('GetFlow', { kind: 'wrongTypes' });
  expect((await get()).body.Data).toMatchObject({
    FlowId: expect.any(Number),
    Categories: 'OTHER',
    PreviewUrlExpires: expect.stringContaining('T'),
  });
});

test('an answer can be changed at will, and replaced', async () => {
  simulator.faults.order(
    'GetFlow',
    { kind: 'change', change: (body) => ({ ...body, Data: undefined }) },
    { times: 1 },
  );
  expect((await get()).body).not.toHaveProperty('Data');
  simulator.faults.order('GetFlow', { kind: 'body', body: 'null' }, { times: 1 });
  expect((await get()).text).toBe('null');
});

test('redirects lead back, or elsewhere', async () => {
  simulator.faults.order('oss', { kind: 'redirect' });
  const { json } = await links();
  expect((await send(json)).headers.location).toBe(json);
  simulator.faults.clear();
  simulator.faults.order('oss', { kind: 'redirect', to: 'http://10.0.0.1/', status: 307 });
  expect(await send(json)).toMatchObject({ status: 307, headers: { location: 'http://10.0.0.1/' } });
});

test('links may have expired already when they are given away', async () => {
  simulator.faults.order('cams', { kind: 'expiredLink' });
  const { json, preview } = await links();
  expect((await send(json)).status).toBe(403);
  expect((await send(preview)).status).toBe(410);
  simulator.behaviour.jsonLink = 'bare';
  expect((await send((await links()).json)).text).toContain('Request has expired.');
});

test('links may be dead although they have not expired', async () => {
  const { json, preview } = await links();
  simulator.faults.order('oss', { kind: 'expiredLink' });
  simulator.faults.order('preview', { kind: 'expiredLink' });
  expect((await send(json)).status).toBe(403);
  expect((await send(preview)).text).toContain('data-state="dead"');
});

describe.each(Object.entries(everyFault))('after the fault "%s"', (_, fault) => {
  test.each(['cams', 'oss', 'preview'])('on %s the simulator works as before', async (place) => {
    const { json, preview } = await links();
    simulator.faults.order(place, fault);
    const tries = {
      cams: () => get(AbortSignal.timeout(100)),
      oss: () => patient(json),
      preview: () => patient(preview),
    };
    await tries[place as keyof typeof tries]().catch(() => undefined);
    simulator.faults.clear();
    expect((await get()).body.Code).toBe('OK');
    expect((await send(json)).text).toBe(wholeFlows.survey);
    expect((await send(preview)).status).toBe(200);
  });
});

function patient(url: string) {
  return send(url, { signal: AbortSignal.timeout(100) });
}

test('a test can wait for a request without asking again and again', async () => {
  const second = simulator.requests.next('GetFlow', 2);
  await get();
  await get();
  expect(await second).toBe(simulator.requests.of({ site: 'cams', action: 'GetFlow' })[1]);
  simulator.requests.clear();
  expect(simulator.requests.all).toEqual([]);
});

test('a caller that goes away before the end leaves nothing hanging', async () => {
  simulator.faults.order('GetFlow', { kind: 'delay', milliseconds: 40 });
  const answered = simulator.requests.next('GetFlow');
  await expect(get(AbortSignal.timeout(20))).rejects.toThrow();
  expect((await answered).code).toBe('OK');
});
