import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { startBrowser } from '../host/browser';
import { bundled } from './bundled';
import type {} from './previewPage';
import type { keystrokes, map, pauses } from './previewWork';
import type { Row } from './row';
import { median, quantile } from './timing';

interface Work {
  readonly keystrokes: typeof keystrokes;
  readonly pauses: typeof pauses;
  readonly map: typeof map;
}

/** What the local preview and the map cost. `dist` holds the bundles as they are shipped. */
export async function measurePreview(dist: string): Promise<Row[]> {
  const work = await bundled<Work>('previewWork.ts');
  return [await measureKeystroke(work, dist), ...measurePauses(work), await measureMap(work)];
}

/** From a changed text to the picture that the page has laid out: the browser shows it with its next frame. */
async function measureKeystroke(work: Work, dist: string): Promise<Row> {
  const { first, steps, anew } = work.keystrokes();
  const browser = await startBrowser();
  try {
    const page = await openPage(await browser.newPage(), dist);
    await draw(page, first.start);
    const firstDrawn = await draw(page, first.show);
    const times: number[] = [];
    for (const { took, message } of steps) times.push(took + (await draw(page, message)));
    const p95 = quantile(times, 0.95);
    const whole = anew + firstDrawn;
    return {
      name: 'keystroke to drawn preview, 200 KB, p95',
      value: p95,
      unit: 'ms',
      beside: `reading, starting and drawing it anew: ${whole.toFixed(1)} ms; median keystroke ${median(times).toFixed(1)} ms`,
      ratio: p95 / whole,
      goal: '≤ 50 ms',
      holds: p95 <= 50,
    };
  } finally {
    await browser.close();
  }
}

/** The page of the panel as it is shipped, with nothing of VS Code around it. */
async function openPage(page: Page, dist: string): Promise<Page> {
  const of = (file: string) => fs.readFileSync(path.join(dist, 'webview', file), 'utf8');
  await page.route('http://preview.test/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' }),
  );
  await page.goto('http://preview.test/');
  await page.addStyleTag({ content: of('local.css') });
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'previewPage.ts')],
    bundle: true,
    write: false,
  });
  await page.addScriptTag({ content: outputFiles[0]!.text });
  await page.addScriptTag({ content: of('local.js') });
  return page;
}

/** Hands the page a message and says how long it took until the picture was laid out, in milliseconds. */
const draw = (page: Page, message: string): Promise<number> =>
  page.evaluate((text) => window.drawn(text), message);

function measurePauses(work: Work): Row[] {
  return work.pauses().map(({ name, longest, anew }) => ({
    name: `longest pause at a keystroke, 10 MB of ${name}`,
    value: longest,
    unit: 'ms',
    beside: `reading and starting it anew: ${anew.toFixed(0)} ms`,
    ratio: longest / anew,
    goal: '≤ 50 ms',
    holds: longest <= 50,
  }));
}

async function measureMap(work: Work): Promise<Row> {
  const { screens, edges, ours, alone } = await work.map();
  return {
    name: `laying out a map of ${screens} screens, ${edges} ways`,
    value: ours,
    unit: 'ms',
    beside: `dagre alone: ${alone.toFixed(1)} ms`,
    ratio: ours / alone,
    goal: '≤ 200 ms',
    holds: ours <= 200,
  };
}
