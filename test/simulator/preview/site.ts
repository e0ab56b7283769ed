import { type Answer, html } from '../answers';
import type { listen } from '../listen';
import { type Call, openSite } from '../site';
import type { World } from '../world';
import { deadPage, type Page, previewPage } from './page';
import { playerBundle } from './player';

/** The pages behind PreviewUrl, on an origin of their own. */
export function openPreviewSite(world: World, host: string): ReturnType<typeof listen> {
  return openSite(world, host, 0, {
    name: 'preview',
    action: (message) => message.method ?? '',
    answer: (call) => answer(world, call),
    refuse: (refusal) => framed(world, refusal.status, deadPage(refusal.message), refusal.code),
  });
}

async function answer(world: World, call: Call): Promise<Answer> {
  const { url } = call;
  const id = /^\/wa\/manage\/flows\/([^/]+)\/preview\/?$/.exec(url.pathname)?.[1];
  const flow = id === undefined ? undefined : world.state.findFlow(decodeURIComponent(id))?.flow;
  const link = flow?.previews.find((one) => one.token === url.searchParams.get('token'));
  if (!flow || !link) return framed(world, 404, deadPage('Nobody knows this link.'), 'unknown');
  if (call.expiredLinks || link.expires <= world.clock.now()) {
    return framed(world, 410, deadPage('This link has expired. Ask for a new one.'), 'expired');
  }
  const player = await playerBundle();
  return framed(world, 200, previewPage(flow, player), 'OK');
}

function framed({ behaviour }: World, status: number, page: Page, code: string): Answer {
  const refused = behaviour.previewFrames === 'refused';
  return {
    ...html(status, page.html, code),
    headers: {
      'cache-control': 'no-store',
      'content-security-policy': refused ? `${page.policy}; frame-ancestors 'none'` : page.policy,
      ...(refused && { 'x-frame-options': 'DENY' }),
    },
  };
}
