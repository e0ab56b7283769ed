import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** Something that a person does on a sheet of the gallery, in its first phone, with real keys and clicks. */
interface Use {
  readonly sheet: string;
  readonly claim: string;
  readonly work: (phone: Locator, page: Page) => Promise<void>;
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('class') ?? document.activeElement?.tagName ?? '');

export const uses: readonly Use[] = [
  {
    sheet: 'CheckboxGroup',
    claim: 'a click anywhere on a row ticks it once',
    work: async (phone) => {
      const row = phone.locator('.wf-row').first();
      const box = row.locator('input');
      await row.locator('.wf-row-title').click();
      assert.equal(await box.isChecked(), true);
      await row.locator('.wf-control').click();
      assert.equal(await box.isChecked(), false);
      await box.press('Space');
      assert.equal(await box.isChecked(), true);
    },
  },
  {
    sheet: 'RadioButtonsGroup',
    claim: 'arrows choose among the options',
    work: async (phone, page) => {
      const radios = phone.locator('.wf-row input');
      await radios.nth(1).focus();
      await page.keyboard.press('ArrowDown');
      assert.equal(await radios.nth(2).isChecked(), true);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      assert.deepEqual(
        await radios.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked)),
        [true, false, false],
      );
    },
  },
  {
    sheet: 'Dropdown',
    claim: 'its page is opened, walked and closed by keys, and the focus comes back',
    work: async (phone, page) => {
      const select = phone.locator('.wf-select');
      await select.press('Enter');
      await phone.getByRole('dialog', { name: 'City' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await phone.getByRole('dialog').waitFor({ state: 'detached' });
      assert.equal(await select.textContent(), 'Bandung');
      assert.equal(await focused(page), 'wf-select');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await phone.getByRole('dialog').waitFor({ state: 'detached' });
      assert.equal(await focused(page), 'wf-select');
    },
  },
  {
    sheet: 'Dropdown',
    claim: 'a click on an option chooses it and closes the page',
    work: async (phone) => {
      await phone.locator('.wf-select').click();
      await phone.getByText('Surabaya').click();
      await phone.getByRole('dialog').waitFor({ state: 'detached' });
      assert.equal(await phone.locator('.wf-select').textContent(), 'Surabaya');
    },
  },
  {
    sheet: 'Footer',
    claim: 'says on focus what keeps it from working',
    work: async (phone, page) => {
      const reasons = phone.locator('.wf-obstacles');
      const shown = (): Promise<string> => reasons.evaluate((one) => getComputedStyle(one).opacity);
      assert.equal(await shown(), '0');
      await phone.locator('.wf-scroll').focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      assert.equal(await focused(page), 'wf-button');
      assert.equal(await shown(), '1');
    },
  },
];

// No named function may stand in what is run in the page: tsx gives it a name by a helper that is not there.

/** Everything on the phone that can be used, and whether Tab leads there and shows it. Radios count as one. */
export async function missedByTab(phone: Locator, page: Page): Promise<readonly string[]> {
  await phone.evaluate((frame) => {
    const start = document.createElement('span');
    start.tabIndex = -1;
    frame.before(start);
    start.focus();
  });
  const wanted = await phone.evaluate((frame) => {
    const all = [...frame.querySelectorAll<HTMLElement>('button, input, textarea, a[href], [tabindex="0"]')];
    const usable = all.filter(
      (one) =>
        !one.matches(':disabled, [tabindex="-1"]') &&
        one.closest('[inert]') === null &&
        one.checkVisibility({ visibilityProperty: true }),
    );
    const groups = new Set<string>();
    const stops = usable.filter((one) => {
      if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
      const isNew = !groups.has(one.name);
      groups.add(one.name);
      return isNew;
    });
    stops.forEach((one, index) => one.setAttribute('data-stop', String(index)));
    return stops.length;
  });
  const missed: string[] = [];
  for (let stop = 0; stop < wanted; stop += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const here = document.activeElement as HTMLInputElement;
      const group =
        here.type === 'radio' && document.querySelector(`[data-stop][name="${CSS.escape(here.name)}"]`);
      const drawn = here.matches('.wf-control input') ? here.nextElementSibling! : here;
      const around = here.closest('.wf-box, .wf-chip, .wf-search') ?? drawn;
      return {
        stop: (group || here).getAttribute('data-stop'),
        html: here.outerHTML.slice(0, 120),
        visible: [drawn, around].some(
          (one) =>
            getComputedStyle(one).outlineStyle !== 'none' || getComputedStyle(one).boxShadow !== 'none',
        ),
      };
    });
    if (found.stop !== String(stop))
      missed.push(`stop ${stop}: Tab leads to ${found.stop ?? 'nowhere'}, ${found.html}`);
    else if (!found.visible) missed.push(`the focus is not seen on ${found.html}`);
  }
  return missed;
}
