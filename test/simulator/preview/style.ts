/** The desk on which the phone lies, in the light or the dark, and the page of a dead link. The player brings its own style. */
export const STYLE = `
:root { color-scheme: light dark; --desk: #e9edef; --sheet: #fff; --text: #111b21; --soft: #5b6870; --wrong: #b3261e; --note: #fff3c4; --noteText: #5c4700; }
@media (prefers-color-scheme: dark) {
  :root { --desk: #0b141a; --sheet: #111b21; --text: #e9edef; --soft: #8696a0; --wrong: #f2a29c; --note: #3d3211; --noteText: #ffe9a8; }
}
body { box-sizing: border-box; min-height: 100vh; margin: 0; padding: 12px; display: grid; place-content: center;
  background: var(--desk); color: var(--text); font: 15px/1.4 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
#page { display: grid; gap: 8px; }
.phone { width: 360px; height: 640px; display: flex; flex-direction: column; overflow: hidden; border-radius: 22px;
  background: var(--sheet); box-shadow: 0 2px 18px #0003; }
.screen { flex: 1; min-height: 0; }
.draft { flex: none; padding: 5px; background: var(--note); color: var(--noteText); text-align: center; font-size: 12.5px; }
.desk { width: 360px; color: var(--soft); text-align: center; font-size: 12px; }
.desk .wrong { color: var(--wrong); }
.log { width: 360px; max-height: 96px; box-sizing: border-box; margin: 0; padding: 8px 12px; overflow: auto; border-radius: 10px;
  background: var(--sheet); font: 11.5px/1.5 ui-monospace, monospace; list-style: none; overflow-wrap: anywhere; }
.dead { display: flex; flex: 1; flex-direction: column; justify-content: center; gap: 14px; padding: 40px 28px; text-align: center; }
.dead h1 { margin: 0; font-size: 21px; line-height: 1.25; }
.dead p { margin: 0; }
.dead svg { width: 56px; margin: 0 auto; fill: none; stroke: var(--soft); stroke-width: 2; stroke-linecap: round; }
`;
