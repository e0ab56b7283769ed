import { describe, expect, it } from 'vitest';
import { oneScreen } from '../../flowjson/support';
import { labels, taken } from './typed';

const inComponent = (rest: string, version = '7.3'): string =>
  oneScreen([{ type: 'X' }], {}, { version }).replace(/\{\s*"type": "X"\s*\}/, () => rest);
const words = (marked: string): string[] => labels(marked, 'word', false);
const keys = (marked: string): string[] => labels(marked, 'key', false);

describe('keys from the catalogue', () => {
  it('are those of the component in this version, needed ones first', () => {
    expect(keys(inComponent('{ "type": "Image", ¦ }')).slice(0, 2)).toEqual(['src', 'width']);
    expect(keys(inComponent('{ "type": "TextInput", ¦ }', '6.1'))).not.toContain('pattern');
    expect(keys(inComponent('{ "type": "TextInput", ¦ }', '6.2'))).toContain('pattern');
  });

  it('begin with the type, and then ask for it', () => {
    expect(keys(inComponent('{ ¦ }'))).toEqual(['type']);
    expect(taken(inComponent('{ ¦ }'), 'type', false)).toBe(inComponent('{ "type": "" }'));
  });

  it('of an action are those that its name allows', () => {
    const link = (rest: string) =>
      inComponent(`{ "type": "EmbeddedLink", "text": "a", "on-click-action": { ${rest} } }`);
    expect(keys(link('"name": "open_url", ¦'))).toEqual(['url']);
    expect(keys(link('"name": "navigate", ¦'))).toEqual(['next', 'payload']);
  });

  it('leave out what does not belong into a Form', () => {
    const form = inComponent('{ "type": "Form", "name": "f", "children": [{ "type": "TextInput", ¦ }] }');
    expect(keys(form)).not.toContain('init-value');
    expect(keys(inComponent('{ "type": "TextInput", ¦ }'))).toContain('init-value');
  });

  it('are proposed at the top and on screens', () => {
    expect(keys('{ ¦ }')).toEqual(['version', 'screens', 'data_api_version', 'routing_model']);
    expect(keys('{ "version": "7.3", "screens": [{ "id": "A", ¦')).toContain('refresh_on_back');
  });
});

describe('words from the catalogue', () => {
  it('are versions, types of components, names of actions, words of enums', () => {
    expect(words('{ "version": "¦" }')).toContain('7.3');
    expect(words(inComponent('{ "type": "¦" }', '6.0'))).not.toContain('CalendarPicker');
    expect(words(inComponent('{ "type": "¦" }', '6.1'))).toContain('CalendarPicker');
    expect(words(inComponent('{ "type": "TextInput", "input-type": ¦ }'))).toContain('passcode');
    expect(words(inComponent('{ "type": "OptIn", "required": ¦ }'))).toEqual(['true', 'false']);
    const action = '{ "type": "OptIn", "on-select-action": { "name": "¦" } }';
    expect(words(inComponent(action))).toEqual(['update_data']);
  });

  it('stand in quotes once', () => {
    const marked = inComponent('{ "type": "TextInput", "input-type": "pa¦" }');
    expect(taken(marked, 'passcode', false)).toBe(
      inComponent('{ "type": "TextInput", "input-type": "passcode" }'),
    );
  });

  it('are not proposed twice in a list', () => {
    const picker = inComponent('{ "type": "CalendarPicker", "include-days": ["Mon", "¦"] }');
    expect(words(picker)).toEqual(['Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
  });
});
