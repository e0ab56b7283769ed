import { describe, expect, it } from 'vitest';
import { foundBy, oneScreen, type Json } from '../../support';

const at = 'screens[0].layout.children[0]';
const action = { 'on-click-action': { name: 'data_exchange', payload: {} } };
const row = (more: Json = {}) => ({ id: 'a', 'main-content': { title: 'A' }, ...more });
const list = (rows: unknown, more: Json = {}) => ({
  type: 'NavigationList',
  name: 'rows',
  'list-items': rows,
  ...more,
});
const one = (rule: string, component: Json) => foundBy(rule, oneScreen([component]));

describe('the action of a NavigationList', () => {
  it('stands on the list or on its rows', () => {
    expect(one('navigation-action-twice', list([row(), row(action)], action))).toEqual([
      `DUPLICATE_PROPETY_FOR_CONDITION ${at}.on-click-action`,
    ]);
    expect(one('navigation-action-twice', list([row()], action))).toEqual([]);
    expect(one('navigation-action-twice', list([row(action)]))).toEqual([]);
  });

  it('is there, on every row', () => {
    expect(one('navigation-action-missing', list([row(), row()]))).toEqual([
      `MISSING_REQUIRED_PROPERTY ${at}`,
    ]);
    expect(one('navigation-action-missing', list([row(action), row()]))).toEqual([
      `MISSING_REQUIRED_PROPERTY ${at}.list-items[1]`,
    ]);
    expect(one('navigation-action-missing', list([row(), row()], action))).toEqual([]);
    expect(one('navigation-action-missing', list([row(action)]))).toEqual([]);
    expect(one('navigation-action-missing', list('${data.rows}'))).toEqual([]);
  });
});

describe('the rows of a NavigationList', () => {
  const end = { end: { title: '1 €' } };
  const badge = { badge: 'New' };

  it('have nothing at their end beside large images', () => {
    expect(one('navigation-large-end', list([row(), row(end)], { 'media-size': 'large' }))).toEqual([
      `INVALID_PROPERTY_VALUE_FOR_CONDITION ${at}.media-size`,
    ]);
    expect(one('navigation-large-end', list([row(end)], { 'media-size': 'regular' }))).toEqual([]);
    expect(one('navigation-large-end', list([row()], { 'media-size': 'large' }))).toEqual([]);
  });

  it('all have texts at their end, or none', () => {
    expect(one('navigation-end-on-some', list([row(end), row()]))).toEqual([
      `NAVIGATION_END_ON_SOME ${at}.list-items[1]`,
    ]);
    expect(one('navigation-end-on-some', list([row(end), row(end)]))).toEqual([]);
    expect(one('navigation-end-on-some', list([row(), row()]))).toEqual([]);
  });

  it('have a badge or texts at their end', () => {
    expect(one('navigation-end-with-badge', list([row({ ...end, ...badge })]))).toEqual([
      `NAVIGATION_END_WITH_BADGE ${at}.list-items[0].badge`,
    ]);
    expect(one('navigation-end-with-badge', list([row(badge)]))).toEqual([]);
  });

  it('have one badge together', () => {
    expect(one('navigation-one-badge', list([row(badge), row(badge), row(badge)]))).toEqual([
      `NAVIGATION_BADGES ${at}.list-items[1].badge`,
    ]);
    expect(one('navigation-one-badge', list([row(badge), row()]))).toEqual([]);
  });

  it('have one or two texts at their end', () => {
    const three = { end: { title: 'a', description: 'b', metadata: 'c' } };
    expect(one('navigation-end-texts', list([row(three), row({ end: {} }), row(end)]))).toEqual([
      `NAVIGATION_END_TEXTS ${at}.list-items[0].end`,
      `NAVIGATION_END_TEXTS ${at}.list-items[1].end`,
    ]);
  });
});
