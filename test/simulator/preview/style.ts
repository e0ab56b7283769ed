/** A phone on a desk, in the light or the dark. */
export const STYLE = `
:root { color-scheme: light dark; --desk: #e9edef; --sheet: #fff; --text: #111b21; --soft: #667781; --line: #d1d7db; --accent: #00805f; --press: #00a884; }
@media (prefers-color-scheme: dark) {
  :root { --desk: #0b141a; --sheet: #111b21; --text: #e9edef; --soft: #8696a0; --line: #2a3942; --accent: #21c063; --press: #21c063; }
}
* { box-sizing: border-box; margin: 0; font: inherit; color: inherit; }
body { min-height: 100vh; display: grid; place-content: center; gap: 8px; background: var(--desk); color: var(--text);
  font: 15px/1.4 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; padding: 12px; }
.phone { width: 360px; height: 640px; background: var(--sheet); border-radius: 22px; overflow: hidden; display: flex; flex-direction: column;
  box-shadow: 0 2px 18px #0003; position: relative; }
.screen { display: none; flex-direction: column; flex: 1; min-height: 0; }
.screen.shown { display: flex; }
.bar { display: grid; grid-template-columns: 44px 1fr 44px; align-items: center; height: 54px; flex: none; border-bottom: 1px solid var(--line); }
.bar h1 { font-weight: 600; font-size: 16px; text-align: center; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.bar button { border: 0; background: none; font-size: 20px; height: 44px; cursor: pointer; }
.column { flex: 1; overflow-y: auto; padding: 16px; display: flex; flex-direction: column; gap: 14px; }
.heading { font-size: 21px; font-weight: 600; line-height: 1.25; }
.subheading { font-size: 17px; font-weight: 600; }
.caption, .helper, .optional, small { font-size: 12.5px; color: var(--soft); }
.body { white-space: pre-line; }
b, .bold { font-weight: 650; }
i, .italic { font-style: italic; }
.struck { text-decoration: line-through; }
table { border-collapse: collapse; }
td { border: 1px solid var(--line); padding: 5px 10px; }
.field, .group { display: flex; flex-direction: column; gap: 6px; }
.field input, .field textarea, .field select { width: 100%; padding: 10px 12px; border: 1px solid var(--line); border-radius: 10px; background: transparent; resize: none; }
.option, .row, .opt-in { display: flex; align-items: center; gap: 12px; padding: 8px 0; text-align: start; width: 100%; border: 0; background: none; }
.option > span, .row > span:nth-last-child(2), .opt-in > span { flex: 1; }
.option small, .row small { display: block; }
.option + .option, .row + .row { border-top: 1px solid var(--line); }
.row { cursor: pointer; }
.row img { width: 44px; height: 44px; object-fit: cover; border-radius: 8px; }
.row em { font-size: 11px; margin-inline-start: 6px; padding: 1px 7px; border-radius: 9px; background: var(--accent); color: var(--sheet); }
input[type='checkbox'], input[type='radio'] { accent-color: var(--accent); width: 18px; height: 18px; flex: none; }
.chips { display: flex; flex-wrap: wrap; gap: 8px; }
.chip { border: 1px solid var(--line); border-radius: 16px; padding: 5px 12px; }
.chip input { display: none; }
.chip:has(:checked) { border-color: var(--accent); color: var(--accent); }
.link { border: 0; background: none; color: var(--accent); font-weight: 500; padding: 0; text-align: start; cursor: pointer; }
.image { width: 100%; max-height: 220px; object-fit: contain; border-radius: 10px; }
.cover { object-fit: cover; }
.carousel { display: flex; gap: 8px; overflow-x: auto; }
.carousel img { width: 85%; flex: none; }
.not-drawn { border: 1px dashed var(--line); border-radius: 10px; padding: 12px; color: var(--soft); text-align: center; font-size: 13px; }
.footer { flex: none; padding: 8px 16px 10px; border-top: 1px solid var(--line); }
.captions { display: flex; justify-content: space-around; font-size: 12px; color: var(--soft); }
.captions > :not(:only-child):first-child { margin-inline-end: auto; }
.button { width: 100%; margin-top: 4px; border: 0; border-radius: 22px; padding: 11px; background: var(--press); color: #fff; font-weight: 600; cursor: pointer; }
@media (prefers-color-scheme: dark) { .button { color: #0b141a; } }
.managed { text-align: center; font-size: 11.5px; color: var(--soft); padding: 7px 0 9px; flex: none; }
.draft { background: #fff3c4; color: #5c4700; text-align: center; font-size: 12.5px; padding: 5px; flex: none; }
.toast { position: absolute; inset: auto 16px 84px; background: #111b21ee; color: #fff; border-radius: 10px; padding: 10px 14px; font-size: 13px; overflow-wrap: anywhere; }
.toast:empty { display: none; }
.desk { width: 360px; font-size: 12px; color: var(--soft); text-align: center; }
.desk .wrong { color: #c4314b; }
.log { width: 360px; max-height: 96px; overflow: auto; font: 11.5px/1.5 ui-monospace, monospace; background: var(--sheet); border-radius: 10px; padding: 8px 12px; overflow-wrap: anywhere; }
.dead { text-align: center; padding: 40px 28px; gap: 14px; justify-content: center; }
.dead svg { width: 56px; margin: 0 auto; fill: none; stroke: var(--soft); stroke-width: 2; stroke-linecap: round; }
`;

/** Moves between the screens. Without interaction taps on anything else than navigation do nothing, as on Meta's page. */
export const SCRIPT = `
const phone = document.querySelector('.phone');
const { interactive, debug } = document.body.dataset;
const log = document.querySelector('.log');
const toast = document.querySelector('.toast');
const visited = [];
const shown = () => phone.querySelector('.screen.shown');
function note(text) { if (log) { log.append(text, document.createElement('br')); log.scrollTop = log.scrollHeight; } }
function say(text) { toast.textContent = text; clearTimeout(say.timer); say.timer = setTimeout(() => { toast.textContent = ''; }, 2500); }
function show(screen) { shown()?.classList.remove('shown'); screen.classList.add('shown'); }
phone.addEventListener('click', (event) => {
  const button = event.target.closest('[data-action], .back');
  if (!button) return;
  if (button.classList.contains('back')) {
    const last = visited.pop();
    if (last) { show(last); note('back'); }
    return;
  }
  const { action, next, payload } = button.dataset;
  if (action === 'navigate') {
    const target = phone.querySelector('[data-screen="' + CSS.escape(next) + '"]');
    if (!target) return say('There is no screen ' + next);
    visited.push(shown());
    show(target);
    note('navigate ' + next + ' ' + payload);
  } else if (interactive === 'true') {
    note(action + ' ' + payload);
    say(action === 'complete' ? 'Completed: ' + payload : action + ' is not carried out by this simulator');
  }
});
note('init ' + (shown()?.dataset.screen ?? ''));
`;
