import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NetworkError } from '../../../../src/cams/errors';
import { flowUri } from '../../../../src/documents/flowUri';
import { textOf } from '../bytes';
import { house, ref } from '../house';
import { Remote } from '../remote';
import type { TextFileHost } from '../textFile';

const uri = flowUri(ref, 'Sign up');
const one = '{"version":"7.3","n":1}';
const two = '{"version":"7.3","n":2}';
const three = '{"version":"7.3","n":3}';
const longer = '{"version":"7.3","n":44444}';
const offline = () => new NetworkError({ operation: 'GetFlowJSONAssest', reason: 'unreachable' });

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => vi.useRealTimers());

/** A tab with the flow, in a window and with a CAMS that the test plays; what VS Code shows is written down. */
async function opened(remote = new Remote(one), given: Parameters<typeof house>[1] = {}) {
  const window = house(remote, given);
  const seen: string[] = [];
  const host: TextFileHost = {
    conflict: () => seen.push('conflict'),
    saved: () => seen.push('saved'),
    failed: (_file, error) => seen.push((error as Error).message),
    shown: ({ text }) => seen.push(text),
  };
  const { file, document } = await window.openTab(uri, 1, host);
  await settled();
  seen.length = 0;
  remote.steps.length = 0;
  return { ...window, remote, file, document, seen, host };
}

/** Lets everything run that waits for no more than a little time. */
const settled = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

async function finished<T>(work: Promise<T>): Promise<T> {
  await settled(6_000);
  return work;
}

describe('a save', () => {
  it('costs four calls: look and store at once, change, read back', async () => {
    const { file, remote, seen, told } = await opened();
    file.edit(two);
    expect(await file.save()).toBe(true);
    expect(remote.steps.toSorted()).toEqual(['look', 'look', 'store', 'update']);
    expect(remote.steps.slice(2)).toEqual(['update', 'look']);
    expect(remote.text).toBe(two);
    expect(seen).toEqual(['saved']);
    expect(told).toEqual(['$(cloud-upload) Saved to CAMS: Flow "Sign up" (42), 23 bytes']);
  });

  it('keeps what the editor began as, what it overwrites and what it sends', async () => {
    const { file, kept } = await opened();
    file.edit(two);
    await file.save();
    expect(kept).toEqual([
      { text: one, origin: 'base' },
      { text: one, origin: 'overwritten' },
      { text: two, origin: 'sent' },
    ]);
  });

  it('can follow another at once, and while one is typing', async () => {
    const { file, remote, seen } = await opened();
    file.edit(two);
    const saving = file.save();
    await Promise.resolve();
    file.edit(three);
    await saving;
    expect(file.isDirty).toBe(true);
    await file.save();
    file.edit(longer);
    await file.save();
    expect(remote.past).toEqual([one, expect.anything(), three, longer].slice(0, remote.past.length));
    expect(remote.text).toBe(longer);
    expect(seen).not.toContain('conflict');
  });

  it('looks once more when storing took longer than a second, and sees what was written meanwhile', async () => {
    const { file, remote, seen } = await opened();
    remote.meanwhile = async (step) => {
      if (step !== 'store') return;
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      remote.put(longer);
    };
    file.edit(two);
    expect(await finished(file.save())).toBe(false);
    expect(remote.updates).toBe(0);
    expect(seen).toEqual([expect.stringContaining('has changed on CAMS meanwhile')]);
    remote.meanwhile = () => undefined;
    await file.save();
    expect(seen.at(-1)).toBe('conflict');
    expect(remote.text).toBe(longer);
  });

  it('sends what is saved, not what was stored, when the text has changed in between', async () => {
    const { file, remote } = await opened();
    file.edit(two);
    const saving = file.save();
    file.edit(three);
    await saving;
    await file.save();
    expect(remote.text).toBe(three);
  });

  it('says what is wrong, with the network gone, and stays dirty', async () => {
    const { file, remote, seen } = await opened();
    remote.meanwhile = () => {
      throw offline();
    };
    file.edit(two);
    expect(await file.save()).toBe(false);
    expect(file.isDirty).toBe(true);
    expect(seen).toEqual([expect.stringContaining('The server cannot be reached')]);
    remote.meanwhile = () => undefined;
    expect(await file.save()).toBe(true);
  });

  it('of what is no JSON object is refused before anything is sent', async () => {
    const { file, remote, seen } = await opened();
    file.edit('{"version": }');
    expect(await file.save()).toBe(false);
    expect(seen).toEqual([expect.stringContaining('line 1, column 13')]);
    expect(remote.steps).toEqual(['look']);
  });

  it('can be cancelled in its notification, and then nothing has changed', async () => {
    const { file, remote, seen, notifications } = await opened();
    remote.meanwhile = (step) => step === 'store' && new Promise(() => undefined);
    file.edit(two);
    const saving = file.save();
    await settled(400);
    expect(notifications.map(({ title }) => title)).toEqual(['Saving Flow "Sign up" (42) to CAMS']);
    notifications[0]!.cancel();
    expect(await saving).toBe(false);
    expect(seen).toEqual(['Saving was cancelled, so nothing has changed on CAMS.']);
    expect(remote.text).toBe(one);
  });
});

describe('what somebody else has written', () => {
  it.each([
    ['of another size', longer],
    ['of the same size', three],
  ])('brings up the conflict of VS Code: %s', async (_, theirs) => {
    const { file, remote, seen } = await opened();
    file.edit(two);
    remote.put(theirs);
    expect(await file.save()).toBe(false);
    expect(seen).toEqual(['conflict']);
    expect(remote.text).toBe(theirs);
    expect(remote.updates).toBe(0);
  });

  it('is overwritten when the person who saw the conflict chooses so, and kept', async () => {
    const { file, remote, seen, kept } = await opened();
    file.edit(two);
    remote.put(three);
    await file.save();
    expect(await file.save({ overwrite: true })).toBe(true);
    expect(remote.text).toBe(two);
    expect(kept).toContainEqual({ text: three, origin: 'overwritten' });
    file.edit(longer);
    expect(await file.save()).toBe(true);
    expect(seen).toEqual(['conflict', 'saved', 'saved']);
  });

  it('is not overwritten when it is not what the conflict was about', async () => {
    const { file, remote, seen } = await opened();
    file.edit(two);
    remote.put(three);
    await file.save();
    remote.put(longer);
    expect(await file.save({ overwrite: true })).toBe(false);
    expect(remote.text).toBe(longer);
    await file.save();
    expect(seen).toEqual(['conflict', expect.stringContaining('has changed on CAMS meanwhile'), 'conflict']);
    expect(await file.save({ overwrite: true })).toBe(true);
    expect(remote.text).toBe(two);
  });

  it('is not overwritten unseen by a setting either', async () => {
    const { file, remote, seen } = await opened();
    file.edit(two);
    remote.put(three);
    // files.saveConflictResolution: overwriteFileOnDisk
    expect(await file.save({ overwrite: true })).toBe(false);
    expect(seen).toEqual([expect.stringContaining('has changed on CAMS meanwhile')]);
    expect(remote.text).toBe(three);
  });

  it('is a conflict also after it was compared: what a comparison reads is not what the editor shows', async () => {
    const { file, files, remote, seen } = await opened();
    file.edit(two);
    remote.put(three);
    await file.save();
    expect(textOf(await files.readFile(uri))).toBe(three);
    await settled(6_000);
    await file.save();
    expect(seen).toEqual(['conflict', 'conflict']);
    expect(remote.text).toBe(three);
  });

  it('is a conflict when another extension has read it before the editor could', async () => {
    const { file, files, remote, seen } = await opened();
    await settled(6_000);
    remote.put(three);
    const reading = files.readFile(uri);
    file.edit(two);
    expect(textOf(await reading)).toBe(three);
    await settled();
    await file.save();
    expect(seen).toEqual(['conflict']);
  });

  it('is a conflict when VS Code was about to reload it and one began to type', async () => {
    const { file, files, remote, seen } = await opened();
    await settled(6_000);
    remote.put(three);
    await files.readFile(uri);
    expect(file.text).toBe(one);
    file.edit(two);
    await settled();
    await file.save();
    expect(seen).toEqual(['conflict']);
  });

  it('is a conflict after it was compared and everything typed was taken back', async () => {
    const { file, files, remote, seen } = await opened();
    file.edit(two);
    await settled(6_000);
    remote.put(three);
    await files.readFile(uri);
    file.edit(one);
    expect(file.isDirty).toBe(false);
    file.edit(two);
    await file.save();
    expect(seen).toEqual(['conflict']);
  });

  it('right after a save that could not be read back is not overwritten', async () => {
    const { file, remote } = await opened();
    remote.meanwhile = (step) => {
      if (step === 'look' && remote.updates > 0) throw offline();
    };
    file.edit(two);
    await file.save();
    remote.meanwhile = () => undefined;
    remote.put(three);
    file.edit(longer);
    expect(await file.save({ skipParticipants: true })).toBe(false);
    expect(remote.text).toBe(three);
  });

  it('can be taken over by reverting, and edited from there', async () => {
    const { file, remote, seen } = await opened();
    file.edit(two);
    remote.put(three);
    await file.save();
    await file.revert();
    expect(file.text).toBe(three);
    file.edit(longer);
    expect(await file.save()).toBe(true);
    expect(seen).toEqual(['conflict', three, 'saved']);
    expect(remote.past).toEqual([one, three, longer]);
  });

  it('is none when it is the same JSON', async () => {
    const { file, remote, seen } = await opened();
    file.edit(two);
    remote.put('{ "n": 1, "version": "7.3" }');
    expect(await file.save()).toBe(true);
    expect(seen).toEqual(['saved']);
  });

  it('is none when it is what is being saved', async () => {
    const { file, remote, seen } = await opened();
    file.edit(longer);
    remote.put(longer);
    expect(await file.save()).toBe(true);
    expect(remote.updates).toBe(0);
    expect(seen).toEqual(['saved']);
  });

  it('right after a save comes to the tab, whose own text is in the history', async () => {
    const { file, remote, seen, asked, kept } = await opened();
    remote.answering = () => (remote.put(three), {});
    file.edit(two);
    expect(await file.save()).toBe(true);
    expect(asked.at(-1)?.text).toContain('somebody else has changed it right after');
    expect(file.text).toBe(two);
    await settled(1_100);
    expect(file.text).toBe(three);
    expect(seen).toEqual(['saved', three]);
    expect(kept.map(({ text }) => text)).toContain(two);
  });

  it('right after a save is a conflict when one has typed on', async () => {
    const { file, remote, seen } = await opened();
    remote.answering = () => (remote.put(three), {});
    file.edit(two);
    await file.save();
    remote.answering = () => ({});
    file.edit(longer);
    await settled(1_100);
    await file.save();
    expect(seen).toEqual(['saved', 'conflict']);
    expect(remote.text).toBe(three);
  });
});

describe('a look that is overtaken by a save', () => {
  it('brings nothing old into the tab', async () => {
    const { file, files, remote, seen } = await opened();
    await settled(6_000);
    let answer!: () => void;
    remote.meanwhile = (step) => step === 'look' && new Promise<void>((resolve) => (answer = resolve));
    const service = remote.service.getFlowJson.bind(remote.service);
    vi.spyOn(remote.service, 'getFlowJson').mockImplementationOnce(async (...args) => {
      await service(...args);
      return { bytes: new TextEncoder().encode(one) };
    });
    const looking = files.stat(uri);
    await settled();
    const late = answer;
    remote.meanwhile = () => undefined;
    file.edit(two);
    await file.save();
    await settled(1_500);
    late();
    await looking;
    await settled();
    expect(file.text).toBe(two);
    expect(seen).toEqual(['saved']);
  });
});

describe('the spelling of CAMS', () => {
  const spell = (text: string) => JSON.stringify(JSON.parse(text), null, 4);

  it('neither reloads the tab nor makes it dirty nor a conflict', async () => {
    const { file, remote, seen } = await opened();
    remote.spell = spell;
    file.edit(two);
    await file.save();
    for (const wait of [0, 500, 6_000, 60_000]) {
      await settled(wait);
      await file.resolve();
      expect(file.text).toBe(two);
    }
    file.edit(three);
    expect(await file.save()).toBe(true);
    await file.revert();
    file.edit(longer);
    expect(await file.save()).toBe(true);
    expect(seen.filter((what) => what === 'conflict')).toEqual([]);
    expect(JSON.parse(remote.text!)).toEqual(JSON.parse(longer));
  });

  it('is what one sees after closing and opening', async () => {
    const { file, remote, close, openTab } = await opened();
    remote.spell = spell;
    file.edit(two);
    await file.save();
    close(ref);
    await settled(2_000);
    const again = await openTab(uri);
    expect(again.file.text).toBe(spell(two));
    again.file.edit(three);
    expect(await again.file.save()).toBe(true);
  });
});

describe('a CAMS that shows a change late', () => {
  it('does not take the text back out of the tab, nor stop the next save', async () => {
    const { file, remote, seen, asked } = await opened();
    remote.answering = () => ((remote.text = one), {});
    file.edit(two);
    expect(await finished(file.save())).toBe(true);
    expect(asked.at(-1)?.text).toContain('still shows the text from before');
    await settled(6_000);
    await file.resolve();
    expect(file.text).toBe(two);
    remote.answering = () => ({});
    file.edit(three);
    expect(await file.save()).toBe(true);
    expect(seen).toEqual(['saved', 'saved']);
    expect(remote.text).toBe(three);
  });

  it('is believed after a minute', async () => {
    const { file, remote } = await opened();
    remote.answering = () => ((remote.text = one), {});
    file.edit(two);
    await finished(file.save());
    await settled(61_000);
    await file.resolve();
    expect(file.text).toBe(one);
  });
});

describe('Auto Save', () => {
  it.each(['auto', 'focus', 'window'] as const)('does not upload: %s', async (reason) => {
    const { file, remote, seen } = await opened();
    file.edit(two);
    expect(await file.save({ reason })).toBe(false);
    file.edit(three);
    expect(await file.save({ reason })).toBe(false);
    // VS Code leaves it alone until somebody saves it.
    expect(seen).toEqual([expect.stringContaining('Auto Save does not upload to CAMS. Save yourself')]);
    expect(remote.steps).toEqual([]);
    expect(await file.save()).toBe(true);
    expect(remote.text).toBe(three);
  });

  it('of a window that closes says nothing before: it is known by the setting', async () => {
    const { file, remote, settings } = await opened();
    settings['files.autoSave'] = 'afterDelay';
    file.edit(two);
    expect(await file.save({ skipParticipants: true })).toBe(false);
    expect(remote.text).toBe(one);
    settings['files.autoSave'] = 'off';
    expect(await file.save({ skipParticipants: true })).toBe(true);
    expect(remote.text).toBe(two);
  });

  it('that keeps to the files of the workspace is no reason to refuse what was not announced', async () => {
    const { file, remote, settings } = await opened();
    settings['files.autoSave'] = 'afterDelay';
    settings['files.autoSaveWorkspaceFilesOnly'] = true;
    file.edit(two);
    expect(await file.save({ skipParticipants: true })).toBe(true);
    expect(remote.text).toBe(two);
  });
});

describe('a restart', () => {
  const stop = async (window: Awaited<ReturnType<typeof opened>>) => {
    const { file, globalState, workspaceState, disk, documents } = window;
    const backup = file.backup()!;
    file.dispose();
    documents.dispose();
    await settled(60_000);
    return { backup, given: { globalState, workspaceState, disk } };
  };

  it('leaves a text with edits what it was based on', async () => {
    const window = await opened();
    window.file.edit(two);
    const { backup, given } = await stop(window);
    const next = house(window.remote, given);
    const { file } = next.restoreTab(uri, backup, window.host);
    expect(await file.save()).toBe(true);
    expect(window.remote.text).toBe(two);
    expect(window.seen).toEqual(['saved']);
  });

  it.each([three, longer])('makes no difference to a conflict: %s', async (theirs) => {
    const window = await opened();
    window.file.edit(two);
    const { backup, given } = await stop(window);
    window.remote.put(theirs);
    const { file } = house(window.remote, given).restoreTab(uri, backup, window.host);
    expect(await file.save()).toBe(false);
    expect(window.seen).toEqual(['conflict']);
    expect(await file.save({ overwrite: true })).toBe(true);
    expect(window.remote.text).toBe(two);
  });

  it('with the clock set back sees a conflict all the same', async () => {
    const window = await opened();
    window.file.edit(two);
    const { backup, given } = await stop(window);
    vi.setSystemTime(500_000);
    window.remote.put(three);
    const { file } = house(window.remote, given).restoreTab(uri, backup, window.host);
    await file.save();
    expect(window.seen).toEqual(['conflict']);
  });

  it('that has forgotten what a text was based on takes everything for a conflict', async () => {
    const window = await opened();
    window.file.edit(two);
    const { backup } = await stop(window);
    const { file } = house(window.remote).restoreTab(uri, backup, window.host);
    for (let tries = 0; tries < 2; tries++) await file.save();
    expect(window.remote.updates).toBe(0);
    expect(window.seen).toContain('conflict');
    expect(await file.save({ overwrite: true })).toBe(true);
  });

  it('forgets what nobody edits any more', async () => {
    const { file, workspaceState, remote, close } = await opened();
    file.edit(two);
    expect(workspaceState.keys()).toEqual(['camsFlows.bases']);
    await file.save();
    expect(workspaceState.keys()).toEqual([]);
    file.edit(three);
    await file.revert();
    expect(workspaceState.keys()).toEqual([]);
    file.edit(longer);
    close(ref);
    expect(workspaceState.keys()).toEqual([]);
    expect(remote.text).toBe(two);
  });
});

describe('questions before a save', () => {
  const errorQuestion = expect.stringContaining('The flow has errors: 3.');
  const liveQuestion = expect.stringContaining('The flow is PUBLISHED: people are using it.');

  it('are asked when the flow has errors, and declining saves nothing', async () => {
    const { file, remote, errors, asked, person, seen } = await opened();
    errors.count = 3;
    file.edit(two);
    await settled();
    asked.length = 0;
    expect(await file.save()).toBe(false);
    expect(asked).toEqual([
      { text: 'Save Flow "Sign up" (42) to CAMS?', detail: errorQuestion, items: ['Save to CAMS'] },
    ]);
    expect(seen).toEqual([expect.stringContaining('Nothing was saved, as you have chosen.')]);
    expect(remote.text).toBe(one);
    person.press = () => 'Save to CAMS';
    expect(await file.save()).toBe(true);
    expect(remote.text).toBe(two);
  });

  it('about errors follow the setting', async () => {
    const { file, errors, settings, seen, remote } = await opened();
    errors.count = 1;
    settings['camsFlows.save.withErrors'] = 'block';
    file.edit(two);
    expect(await file.save()).toBe(false);
    expect(seen.at(-1)).toContain('flows with errors are not saved');
    settings['camsFlows.save.withErrors'] = 'allow';
    expect(await file.save()).toBe(true);
    expect(remote.text).toBe(two);
  });

  it('are one dialogue, and a live flow is asked about once', async () => {
    const { file, errors, asked, person, setStatus } = await opened();
    setStatus('PUBLISHED');
    errors.count = 3;
    file.edit(two);
    await settled();
    asked.length = 0;
    person.press = () => 'Save to CAMS';
    await file.save();
    expect(asked).toHaveLength(1);
    expect(asked[0]!.detail).toEqual(errorQuestion);
    expect(asked[0]!.detail).toEqual(liveQuestion);
    errors.count = 0;
    asked.length = 0;
    file.edit(three);
    await file.save();
    expect(asked).toEqual([]);
    setStatus('DRAFT');
    file.edit(longer);
    await file.save();
    setStatus('PUBLISHED');
    file.edit(two);
    await file.save();
    expect(asked.map(({ detail }) => detail)).toEqual([liveQuestion]);
  });

  it('wait for a status that nobody knows, but not for one that cannot be had', async () => {
    const { file, flows, statuses, remote } = await opened();
    statuses.clear();
    flows.read.mockRejectedValue(offline());
    file.edit(two);
    expect(await file.save()).toBe(true);
    expect(flows.read).toHaveBeenCalled();
    expect(remote.text).toBe(two);
  });
});

describe('a flow that takes no change any more', () => {
  it.each(['DEPRECATED', 'BLOCKED'])('is read-only, and says why: %s', async (status) => {
    const { file, document, lensesOf, setStatus, files, remote } = await opened();
    expect(lensesOf(document)).toEqual([]);
    setStatus(status);
    await settled(6_000);
    expect(file.isReadonly).toBe(true);
    expect(lensesOf(document)).toMatchObject([{ command: 'camsFlows.flow.clone', arguments: [ref] }]);
    expect(lensesOf(document)[0]!.title).toContain(status);
    const write = files.writeFile(uri, new TextEncoder().encode(two));
    await expect(write).rejects.toThrow(`The flow is ${status}, so it cannot be changed.`);
    expect(remote.updates).toBe(0);
  });
});

describe('a note in the place of a flow', () => {
  it('cannot be saved, whatever a program makes of it', async () => {
    const remote = new Remote(one);
    const { openTab, files, seen } = { ...house(remote), seen: [] as string[] };
    remote.text = undefined;
    const { file, document } = await openTab(uri, 1, { failed: (_f, error) => seen.push(String(error)) });
    expect(file.isReadonly).toBe(true);
    expect(document.languageId).toBe('plaintext');
    const write = files.writeFile(uri, new TextEncoder().encode(two));
    await expect(write).rejects.toThrow('This is a note by CAMS Flows');
    expect(remote.steps).not.toContain('store');
  });

  it('about a flow without JSON offers to begin one', async () => {
    const remote = new Remote(one);
    const { openTab, lensesOf } = house(remote);
    remote.text = undefined;
    const { document } = await openTab(uri);
    expect(lensesOf(document)[0]).toEqual({
      title: 'Start with a Template or File',
      command: 'camsFlows.flow.replaceJson',
      arguments: [ref],
    });
  });
});

describe('the first edit', () => {
  it('explains itself, once, and never again when that was wished', async () => {
    const { file, asked, person, globalState } = await opened();
    person.press = ({ items }) => items.find((item) => item === "Don't Show Again");
    file.edit(two);
    await settled();
    file.edit(three);
    await settled();
    expect(asked.map(({ text }) => text)).toEqual([
      expect.stringContaining('You are editing the flow on CAMS.'),
    ]);
    const next = await opened(new Remote(one), { globalState });
    next.file.edit(two);
    await settled();
    expect(next.asked).toEqual([]);
  });

  it('of a live flow says what publishing again means, once', async () => {
    const { file, asked, setStatus } = await opened();
    setStatus('PUBLISHED');
    file.edit(two);
    await settled();
    await file.revert();
    file.edit(three);
    await settled();
    const about = asked.filter(({ text }) => text.includes('is PUBLISHED: people are using it'));
    expect(about).toHaveLength(1);
  });
});

describe('after a save', () => {
  it('the flow is read anew: its status may be another one', async () => {
    const { file, flows } = await opened();
    file.edit(two);
    flows.read.mockClear();
    await file.save();
    expect(flows.read).toHaveBeenCalledExactlyOnceWith(ref, { lane: 'visible' });
  });

  it('what CAMS says is wrong is passed on', async () => {
    const { file, remote, asked } = await opened();
    remote.answering = () => ({ validationErrors: ['a', 'b', 'c', 'd', 'e'] });
    file.edit(two);
    await file.save();
    await settled();
    expect(asked.at(-1)?.text).toBe(
      'CAMS has taken Flow "Sign up" (42) and says that it is not right: a · b · c (and 2 more)',
    );
  });

  it('a lost answer that cannot be cleared up is told, and the text stays dirty', async () => {
    const { file, remote, seen, disk } = await opened();
    remote.answering = () => {
      throw Object.assign(offline(), { operation: 'UpdateFlowJSONAsset', outcome: 'unknown' });
    };
    remote.meanwhile = (step) => {
      if (step === 'look' && remote.updates > 0) throw offline();
    };
    file.edit(two);
    expect(await file.save()).toBe(false);
    expect(seen).toEqual([expect.stringContaining('It is not known whether CAMS has taken the new JSON.')]);
    expect(disk.names()).toHaveLength(1);
  });

  it('other editors of the same flow follow', async () => {
    const { file, openTab } = await opened();
    const other = await openTab(flowUri(ref, 'Old name'));
    file.edit(two);
    await file.save();
    await settled();
    expect(other.file.text).toBe(two);
  });
});

describe('opening', () => {
  it('asks for a status that nobody knows, without waiting for it', async () => {
    const { openTab, statuses, flows } = house(new Remote(one));
    statuses.clear();
    flows.read.mockReturnValue(new Promise(() => undefined));
    const { file } = await openTab(uri);
    await settled();
    expect(file.text).toBe(one);
    expect(flows.read).toHaveBeenCalledExactlyOnceWith(ref, { lane: 'visible' });
  });
});

describe('the text of a tab', () => {
  it('is what was typed there', async () => {
    const { file, documents } = await opened();
    file.edit(two);
    expect(textOf(await documents.text(ref))).toBe(two);
  });
});
