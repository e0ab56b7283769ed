import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Cams } from '../../../src/cams/cams';
import { isCamsError, isOutcomeUnknown } from '../../../src/cams/errors';
import { createCams } from '../../../src/cams/service';
import type { Credential, OneFlow, Session } from '../../../src/cams/types';
import { isCancelled } from '../../../src/platform/cancellation';
import { defaultBehaviour } from '../../simulator/behaviour';
import { everyFault, startSimulator, type Simulator } from '../../simulator';
import { allOf, closedPort, failure, hurry, recordingLog, serve } from './network';

let simulator: Simulator;
let log: ReturnType<typeof recordingLog>;
let cams: Cams;
let session: Session;
/** A flow with JSON, and its space. */
let flow: OneFlow;

function sessionWith(keys: Credential, endpoint = simulator.endpoint): Session {
  return { accountId: keys.accessKeyId, endpoint, credential: () => Promise.resolve(keys) };
}

beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

beforeEach(() => {
  simulator.faults.clear();
  simulator.requests.clear();
  simulator.clock.reset();
  Object.assign(simulator.behaviour, defaultBehaviour(), { quota: false });
  log = recordingLog();
  cams = createCams({ log, userAgent: 'cams-flows/1.2.3', timeLimit: 60_000 });
  session = sessionWith(simulator.keys);
  const space = simulator.account.spaces.find(({ flows }) => [...flows.values()].some(({ json }) => json))!;
  const stored = [...space.flows.values()].find(({ json }) => json)!;
  flow = { flowId: stored.id, custSpaceId: space.id };
});

function stored() {
  return simulator.account.spaces.find(({ id }) => id === flow.custSpaceId)!.flows.get(flow.flowId)!;
}

describe('reading', () => {
  it('lists spaces', async () => {
    const { instances, total } = await cams.listInstances(session, { pageIndex: 1, pageSize: 3 });
    expect(instances).toHaveLength(3);
    expect(total).toBe(simulator.account.spaces.length);
    const [space] = simulator.account.spaces;
    expect(instances).toContainEqual({
      spaceId: space!.id,
      name: space!.name,
      channelType: 'whatsapp',
      state: 'published',
    });
  });

  it('lists flows page by page, all or by name', async () => {
    const page = (index: number) =>
      cams.listFlows(session, { index, size: 2, custSpaceId: flow.custSpaceId });
    const [first, second] = await Promise.all([page(1), page(2)]);
    expect(first).toHaveLength(2);
    expect(second.length).toBeGreaterThan(0);
    expect(first.map(({ flowId }) => flowId)).not.toContain(second[0]!.flowId);
    const found = await cams.listFlows(session, {
      index: 1,
      size: 20,
      flowName: stored().name,
      custSpaceId: flow.custSpaceId,
    });
    expect(found.map(({ flowName }) => flowName)).toContain(stored().name);
  });

  it('takes an empty space id for none', async () => {
    await cams.listFlows(session, { index: 1, size: 5, custSpaceId: '' });
    expect(simulator.requests.of('ListFlow')[0]!.parameters).toEqual({ Page: '{"Index":1,"Size":5}' });
  });

  it('reads a flow', async () => {
    const { name, status, categories } = stored();
    expect(await cams.getFlow(session, flow)).toMatchObject({
      flowId: flow.flowId,
      flowName: name,
      status,
      categories,
    });
  });

  it('reads a preview link', async () => {
    const { url, expires } = await cams.getFlowPreviewUrl(session, flow);
    expect(new URL(url).origin).toBe(simulator.previewOrigin);
    expect(expires! - Date.now()).toBeGreaterThan(20 * 24 * 3_600_000);
  });

  it('downloads the JSON', async () => {
    const { bytes } = await cams.getFlowJson(session, flow);
    expect(Buffer.from(bytes).toString()).toBe(stored().json);
  });

  it('tells a flow that has no JSON yet from an answer that is damaged', async () => {
    simulator.faults.order('GetFlowJSONAssest', {
      kind: 'body',
      body: '{"Code":"OK","Data":{"FilePath":{}}}',
    });
    expect(await failure(cams.getFlowJson(session, flow))).toMatchObject({ reason: 'incomplete' });
    simulator.faults.clear();
    const json = stored().json;
    stored().json = undefined;
    expect(await failure(cams.getFlowJson(session, flow))).toMatchObject({ reason: 'noJson' });
    stored().json = json;
  });

  it('reads keys for an upload', async () => {
    const { credential, host, bucket, directory } = await cams.getUploadAuthorization(session, flow);
    expect(credential).toMatchObject({
      accessKeyId: expect.stringMatching(/^STS\./),
      securityToken: expect.any(String),
    });
    expect(`${bucket} ${host} ${directory}`).toMatch(/^\S+ [\w.:-]+ [^/]\S*[^/]$/);
  });

  it('assumes a role and works with its keys', async () => {
    const request = {
      base: simulator.logins.roleUser,
      endpoint: simulator.stsEndpoint,
      roleArn: simulator.roleArn,
    };
    const { credential, expires } = await cams.assumeRole({
      ...request,
      sessionName: 'tests',
      duration: 900,
    });
    expect((expires - Date.now()) / 1000).toBeCloseTo(900, -2);
    expect(await cams.getFlow(sessionWith(credential), flow)).toMatchObject({ flowId: flow.flowId });
  });
});

describe('writing', () => {
  it('creates, changes, fills, publishes, deprecates and deletes', async () => {
    const site = await serve((_, response) => response.end(stored().json));
    const { custSpaceId } = flow;
    const made = await cams.createFlow(session, {
      flowName: 'From a test',
      categories: ['SURVEY', 'OTHER'],
      custSpaceId,
    });
    expect(made).toMatchObject({ flowName: 'From a test', categories: ['SURVEY', 'OTHER'] });
    const one = { flowId: made.flowId, custSpaceId };
    const changes = { flowName: 'Changed', categories: ['OTHER'], endpointUri: 'https://example.com/flow' };
    expect(await cams.modifyFlow(session, { ...one, ...changes })).toMatchObject({ flowId: made.flowId });
    expect(await cams.getFlow(session, one)).toMatchObject({ ...changes, status: 'DRAFT' });
    await cams.updateFlowJson(session, { ...one, filePath: `${site.origin}/flow.json` });
    expect(Buffer.from((await cams.getFlowJson(session, one)).bytes).toString()).toBe(stored().json);
    await cams.publishFlow(session, one);
    await cams.deprecateFlow(session, one);
    expect(await cams.getFlow(session, one)).toMatchObject({ status: 'DEPRECATED' });
    const draft = await cams.createFlow(session, { flowName: 'Draft', categories: ['OTHER'], custSpaceId });
    await cams.deleteFlow(session, { flowId: draft.flowId, custSpaceId });
    expect(await failure(cams.getFlow(session, { flowId: draft.flowId, custSpaceId }))).toMatchObject({
      situation: 'notFound',
    });
  });
});

describe('a change that fails', () => {
  const create = (used = session) =>
    cams.createFlow(used, { flowName: 'Twice?', categories: ['OTHER'], custSpaceId: flow.custSpaceId });

  it.each([
    ['the answer is lost', { kind: 'reset', carriedOut: true }, true],
    ['the answer has no id', { kind: 'body', body: '{"Code":"OK","Data":{}}' }, true],
    ['the answer has no data', { kind: 'body', body: '{"Code":"OK"}' }, true],
    ['the service breaks', { kind: 'error', status: 503, code: 'ServiceUnavailable' }, true],
    ['the service refuses', { kind: 'error', status: 400, code: 'Odd' }, false],
    ['it was too much', { kind: 'throttling' }, false],
  ] as const)('tells whether it may have been made, and is not repeated: %s', async (_, fault, isUnknown) => {
    simulator.faults.order('CreateFlow', fault);
    const error = await failure(create());
    expect(isOutcomeUnknown(error)).toBe(isUnknown);
    expect(/unknown whether/.test(error.message)).toBe(isUnknown);
    expect(simulator.requests.of('CreateFlow')).toHaveLength(1);
  });

  it('because nobody was there has not been made', async () => {
    const error = await failure(
      create(sessionWith(simulator.keys, `http://127.0.0.1:${await closedPort()}`)),
    );
    expect(error).toMatchObject({ situation: 'network', reason: 'unreachable' });
    expect(isOutcomeUnknown(error)).toBe(false);
  });

  it('is no matter of doubt when it only reads', async () => {
    simulator.faults.order('GetFlow', { kind: 'reset' });
    expect(isOutcomeUnknown(await hurry(() => failure(cams.getFlow(session, flow))))).toBe(false);
  });
});

describe('keys', () => {
  it.each([
    ['nothing', 'permission'],
    ['withoutListFlow', 'permission'],
    ['disabled', 'credentials'],
    ['unknown', 'credentials'],
    ['expired', 'expiredToken'],
    ['notSubscribed', 'notSubscribed'],
  ] as const)('of login %s: %s', async (login, situation) => {
    const error = await failure(cams.listFlows(sessionWith(simulator.logins[login]), { index: 1, size: 5 }));
    expect(error).toMatchObject({ situation });
    if (situation === 'permission') expect(error).toMatchObject({ action: 'cams:ListFlow' });
  });

  it('with a wrong secret', async () => {
    const keys = { ...simulator.keys, accessKeySecret: 'planted-wrong-secret' };
    const error = await failure(cams.getFlow(sessionWith(keys), flow));
    expect(error).toMatchObject({
      situation: 'credentials',
      code: 'SignatureDoesNotMatch',
      detail: undefined,
    });
  });

  it('of another account', async () => {
    expect(await failure(cams.getFlow(sessionWith(simulator.logins.direct), flow))).toMatchObject({
      situation: 'wrongSpace',
    });
  });

  it('without the right to assume a role name the action of STS', async () => {
    const request = {
      base: simulator.logins.nothing,
      endpoint: simulator.stsEndpoint,
      roleArn: simulator.roleArn,
    };
    const error = await failure(cams.assumeRole({ ...request, sessionName: 'tests' }));
    expect(error).toMatchObject({ situation: 'permission', action: 'sts:AssumeRole' });
  });

  it('on a machine whose clock is wrong', async () => {
    simulator.clock.gatewaySkew = 20 * 60_000;
    expect(await failure(cams.getFlow(session, flow))).toMatchObject({ situation: 'clock' });
  });
});

describe('what the documentation leaves open', () => {
  it.each([
    { businessErrors: 'http200' },
    { idNewline: true },
    { listShape: 'flowList' },
    { emptyData: 'null' },
    { emptyData: 'emptyString' },
    { endpointUri: false },
    { accessDeniedDetail: 'string' },
    { instanceCustSpaceId: false },
    { jsonLink: 'bare' },
    { jsonLink: 'signedV1' },
    { previewExpires: 'string' },
    { previewExpires: 'seconds' },
    { previewExpires: 'iso' },
  ] as const)('makes no difference: %j', async (behaviour) => {
    Object.assign(simulator.behaviour, behaviour);
    const rows = await cams.listFlows(session, { index: 1, size: 100, custSpaceId: flow.custSpaceId });
    expect(rows.map(({ flowId }) => flowId)).toContain(flow.flowId);
    const details = await cams.getFlow(session, flow);
    expect(details).toMatchObject({ flowId: flow.flowId, status: stored().status });
    expect(Math.abs(details.preview!.expires! - stored().previews.at(-1)!.expires)).toBeLessThan(1000);
    expect(Buffer.from((await cams.getFlowJson(session, flow)).bytes).toString()).toBe(stored().json);
    const { instances } = await cams.listInstances(session, { pageIndex: 1, pageSize: 100 });
    expect(
      await cams.listFlows(session, { index: 1, size: 5, custSpaceId: instances[0]!.spaceId }),
    ).toBeInstanceOf(Array);
    expect(await failure(cams.getFlow(session, { ...flow, flowId: '404' }))).toMatchObject({
      situation: 'notFound',
    });
  });

  it('keeps every digit of ids that are bare numbers', async () => {
    const body = '{"Code":"OK","Data":[{"FlowId":92675332812643123,"FlowName":"a"}]}';
    const service = await serve((_, response) => response.end(body));
    const rows = await cams.listFlows(sessionWith(simulator.keys, service.origin), { index: 1, size: 5 });
    expect(rows).toEqual([{ flowId: '92675332812643123', flowName: 'a', categories: undefined }]);
  });

  it('may leave out when a preview link ends', async () => {
    simulator.behaviour.previewExpires = 'missing';
    expect((await cams.getFlowPreviewUrl(session, flow)).expires).toBeUndefined();
  });
});

describe('a link that is refused', () => {
  it('is replaced by a new one', async () => {
    simulator.faults.order('oss', { kind: 'expiredLink' }, { times: 1 });
    expect(Buffer.from((await cams.getFlowJson(session, flow)).bytes).toString()).toBe(stored().json);
    expect(simulator.requests.of('GetFlowJSONAssest')).toHaveLength(2);
  });

  it('is replaced only once', async () => {
    simulator.faults.order('oss', { kind: 'expiredLink' });
    expect(await failure(cams.getFlowJson(session, flow))).toMatchObject({
      situation: 'malformed',
      reason: 'xml',
      httpStatus: 403,
    });
    expect(simulator.requests.of('GetFlowJSONAssest')).toHaveLength(2);
  });
});

describe('faults', () => {
  const features: Record<string, () => Promise<unknown>> = {
    ListFlow: () => cams.listFlows(session, { index: 1, size: 5, custSpaceId: flow.custSpaceId }),
    GetFlow: () => cams.getFlow(session, flow),
    GetFlowPreviewUrl: () => cams.getFlowPreviewUrl(session, flow),
    GetFlowJSONAssest: () => cams.getFlowJson(session, flow),
    oss: () => cams.getFlowJson(session, flow),
    ListInstance: () => cams.listInstances(session, { pageIndex: 1, pageSize: 5 }),
    GetChatappUploadAuthorization: () => cams.getUploadAuthorization(session, flow),
    AssumeRole: () =>
      cams.assumeRole({
        base: simulator.logins.roleUser,
        endpoint: simulator.stsEndpoint,
        roleArn: simulator.roleArn,
        sessionName: 'tests',
      }),
    ModifyFlow: () =>
      cams.modifyFlow(session, { ...flow, flowName: stored().name, categories: stored().categories }),
  };

  describe.each(Object.keys(features))('at %s', (place) => {
    it.each(Object.keys(everyFault))(
      '%s: an answer or one of our errors, no secret, and it works again',
      async (name) => {
        simulator.faults.order(place, everyFault[name]!);
        const error = await hurry(() =>
          features[place]!().then(
            () => undefined,
            (reason: unknown) => reason,
          ),
        );
        if (error !== undefined) expect(isCamsError(error)).toBe(true);
        const told = allOf(error) + log.lines.join('\n');
        const { accessKeySecret, securityToken } = simulator.logins.temporary;
        for (const secret of [
          simulator.keys.accessKeySecret,
          simulator.logins.roleUser.accessKeySecret,
          accessKeySecret,
          securityToken!,
        ]) {
          expect(told).not.toContain(secret);
        }
        expect(told).not.toMatch(/Signature=|x-oss-|preview\/|<html|undefined failed|https?:\/\/[^\s]*\?/);

        simulator.faults.clear();
        await hurry(() => features[place]!());
      },
    );
  });

  it('of wrong types are read all the same', async () => {
    simulator.faults.order('*', everyFault['wrong types']!);
    const rows = await cams.listFlows(session, { index: 1, size: 5, custSpaceId: flow.custSpaceId });
    expect(rows.length).toBeGreaterThan(0);
    const details = await cams.getFlow(session, flow);
    expect(details).toMatchObject({
      flowId: flow.flowId,
      categories: stored().categories,
      flowName: undefined,
    });
    expect(stored().previews.map(({ expires }) => expires)).toContain(details.preview!.expires);
  });
});

describe('cancelling', () => {
  it.each(['GetFlowJSONAssest', 'oss'])('a download during %s ends it at once', async (place) => {
    const controller = new AbortController();
    simulator.faults.order(place, { kind: 'silence' }, { when: () => (controller.abort(), true) });
    expect(isCancelled(await failure(cams.getFlowJson(session, flow, { signal: controller.signal })))).toBe(
      true,
    );
  });
});
