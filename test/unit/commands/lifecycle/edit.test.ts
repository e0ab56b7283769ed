import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forbidStrayErrors } from '../../house/strays';
import { until, useFastTime } from '../../house/time';
import { buildHouse, flowNode, rowOf, signIn, spaceNode, storedFlow, type House } from '../../house/walk';
import type { Window } from '../../house/window';
import type { StoredFlow } from '../../../simulator/state';
import { accept, enter, press, requestsOf, several, told, walk, type Answer } from './walk';

useFastTime();
forbidStrayErrors();

let house: House;
let window: Window;
let id: string;
let flow: StoredFlow;

beforeEach(async () => {
  house = await buildHouse();
  window = await house.open();
  id = await signIn(window, house.simulator.keys, 'Main');
  flow = storedFlow(house.simulator);
  Object.assign(flow, {
    status: 'DRAFT',
    categories: ['OTHER'],
    endpointUri: 'https://flows.example.com/1?token=x',
  });
});
afterEach(() => house.close());

const node = () => flowNode(id, flow.id);
const rename = (...answers: Answer[]) => walk(window, 'camsFlows.flow.rename', [node()], ...answers);
const categories = (...answers: Answer[]) =>
  walk(window, 'camsFlows.flow.setCategories', [node()], ...answers);
const endpoint = (...answers: Answer[]) => walk(window, 'camsFlows.flow.setEndpoint', [node()], ...answers);

describe.each(['keeps', 'clears'] as const)(
  'where CAMS %s an endpoint that is left out',
  (endpointLeftOut) => {
    beforeEach(() => void (house.simulator.behaviour.endpointLeftOut = endpointLeftOut));

    it('a new name leaves categories and endpoint as they are, and the list shows it at once', async () => {
      await window.listed(spaceNode(id));
      await rename((question) => {
        expect(question.value).toBe(flow.name);
        question.enter('Another name');
      });
      expect(flow).toMatchObject({
        name: 'Another name',
        categories: ['OTHER'],
        endpointUri: 'https://flows.example.com/1?token=x',
        status: 'DRAFT',
      });
      const row = await rowOf(window, spaceNode(id), node());
      expect((await window.itemOf(row)).label).toBe('Another name');
      expect(window.notifications).toEqual([]);
    });

    it('new categories leave name and endpoint as they are', async () => {
      const { name } = flow;
      await categories(several('Survey', 'Sign-in'));
      expect(flow).toMatchObject({ name, endpointUri: 'https://flows.example.com/1?token=x' });
      expect([...flow.categories].sort()).toEqual(['SIGN_IN', 'SURVEY']);
    });

    it('a new endpoint leaves name and categories as they are', async () => {
      const { name } = flow;
      await endpoint(enter('https://flows.example.com/2'));
      expect(flow).toMatchObject({ name, categories: ['OTHER'], endpointUri: 'https://flows.example.com/2' });
    });
  },
);

it('asks CAMS nothing when nothing is changed, or the question is closed', async () => {
  await rename(enter());
  await categories(accept);
  await endpoint(enter());
  await rename((question) => question.escape());
  expect(requestsOf(house, 'ModifyFlow')).toBe(0);
});

describe('an endpoint that is taken away', () => {
  it('is gone where CAMS does that', async () => {
    await endpoint(enter(''));
    expect(flow.endpointUri).toBe('');
    expect(window.notifications).toEqual([]);
  });

  it('stays where CAMS cannot: that is said', async () => {
    // What ModifyFlow does with an empty text is not documented.
    house.simulator.faults.order('ModifyFlow', { kind: 'body', body: '{"Code":"OK","Data":{}}' });
    await endpoint(enter(''));
    expect((await told(window, /has kept the endpoint/)).level).toBe('warning');
  });
});

describe('somebody else', () => {
  it('changes the flow meanwhile: nothing is overwritten, and the question comes again with what is there now', async () => {
    await rename(
      (question) => {
        flow.categories = ['SURVEY'];
        question.enter('Mine');
      },
      (question) => {
        expect(question.validationMessage).toMatch(/Somebody has changed the flow/);
        expect(question.value).toBe('Mine');
        expect(requestsOf(house, 'ModifyFlow')).toBe(0);
        question.enter();
      },
    );
    expect(flow).toMatchObject({ name: 'Mine', categories: ['SURVEY'] });
  });

  it('changes the same thing: the person sees it before they decide again', async () => {
    await rename(
      (question) => {
        flow.name = 'Theirs';
        question.enter('Mine');
      },
      (question) => {
        expect(question.value).toBe('Theirs');
        question.escape();
      },
    );
    expect(flow.name).toBe('Theirs');
  });

  it('ends the flow meanwhile: that is said', async () => {
    await rename((question) => {
      flow.status = 'DEPRECATED';
      flow.categories = ['SURVEY'];
      question.enter('Mine');
    });
    expect(window.notifications.at(-1)!.text).toMatch(/DEPRECATED: it cannot be changed\. Clone it/);
  });
});

describe('a flow that is not a draft', () => {
  it('is changed only after a question, and its new status is said and shown', async () => {
    flow.status = 'PUBLISHED';
    await rename();
    expect(await told(window, /PUBLISHED\?$/)).toMatchObject({ items: ['Change'] });
    expect(requestsOf(house, 'ModifyFlow')).toBe(0);
    press(window, 'Change');
    await rename(enter('Live no more'));
    expect(flow).toMatchObject({ name: 'Live no more', status: 'DRAFT' });
    await told(window, /is changed and is DRAFT now/);
  });

  it('may be refused: the words of the service stand beside the question', async () => {
    flow.status = 'PUBLISHED';
    house.simulator.behaviour.editPublished = 'refused';
    press(window, 'Change');
    await rename(enter('No'), (question) => {
      expect(question.validationMessage).toMatch(/does not allow/);
      question.escape();
    });
  });

  it.each(['DEPRECATED', 'BLOCKED'])('is not touched when it is %s', async (status) => {
    flow.status = status;
    await rename();
    expect(window.notifications.at(-1)!.text).toMatch(new RegExp(`${status}: it cannot be changed`));
    expect(requestsOf(house, 'ModifyFlow')).toBe(0);
  });
});

describe('what CAMS answers', () => {
  it('a name that is taken: the question comes again with the text', async () => {
    const other = storedFlow(house.simulator, 1).name;
    await rename(enter(other), (question) => {
      expect([question.value, String(question.validationMessage)]).toEqual([
        other,
        expect.stringMatching(/taken/),
      ]);
      question.enter('Free');
    });
    expect(flow.name).toBe('Free');
  });

  it('nothing, although it has changed the flow: GetFlow tells', async () => {
    house.simulator.faults.order('ModifyFlow', { kind: 'reset', carriedOut: true }, { times: 1 });
    await rename(enter('Done'));
    expect(flow.name).toBe('Done');
    expect(window.notifications).toEqual([]);
    expect(requestsOf(house, 'ModifyFlow')).toBe(1);
  });

  it('nothing, and it has not: that it is not known is said', async () => {
    house.simulator.faults.order('ModifyFlow', { kind: 'reset' }, { times: 1 });
    await rename(enter('Lost'));
    await told(window, /not known whether CAMS has carried it out/);
    expect(requestsOf(house, 'ModifyFlow')).toBe(1);
  });

  it('to who cancels when the request has left: the truth', async () => {
    const order = house.simulator.faults.order('ModifyFlow', { kind: 'silence', carriedOut: true });
    const done = rename(enter('Cancelled late'));
    await until('the request', () => order.hits > 0);
    await until('the progress', () => window.progress.at(-1)?.title.startsWith('Changing'));
    window.progress.at(-1)!.cancel();
    await done;
    expect(flow.name).toBe('Cancelled late');
    await until('the list', async () => {
      const row = await rowOf(window, spaceNode(id), node());
      return (await window.itemOf(row)).label === 'Cancelled late';
    });
  });
});

it('refuses a second change of a flow while one is going on', async () => {
  const done = window.run('camsFlows.flow.rename', node());
  const question = await window.next();
  await window.run('camsFlows.flow.setEndpoint', node());
  expect(window.notifications.at(-1)!.text).toMatch(/already busy with this flow/);
  question.enter('Still mine');
  await done;
  expect(flow.name).toBe('Still mine');
});
