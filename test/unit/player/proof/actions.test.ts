import { describe, expect, it } from 'vitest';
import {
  actionPlaces,
  catalogue,
  versions,
  type ActionName,
  type Version,
} from '../../../../src/flowjson/catalogue';
import type { Effect } from '../../../../src/player/player';
import { flowText, lastScreen, screen, type Json } from '../../flowjson/support';
import { model, Run } from '../run';

/** What each action does, as the effect that tells of it. */
const actions: Readonly<Record<ActionName, { readonly written: object; readonly does: Effect['is'] }>> = {
  navigate: {
    written: { name: 'navigate', next: { type: 'screen', name: 'LAST' }, payload: {} },
    does: 'navigated',
  },
  complete: { written: { name: 'complete', payload: {} }, does: 'completed' },
  data_exchange: { written: { name: 'data_exchange', payload: {} }, does: 'dataExchangeRequested' },
  update_data: { written: { name: 'update_data', payload: { told: 'new' } }, does: 'dataUpdated' },
  open_url: { written: { name: 'open_url', url: 'https://example.com' }, does: 'urlOpened' },
};

const labelled = { name: 'x', label: 'X' };
const option = { id: 'a', title: 'A' };
const row = { id: 'a', 'main-content': { title: 'A' } };
const holder = (type: string, more: object = {}): object => ({
  type,
  ...labelled,
  'data-source': [
    { ...option, ...more },
    { id: 'b', title: 'B' },
  ],
});

/** A component that carries the action where the catalogue says it may stand. */
function carrier(owner: string, slot: string, action: object): object {
  const carried = { [slot]: action };
  switch (owner) {
    case 'option':
      return holder('CheckboxGroup', carried);
    case 'chip':
      return holder('ChipsSelector', carried);
    case 'navigationItem':
      return { type: 'NavigationList', ...labelled, 'list-items': [{ ...row, ...carried }] };
    case 'NavigationList':
      return { type: owner, ...labelled, 'list-items': [row], ...carried };
    case 'Footer':
      return { type: owner, label: 'Go', ...carried };
    case 'EmbeddedLink':
      return { type: owner, text: 'Go', ...carried };
    case 'OptIn':
    case 'DatePicker':
    case 'CalendarPicker':
      return { type: owner, ...labelled, ...carried };
    default:
      return { ...holder(owner), ...carried };
  }
}

/** What a person does to make it happen; the effects of the last step. */
function done(owner: string, slot: string, name: ActionName, version: Version): string[] {
  const text = flowText(
    [
      screen([carrier(owner, slot, actions[name].written)] as Json[], {
        terminal: name === 'complete',
        data: model({ told: 'old' }),
      }),
      lastScreen(),
    ],
    { version, data_api_version: '3.0', routing_model: { FIRST: ['LAST'], LAST: [] } },
  );
  const run = new Run(text, { screen: 'FIRST' });
  if (slot === 'on-click-action') {
    const isList = owner === 'NavigationList' || owner === 'navigationItem';
    run.do({ is: 'tapped', key: '0', ...(isList && { item: 'a' }) });
  } else if (owner.endsWith('Picker')) run.do({ is: 'dated', name: 'x', value: '2026-05-05' });
  else {
    const choice = owner === 'OptIn' ? {} : { option: 'a' };
    run.do({ is: 'chosen', name: 'x', ...choice });
    if (slot === 'on-unselect-action') {
      expect(run.effects.map(({ is }) => is)).not.toContain(actions[name].does);
      run.do({ is: 'unchosen', name: 'x', ...choice });
    }
  }
  return run.effects.map(({ is }) => is);
}

const rows = (Object.keys(actions) as ActionName[]).flatMap((name) =>
  actionPlaces(name).map(({ owner, property, since }) => [name, owner, property, since] as const),
);

describe('every action, wherever the catalogue lets it stand', () => {
  it('is known here', () => {
    expect(catalogue.tables.actions.map(({ name }) => name).sort()).toEqual(Object.keys(actions).sort());
    expect(rows.length).toBeGreaterThan(30);
  });

  it.each(rows)('%s of %s in %s', (name, owner, slot) => {
    expect(done(owner, slot, name, '7.3')).toEqual([actions[name].does]);
  });

  it.each(rows.filter(([, , , since]) => since !== undefined))(
    '%s of %s in %s does nothing before %s',
    (name, owner, slot, since) => {
      const at = versions.findIndex((version) => version.name === since);
      const before = versions[at - 1];
      if (before) expect(done(owner, slot, name, before.name)).not.toContain(actions[name].does);
    },
  );
});
