import { describe, expect, it } from 'vitest';
import { isLoopback, isNotPublic } from '../../../src/cams/loopback';

const url = (host: string) => new URL(`https://${host}/file.json`);

describe('isLoopback', () => {
  it.each([
    'localhost',
    '127.0.0.1',
    '127.9.8.7',
    '127.1',
    '0x7f000001',
    '[::1]',
    '[::ffff:127.0.0.1]',
    'LOCALHOST',
  ])('%s is', (host) => expect(isLoopback(url(host))).toBe(true));
  it.each([
    'example.com',
    '128.0.0.1',
    '[::2]',
    'localhost.example.com',
    '127.0.0.1.example.com',
    'mylocalhost',
  ])('%s is not', (host) => expect(isLoopback(url(host))).toBe(false));
});

describe('isNotPublic', () => {
  it.each([
    '127.0.0.1',
    'localhost',
    'a.localhost',
    'localhost.',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.100.100.200',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '2130706433',
    '0xa9fea9fe',
    '[::1]',
    '[::]',
    '[fe80::1]',
    '[fd00::1]',
    '[ff02::1]',
    '[::ffff:10.0.0.1]',
    '[::ffff:a9fe:a9fe]',
    '[64:ff9b::a9fe:a9fe]',
  ])('%s is refused', (host) => expect(isNotPublic(url(host))).toBe(true));

  it.each([
    'oss-ap-southeast-1.aliyuncs.com',
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '[2001:db8::1]',
    '10.example.com',
  ])('%s is public', (host) => expect(isNotPublic(url(host))).toBe(false));
});
