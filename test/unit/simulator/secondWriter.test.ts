import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator, type StoredFlow, type StoredSpace } from '../../simulator';
import { wholeFlows } from '../../simulator/flows';
import { call, send } from './caller';

let simulator: Simulator;
let space: StoredSpace;
let flow: StoredFlow;
beforeEach(async () => {
  simulator = await startSimulator({ samples: false, behaviour: { quota: false } });
  space = simulator.account.spaces[0]!;
  flow = simulator.state.addFlow(space, { name: 'Shared', json: wholeFlows.survey });
});
afterEach(() => simulator.close());

const ask = async (action: string, parameters: Record<string, string> = {}) =>
  (await call(simulator, action, { FlowId: flow.id, ...parameters })).body;
const readJson = async () => (await send((await ask('GetFlowJSONAssest')).Data.FilePath as string)).text;
const update = (text: string) => {
  simulator.objects.set('upload.json', { bytes: Buffer.from(text), contentType: 'application/json' });
  return ask('UpdateFlowJSONAsset', { FilePath: `${simulator.ossEndpoint}/upload.json` });
};

describe('the second writer, now', () => {
  test('changes what a client sees next', async () => {
    const { secondWriter } = simulator;
    expect(secondWriter.replaceJson(flow.id, '{"theirs":1}')).toBe('OK');
    expect(await readJson()).toBe('{"theirs":1}');
    expect(secondWriter.rename(flow.id, 'Theirs')).toBe('OK');
    expect((await ask('GetFlow')).Data).toMatchObject({ FlowName: 'Theirs', Status: 'DRAFT' });
    expect(secondWriter.delete(flow.id)).toBe('OK');
    expect((await ask('GetFlow')).Code).toBe('Flow.NotFound');
  });

  test('is bound by the same rules as everybody', () => {
    const { secondWriter } = simulator;
    simulator.state.addFlow(space, { name: 'Taken' });
    expect(secondWriter.rename(flow.id, 'Taken')).toBe('Flow.NameExists');
    expect(secondWriter.deprecate(flow.id)).toBe('Flow.StatusNotAllowed');
    expect(secondWriter.publish(flow.id)).toBe('OK');
    expect(secondWriter.delete(flow.id)).toBe('Flow.StatusNotAllowed');
    simulator.behaviour.editPublished = 'refused';
    expect(secondWriter.replaceJson(flow.id, '{}')).toBe('Flow.StatusNotAllowed');
    expect(secondWriter.deprecate(flow.id)).toBe('OK');
    expect(secondWriter.publish('1')).toBe('Flow.NotFound');
    expect(flow).toMatchObject({ status: 'DEPRECATED', json: wholeFlows.survey, name: 'Shared' });
  });
});

describe('the second writer, at a moment', () => {
  test('acts exactly between two requests, once', async () => {
    const appointment = simulator.secondWriter.when(
      { place: 'GetFlowJSONAssest', moment: 'after' },
      (writer) => writer.replaceJson(flow.id, '{"theirs":1}'),
    );
    expect(appointment.acted).toBe(false);
    // What the client was given is still the earlier text: it was asked for before.
    expect(await readJson()).toBe(wholeFlows.survey);
    expect([appointment.acted, await readJson()]).toEqual([true, '{"theirs":1}']);
    flow.json = wholeFlows.survey;
    expect(await readJson()).toBe(wholeFlows.survey);
  });

  test('acts before a request takes effect, which then overwrites it', async () => {
    simulator.secondWriter.when({ place: 'UpdateFlowJSONAsset' }, (writer) =>
      writer.replaceJson(flow.id, '{"theirs":1}'),
    );
    expect((await update('{"mine":1}')).Code).toBe('OK');
    expect(simulator.jsonChanges).toEqual([
      { flowId: flow.id, by: 'secondWriter', before: wholeFlows.survey, after: '{"theirs":1}' },
      { flowId: flow.id, by: 'client', before: '{"theirs":1}', after: '{"mine":1}' },
    ]);
  });

  test('acts while CAMS fetches a file: what is gone by then cannot be changed', async () => {
    const ofCams = { place: 'GET', when: ({ site }: { site: string }) => site === 'oss' };
    simulator.secondWriter.when(ofCams, (writer) => writer.delete(flow.id));
    expect((await update('{"mine":1}')).Code).toBe('Flow.NotFound');
    expect(simulator.jsonChanges).toEqual([]);
  });

  test('waits for its turn, and for requests that fit', async () => {
    const { secondWriter } = simulator;
    const third = secondWriter.when({ place: 'GetFlow', nth: 3 }, (writer) =>
      writer.rename(flow.id, 'Third'),
    );
    const other = secondWriter.when(
      { place: 'GetFlow', when: ({ parameters }) => parameters.FlowId === 'other' },
      (writer) => writer.rename(flow.id, 'Other'),
    );
    const never = secondWriter.when({ place: '*' }, () => expect.unreachable());
    never.clear();
    for (let count = 0; count < 2; count++) expect((await ask('GetFlow')).Data.FlowName).toBe('Shared');
    expect((await ask('GetFlow')).Data.FlowName).toBe('Third');
    expect([third.acted, other.acted, never.acted]).toEqual([true, false, false]);
    secondWriter.clear();
    expect((await ask('GetFlow', { FlowId: 'other' })).Code).toBe('Flow.NotFound');
    expect(other.acted).toBe(false);
  });

  test('holds a request for as long as a test wants', async () => {
    let release!: () => void;
    const held = new Promise<void>((done) => (release = done));
    const reached = new Promise<void>((done) =>
      simulator.secondWriter.when({ place: 'UpdateFlowJSONAsset' }, () => (done(), held)),
    );
    const updated = update('{"mine":1}');
    await reached;
    expect(await readJson()).toBe(wholeFlows.survey);
    release();
    expect((await updated).Code).toBe('OK');
    expect(await readJson()).toBe('{"mine":1}');
  });
});
