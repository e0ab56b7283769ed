import { describe, expect, it } from 'vitest';
import { checkFile, failureOfFile } from '../../../src/cams/file';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('checkFile', () => {
  it.each(['{}', '\uFEFF{"version":"7.2"}', ' {\r\n}\n', '{"title":"Café ☕"}'])('accepts %j', (text) =>
    expect(() => checkFile(bytes(text))).not.toThrow(),
  );

  it.each([
    ['a page', '<!DOCTYPE html><html></html>', 'html'],
    ['a page in XML', '<?xml version="1.0"?><html xmlns="x"></html>', 'html'],
    ['an unknown page', '\n  <div>sign in</div>', 'html'],
    ['an XML error', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', 'xml'],
    ['an XML error without a head', '<Error><Code>NoSuchKey</Code></Error>', 'xml'],
    ['nothing', '', 'notJson'],
    ['half of it', '{"version":', 'notJson'],
    ['text', 'URL signature expired', 'notJson'],
  ])('tells %s', (_, text, reason) => {
    expect(() => checkFile(bytes(text))).toThrow(expect.objectContaining({ situation: 'malformed', reason }));
  });

  it.each([
    ['UTF-16', Buffer.from('\uFEFF{"version":"7.2"}', 'utf16le')],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22])],
  ])('refuses %s', (_, wrong) => {
    expect(() => checkFile(wrong)).toThrow(expect.objectContaining({ reason: 'notJson' }));
  });
});

describe('failureOfFile', () => {
  const xml =
    '<?xml version="1.0"?><Error><Code>AccessDenied</Code><RequestId>65A1F</RequestId><StringToSign>GET secret</StringToSign></Error>';

  it.each([
    [
      403,
      xml,
      { situation: 'malformed', reason: 'xml', code: 'AccessDenied', requestId: '65A1F', httpStatus: 403 },
    ],
    [
      404,
      '<Error><Code>NoSuchKey</Code></Error>',
      { situation: 'malformed', reason: 'xml', code: 'NoSuchKey' },
    ],
    [403, 'URL signature expired', { situation: 'malformed', reason: 'xml', code: 'HTTP 403' }],
    [403, '<html>blocked</html>', { situation: 'malformed', reason: 'html', code: 'HTTP 403' }],
    [407, '<html>', { situation: 'network', reason: 'proxy' }],
    [
      503,
      xml.replace('AccessDenied', 'ServerBusy'),
      { situation: 'service', code: 'ServerBusy', httpStatus: 503 },
    ],
    [502, '<html>', { situation: 'service', code: 'HTTP 502' }],
  ])('%s %s', (status, body, expected) => {
    const error = failureOfFile(status, body);
    expect(error).toMatchObject(expected);
    expect(error.message).not.toContain('secret');
  });
});
