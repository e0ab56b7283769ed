import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { startSimulator, type Simulator, type StoredFlow } from '../simulator';
import { extension } from './extension';
import { pause, until } from './waiting';
import { startProxy, type Proxy } from './proxy';

const CAMS = 'cams.ap-southeast-1.aliyuncs.com:443';
const STORE = 'cams-flows.oss-ap-southeast-1.aliyuncs.com:443';

/**
 * The real host names over TLS, as in a company: nothing but the proxy leads to them. What is proven is that
 * VS Code's settings reach both the SDK's requests and the download of the JSON.
 */
describe('behind a proxy', () => {
  let simulator: Simulator;
  let proxy: Proxy;
  let space: { accountId: string; spaceId: string };
  let flows: StoredFlow[];
  let others: ReadonlySet<string>;

  const setting = (name: string, value: unknown) =>
    vscode.workspace.getConfiguration('http').update(name, value, vscode.ConfigurationTarget.Global);
  const accounts = async () => vscode.authentication.getAccounts('camsFlows');
  const open = (flow: StoredFlow) =>
    vscode.commands.executeCommand('camsFlows.flow.openJson', { ...space, flowId: flow.id });
  /** What the tab offers above the sentence that says why it cannot show the flow. */
  const takeWayOut = async () => {
    const { uri } = vscode.window.activeTextEditor!.document;
    const [lens] = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      uri,
    );
    await vscode.commands.executeCommand(lens!.command!.command, ...(lens!.command!.arguments ?? []));
  };
  const text = () => vscode.window.activeTextEditor?.document.getText() ?? '';

  before(async () => {
    simulator = await startSimulator({ ossOrigin: `https://${STORE.replace(':443', '')}` });
    const stored = simulator.account.spaces.find(({ flows: all }) => all.size > 3)!;
    flows = [...stored.flows.values()].filter(({ json }) => json !== undefined);
    space = { accountId: '', spaceId: stored.id };
    const read = (name: string) =>
      fs.readFileSync(path.join(extension().extensionPath, 'test/integration/certificates', name));
    proxy = await startProxy(
      { [CAMS]: simulator.endpoint, [STORE]: simulator.ossEndpoint },
      { key: read('loopback-proxy.key'), cert: read('loopback-proxy.crt') },
    );
    await setting('proxy', proxy.url);
    others = new Set((await accounts()).map(({ id }) => id));
  });
  after(async () => {
    await setting('proxy', undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('camsFlows.account.signOut', { ...space });
    proxy.close();
    await simulator.close();
  });
  beforeEach(() => {
    proxy.tunnels.length = 0;
  });

  it('signs in through it', async () => {
    process.env['ALIBABA_CLOUD_ACCESS_KEY_ID'] = simulator.keys.accessKeyId;
    process.env['ALIBABA_CLOUD_ACCESS_KEY_SECRET'] = simulator.keys.accessKeySecret;
    const asked = simulator.requests.next('ListInstance');
    await acceptEverything(vscode.commands.executeCommand('camsFlows.account.import'));
    delete process.env['ALIBABA_CLOUD_ACCESS_KEY_ID'];
    delete process.env['ALIBABA_CLOUD_ACCESS_KEY_SECRET'];
    assert.equal((await asked).status, 200);
    assert.ok(proxy.tunnels.length > 0);
    assert.deepEqual([...new Set(proxy.tunnels)], [CAMS]);
    const added = (await accounts()).find(({ id }) => !others.has(id));
    space.accountId = added!.id;
  });

  it('asks CAMS and downloads the JSON through it', async () => {
    await open(flows[0]!);
    await until(() => text() === flows[0]!.json);
    assert.ok(proxy.tunnels.includes(CAMS), 'the SDK');
    assert.ok(proxy.tunnels.includes(STORE), 'the download');
  });

  it('says what is wrong when the proxy wants credentials, and passes with them', async () => {
    proxy.credentials = `Basic ${Buffer.from('office:secret').toString('base64')}`;
    await open(flows[1]!);
    await until(() => text().includes('http://user:password@host:port'));
    assert.equal(simulator.requests.of('GetFlowJSONAssest').length, 1);
    await setting('proxy', proxy.url.replace('//', '//office:secret@'));
    await takeWayOut();
    await until(() => text() === flows[1]!.json);
    proxy.credentials = undefined;
  });

  it('says what is wrong when it shows a certificate that nobody trusts', async () => {
    proxy.isTrusted = false;
    await open(flows[2]!);
    await until(() => text().includes('http.systemCertificates'));
    proxy.isTrusted = true;
  });
});

/** Takes what each step of a dialogue proposes. */
async function acceptEverything(dialogue: Thenable<unknown>): Promise<void> {
  let isOver = false;
  const over = Promise.resolve(dialogue).finally(() => (isOver = true));
  while (!isOver) {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await Promise.race([over, pause(100)]);
  }
  await over;
}
