import type { StoredFlow } from '../state';
import type { Opened } from './browser/opened';
import { embedded, escape } from './html';
import type { PlayerBundle } from './player';
import { policyFor } from './policy';
import { STYLE } from './style';

export interface Page {
  readonly html: string;
  /** Content-Security-Policy. */
  readonly policy: string;
}

/** The whole page of a flow, in one answer: the player and what was uploaded last. It reads the link's parameters itself. */
export function previewPage({ name, status, json = '' }: StoredFlow, { script, style }: PlayerBundle): Page {
  const opened: Opened = { json, draft: status === 'DRAFT' };
  return page(
    name,
    'alive',
    [STYLE, style],
    [script],
    `<div id="page"></div><script type="application/json" id="flow">${embedded(opened)}</script>`,
  );
}

/** What an expired or unknown link shows. */
export function deadPage(reason: string): Page {
  const sheet = `<div class="dead">${BROKEN_LINK}<h1>This preview is not available</h1><p>${escape(reason)}</p></div>`;
  return page('Preview not available', 'dead', [STYLE], [], `<main class="phone">${sheet}</main>`);
}

/** Drawn, because not every system has a font with such signs. */
const BROKEN_LINK =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 2M4 4l16 16"/></svg>';

function page(
  title: string,
  state: 'alive' | 'dead',
  styles: readonly string[],
  scripts: readonly string[],
  body: string,
): Page {
  const html = `<!doctype html>
<html>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title><link rel="icon" href="data:,">${styles.map((style) => `<style>${style}</style>`).join('')}</head>
<body data-state="${state}">${body}${scripts.map((script) => `<script>${script}</script>`).join('')}</body>
</html>
`;
  return { html, policy: policyFor(styles, scripts) };
}
