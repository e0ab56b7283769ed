import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { templates } from '../../../../src/templates/templates';
import { forbidStrayErrors } from '../../house/strays';
import { outsideTime, until, useFastTime } from '../../house/time';
import {
  accountNode,
  buildHouse,
  flowNode,
  signIn,
  SPACE,
  spaceNode,
  storedFlow,
  type House,
} from '../../house/walk';
import type { Window } from '../../house/window';
import {
  accept,
  enter,
  flowNamed,
  flowsOf,
  pick,
  press,
  requestsOf,
  several,
  told,
  walk,
  type Answer,
} from './walk';

useFastTime();
forbidStrayErrors();

let house: House;
let window: Window;
let id: string;

beforeEach(async () => {
  house = await buildHouse();
  window = await house.open();
  await outsideTime(() => import('../../../../src/templates/templates'));
  id = await signIn(window, house.simulator.keys, 'Main');
});
afterEach(() => house.close());

const blank = templates()[0]!.text;
const create = (...answers: Answer[]) => walk(window, 'camsFlows.flow.create', [spaceNode(id)], ...answers);
const asUsual = (name: string) => [pick(/^Blank/), enter(name), accept, enter('')];

async function rowsOf(): Promise<string[]> {
  const rows = await window.listed(spaceNode(id));
  return Promise.all(rows.map(async (row) => (await window.itemOf(row)).label as string));
}

describe('Create Flow', () => {
  it('creates a flow of a template, gives it its JSON, shows it in the list and opens it', async () => {
    await window.listed(spaceNode(id));
    await create(...asUsual('Brand new'));
    const flow = flowNamed(house, 'Brand new');
    expect(flow).toMatchObject({ status: 'DRAFT', categories: ['OTHER'], json: blank });
    expect(flow.endpointUri).toBeUndefined();
    expect(await rowsOf()).toContain('Brand new');
    expect(window.editor.active!.text).toBe(blank);
    expect(window.notifications).toEqual([]);
  });

  it('asks for space, beginning, name, categories and endpoint, and goes back', async () => {
    await walk(
      window,
      'camsFlows.flow.create',
      [],
      (question) => {
        expect([question.step, question.totalSteps, question.title]).toEqual([1, 5, 'Create Flow']);
        question.choose(/Lotus/);
      },
      (question) => question.back(),
      pick(/Lotus/),
      pick(/^Survey/),
      (question) => {
        expect([question.step, question.value]).toEqual([3, 'Survey']);
        question.enter('First name');
      },
      (question) => question.back(),
      (question) => {
        expect(question.value).toBe('First name');
        question.enter('Second name');
      },
      several('Survey', 'Other'),
      enter('https://flows.example.com/data'),
    );
    expect(flowNamed(house, 'Second name')).toMatchObject({
      categories: ['SURVEY', 'OTHER'],
      endpointUri: 'https://flows.example.com/data',
    });
    expect(flowsOf(house).some(({ name }) => name === 'First name')).toBe(false);
  });

  it('writes over the hello world that a new flow may be born with', async () => {
    house.simulator.behaviour.newFlowJson = 'helloWorld';
    await create(...asUsual('Born with'));
    expect(flowNamed(house, 'Born with').json).toBe(blank);
  });

  it('creates nothing when a question is closed', async () => {
    await create(pick(/^Blank/), enter('Never'), (question) => question.escape());
    expect(requestsOf(house, 'CreateFlow')).toBe(0);
  });

  it('comes back to the name when CAMS refuses it, with everything that was answered', async () => {
    const taken = storedFlow(house.simulator).name;
    await create(
      pick(/^Survey/),
      enter(taken),
      several('Other'),
      enter('https://flows.example.com/'),
      (question) => {
        expect(question.validationMessage).toMatch(/taken/);
        expect(question.value).toBe(taken);
        question.enter('Free');
      },
      accept,
      (question) => {
        expect(question.value).toBe('https://flows.example.com/');
        question.enter();
      },
    );
    expect(flowNamed(house, 'Free').categories).toEqual(['OTHER']);
    expect(requestsOf(house, 'CreateFlow')).toBe(2);
  });

  it('warns of a name that the list shows already, but asks CAMS all the same', async () => {
    house.simulator.behaviour.uniqueNames = false;
    await window.listed(spaceNode(id));
    const { name } = storedFlow(house.simulator);
    await create(
      pick(/^Blank/),
      (question) => {
        question.type(name);
        expect(question.validationMessage).toMatchObject({
          message: expect.stringMatching(/has this name already/),
        });
        question.enter();
      },
      accept,
      enter(''),
    );
    expect(flowsOf(house).filter((flow) => flow.name === name)).toHaveLength(2);
  });

  it.each([
    'Quotes "double" and \'single\'',
    '<b>&amp;</b> %20 \\ / ? #',
    'Naïve 流程 فلو 🙂‍↔️',
    '‮reversed‬',
    '{0} {name} `code`',
    'x'.repeat(200),
  ])('takes the name %j', async (name) => {
    await create(...asUsual(name));
    expect(flowNamed(house, name).json).toBe(blank);
    expect(window.editor.active!.text).toBe(blank);
  });

  it.each([
    ['', /Give the flow a name/],
    ['   ', /Give the flow a name/],
    ['two\nlines', /one line/],
    ['x'.repeat(500), /At most 200 characters; these are 500/],
  ])('says why %j cannot be a name', async (name, problem) => {
    await create(
      pick(/^Blank/),
      (question) => {
        question.enter(name);
        expect(question.validationMessage).toMatch(problem);
        question.enter('Good');
      },
      accept,
      enter(''),
    );
    expect(flowNamed(house, 'Good').json).toBe(blank);
  });

  it.each([
    'http://flows.example.com',
    'flows.example.com',
    'https://',
    'javascript:alert(1)',
    'https://a b.example',
  ])('refuses the endpoint %s', async (endpoint) => {
    await create(pick(/^Blank/), enter('E'), accept, (question) => {
      question.enter(endpoint);
      expect(question.validationMessage).toMatch(/begins with https/);
      question.escape();
    });
    expect(requestsOf(house, 'CreateFlow')).toBe(0);
  });

  it('needs at least one category', async () => {
    await create(pick(/^Blank/), enter('C'), (question) => {
      question.selectedItems = [];
      question.accept();
      expect(question.placeholder).toMatch(/At least one/);
      question.escape();
    });
    expect(requestsOf(house, 'CreateFlow')).toBe(0);
  });
});

describe('a lost answer', () => {
  it('is no second flow: the first is found by its name', async () => {
    house.simulator.faults.order('CreateFlow', { kind: 'reset', carriedOut: true }, { times: 1 });
    await create(...asUsual('Lost and found'));
    expect(flowNamed(house, 'Lost and found').json).toBe(blank);
    expect(requestsOf(house, 'CreateFlow')).toBe(1);
    expect(window.editor.active!.text).toBe(blank);
  });

  it('is not taken for a flow of the same name that was there before', async () => {
    const { simulator } = house;
    simulator.behaviour.uniqueNames = false;
    simulator.behaviour.listNameMatch = 'contains';
    const { name, id: before } = storedFlow(simulator);
    simulator.faults.order('CreateFlow', { kind: 'reset' }, { times: 1 });
    await create(...asUsual(name));
    expect(flowsOf(house).filter((flow) => flow.name === name)).toHaveLength(1);
    expect(simulator.state.findFlow(before)!.flow.json).not.toBe(blank);
    expect(await told(window, /not known whether/)).toMatchObject({ items: ['Look Again', 'Create Again'] });
    expect(requestsOf(house, 'CreateFlow')).toBe(1);
  });

  it('is sent again only when the person says so', async () => {
    house.simulator.faults.order('CreateFlow', { kind: 'reset' }, { times: 1 });
    press(window, 'Create Again');
    await create(...asUsual('Twice'));
    expect(flowNamed(house, 'Twice').json).toBe(blank);
    expect(requestsOf(house, 'CreateFlow')).toBe(2);
  });

  it('is looked for again as often as the person likes', async () => {
    const { simulator } = house;
    simulator.faults.order('CreateFlow', { kind: 'reset' }, { times: 1 });
    let looks = 0;
    window.press = ({ items }) => {
      if (!items.includes('Look Again')) return undefined;
      if (++looks === 2) {
        simulator.state.addFlow(
          simulator.account.spaces.find((space) => space.id === SPACE)!,
          { name: 'Late' },
        );
      }
      return 'Look Again';
    };
    await create(...asUsual('Late'));
    expect(looks).toBe(2);
    expect(flowNamed(house, 'Late').json).toBe(blank);
    expect(requestsOf(house, 'CreateFlow')).toBe(1);
  });

  it('cannot be looked for by who may not list: that is said', async () => {
    house.simulator.faults.order('CreateFlow', { kind: 'reset', carriedOut: true }, { times: 1 });
    house.simulator.faults.order('ListFlow', { kind: 'error', status: 403, code: 'NoPermission' });
    await create(...asUsual('Unseen'));
    await told(window, /not known whether "Unseen" was created/);
    expect(requestsOf(house, 'CreateFlow')).toBe(1);
  });
});

describe('the JSON of a new flow', () => {
  it('may fail: the flow is there, that is said, and it is tried again', async () => {
    house.simulator.faults.order(
      'UpdateFlowJSONAsset',
      { kind: 'error', status: 500, code: 'InternalError' },
      { times: 1 },
    );
    press(window, 'Try Again');
    await create(...asUsual('Half'));
    await told(window, /"Half".+was created, but without its JSON/);
    expect(flowNamed(house, 'Half').json).toBe(blank);
    expect(requestsOf(house, 'CreateFlow')).toBe(1);
  });

  it('may be cancelled: the flow is there, and that is said', async () => {
    const order = house.simulator.faults.order('UpdateFlowJSONAsset', { kind: 'silence' });
    const done = create(...asUsual('Cancelled'));
    await until('the request', () => order.hits > 0);
    window.progress.at(-1)!.cancel();
    await done;
    await told(window, /"Cancelled".+was created, but without its JSON/);
    expect(flowNamed(house, 'Cancelled').json).toBeUndefined();
  });

  it('is not written over what somebody else was faster to write', async () => {
    const { simulator } = house;
    simulator.behaviour.newFlowJson = 'helloWorld';
    const written = simulator.requests.next('GetChatappUploadAuthorization').then(() => {
      flowNamed(house, 'Contested').json = '{"version":"7.3","screens":[],"theirs":true}';
    });
    await create(...asUsual('Contested'));
    await written;
    expect(flowNamed(house, 'Contested').json).toContain('theirs');
    await told(window, /has changed on CAMS meanwhile/);
  });
});

describe('a file dropped onto a space', () => {
  const drop = (path: string, ...answers: Answer[]) =>
    walk(window, 'camsFlows.flow.create', [spaceNode(id), { file: window.api.Uri.file(path) }], ...answers);

  it('is the JSON of the new flow, byte for byte, and gives it its name', async () => {
    const json = '\uFEFF{ "version": "7.3",\r\n "screens": [] }';
    house.disk.files.set('/w/Sign  up.flow.json', new TextEncoder().encode(json));
    await drop(
      '/w/Sign  up.flow.json',
      (question) => {
        expect([question.step, question.totalSteps, question.value]).toEqual([1, 3, 'Sign up']);
        question.enter();
      },
      several('Sign-up'),
      enter(''),
    );
    expect(flowNamed(house, 'Sign up').json).toContain('"screens": []');
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'hello'],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['null', 'null'],
  ])('that holds %s is refused in a sentence', async (_, content) => {
    house.disk.files.set('/w/a.json', new TextEncoder().encode(content));
    await drop('/w/a.json');
    expect(window.notifications.at(-1)!.text).toMatch(/a\.json is not Flow JSON/);
    expect(requestsOf(house, 'CreateFlow')).toBe(0);
  });

  it('that is too large, or gone, is refused in a sentence', async () => {
    house.disk.files.set('/w/large.json', new Uint8Array(10 * 1024 * 1024 + 1));
    const reading = vi.spyOn(window.api.workspace.fs, 'readFile');
    await drop('/w/large.json');
    expect(reading).not.toHaveBeenCalled();
    expect(window.notifications.at(-1)!.text).toMatch(/larger than the 10 MB/);
    await drop('/w/gone.json');
    expect(window.notifications.at(-1)!.level).toBe('error');
    expect(requestsOf(house, 'CreateFlow')).toBe(0);
  });
});

describe('what vanishes while the dialogue is open', () => {
  it('a space', async () => {
    await create(
      pick(/^Blank/),
      enter('X'),
      async (question) => {
        await window.run('camsFlows.space.remove', spaceNode(id));
        question.accept();
      },
      enter(''),
    );
    expect(window.notifications.at(-1)!.text).toMatch(/no longer in the list of Main/);
    expect(requestsOf(house, 'CreateFlow')).toBe(0);
  });

  it('an account', async () => {
    await create(
      pick(/^Blank/),
      enter('X'),
      async (question) => {
        await window.run('camsFlows.account.signOut', accountNode(id));
        question.accept();
      },
      enter(''),
    );
    expect(window.notifications.at(-1)!.text).toMatch(/no longer signed in/);
    expect(requestsOf(house, 'CreateFlow')).toBe(0);
  });
});

describe('Clone Flow', () => {
  const clone = (flowId: string, ...answers: Answer[]) =>
    walk(window, 'camsFlows.flow.clone', [flowNode(id, flowId)], pick(/Lotus/), ...answers);

  it('makes another flow with the same JSON, categories and endpoint', async () => {
    const source = storedFlow(house.simulator);
    Object.assign(source, { categories: ['SURVEY', 'OTHER'], endpointUri: 'https://flows.example.com/e' });
    await clone(
      source.id,
      (question) => {
        expect(question.value).toBe(`${source.name} copy`);
        question.enter();
      },
      accept,
      (question) => {
        expect(question.value).toBe('https://flows.example.com/e');
        question.enter();
      },
    );
    expect(flowNamed(house, `${source.name} copy`)).toMatchObject({
      status: 'DRAFT',
      json: source.json,
      categories: ['SURVEY', 'OTHER'],
      endpointUri: 'https://flows.example.com/e',
    });
  });

  it('shows categories that it does not know as they are', async () => {
    const source = storedFlow(house.simulator);
    source.categories = ['SHOPPING', 'OTHER'];
    await clone(source.id, enter(), (question) => {
      expect(question.items.map(({ label }) => label)).toContain('SHOPPING');
      expect(question.selectedItems).toHaveLength(2);
      question.escape();
    });
  });

  it('has a name that is short enough whatever the source is called', async () => {
    const source = storedFlow(house.simulator);
    source.name = '🙂'.repeat(200);
    await clone(source.id, (question) => {
      expect(Array.from(question.value)).toHaveLength(200);
      expect(question.value).toMatch(/🙂 copy$/u);
      question.escape();
    });
  });

  it('creates nothing when the source cannot be downloaded', async () => {
    house.simulator.faults.order('oss', { kind: 'error', status: 404, code: 'NoSuchKey' });
    await walk(window, 'camsFlows.flow.clone', [flowNode(id, storedFlow(house.simulator).id)]);
    expect(window.notifications.at(-1)!.level).toBe('error');
    expect(requestsOf(house, 'CreateFlow')).toBe(0);
  });

  it('of a flow without JSON has none, and that is said', async () => {
    const source = storedFlow(house.simulator);
    source.json = undefined;
    await clone(source.id, enter('Empty'), accept, enter(''));
    expect(flowNamed(house, 'Empty').json).toBeUndefined();
    await told(window, /has no JSON, so the new flow has none/);
  });
});
