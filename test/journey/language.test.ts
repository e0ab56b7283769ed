import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { packagedExtension } from './journey';
import { takePicture } from './picture';
import { openFile } from './steps';
import { useWorkbench } from './useWorkbench';

/** A flow as people write it: nearly right, and of a version that has grown old. */
const flow = {
  version: '6.3',
  screens: [
    {
      id: 'WELCOME',
      title: 'Book a table',
      data: { greeting: { type: 'string', __example__: 'Good evening, Ada' } },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextHeading', text: '${data.greeting}' },
          { type: 'TextInput', name: 'guest_name', label: 'Your name', 'helper-txt': 'As on your booking' },
          { type: 'DatePicker', name: 'day', label: 'Day', required: true },
          {
            type: 'Footer',
            label: 'Next',
            'on-click-action': {
              name: 'navigate',
              next: { type: 'screen', name: 'CONFIRM' },
              payload: { guest: '${form.guest_name}', day: '${form.day}' },
            },
          },
        ],
      },
    },
    {
      id: 'CONFIRM',
      title: 'Is this right?',
      terminal: true,
      data: {
        guest: { type: 'string', __example__: 'Ada' },
        day: { type: 'string', __example__: '2026-12-24' },
      },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextBody', text: "`'A table for ' ${data.guest}`" },
          { type: 'TextCaption', text: '${data.day}' },
          {
            type: 'Footer',
            label: 'Book',
            'on-click-action': { name: 'complete', payload: { guest: '${data.guest}', day: '${data.day}' } },
          },
        ],
      },
    },
  ],
};

describe('a person who writes a flow by hand', () => {
  const name = 'booking.flow.json';
  const workbench = useWorkbench(() => ({
    extensions: [packagedExtension()],
    settings: { 'editor.minimap.enabled': false, 'files.autoSave': 'off' },
    size: { width: 1440, height: 900 },
  }));
  const squiggle = () => workbench().page.locator('.part.editor .squiggly-error');
  const line = (text: string) =>
    workbench().editorLines.locator('.view-line').filter({ hasText: text }).first();

  /** Puts the cursor into a word of the text, as a click does. */
  const clickInto = async (within: string, word: string): Promise<void> => {
    await line(within).getByText(word).last().click();
  };

  it('opens it and sees at once what would be refused', async () => {
    await openFile(workbench(), name, flow);
    await squiggle().first().waitFor();
    await takePicture(workbench(), 'language-mistake');
  });

  it('reads why, and what was meant', async () => {
    await line('helper-txt').getByText('helper-txt').hover();
    const hover = workbench().page.locator('.monaco-hover:visible').filter({ hasText: 'helper-text' });
    await hover.waitFor();
    const box = (await hover.boundingBox())!;
    await workbench().page.mouse.move(box.x + 20, box.y + 10);
    await workbench().page.screenshot({ path: 'test/journey/pictures/language-hover.png' });
    await workbench().page.keyboard.press('Escape');
  });

  it('has it mended', async () => {
    await clickInto('helper-txt', 'helper-txt');
    await workbench().page.keyboard.press('Control+.');
    const menu = workbench().page.locator('.action-widget:visible');
    await menu.getByText('helper-text').first().waitFor();
    await workbench().page.screenshot({ path: 'test/journey/pictures/language-fixes.png' });
    await workbench().page.keyboard.press('Enter');
    await line('helper-text').waitFor();
    await squiggle().first().waitFor({ state: 'hidden' });
  });

  it('renames a screen, and every route and reference follows', async () => {
    await clickInto('"CONFIRM"', 'CONFIRM');
    await workbench().page.keyboard.press('F2');
    const box = workbench().page.locator('.rename-box:visible input');
    await box.waitFor();
    await box.fill('REVIEW');
    await takePicture(workbench(), 'language-rename');
    await workbench().page.keyboard.press('Enter');
    await line('"REVIEW"').waitFor();
    const dirty = workbench().page.locator('.part.editor .tab.dirty');
    await dirty.waitFor();
    await workbench().page.keyboard.press('Control+S');
    await dirty.waitFor({ state: 'hidden' });
    const saved = fs.readFileSync(path.join(workbench().vscode.folder, name), 'utf8');
    assert.ok(!saved.includes('CONFIRM'));
    assert.equal(saved.match(/"REVIEW"/g)?.length, 2);
  });

  it('is helped while typing a reference', async () => {
    // Inside a reference each part has a colour, and so an element, of its own.
    await clickInto('"guest": "${form.guest_name}"', 'guest_name');
    await workbench().page.keyboard.press('Control+Space');
    const rows = workbench().page.locator('.suggest-widget:visible .monaco-list-row');
    await rows.filter({ hasText: 'form.guest_name' }).waitFor();
    await takePicture(workbench(), 'language-completion');
    await workbench().page.keyboard.press('Escape');
  });

  it('brings it to a newer version and is told what changed', async () => {
    await workbench().runCommand(`CAMS Flows: ${workbench().title('command.flowJson.upgrade')}`);
    await workbench().quickInputRows.filter({ hasText: '7.3' }).first().waitFor();
    await takePicture(workbench(), 'language-upgrade');
    await workbench().pick('7.3');
    await workbench().answerNotification('7.3', workbench().text('Show What Changed'));
    await workbench().webview.getByText('7.3').first().waitFor();
    await takePicture(workbench(), 'language-upgraded');
    await workbench().tab(name).click();
    await workbench().page.keyboard.press('Control+Home');
    await line('"version": "7.3"').waitFor();
  });

  it('sees the flow as screens and components', async () => {
    await workbench().runCommand('Explorer: Focus on Outline View');
    await workbench().page.locator('.outline-pane .monaco-list-row').filter({ hasText: 'WELCOME' }).waitFor();
    await takePicture(workbench(), 'language-outline');
    await workbench().runCommand('Preferences: Toggle between Light/Dark Themes');
    await workbench().page.locator('.monaco-workbench.vs-dark').waitFor();
    await takePicture(workbench(), 'language-dark');
  });
});
