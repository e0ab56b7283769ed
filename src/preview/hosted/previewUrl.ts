import { plainNumber, type PreviewOptions } from '../../webview/hosted/options';

/** What may be done with a preview link. */
export type Framing =
  /** It may be shown in the panel. */
  | { readonly kind: 'frame'; readonly loopback: boolean }
  /** It leads to a host that we do not know: a browser may open it after a question. */
  | { readonly kind: 'ask'; readonly host: string }
  /** It is not a web address that anybody should open. */
  | { readonly kind: 'never' };

const META = /^(?:[a-z0-9-]+\.)*(?:facebook|whatsapp)\.com$/;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Where a link may be opened. Meta's hosts are framed; a loopback address only for an account whose
 * CAMS is a loopback address too, which is the simulator.
 */
export function framingOf(link: string, accountEndpoint: string): Framing {
  const url = parse(link);
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.hostname === '') return { kind: 'never' };
  // "https://business.facebook.com@elsewhere/" is made to be misread.
  if (url.username !== '' || url.password !== '') return { kind: 'never' };
  if (url.protocol === 'https:' && url.port === '' && META.test(url.hostname)) {
    return { kind: 'frame', loopback: false };
  }
  if (LOOPBACK.test(url.hostname) && isLoopback(accountEndpoint)) {
    return { kind: 'frame', loopback: true };
  }
  return { kind: 'ask', host: url.host };
}

/** The origin to expect before the first link has come, so that the panel need not be drawn twice. */
export function expectedOrigin(accountEndpoint: string): string | undefined {
  return isLoopback(accountEndpoint) ? undefined : 'https://business.facebook.com';
}

/**
 * The link with the options in its address. What the link had (its token) stays as it was, byte for
 * byte; of what we set, an earlier value goes.
 */
export function withOptions(link: string, options: PreviewOptions): string {
  if (!options.interactive) return link;
  const added: [string, string][] = [['interactive', 'true']];
  if (options.action !== '') added.push(['flow_action', options.action]);
  if (options.action === 'navigate') {
    added.push(['flow_action_payload', JSON.stringify(JSON.parse(options.payload))]);
  }
  if (options.flowToken !== '') added.push(['flow_token', options.flowToken]);
  if (options.phoneNumber.trim() !== '') added.push(['phone_number', plainNumber(options.phoneNumber)]);
  if (options.debug) added.push(['debug', 'true']);

  const ours = new Set(added.map(([key]) => key));
  const url = new URL(link);
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((piece) => piece !== '' && !ours.has(piece.split('=', 1)[0] ?? ''));
  // Not URLSearchParams: it writes spaces as "+", and Meta reads these values with decodeURIComponent.
  const mine = added.map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  url.search = [...kept, ...mine].join('&');
  return url.href;
}

/** `link` as it is reached through `tunnel`, the address that VS Code gives for the link's origin. */
export function through(tunnel: string, link: string): string {
  const url = new URL(tunnel);
  const { pathname, search, hash } = new URL(link);
  url.pathname = url.pathname.replace(/\/$/, '') + pathname;
  url.search = [url.search.slice(1), search.slice(1)].filter((part) => part !== '').join('&');
  url.hash = hash;
  return url.href;
}

/** The parts of a link that must not be seen: the whole, and every value of its query. */
export function secretsOf(link: string): string[] {
  return [link, ...(parse(link)?.searchParams.values() ?? [])];
}

function isLoopback(address: string): boolean {
  return LOOPBACK.test(parse(address)?.hostname ?? '');
}

function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
