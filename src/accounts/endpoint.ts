import { l10n } from 'vscode';
import type { Settings } from '../platform/settings';
import { AdviceError } from './adviceError';

const REGION = /^[a-z]{2,3}(-[a-z0-9]+)+$/;

/** Where an account that signs in now sends its CAMS requests: `https://host[:port]`, or http to loopback. */
export function camsEndpoint({ region, endpoint }: Pick<Settings, 'region' | 'endpoint'>): string {
  if (endpoint !== '') return ownEndpoint('camsFlows.endpoint', endpoint);
  return `https://cams.${checkedRegion(region)}.aliyuncs.com`;
}

/** Where it assumes its role; `profileRegion` is the STS region that the imported profile names. */
export function stsEndpoint(
  { region, stsEndpoint: endpoint }: Pick<Settings, 'region' | 'stsEndpoint'>,
  profileRegion = '',
): string {
  if (endpoint !== '') return ownEndpoint('camsFlows.stsEndpoint', endpoint);
  return `https://sts.${REGION.test(profileRegion) ? profileRegion : checkedRegion(region)}.aliyuncs.com`;
}

/** Whether a stored endpoint still is one that keys may be used with: what is stored can have been damaged. */
export function isEndpoint(value: unknown): value is string {
  return typeof value === 'string' && originOf(value) === value;
}

function checkedRegion(region: string): string {
  if (REGION.test(region)) return region;
  throw new AdviceError(
    l10n.t('The setting {0} is not a region.', 'camsFlows.region'),
    l10n.t('A region looks like ap-southeast-1.'),
  );
}

function ownEndpoint(setting: string, value: string): string {
  const origin = originOf(/^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `https://${value}`);
  if (origin !== undefined) return origin;
  throw new AdviceError(
    l10n.t('The setting {0} does not name a host that keys may be used with.', setting),
    l10n.t('Give a host, or https:// and a host, without a path; http:// is allowed for this computer only.'),
  );
}

/** The origin, if the URL consists of nothing else and the way there is encrypted or does not leave the machine. */
function originOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.hostname === '') return undefined;
  const nothingElse =
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '' &&
    url.username === '' &&
    url.password === '';
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  return nothingElse && safe ? url.origin : undefined;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
