import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expectedOrigin,
  framingOf,
  secretsOf,
  through,
  withOptions,
} from '../../../../src/preview/hosted/previewUrl';
import { defaultOptions, type PreviewOptions } from '../../../../src/webview/hosted/options';

const CAMS = 'https://cams.ap-southeast-1.aliyuncs.com';
const SIMULATOR = 'http://127.0.0.1:4010';
const LINK = 'https://business.facebook.com/wa/manage/flows/92675332/preview/?token=0f3c1b1e-8d27-4a8b';

describe('where a link may be opened', () => {
  it.each([
    LINK,
    'https://facebook.com/x',
    'https://www.whatsapp.com/x',
    'https://a.b.whatsapp.com:443/x?y',
    'https://BUSINESS.FACEBOOK.COM/x',
  ])('%s is framed', (link) => expect(framingOf(link, CAMS)).toEqual({ kind: 'frame', loopback: false }));

  it.each([
    ['http://business.facebook.com/x', 'business.facebook.com'],
    ['https://business.facebook.com:8443/x', 'business.facebook.com:8443'],
    ['https://business.facebook.com./x', 'business.facebook.com.'],
    ['https://business.facebook.com.evil.example/x', 'business.facebook.com.evil.example'],
    ['https://notfacebook.com/x', 'notfacebook.com'],
    ['https://evil.example/business.facebook.com', 'evil.example'],
    ['https://evil.example#@facebook.com', 'evil.example'],
    ['https://fаcebook.com/x', 'xn--fcebook-2fg.com'],
    ['http://127.0.0.1:9/x', '127.0.0.1:9'],
    ['http://localhost/x', 'localhost'],
  ])('%s is asked about, by its real host', (link, host) =>
    expect(framingOf(link, CAMS)).toEqual({ kind: 'ask', host }),
  );

  it.each([
    'javascript:alert(1)',
    'data:text/html,hi',
    'file:///etc/passwd',
    'command:workbench.action.quit',
    'vscode://x/y',
    'ftp://facebook.com/x',
    'https://business.facebook.com@evil.example/',
    'https://user:pass@business.facebook.com/',
    '//business.facebook.com/x',
    '',
    'not a link',
  ])('%s is never opened', (link) => expect(framingOf(link, CAMS)).toEqual({ kind: 'never' }));

  it.each(['http://127.0.0.1:9/x', 'http://localhost:1/x', 'http://[::1]:1/x', 'https://127.8.9.1/x'])(
    '%s is framed for the simulator only',
    (link) => expect(framingOf(link, SIMULATOR)).toEqual({ kind: 'frame', loopback: true }),
  );

  it('does not take a name for an address of this machine', () => {
    expect(framingOf('http://127.0.0.1.evil.example/', SIMULATOR)).toMatchObject({ kind: 'ask' });
    expect(framingOf('http://localhost.evil.example/', SIMULATOR)).toMatchObject({ kind: 'ask' });
    expect(framingOf('http://127.0.0.1/', 'https://127.0.0.1.evil.example')).toMatchObject({ kind: 'ask' });
  });

  it('expects Meta, and nothing in particular from the simulator', () => {
    expect(expectedOrigin(CAMS)).toBe('https://business.facebook.com');
    expect(expectedOrigin(SIMULATOR)).toBeUndefined();
  });
});

const all: PreviewOptions = {
  interactive: true,
  action: 'navigate',
  payload: '{ "screen": "A&B", "data": { "x": "100% + ü #1" } }',
  flowToken: 'to=ken&x',
  phoneNumber: '+62 812-3456 78',
  debug: true,
};

describe('the options in the address', () => {
  it('change nothing while the preview is not interactive', () => {
    expect(withOptions(LINK, { ...all, interactive: false })).toBe(LINK);
    expect(withOptions('https://x/?a=b%20c+d', defaultOptions)).toBe('https://x/?a=b%20c+d');
  });

  it('arrive as they were typed, with the token as it was', () => {
    const url = new URL(withOptions(LINK, all));
    expect(url.href).toMatch(
      /^https:\/\/business\.facebook\.com\/wa\/manage\/flows\/92675332\/preview\/\?token=0f3c1b1e-8d27-4a8b&/,
    );
    expect(Object.fromEntries(url.searchParams)).toEqual({
      token: '0f3c1b1e-8d27-4a8b',
      interactive: 'true',
      flow_action: 'navigate',
      flow_action_payload: '{"screen":"A&B","data":{"x":"100% + ü #1"}}',
      flow_token: 'to=ken&x',
      phone_number: '+62812345678',
      debug: 'true',
    });
    expect(url.search).not.toContain('+');
  });

  it('send no payload without navigate, and nothing that was left empty', () => {
    const url = new URL(
      withOptions(LINK, { ...defaultOptions, interactive: true, action: 'data_exchange', payload: '{' }),
    );
    expect(Object.fromEntries(url.searchParams)).toEqual({
      token: '0f3c1b1e-8d27-4a8b',
      interactive: 'true',
      flow_action: 'data_exchange',
    });
  });

  it('replace what the link already says of them', () => {
    const url = new URL(
      withOptions(`${LINK}&interactive=false&debug=false`, { ...defaultOptions, interactive: true }),
    );
    expect(url.searchParams.getAll('interactive')).toEqual(['true']);
    expect(url.searchParams.getAll('debug')).toEqual(['false']);
  });

  it('keep any token and carry any value', () => {
    const value = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(value, value, value, (token, flowToken, screen) => {
        const link = `https://business.facebook.com/p?token=${encodeURIComponent(token)}`;
        const payload = JSON.stringify({ screen });
        const url = new URL(withOptions(link, { ...all, payload, flowToken }));
        expect(url.searchParams.get('token')).toBe(token);
        expect(url.searchParams.get('flow_token')).toBe(flowToken);
        expect(url.searchParams.get('flow_action_payload')).toBe(payload);
      }),
    );
  });
});

describe('a link through a tunnel', () => {
  it('keeps path, query and fragment, and what the tunnel needs', () => {
    expect(through('https://abc-4010.tunnel.example/', 'http://127.0.0.1:4010/p/1?token=a%20b#c')).toBe(
      'https://abc-4010.tunnel.example/p/1?token=a%20b#c',
    );
    expect(through('https://host/proxy/4010/?tkn=1', 'http://127.0.0.1:4010/p?token=2')).toBe(
      'https://host/proxy/4010/p?tkn=1&token=2',
    );
  });
});

it('knows what of a link must not be seen', () => {
  expect(secretsOf(LINK)).toEqual([LINK, '0f3c1b1e-8d27-4a8b']);
  expect(secretsOf('nonsense')).toEqual(['nonsense']);
});
