import { describe, expect, it } from 'vitest';
import { camsEndpoint, isEndpoint, stsEndpoint } from '../../../src/accounts/endpoint';
import { explain } from '../../../src/accounts/explain';

const settings = { region: 'ap-southeast-1', endpoint: '', stsEndpoint: '' };

describe('endpoint', () => {
  it('is the public one of the region by default', () => {
    expect(camsEndpoint(settings)).toBe('https://cams.ap-southeast-1.aliyuncs.com');
    expect(stsEndpoint(settings)).toBe('https://sts.ap-southeast-1.aliyuncs.com');
  });

  it('of STS follows the profile, but never a region that is none', () => {
    expect(stsEndpoint(settings, 'cn-hangzhou')).toBe('https://sts.cn-hangzhou.aliyuncs.com');
    expect(stsEndpoint(settings, 'evil.example/#')).toBe('https://sts.ap-southeast-1.aliyuncs.com');
    expect(stsEndpoint({ ...settings, stsEndpoint: 'sts.example' }, 'cn-hangzhou')).toBe(
      'https://sts.example',
    );
  });

  it.each([
    ['cams.example', 'https://cams.example'],
    ['CAMS.Example:8443', 'https://cams.example:8443'],
    ['https://cams.example/', 'https://cams.example'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['localhost:8443', 'https://localhost:8443'],
  ])('may be set: %s', (endpoint, expected) => {
    expect(camsEndpoint({ ...settings, endpoint })).toBe(expected);
    expect(isEndpoint(expected)).toBe(true);
  });

  it.each([
    'http://cams.example',
    'http://localhost.example',
    'http://127.0.0.1.example',
    'ftp://cams.example',
    'https://cams.example/path',
    'https://user:password@cams.example',
    'https://cams.example?x=1',
    'https://cams.example#x',
    'https://',
    'two words',
    'javascript:alert(1)',
  ])('is refused with a reason that names the setting: %s', (endpoint) => {
    const attempt = () => camsEndpoint({ ...settings, endpoint });
    expect(attempt).toThrow(/camsFlows\.endpoint/);
    try {
      attempt();
    } catch (error) {
      expect(explain(error).advice).toContain('https://');
    }
  });

  it('is refused when the region could lead elsewhere', () => {
    expect(() => camsEndpoint({ ...settings, region: 'evil.example/' })).toThrow(/camsFlows\.region/);
  });
});
