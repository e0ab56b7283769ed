import { describe, expect, it } from 'vitest';
import { checkFilePath, filePathOf } from '../../../src/cams/filePath';
import { regionOf, storeObject } from '../../../src/cams/storeObject';
import type { FilePathShape } from '../../../src/cams/types';
import { keys } from './network';

const place = (parts: object = {}, loopback = false) =>
  storeObject(
    { bucket: 'cams-files', host: 'oss-ap-southeast-1.aliyuncs.com', directory: '1000/flow 1', ...parts },
    'name.json',
    loopback,
  );

describe('the region of a host', () => {
  it.each([
    ['oss-ap-southeast-1.aliyuncs.com', 'ap-southeast-1'],
    ['oss-ap-southeast-1-internal.aliyuncs.com', 'ap-southeast-1'],
    ['OSS-CN-Hangzhou.aliyuncs.com:443', 'cn-hangzhou'],
    ['eu-central-1.oss.aliyuncs.com', 'eu-central-1'],
    ['oss-accelerate.aliyuncs.com', undefined],
    ['oss-accelerate-overseas.aliyuncs.com', undefined],
    ['oss.com', undefined],
    ['oss-ap-southeast-1.aliyuncs.com.example.com', undefined],
    ['0.0.1:8080', undefined],
  ])('%s is %s', (host, region) => {
    expect(regionOf(host)).toBe(region);
  });
});

describe('the place of a file', () => {
  it('has the bucket in its host and the directory in its key', () => {
    expect(place()).toEqual({
      bucket: 'cams-files',
      host: 'oss-ap-southeast-1.aliyuncs.com',
      key: '1000/flow 1/name.json',
      region: 'ap-southeast-1',
      url: 'https://cams-files.oss-ap-southeast-1.aliyuncs.com/1000/flow%201/name.json',
    });
    expect(place({ directory: '' }).key).toBe('name.json');
  });

  it('is reached from outside of the network of Alibaba Cloud', () => {
    const { host, url } = place({ host: 'oss-ap-southeast-1-internal.aliyuncs.com' });
    expect(host).toBe('oss-ap-southeast-1.aliyuncs.com');
    expect(new URL(url).host).toBe('cams-files.oss-ap-southeast-1.aliyuncs.com');
  });

  it('may be this machine, without TLS, only where that is allowed', () => {
    const here = { bucket: '127', host: '0.0.1:8080', directory: 'x' };
    expect(place(here, true).url).toBe('http://127.0.0.1:8080/x/name.json');
    expect(() => place(here)).toThrow(/unsafeLink/);
    expect(place({}, true).url).toMatch(/^https:/);
  });

  it.each([
    { bucket: 'user:password@evil' },
    { bucket: 'evil.example.com/' },
    { bucket: 'Bucket' },
    { bucket: '10', host: '0.0.1' },
    { bucket: '169', host: '254.169.254' },
    { host: 'evil.example.com/path' },
    { host: 'evil.example.com?' },
    { host: 'evil.example.com:port' },
    { host: 'example.com\r\nx: y' },
    { host: 'localhost' },
    { directory: '../other' },
    { directory: 'a/./b' },
  ])('is not one where keys would be in the wrong hands: %j', (parts) => {
    expect(() => place(parts)).toThrow(/unsafeLink/);
  });
});

describe('FilePath', () => {
  const path = (shape: FilePathShape, lifetime?: number) =>
    filePathOf(shape, place(), { credential: keys, lifetime });

  it('is the bare link', () => {
    expect(path('bare')).toBe(place().url);
  });

  it.each([
    [undefined, '3600'],
    [900.5, '900'],
    [0, '1'],
    [10_000_000, '604800'],
  ])('is a link signed for the %s seconds that the keys live: %s', (lifetime, seconds) => {
    const url = new URL(path('presigned', lifetime));
    expect(url.origin + url.pathname).toBe(place().url);
    expect(url.searchParams.get('x-oss-expires')).toBe(seconds);
    expect(url.searchParams.get('x-oss-security-token')).toBe(keys.securityToken);
  });

  it.each([
    ['https://files.example.com/{key}', 'https://files.example.com/1000/flow%201/name.json'],
    [
      'http://{bucket}.{host}/{key}?v=1',
      'http://cams-files.oss-ap-southeast-1.aliyuncs.com/1000/flow%201/name.json?v=1',
    ],
    ['/{key}', '/1000/flow%201/name.json'],
  ])('is built from the pattern %s', (pattern, expected) => {
    checkFilePath({ pattern });
    expect(path({ pattern })).toBe(expected);
  });

  it('keeps signs that mean something to String.replace', () => {
    expect(path({ pattern: "https://example.com/$&/$'/{key}" })).toContain("/$&/$'/1000/");
  });

  it.each([
    '',
    'https://files.example.com/flow.json',
    'https://example.com/{name}/{key}',
    'https://example.com/{{key}}',
    'https://example.com/ {key}',
    'ftp://example.com/{key}',
    'file:///{key}',
  ])('cannot be built from the pattern "%s"', (pattern) => {
    expect(() => checkFilePath({ pattern })).toThrow(/filePath/);
  });
});
