import { afterEach, describe, expect, test } from 'vitest';
import { generateFlows, type Simulator, startSimulator } from '../../simulator';
import { componentFlows, wholeFlows } from '../../simulator/flows';
import { flowProblems } from '../../simulator/flowProblems';
import { call } from './caller';

interface Screen {
  id: string;
  terminal?: boolean;
  data?: Record<string, { type: string; __example__: unknown }>;
  layout: object;
}
type Node = Record<string, unknown>;

const flows = { ...wholeFlows, ...componentFlows };

/** Every object anywhere inside. */
function nodes(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  return typeof value === 'object' && value !== null
    ? [value as Node, ...Object.values(value).flatMap(nodes)]
    : [];
}

const components = (screen: Screen) =>
  nodes(screen.layout).filter((node) => typeof node.type === 'string' && node.type !== 'screen');

test('there is a flow for each of the 24 components, and it holds that component', () => {
  expect(Object.keys(componentFlows)).toHaveLength(24);
  for (const [component, json] of Object.entries(componentFlows)) {
    const types = nodes(JSON.parse(json)).map((node) => node.type);
    expect(types, component).toContain(component);
  }
});

describe.each(Object.entries(flows))('the flow %s', (_, json) => {
  const { screens } = JSON.parse(json) as { screens: Screen[] };

  test('has no gross defect', () => {
    expect(flowProblems(json)).toEqual([]);
  });

  test('gives every data entry a type and an example of it', () => {
    for (const { data = {} } of screens) {
      for (const { type, __example__ } of Object.values(data)) {
        expect(Array.isArray(__example__) ? 'array' : typeof __example__).toBe(type);
      }
    }
  });

  test('reads only what exists', () => {
    for (const screen of screens) {
      const names = new Set(components(screen).map((component) => component.name));
      for (const [, other, kind, name] of JSON.stringify(screen).matchAll(
        /\$\{(?:screen\.(\w+)\.)?(data|form)\.([\w]+)/g,
      )) {
        const target = other === undefined ? screen : screens.find((one) => one.id === other)!;
        const own =
          other === undefined ? names : new Set(components(target).map((component) => component.name));
        expect(
          kind === 'data' ? Object.keys(target.data ?? {}) : [...own],
          `${screen.id} ${kind}.${name}`,
        ).toContain(name);
      }
    }
  });

  test('leads only to screens that exist, with exactly their data, and ends', () => {
    for (const screen of screens) {
      for (const { next, payload } of nodes(screen.layout).filter((node) => node.name === 'navigate')) {
        const target = screens.find((one) => one.id === (next as { name: string }).name)!;
        expect(Object.keys(payload as object).sort()).toEqual(Object.keys(target.data ?? {}).sort());
      }
      if (screen.terminal)
        expect(components(screen).filter((component) => component.type === 'Footer')).toHaveLength(1);
    }
  });

  test('keeps to the lengths that a phone shows', () => {
    const limits: Record<string, number> = {
      TextHeading: 80,
      Footer: 35,
      EmbeddedLink: 25,
      OptIn: 120,
      TextInput: 20,
      TextArea: 20,
      Dropdown: 20,
    };
    for (const component of screens.flatMap(components)) {
      const text = component.label ?? component.text;
      const limit = limits[component.type as string];
      if (limit === undefined || typeof text !== 'string' || component['label-variant'] === 'large') continue;
      expect(text.length, text).toBeLessThanOrEqual(limit);
    }
  });
});

describe('the sample accounts', () => {
  let simulator: Simulator;
  afterEach(() => simulator.close());

  test('show every status, several spaces and one that is empty', async () => {
    simulator = await startSimulator();
    const { spaces } = simulator.account;
    expect(spaces.map((space) => space.name)).toContain('Nusantara Retail');
    const all = spaces.flatMap((space) => [...space.flows.values()]);
    expect(new Set(all.map((flow) => flow.status))).toEqual(
      new Set(['DRAFT', 'PUBLISHED', 'DEPRECATED', 'THROTTLED', 'BLOCKED']),
    );
    expect(spaces.some((space) => space.flows.size === 0)).toBe(true);
    const direct = await call(simulator, 'ListFlow', {}, { keys: simulator.logins.direct });
    expect(direct.body.Data).toHaveLength(1);
    const many = await call(simulator, 'ListInstance', {}, { keys: simulator.logins.manySpaces });
    expect(many.body.TotalCount).toBe(130);
  });

  test('are the same at every start, and others with another seed', async () => {
    const fingerprint = async (seed: number) => {
      const { state, close } = (simulator = await startSimulator({ seed, flows: 50 }));
      const flows = state.accounts.flatMap((account) =>
        account.spaces.flatMap((space) => [...space.flows.keys()]),
      );
      await close();
      return JSON.stringify([
        flows,
        state.accounts.map((account) => account.keys.map((key) => key.accessKeySecret)),
      ]);
    };
    expect(await fingerprint(1)).toBe(await fingerprint(1));
    expect(await fingerprint(1)).not.toBe(await fingerprint(2));
  });

  test('can have ten thousand flows, each with an ID and a name of its own', async () => {
    simulator = await startSimulator({ samples: false });
    const space = simulator.account.spaces[0]!;
    generateFlows(simulator.state, space, 10_000);
    expect(space.flows.size).toBe(10_000);
    expect(new Set([...space.flows.values()].map((flow) => flow.name)).size).toBe(10_000);
    const last = await call(simulator, 'ListFlow', { Page: '{"Index":100,"Size":100}' });
    expect(last.body.Data).toHaveLength(100);
  });

  test('may live on another loopback address', async () => {
    simulator = await startSimulator({ host: '127.0.0.2', samples: false });
    expect(simulator.endpoint).toMatch(/^http:\/\/127\.0\.0\.2:\d+$/);
    expect((await call(simulator, 'ListFlow')).status).toBe(200);
  });
});
