import * as vscode from 'vscode';
import type { FlowRef } from '../../flows/types';
import { showInformationMessage } from '../../platform/messages';
import { flowKey } from '../flowUri';
import { labelOf } from '../sentences';
import { isLive, type Statuses } from '../statuses';

const EXPLAINED = 'camsFlows.editingExplained';

interface FirstEditsParts {
  /** Where it is remembered that somebody needs no explanation any more. */
  readonly state: vscode.Memento;
  readonly statuses: Pick<Statuses, 'edited'>;
  readonly nameOf: (ref: FlowRef) => string | undefined;
}

/** Explains itself to who begins to edit what lies on CAMS. */
export class FirstEdits {
  private explained = false;
  private readonly warned = new Set<string>();

  constructor(private readonly parts: FirstEditsParts) {}

  async edited(ref: FlowRef): Promise<void> {
    void this.explain();
    const key = flowKey(ref);
    const status = await this.parts.statuses.edited(ref);
    if (!isLive(status) || this.warned.has(key)) return;
    this.warned.add(key);
    const label = labelOf(ref, this.parts.nameOf(ref));
    void showInformationMessage(
      vscode.l10n.t(
        '{0} is {1}: people are using it. When you save, CAMS makes it a DRAFT again or refuses. Messages that were sent keep the text they had, and new ones need it to be published again.',
        label,
        status!,
      ),
    );
  }

  private async explain(): Promise<void> {
    if (this.explained || this.parts.state.get<boolean>(EXPLAINED) === true) return;
    this.explained = true;
    const never = vscode.l10n.t("Don't Show Again");
    const choice = await showInformationMessage(
      vscode.l10n.t(
        'You are editing the flow on CAMS. Saving uploads it; until then nothing changes there. The text that it replaces stays in the history on this computer.',
      ),
      never,
    );
    if (choice === never) await this.parts.state.update(EXPLAINED, true);
  }
}
