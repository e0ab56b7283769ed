// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { junit } from '../../../../src/lint/formats/junit';
import { reportOf, result } from './report';

const read = (xml: string) => new DOMParser().parseFromString(xml, 'application/xml');
const attributes = (element: Element, ...names: string[]) => names.map((name) => element.getAttribute(name));

describe("JUnit's XML", () => {
  it('has a suite for each file, also a clean one', () => {
    const xml = junit(reportOf([result], { files: ['flows/a.flow.json', 'clean.flow.json'] }));
    const document = read(xml);
    expect(attributes(document.documentElement, 'name', 'tests', 'failures', 'errors')).toEqual([
      'flow-lint',
      '2',
      '1',
      '0',
    ]);
    const suites = [...document.querySelectorAll('testsuite')];
    expect(suites.map((suite) => attributes(suite, 'name', 'tests', 'failures'))).toEqual([
      ['flows/a.flow.json', '1', '1'],
      ['clean.flow.json', '1', '0'],
    ]);
    const failure = document.querySelector('failure')!;
    expect(attributes(failure, 'type', 'message')).toEqual(['INVALID_ENUM_VALUE', 'Not one of the words.']);
    expect(failure.textContent).toContain('flows/a.flow.json:3:5 screens[0].layout.type');
  });

  it('fails as the exit code does', () => {
    const warning = { ...result, severity: 'warning' as const };
    const counts = (failsAt: 'error' | 'warning') => {
      const document = read(junit(reportOf([warning], { failsAt })));
      return [document.querySelectorAll('failure').length, document.querySelectorAll('system-out').length];
    };
    expect(counts('error')).toEqual([0, 1]);
    expect(counts('warning')).toEqual([1, 0]);
  });

  it('escapes what means something in XML and replaces what it cannot hold', () => {
    const message = `<b> & "quotes" 'too' ]]>\u0000\u001b\uffff\ttab\nline\r`;
    const xml = junit(reportOf([{ ...result, message, file: 'a&<"b>.json' }]));
    expect(xml).toContain(
      `message="&#60;b&#62; &#38; &#34;quotes&#34; 'too' ]]&#62;\ufffd\ufffd\ufffd&#9;tab&#10;line&#13;"`,
    );
    expect(xml).toContain('<testsuite name="a&#38;&#60;&#34;b&#62;.json"');
    expect(read(xml).querySelectorAll('parsererror')).toHaveLength(0);
  });
});
