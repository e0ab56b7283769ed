import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { everyFault } from '../../simulator';
import { features, type Feature, type Place, type Scene, type Told } from './features';
import { forbidStrayErrors } from './strays';
import { pass, until, useFastTime } from './time';
import { buildHouse, signIn, signInRole, spaceNode, type House } from './walk';

useFastTime();
forbidStrayErrors();

let house: House;
let scene: Scene;

beforeEach(async () => {
  house = await buildHouse();
  const { simulator } = house;
  const window = await house.open();
  const accountId = await signIn(window, simulator.keys, 'Main');
  const empty = simulator.faults.order('ListInstance', { kind: 'body', body: '{"Code":"OK","Data":[]}' });
  const bareId = await signIn(window, simulator.logins.readOnly, 'Bare', async () =>
    (await window.next('the space')).escape(),
  );
  empty.clear();
  scene = { window, simulator, accountId, bareId };
});
afterEach(() => house.close());

/** What a person should read: why, and what to do where there is something to do. 'nothing': it does no harm. */
type Wanted = readonly [why: RegExp, advice?: RegExp] | 'nothing';

const again = /Try again/;
const proxy = /http\.proxy/;
const refusedFile: Wanted = [/file store refused/, again];
const timeout: Wanted = [/No answer came in time/, proxy];
const broken: Wanted = [/connection broke/, again];
const webPage: Wanted = [/A web page came instead/, proxy];
const incomplete: Wanted = [/answer lacks what was asked for/, again];
const noPermission: Wanted = [/permission/, /RAM action cams:\w+/];

/** By fault: of CAMS itself, and of the file store. */
const expected: Record<keyof typeof everyFault, { cams: Wanted; oss: Wanted }> = {
  'internal error': { cams: [/InternalError: The request/, again], oss: [/InternalError\./, again] },
  unavailable: { cams: [/ServiceUnavailable: The request/, again], oss: [/ServiceUnavailable\./, again] },
  'unknown error': { cams: [/Something\.NobodyKnows: It did not work\./, again], oss: refusedFile },
  // Any JSON may be the flow's: nobody but its author can tell.
  'HTTP 200 with an error code': {
    cams: [/Flow\.SomethingWrong: It did not work\./, again],
    oss: 'nothing',
  },
  'no permission': { cams: noPermission, oss: refusedFile },
  'not subscribed': { cams: [/not activated Chat App Message Service/, /Activate it/], oss: refusedFile },
  'wrong space': { cams: [/belongs to another account/, /Check the space ID/], oss: refusedFile },
  'unknown key': { cams: [/does not know this AccessKey ID/, /Check the ID/], oss: refusedFile },
  'wrong secret': { cams: [/secret does not fit/, /Copy the secret/], oss: refusedFile },
  'expired token': { cams: [/temporary keys/, /Sign in again/], oss: refusedFile },
  'wrong clock': { cams: [/clock is more than 15 minutes off/, /Set the clock/], oss: refusedFile },
  throttling: { cams: [/only five calls a second/, again], oss: refusedFile },
  'HTML page': { cams: [/HTTP 502/, again], oss: [/HTTP 502/, again] },
  'HTML page with HTTP 200': { cams: webPage, oss: webPage },
  'XML error': { cams: [/does not look like one of CAMS/, proxy], oss: refusedFile },
  'XML error that the SDK parses': { cams: noPermission, oss: refusedFile },
  silence: { cams: timeout, oss: timeout },
  reset: { cams: broken, oss: broken },
  'truncated body': { cams: broken, oss: broken },
  'huge body': { cams: [/answer is far larger/, again], oss: [/file is larger than the 10 MB/] },
  'slow bytes': { cams: timeout, oss: timeout },
  'redirect loop': { cams: webPage, oss: [/redirected too many times/, again] },
  'redirect elsewhere': { cams: webPage, oss: [/does not lead to a safe place/, /log/] },
  'empty body': { cams: incomplete, oss: [/not JSON/, again] },
  'body null': { cams: incomplete, oss: 'nothing' },
  'body array': { cams: incomplete, oss: 'nothing' },
  'broken JSON': { cams: incomplete, oss: [/not JSON/, again] },
  'no data': { cams: incomplete, oss: 'nothing' },
  'wrong types': { cams: 'nothing', oss: 'nothing' },
  'expired link': { cams: 'nothing', oss: refusedFile },
};

/** Sign-in goes on where the answer proves that the keys are right, by this or by the next operation. */
const provesKeys = ['no permission', 'wrong space', 'no data', 'XML error that the SDK parses'];
const stopsSignIn = [
  'not subscribed',
  'unknown key',
  'wrong secret',
  'expired token',
  'wrong clock',
  'throttling',
  'silence',
  'reset',
  'truncated body',
  'slow bytes',
];

/** What should be told where the rule above has an exception. */
function expectedFor(fault: string, { name }: Feature, place: Place): Wanted | 'anything' {
  const { cams, oss } = expected[fault]!;
  if (name === 'check keys at sign-in') {
    const stops = place === 'cams' ? !provesKeys.includes(fault) : stopsSignIn.includes(fault);
    return stops ? cams : 'nothing';
  }
  const isListing = place === 'ListInstance' || place === 'ListFlow';
  if (fault === 'no data' && isListing) {
    return name === 'download all' ? 'nothing' : [/^No (WhatsApp Flows|space) yet/];
  }
  // A refusal to list spaces is remembered with the account: it is not a failure.
  if (place === 'ListInstance' && cams === noPermission) return [/^No space yet: add one by its ID/];
  // The flows that are known are downloaded all the same, and the report says what may be missing.
  if (name === 'download all' && place === 'ListFlow' && cams === noPermission)
    return [/^Flows: 3 written\./];
  // Bare numbers have lost their last digits before they come to us.
  if (fault === 'wrong types' && place === 'ListFlow') return 'anything';
  if (fault === 'expired link' && place === 'GetFlowJSONAssest') return refusedFile;
  if (fault === 'expired link' && place === 'GetFlowPreviewUrl') {
    return [/preview link that has already expired/];
  }
  return place === 'oss' ? oss : cams;
}

/** The tooltip of a row says why, and leaves what to do to those who open the flow. */
const shortOnes = ['point at a flow'];

function problemsWith(told: Told, wanted: Wanted | 'anything', feature: Feature): string[] {
  const problems = told.flatMap((text) =>
    [
      text.trim() === '' && 'is empty',
      /undefined|\[object|NaN|\bnull\b|SyntaxError|TypeError|Unexpected token|\{\d\}/.test(text) &&
        'is gibberish',
      /\n\s+at |node_modules|file:\/\//.test(text) && 'shows a stack',
      /[?&](token|Signature|x-oss-\w+)=|https?:\/\/127/.test(text) && 'shows a link',
      !/^[A-Z"“]/.test(text) && 'does not begin as a sentence',
      text.includes('. ') && !/[.!?)]$/.test(text) && 'does not end as a sentence',
    ].filter((problem) => problem !== false),
  );
  if (wanted === 'anything') return problems;
  if (wanted === 'nothing') return told.length === 0 ? problems : [...problems, 'should have worked'];
  const parts = shortOnes.includes(feature.name) ? wanted.slice(0, 1) : wanted;
  const fits = (text: string) => parts.every((part) => part?.test(text));
  if (!told.some(fits)) problems.push(`does not say ${parts.join(' and ')}`);
  return problems;
}

/** The account's state that a fault leaves behind. */
const stateAfter: Record<string, string> = {
  'unknown key': 'refused',
  'wrong secret': 'refused',
  'expired token': 'expired',
};

function stateOf(accountId: string): unknown {
  return (house.storage.values.get(`camsFlows.account.${accountId}`) as { state: string }).state;
}

describe('every fault against every feature', () => {
  it.each(Object.keys(everyFault))('%s', async (name) => {
    const { window, simulator, accountId, bareId } = scene;
    const table: string[] = [];
    let failed = 0;
    for (const feature of features) {
      for (const place of feature.places) {
        const order = simulator.faults.order(place, everyFault[name]!);
        const told = await feature.use(scene);
        order.clear();
        const problems = problemsWith(told, expectedFor(name, feature, place), feature);
        if (order.hits === 0) problems.push('was not met by the fault');

        const isSignIn = feature.name === 'check keys at sign-in';
        const owner = feature.name === 'list spaces' ? bareId : accountId;
        const state = !isSignIn && place !== 'oss' ? (stateAfter[name] ?? 'ready') : 'ready';
        if (stateOf(owner) !== state) problems.push(`left the account ${String(stateOf(owner))}`);
        if (window.progress.some(({ over }) => !over)) problems.push('still shows progress');

        const afterwards = await feature.use(scene);
        if (afterwards.length > 0) problems.push(`does not work afterwards: ${afterwards.join(' ')}`);
        if (feature.left !== undefined && !(await feature.left(scene)))
          problems.push('left nothing afterwards');
        if (stateOf(owner) !== 'ready') problems.push('left the account refused afterwards');
        failed += problems.length;
        table.push([problems.join(', ') || 'ok', feature.name, place, told.join(' / ')].join(' | '));
      }
    }
    expect(failed, `\n${table.join('\n')}\n`).toBe(0);
    for (const { accessKeySecret } of [simulator.keys, simulator.logins.readOnly, simulator.logins.root]) {
      expect(window.seen.all.filter(({ text }) => text.includes(accessKeySecret))).toEqual([]);
    }
  });
});

describe('every fault of STS against an account that assumes a role', () => {
  const mayNot: Wanted = [/assume the role/, /RAM action sts:AssumeRole/];
  const exceptions: Readonly<Record<string, Wanted>> = {
    'no permission': mayNot,
    'XML error that the SDK parses': mayNot,
    // An answer of STS has no code when it is good.
    'HTTP 200 with an error code': incomplete,
  };

  it.each(Object.keys(everyFault))('%s', async (name) => {
    const { window, simulator } = scene;
    const accountId = await signInRole(house);
    const refresh = features.find((one) => one.name === 'refresh a flow')!;
    const order = simulator.faults.order('sts', everyFault[name]!);
    const told = await refresh.use({ ...scene, accountId });
    expect(order.hits).toBeGreaterThan(0);
    expect(order.hits, 'a few attempts').toBeLessThanOrEqual(3);
    order.clear();
    const wanted = exceptions[name] ?? expected[name]!.cams;
    expect(problemsWith(told, wanted, refresh), told.join(' / ')).toEqual([]);
    expect(stateOf(accountId)).toBe(stateAfter[name] ?? 'ready');

    expect(await refresh.use({ ...scene, accountId })).toEqual([]);
    expect(stateOf(accountId)).toBe('ready');
    const { accessKeySecret } = simulator.logins.roleUser;
    expect(window.seen.all.filter(({ text }) => text.includes(accessKeySecret))).toEqual([]);
  });
});

describe('every fault in the background, while somebody looks at the sidebar', () => {
  it.each(Object.keys(everyFault))('%s', async (name) => {
    const { window, simulator, accountId } = scene;
    const space = spaceNode(accountId);
    const order = simulator.faults.order('cams', everyFault[name]!);
    simulator.requests.clear();
    window.view.show(true);
    await window.children(space);
    await window.listed(space);
    await pass(10 * 60_000);
    expect(window.notifications).toEqual([]);
    // Two listings and three flows: each fault is met a few times, then less and less often.
    expect(simulator.requests.all.length).toBeLessThan(120);

    order.clear();
    await window.run('camsFlows.flows.refresh');
    await until('every status', async () => {
      const items = await Promise.all((await window.children(space)).map((node) => window.itemOf(node)));
      return (
        items.length === 3 && items.every(({ contextValue }) => /flow (draft|published)/.test(contextValue!))
      );
    });
    expect(window.notifications).toEqual([]);
    expect(stateOf(accountId)).toBe('ready');
  });
});
