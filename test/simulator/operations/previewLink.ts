import type { Context } from '../gateway';
import type { StoredFlow } from '../state';

const HOUR = 3_600_000;

/** PreviewUrl and PreviewUrlExpires of a flow; nothing when it has no JSON yet. */
export function previewFields(context: Context, flow: StoredFlow): Record<string, unknown> {
  if (flow.json === undefined) return {};
  const { behaviour, previewOrigin } = context.world;
  const { token, expires } = linkOf(context, flow);
  const shapes = {
    milliseconds: { PreviewUrlExpires: expires },
    expired: { PreviewUrlExpires: expires },
    string: { PreviewUrlExpires: String(expires) },
    seconds: { PreviewUrlExpires: Math.floor(expires / 1000) },
    iso: { PreviewUrlExpires: new Date(expires).toISOString() },
    missing: {},
  };
  return {
    PreviewUrl: `${previewOrigin}/wa/manage/flows/${flow.id}/preview/?token=${token}`,
    ...shapes[behaviour.previewExpires],
  };
}

/** The link that still lives, or a new one; an expired one where that is ordered. */
function linkOf({ world, expiredLinks }: Context, flow: StoredFlow): { token: string; expires: number } {
  const { behaviour, clock, state } = world;
  const now = clock.now();
  if (expiredLinks || behaviour.previewExpires === 'expired') {
    const dead = { token: state.random.uuid(), expires: now - HOUR };
    flow.previews.push(dead);
    return dead;
  }
  const living = flow.previews.findLast((one) => one.expires > now);
  if (living && behaviour.previewLink === 'same') return living;
  const fresh = { token: state.random.uuid(), expires: now + behaviour.previewLifetime };
  flow.previews.push(fresh);
  return fresh;
}
