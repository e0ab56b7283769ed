import http from 'node:http';
import https from 'node:https';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Cams } from '../../../src/cams/cams';
import { isCamsError, isOutcomeUnknown } from '../../../src/cams/errors';
import { createCams } from '../../../src/cams/service';
import type { CallOptions, FilePathShape, OneFlow, Session } from '../../../src/cams/types';
import { isCancelled } from '../../../src/platform/cancellation';
import { defaultBehaviour } from '../../simulator/behaviour';
import { everyFault, startSimulator, type Simulator } from '../../simulator';
import { wholeFlows } from '../../simulator/flows';
import { allOf, failure, hurry, recordingLog } from './network';

const STEPS = ['GetChatappUploadAuthorization', 'PUT', 'UpdateFlowJSONAsset'];
const TEXT = '\uFEFF{\r\n  "version": "7.2", "screens": []\t}\n';

let simulator: Simulator;
let log: ReturnType<typeof recordingLog>;
let cams: Cams;
let session: Session;
let flow: OneFlow;
/** What the flow holds before a test. */
let before: string | undefined;

beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

beforeEach(() => {
  simulator.faults.clear();
  simulator.requests.clear();
  simulator.clock.reset();
  simulator.objects.clear();
  Object.assign(simulator.behaviour, defaultBehaviour(), { quota: false });
  begin(simulator);
});

function begin(used: Simulator): void {
  log = recordingLog();
  cams = createCams({ log, userAgent: 'cams-flows/1.2.3', timeLimit: 60_000 });
  session = { accountId: 'account', endpoint: used.endpoint, credential: () => Promise.resolve(used.keys) };
  const space = used.account.spaces.find(({ flows }) =>
    [...flows.values()].some(({ json, status }) => json !== undefined && status === 'DRAFT'),
  )!;
  const stored = [...space.flows.values()].find(
    ({ json, status }) => json !== undefined && status === 'DRAFT',
  )!;
  flow = { flowId: stored.id, custSpaceId: space.id };
  before = stored.json;
}

const store = (text = TEXT, filePath?: FilePathShape, options?: CallOptions) =>
  cams.storeFlowJson(session, { custSpaceId: flow.custSpaceId, bytes: Buffer.from(text), filePath }, options);
const update = (filePath: string, options?: CallOptions) =>
  cams.updateFlowJson(session, { ...flow, filePath }, options);
/** Both halves, with nothing in between. */
const upload = async (...args: Parameters<typeof store>) => update(await store(...args), args[2]);
const json = (used = simulator) => used.state.findFlow(flow.flowId)!.flow.json;
const steps = (used = simulator) => used.requests.all.map(({ action }) => action);
const filePathSent = (used = simulator) =>
  used.requests.of('UpdateFlowJSONAsset').at(-1)!.parameters.FilePath!;

/** Everything that is not to be seen: our own keys, and those of every upload. */
function secretsOf(used: Simulator): string[] {
  return used.account.keys
    .filter(({ uploadDirectory }) => uploadDirectory !== undefined)
    .flatMap(({ accessKeySecret, securityToken }) => [accessKeySecret, securityToken!])
    .concat(used.keys.accessKeySecret)
    .flatMap((secret) => [secret, encodeURIComponent(secret)]);
}

function expectNoSecrets(error?: unknown, used = simulator): void {
  const told = allOf(error) + log.lines.join('\n');
  for (const secret of secretsOf(used)) expect(told).not.toContain(secret);
  expect(told).not.toMatch(/Signature=|x-oss-signature|\.json/);
}

describe('an upload', () => {
  it('takes three requests, and the flow has every byte', async () => {
    await upload();
    expect(steps()).toEqual(['GetChatappUploadAuthorization', 'PUT', 'UpdateFlowJSONAsset', 'GET']);
    expect(json()).toBe(TEXT);
    for (const { parameters, action } of simulator.requests.all.filter(({ site }) => site === 'cams')) {
      expect(parameters.CustSpaceId, action).toBe(flow.custSpaceId);
    }
    expectNoSecrets();
  });

  it('changes no flow by the file alone: CAMS has not been asked anything but the keys', async () => {
    const filePath = await store();
    expect(steps()).toEqual(['GetChatappUploadAuthorization', 'PUT']);
    expect(json()).toBe(before);
    const { requestId } = await update(filePath);
    expect(json()).toBe(TEXT);
    expect(requestId).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
    expectNoSecrets();
  });

  it('passes on what CAMS says is wrong with a flow that it took', async () => {
    simulator.behaviour.validationErrors = true;
    const { validationErrors } = await upload('{"version":"7.2","screens":[]}');
    expect(validationErrors).toEqual(['screens must be a list of at least one screen.']);
    expect(json()).toBe('{"version":"7.2","screens":[]}');
    expect(await upload(wholeFlows.survey)).not.toHaveProperty('validationErrors');
  });

  it('has a new name of its own each time, in the directory of the authorization', async () => {
    // Under a name that it knows CAMS may not look again.
    simulator.behaviour.fileCache = true;
    await upload();
    await upload('{}');
    expect(json()).toBe('{}');
    const keys = [...simulator.objects.keys()];
    expect(new Set(keys).size).toBe(2);
    for (const key of keys)
      expect(key).toMatch(/^\d+\/\d+\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.json$/);
  });

  it('may have 10 MB, and not a byte more', async () => {
    const limit = 10 * 1024 * 1024;
    const largest = `"${'x'.repeat(limit - 2)}"`;
    await upload(largest);
    expect(json()).toBe(largest);
    simulator.requests.clear();
    const error = await failure(upload(`${largest} `));
    expect(error).toMatchObject({ situation: 'unfit', reason: 'tooLarge' });
    expect(isOutcomeUnknown(error)).toBe(false);
    expect(steps()).toEqual([]);
  });

  it('stands in the line of the quota', async () => {
    simulator.behaviour.quota = true;
    await hurry(() =>
      Promise.all(Array.from({ length: 7 }, () => upload(TEXT, 'bare', { lane: 'visible' }))),
    );
    expect(simulator.requests.all.filter(({ code = '' }) => /Throttl|Limit/.test(code))).toEqual([]);
    expect(log.lines.filter((line) => /UpdateFlowJSONAsset.*lane visible/.test(line))).toHaveLength(7);
  });
});

/** What VS Code does to https for its proxy, and here to lead a public name to this machine. */
async function openPublic(): Promise<Simulator> {
  const ossOrigin = 'https://cams-flows.oss-ap-southeast-1.aliyuncs.com';
  const used = await startSimulator({ ossOrigin });
  onTestFinished(() => used.close());
  const request = (url: string, options: http.RequestOptions) =>
    http.request(url.replace(ossOrigin, used.ossEndpoint), { ...options, agent: undefined });
  const spy = vi.spyOn(https, 'request').mockImplementation(request as unknown as typeof https.request);
  onTestFinished(() => spy.mockRestore());
  begin(used);
  return used;
}

describe('the signature', () => {
  it('is V4 where the host names a region, by https and Node itself, which obeys a proxy', async () => {
    const used = await openPublic();
    await upload();
    expect(json(used)).toBe(TEXT);
    const [put] = used.requests.of('PUT');
    expect(put!.headers.authorization).toMatch(
      /^OSS4-HMAC-SHA256 Credential=STS\.[^/]+\/\d{8}\/ap-southeast-1\//,
    );
    expect(filePathSent(used)).toMatch(/^https:\/\/cams-flows\.oss-ap-southeast-1\.aliyuncs\.com\//);
    expectNoSecrets(undefined, used);
  });

  it('is V1 where it does not', async () => {
    await upload();
    expect(simulator.requests.of('PUT')[0]!.headers.authorization).toMatch(/^OSS STS\./);
  });
});

describe('FilePath', () => {
  it('is a link that needs no signature', async () => {
    await upload();
    expect(filePathSent()).toBe(`${simulator.ossEndpoint}/${[...simulator.objects.keys()][0]}`);
  });

  it.each(['V1', 'V4'])('is, signed with %s, a link into a bucket that is not public', async (version) => {
    const used = version === 'V4' ? await openPublic() : simulator;
    Object.assign(used.behaviour, { bareUrlReadable: false, uploadKeysRead: true });
    expect(await failure(upload())).toMatchObject({ code: 'Flow.FileDownloadFailed' });
    expect(json(used)).toBe(before);
    await upload(TEXT, 'presigned');
    expect(json(used)).toBe(TEXT);
    expect(filePathSent(used)).toMatch(version === 'V4' ? /x-oss-signature=/ : /&Signature=|\?Signature=/);
    expectNoSecrets(undefined, used);
  });

  it.each([
    ['as it is', (link: string) => link],
    ['encoded', encodeURIComponent],
  ])('is no secret of the log when CAMS quotes it %s', async (_, spelled) => {
    simulator.behaviour.uploadKeysRead = true;
    const quoted = () => `Cannot read ${spelled(filePathSent())}`;
    simulator.faults.order(
      'UpdateFlowJSONAsset',
      { kind: 'change', change: () => ({ Code: 'Flow.FileDownloadFailed', Message: quoted() }) },
      { times: 1 },
    );
    const error = await failure(upload(TEXT, 'presigned'));
    expect(error).toMatchObject({ code: 'Flow.FileDownloadFailed' });
    simulator.faults.order('UpdateFlowJSONAsset', {
      kind: 'change',
      change: () => ({ Code: 'OK', Data: { ValidationErrors: [quoted()] } }),
    });
    const { validationErrors } = await upload(TEXT, 'presigned');
    expect(validationErrors).toEqual([expect.stringMatching(/^Cannot read http/)]);
    const told = allOf(error) + log.lines.join('\n') + validationErrors!.join();
    const signature = new URL(filePathSent()).searchParams.get('Signature')!;
    for (const secret of [signature, encodeURIComponent(signature), ...secretsOf(simulator)]) {
      expect(told).not.toContain(secret);
    }
  });

  it('is what a pattern makes of it', async () => {
    await upload(TEXT, { pattern: `${simulator.ossEndpoint}/{key}?v=1` });
    expect(filePathSent()).toMatch(/\.json\?v=1$/);
    expect(json()).toBe(TEXT);
  });

  it('is not made of a pattern without a place for the file: nothing is sent', async () => {
    const error = await failure(upload(TEXT, { pattern: 'https://example.com/flow.json' }));
    expect(error).toMatchObject({ situation: 'unfit', reason: 'filePath' });
    expect(steps()).toEqual([]);
  });
});

describe('keys of an upload', () => {
  it('that end on the way are asked for once more', async () => {
    simulator.faults.order('PUT', everyFault.reset!, {
      when: () => (simulator.clock.advance(4_000_000), false),
    });
    const error = await failure(upload());
    expect(error).toMatchObject({
      situation: 'uploadRefused',
      reason: 'keys',
      code: 'SecurityTokenExpired',
      operation: 'upload',
    });
    expect(steps()).toEqual([...STEPS.slice(0, 2), ...STEPS.slice(0, 2)]);
    simulator.faults.clear();
    let isFirst = true;
    simulator.faults.order('PUT', everyFault.reset!, {
      when: () => {
        if (isFirst) simulator.clock.advance(4_000_000);
        return (isFirst = false);
      },
    });
    await upload();
    expect(json()).toBe(TEXT);
    expectNoSecrets(error);
  });

  it.each([
    ['InvalidAccessKeyId', { AccessKeyId: 'STS.unknown' }, 'keys'],
    ['InvalidSecurityToken', { SecurityToken: 'of somebody else' }, 'keys'],
    ['SignatureDoesNotMatch', { AccessKeySecret: 'wrong-secret' }, 'keys'],
    ['AccessDenied', { Dir: 'elsewhere' }, 'permission'],
  ])('that are refused with %s', async (code, wrong, reason) => {
    simulator.faults.order('GetChatappUploadAuthorization', {
      kind: 'change',
      change: (body) => ({ ...body, Data: { ...(body.Data as object), ...wrong } }),
    });
    const error = await failure(upload());
    expect(error).toMatchObject({ situation: 'uploadRefused', reason, code, httpStatus: 403 });
    expect(simulator.requests.of('PUT')).toHaveLength(reason === 'keys' ? 2 : 1);
    expect(simulator.requests.of('UpdateFlowJSONAsset')).toEqual([]);
    expectNoSecrets(error);
  });

  it('are not sent where an authorization must not lead', async () => {
    for (const wrong of [{ EndPoint: 'http://169.254.169.254' }, { BucketName: 'a@b' }, { Dir: '../x' }]) {
      simulator.faults.order(
        'GetChatappUploadAuthorization',
        { kind: 'change', change: (body) => ({ ...body, Data: { ...(body.Data as object), ...wrong } }) },
        { times: 1 },
      );
      expect(await failure(upload())).toMatchObject({ situation: 'malformed', reason: 'unsafeLink' });
    }
    expect(simulator.requests.of('PUT')).toEqual([]);
  });

  it('do not help where the clock is wrong', async () => {
    simulator.faults.order('PUT', everyFault['wrong clock']!);
    expect(await failure(upload())).toMatchObject({ situation: 'clock', operation: 'upload' });
  });
});

describe('a lost answer', () => {
  it.each([false, true])(
    'of the file store is repeated under the same name (taken: %s)',
    async (carriedOut) => {
      simulator.faults.order('PUT', { kind: 'reset', carriedOut }, { times: 1 });
      await hurry(() => upload());
      expect(simulator.requests.of('PUT').map(({ url }) => url)).toEqual(
        Array(2).fill(simulator.requests.of('PUT')[0]!.url),
      );
      expect(simulator.requests.of('GetChatappUploadAuthorization')).toHaveLength(1);
      expect([simulator.objects.size, json()]).toEqual([1, TEXT]);
    },
  );

  it.each([
    ['reset', { kind: 'reset', carriedOut: true }, true],
    ['reset', { kind: 'reset' }, false],
    ['truncated', { kind: 'truncated' }, true],
    ['page', { kind: 'html' }, false],
    ['page with HTTP 200', { kind: 'html', status: 200 }, false],
    ['InternalError', { kind: 'error', status: 500, code: 'InternalError' }, false],
  ] as const)(
    'of CAMS is not repeated; the error says that it may have arrived: %s',
    async (_, fault, arrived) => {
      simulator.faults.order('UpdateFlowJSONAsset', fault);
      const error = await failure(upload());
      expect(isOutcomeUnknown(error)).toBe(true);
      expect(error.message).toMatch(/^UpdateFlowJSONAsset failed: .*unknown whether it was carried out/);
      expect(simulator.requests.of('UpdateFlowJSONAsset')).toHaveLength(1);
      expect(json()).toBe(arrived ? TEXT : before);
    },
  );

  it('after a silence too', async () => {
    cams = createCams({ log, userAgent: 'test', timeLimit: 1000 });
    simulator.faults.order('UpdateFlowJSONAsset', { kind: 'silence', carriedOut: true });
    const error = await failure(upload());
    expect(error).toMatchObject({ situation: 'network', reason: 'timeout', outcome: 'unknown' });
    await vi.waitFor(() => expect(json()).toBe(TEXT));
  });

  it.each([
    ['refused', { kind: 'error', status: 403, code: 'NoPermission' }],
    ['throttled', { kind: 'throttling' }],
    ['wrong clock', { kind: 'clock' }],
    ['unknown error', { kind: 'error', status: 400, code: 'Something.NobodyKnows' }],
  ] as const)('is not what a refusal is: %s', async (_, fault) => {
    simulator.faults.order('UpdateFlowJSONAsset', fault);
    const error = await failure(upload());
    expect(isCamsError(error)).toBe(true);
    expect(isOutcomeUnknown(error)).toBe(false);
    expect(json()).toBe(before);
  });
});

describe('cancelling', () => {
  it.each(STEPS)('during %s ends it at once', async (step) => {
    const controller = new AbortController();
    simulator.faults.order(step, { kind: 'silence' }, { when: () => (controller.abort(), true) });
    const error = await failure(upload(TEXT, 'bare', { signal: controller.signal }));
    expect(isCancelled(error)).toBe(true);
    // Only the last step changes the flow.
    expect(isOutcomeUnknown(error)).toBe(step === 'UpdateFlowJSONAsset');
    expect(steps()).toEqual(STEPS.slice(0, STEPS.indexOf(step) + 1));
    expect(json()).toBe(before);
  });

  it('before it begins sends nothing', async () => {
    const error = await failure(upload(TEXT, 'bare', { signal: AbortSignal.abort() }));
    expect([isCancelled(error), isOutcomeUnknown(error)]).toEqual([true, false]);
    expect(steps()).toEqual([]);
  });

  it('in the line of the quota is no doubt', async () => {
    const controller = new AbortController();
    const uploads = Array.from({ length: 6 }, (_, index) =>
      upload(TEXT, 'bare', index === 5 ? { signal: controller.signal, lane: 'background' } : {}),
    );
    await simulator.requests.next('UpdateFlowJSONAsset', 5);
    controller.abort();
    const error = await failure(uploads[5]!);
    expect([isCancelled(error), isOutcomeUnknown(error)]).toEqual([true, false]);
    await Promise.all(uploads.slice(0, 5));
  });
});

describe.each(STEPS)('a fault at %s', (place) => {
  it.each(Object.keys(everyFault))(
    '%s: the flow as before or as after, one of our errors, no secret, and it works again',
    async (name) => {
      simulator.faults.order(place, everyFault[name]!);
      const error = await hurry(() =>
        upload().then(
          () => undefined,
          (reason: unknown) => reason,
        ),
      );
      if (error !== undefined) expect(isCamsError(error)).toBe(true);
      // An OK that is not true is found only by reading back.
      const isLie = place === 'UpdateFlowJSONAsset' && name === 'no data';
      if (isOutcomeUnknown(error) || isLie) expect([TEXT, before]).toContain(json());
      else expect(json()).toBe(error === undefined ? TEXT : before);
      expectNoSecrets(error);

      simulator.faults.clear();
      await hurry(() => upload('{}'));
      expect(json()).toBe('{}');
    },
  );
});
