import sdk, * as models from '@alicloud/cams20200606';
import * as openApi from '@alicloud/openapi-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Keys, type Simulator, startSimulator } from '../../simulator';

// The package is CommonJS: what it calls default may be one level deeper, depending on the loader.
const Client = typeof sdk === 'function' ? sdk : (sdk as unknown as { default: typeof sdk }).default;

/** The official typed client as a stranger would use it: it knows nothing of this project. */
function client(simulator: Simulator, keys: Keys) {
  const endpoint = new URL(simulator.endpoint).host;
  return new Client(new openApi.Config({ ...keys, endpoint, protocol: 'HTTP' }));
}

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({ samples: false, behaviour: { editPublished: 'backToDraft' } });
});
afterEach(() => simulator.close());

const FLOW = JSON.stringify({
  version: '7.3',
  screens: [
    {
      id: 'START',
      title: 'Start',
      terminal: true,
      layout: {
        type: 'SingleColumnLayout',
        children: [{ type: 'Footer', label: 'Done', 'on-click-action': { name: 'complete' } }],
      },
    },
  ],
});

describe.each(['everything', 'temporary'] as const)('the official typed SDK with %s keys', (login) => {
  test('calls all ten operations', async () => {
    const cams = client(simulator, simulator.logins[login]);
    const custSpaceId = simulator.account.spaces[0]!.id;
    simulator.objects.set('hand/flow.json', { bytes: Buffer.from(FLOW), contentType: 'application/json' });

    const created = await cams.createFlow(
      new models.CreateFlowRequest({
        custSpaceId,
        flowName: "Señor O'Brien (50%) * ~ +&=!",
        categories: ['SIGN_UP', 'OTHER'],
      }),
    );
    const flowId = created.body!.data!.flowId!;
    expect(created.body).toMatchObject({ code: 'OK', data: { categories: ['SIGN_UP', 'OTHER'] } });

    const listed = await cams.listFlow(
      new models.ListFlowRequest({
        custSpaceId,
        page: new models.ListFlowRequestPage({ index: 1, size: 20 }),
      }),
    );
    expect(listed.body!.data).toHaveLength(1);
    expect(listed.body!.data![0]).toMatchObject({ flowId, flowName: "Señor O'Brien (50%) * ~ +&=!" });

    const filePath = `${simulator.ossEndpoint}/hand/flow.json`;
    const updated = await cams.updateFlowJSONAsset(
      new models.UpdateFlowJSONAssetRequest({ custSpaceId, flowId, filePath }),
    );
    expect(updated.body).toMatchObject({ code: 'OK', data: { flowId } });

    const asset = await cams.getFlowJSONAssest(new models.GetFlowJSONAssestRequest({ custSpaceId, flowId }));
    expect(await (await fetch(asset.body!.data!.filePath!)).text()).toBe(FLOW);

    await cams.modifyFlow(
      new models.ModifyFlowRequest({ custSpaceId, flowId, flowName: '预约', categories: ['SURVEY'] }),
    );
    const got = await cams.getFlow(new models.GetFlowRequest({ custSpaceId, flowId }));
    expect(got.body!.data).toMatchObject({
      flowId,
      flowName: '预约',
      categories: ['SURVEY'],
      status: 'DRAFT',
      JSONVersion: '7.3',
      previewUrl: expect.stringContaining(`/wa/manage/flows/${flowId}/preview/?token=`),
    });
    expect(got.body!.data!.previewUrlExpires).toBeGreaterThan(Date.now());

    const preview = await cams.getFlowPreviewUrl(
      new models.GetFlowPreviewUrlRequest({ custSpaceId, flowId }),
    );
    expect(preview.body!.data!.previewUrl).toBe(got.body!.data!.previewUrl);

    const published = await cams.publishFlow(new models.PublishFlowRequest({ custSpaceId, flowId }));
    expect(published.body!.code).toBe('OK');
    const deprecated = await cams.deprecateFlow(new models.DeprecateFlowRequest({ custSpaceId, flowId }));
    expect(deprecated.body!.code).toBe('OK');
    expect(simulator.account.spaces[0]!.flows.get(flowId)?.status).toBe('DEPRECATED');

    const second = await cams.createFlow(
      new models.CreateFlowRequest({ custSpaceId, flowName: 'Second', categories: ['OTHER'] }),
    );
    const deleted = await cams.deleteFlow(
      new models.DeleteFlowRequest({ custSpaceId, flowId: second.body!.data!.flowId }),
    );
    expect(deleted.body!.code).toBe('OK');
    expect(simulator.account.spaces[0]!.flows.has(second.body!.data!.flowId!)).toBe(false);

    const upload = await cams.getChatappUploadAuthorization(
      new models.GetChatappUploadAuthorizationRequest({ custSpaceId }),
    );
    expect(upload.body!.data).toMatchObject({ accessKeyId: expect.stringMatching(/^STS\./), expire: 3600 });
  });
});

test('the SDK throws the code of a refusal', async () => {
  const cams = client(simulator, { ...simulator.keys, accessKeySecret: 'wrong' });
  await expect(cams.listFlow(new models.ListFlowRequest({}))).rejects.toMatchObject({
    code: 'SignatureDoesNotMatch',
  });
});
