import { assert, constantFrom, dictionary, jsonValue, oneof, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { parseFlow } from '../../../../../src/flowjson/analyse';
import { components, propertyNames, versions } from '../../../../../src/flowjson/catalogue';
import { adviceRules } from '../../../../../src/flowjson/rules/advice';
import { componentRules } from '../../../../../src/flowjson/rules/components';
import { oneScreen } from '../../support';

const types = [...components.keys()];
const names = [...new Set([...components.values()].flatMap(propertyNames)), 'id', 'title', 'image', 'src'];
const value = oneof(
  jsonValue({ maxDepth: 2 }),
  constantFrom('${data.x}', '`', '2025-13-45', 'data:,', '![](', 'range', 'large', -1e308, [null, {}, [[]]]),
  dictionary(constantFrom(...names), jsonValue({ maxDepth: 1 })),
);

it('whatever stands in a component, the rules say something or nothing', () => {
  assert(
    property(
      constantFrom(...types),
      dictionary(constantFrom(...names), oneof(value, jsonValue()), { maxKeys: 12 }),
      constantFrom(...versions.map(({ name }) => name)),
      string(),
      (type, properties, version, name) => {
        const component = { ...properties, type };
        const form = { type: 'Form', name, 'init-values': { n: properties }, children: [component] };
        const flow = parseFlow(oneScreen([component, form], { data: properties }, { version }));
        for (const rule of [...componentRules, ...adviceRules]) {
          if ('checkFlow' in rule)
            rule.checkFlow(flow, ({ node }) => expect(flow.tree.path(node)).not.toBe(''));
          else {
            const context = { version: flow.version, endpoint: false };
            rule.checkScreen(
              flow.screens[0]!,
              ({ node, inside = [0, 0] }) => {
                expect(flow.tree.path(node)).toMatch(/^screens\[0\]\./);
                expect(inside[0]).toBeLessThanOrEqual(inside[1]);
              },
              context,
            );
          }
        }
      },
    ),
    { numRuns: 400 },
  );
});

it('every rule has an id of its own and names the codes it reports', () => {
  const ids = [...componentRules, ...adviceRules].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { codes } of [...componentRules, ...adviceRules]) {
    for (const code of codes) expect(code).toMatch(/^[A-Z_]+$/);
  }
});
