import type { NetworkReason } from './errors';

const REASONS: readonly (readonly [RegExp, NetworkReason])[] = [
  [
    /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|ERR_TLS_)|CERT|_CA$/,
    'certificate',
  ],
  [/PROXY|TUNNEL/, 'proxy'],
  [/TIMEDOUT|TIMEOUT/, 'timeout'],
  [/^(ECONNRESET|EPIPE|ECONNABORTED|ERR_STREAM_|HPE_|ERR_HTTP_|Z_)/, 'interrupted'],
];

/**
 * Why a connection failed, told by Node's error code. The SDK calls every silence a "ConnectTimeout" and gives it no
 * code, only the name RequestTimeoutError (facts 5.4). Anything unknown counts as unreachable.
 */
export function networkFailure(error: unknown): { code?: string; reason: NetworkReason } {
  if (!(error instanceof Error)) return { reason: 'unreachable' };
  if (error.name === 'RequestTimeoutError') return { code: 'ETIMEDOUT', reason: 'timeout' };
  const code = codeOf(error) ?? codeOf(error.cause);
  // Tunnels through a proxy are made by VS Code, whose errors have no code of their own.
  if (code === undefined && /proxy|tunnel/i.test(error.message)) return { reason: 'proxy' };
  const [, reason] = REASONS.find(([pattern]) => pattern.test(code ?? '')) ?? [];
  return { code, reason: reason ?? 'unreachable' };
}

/** Node's code: capitals only, which tells it from a service's code and from the SDK's "undefined". */
function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code) ? code : undefined;
}
