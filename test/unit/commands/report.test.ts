import * as vscode from 'vscode';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { withUnknownOutcome } from '../../../src/cams/errors';
import { report } from '../../../src/commands/report';
import { CancelledError } from '../../../src/platform/cancellation';
import { silentLog } from '../../../src/platform/log';

const shown = vi.fn<(message: string) => Promise<undefined>>();
const log = { ...silentLog, show: vi.fn(), dispose: vi.fn() };

beforeEach(() => {
  shown.mockReset().mockResolvedValue(undefined);
  Object.assign(vscode.window, { showErrorMessage: shown });
});

describe('report', () => {
  it('says nothing of what was cancelled', async () => {
    await report(new CancelledError(), log);
    expect(shown).not.toHaveBeenCalled();
  });

  it('speaks of a change that was cancelled when it may have been made', async () => {
    await report(withUnknownOutcome(new CancelledError()), log);
    expect(shown).toHaveBeenCalledWith(expect.stringContaining('It is not known whether'), 'Show Log');
  });
});
