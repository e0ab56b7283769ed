import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../../src/flowjson/analyse';
import { flowText, footer, foundBy, screen, type Json } from '../../support';

const body: Json = { type: 'TextBody', text: 'Some text' };
const richText: Json = { type: 'RichText', text: 'Some text' };
const list: Json = { type: 'NavigationList', name: 'list', 'list-items': [] };
const end = footer({ name: 'complete', payload: {} });
const plain = (version: string, children: Json[], more: Json = {}): string =>
  flowText([screen(children, more)], { version });
const at = (index: number): string => `screens[0].layout.children[${index}]`;

describe('RichText', () => {
  const rule = 'rich-text-alone';

  it('stands alone', () => {
    expect(foundBy(rule, plain('5.1', [richText]))).toEqual([]);
    expect(foundBy(rule, plain('5.1', [richText, body]))).toEqual([`INVALID_RICHTEXT_PLACEMENT ${at(0)}`]);
    expect(foundBy(rule, plain('6.0', [body, richText]))).toEqual([`INVALID_COMPONENT_PLACEMENT ${at(1)}`]);
  });

  it('has a Footer from 6.3 on', () => {
    expect(foundBy(rule, plain('6.2', [richText, end]))).toEqual([`INVALID_COMPONENT_PLACEMENT ${at(0)}`]);
    expect(foundBy(rule, plain('6.3', [richText, end]))).toEqual([]);
    expect(foundBy(rule, plain('6.3', [richText, body, end]))).toEqual([
      `INVALID_COMPONENT_PLACEMENT ${at(0)}`,
    ]);
  });

  it('points to what is to move', () => {
    const found = diagnose(parseFlow(plain('7.3', [body, richText, end])));
    const related = found.find((one) => one.rule === rule)!.related;
    expect(related.map(({ path }) => path)).toEqual([at(0)]);
  });
});

describe('a NavigationList', () => {
  it('stands with another one only, in a Form if need be', () => {
    const rule = 'navigation-list-alone';
    const form = (children: Json[]): Json => ({ type: 'Form', name: 'form', children });
    expect(foundBy(rule, plain('7.3', [list, list]))).toEqual([]);
    expect(foundBy(rule, plain('7.3', [form([list])]))).toEqual([]);
    expect(foundBy(rule, plain('6.2', [body, list]))).toEqual([`INVALID_COMPONENT_PLACEMENT ${at(1)}`]);
    expect(foundBy(rule, plain('7.3', [form([list, body])]))).toEqual([
      `INVALID_COMPONENT_PLACEMENT ${at(0)}.children[0]`,
    ]);
  });

  it('is told once where it may not stand at all', () => {
    const inIf = { type: 'If', condition: '${data.x}', then: [list] };
    expect(foundBy('navigation-list-alone', plain('7.3', [inIf]))).toEqual([]);
    expect(foundBy('rich-text-alone', plain('7.3', [{ ...inIf, then: [richText] }]))).toEqual([]);
  });

  it('is not on a terminal screen', () => {
    const rule = 'navigation-list-on-terminal-screen';
    expect(foundBy(rule, plain('6.2', [list], { terminal: true }))).toEqual([
      'INVALID_PROPERTY_KEY screens[0].terminal',
    ]);
    expect(foundBy(rule, plain('6.2', [list], { terminal: false }))).toEqual([]);
    expect(foundBy(rule, plain('6.2', [body], { terminal: true }))).toEqual([]);
  });
});
