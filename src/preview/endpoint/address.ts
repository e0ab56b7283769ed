import { isIPv4 } from 'node:net';
import { l10n } from 'vscode';

/** Nobody types a longer one, and it is shown whole. */
const LONGEST = 2000;

/** Why a text cannot be the address of an endpoint; undefined when it can. */
export function addressProblem(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text)) return l10n.t('The address begins with https:// (or http://localhost).');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.hostname === '' || /\s/.test(text) || text.length > LONGEST) {
    return l10n.t('This is not a complete address: https://host/path.');
  }
  if (url.username !== '' || url.password !== '') {
    return l10n.t('A user name or password in the address would be sent in the clear to logs: leave it out.');
  }
  if (url.hash !== '') return l10n.t('The part after # is never sent: leave it out.');
  if (url.protocol === 'http:' && !isLoopback(url)) {
    return l10n.t('http:// is for this computer only (localhost). {0} needs https://.', url.hostname);
  }
  return undefined;
}

/** An address as it is shown and kept; the query, which may hold a key, apart from it. Throws for anything else. */
export function addressParts(text: string): { readonly address: string; readonly query: string } {
  if (addressProblem(text) !== undefined) throw new TypeError('not the address of an endpoint');
  const { origin, pathname, search } = new URL(text);
  return { address: origin + pathname, query: search };
}

/** Whether a stored address still is one that may be asked: what is stored can have been damaged. */
export function isAddress(value: unknown): value is string {
  return typeof value === 'string' && addressProblem(value) === undefined && !value.includes('?');
}

/** Names are not resolved: only `localhost` counts. */
function isLoopback({ hostname }: URL): boolean {
  return (
    hostname === 'localhost' || hostname === '[::1]' || (isIPv4(hostname) && hostname.startsWith('127.'))
  );
}

export function hostOf(address: string): string {
  return new URL(address).host;
}
