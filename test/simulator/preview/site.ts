import { type Answer, html } from '../answers';
import type { listen } from '../listen';
import { type Call, openSite } from '../site';
import type { World } from '../world';
import { deadPage, previewPage } from './page';

/** The pages behind PreviewUrl, on an origin of their own. */
export function openPreviewSite(world: World, host: string): ReturnType<typeof listen> {
  return openSite(world, host, 0, {
    name: 'preview',
    action: (message) => message.method ?? '',
    answer: (call) => answer(world, call),
    refuse: (refusal) => framed(world, html(refusal.status, deadPage(refusal.message), refusal.code)),
  });
}

function answer(world: World, call: Call): Answer {
  const { url } = call;
  const id = /^\/wa\/manage\/flows\/([^/]+)\/preview\/?$/.exec(url.pathname)?.[1];
  const flow = id === undefined ? undefined : world.state.findFlow(decodeURIComponent(id))?.flow;
  const link = flow?.previews.find((one) => one.token === url.searchParams.get('token'));
  if (!flow || !link) return framed(world, html(404, deadPage('Nobody knows this link.'), 'unknown'));
  if (call.expiredLinks || link.expires <= world.clock.now()) {
    return framed(world, html(410, deadPage('This link has expired. Ask for a new one.'), 'expired'));
  }
  return framed(world, html(200, previewPage(flow, url.searchParams), 'OK'));
}

function framed({ behaviour }: World, answer: Answer): Answer {
  const refused = { 'x-frame-options': 'DENY', 'content-security-policy': "frame-ancestors 'none'" };
  return {
    ...answer,
    headers: { 'cache-control': 'no-store', ...(behaviour.previewFrames === 'refused' && refused) },
  };
}
