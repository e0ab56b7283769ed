import { BlockList, isIPv4, isIPv6 } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Addresses that never serve the public: private, link-local (cloud metadata), shared, reserved, multicast. */
const notPublic = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  notPublic.addSubnet(network, prefix);
}
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  notPublic.addSubnet(network, prefix, 'ipv6');
}

/** Whether the host of a parsed URL is this machine. Names are not resolved: only `localhost` counts. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || contains(loopback, hostname);
}

/** Whether the host is written as an address, or as a name, that lies outside of the public internet. */
export function isNotPublic({ hostname }: URL): boolean {
  return /(^|\.)localhost\.?$/.test(hostname) || contains(notPublic, hostname);
}

/** Whether the file store may be there: behind TLS on a public host, or on this machine if that is allowed. */
export function isSafeUrl(url: URL, loopback: boolean): boolean {
  if (url.username !== '' || url.password !== '') return false;
  if (loopback && isLoopback(url)) return url.protocol === 'http:' || url.protocol === 'https:';
  return url.protocol === 'https:' && !isNotPublic(url);
}

function contains(list: BlockList, hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '');
  if (isIPv4(address)) return list.check(address);
  return isIPv6(address) && list.check(address, 'ipv6');
}
