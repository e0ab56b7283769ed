import { l10n } from 'vscode';
import { AdviceError } from '../accounts/adviceError';
import type { Field } from './properties';
import type { Flow, SpaceRef } from './types';

/** What is needed to look for a flow that may have been created. */
export interface LostCreation {
  readonly space: SpaceRef;
  readonly flowName: string;
  /** The flows that had this name before. */
  readonly before: ReadonlySet<string>;
}

/** Nobody knows whether CreateFlow was carried out: there may be a flow of this name now. */
export class CreationLostError extends AdviceError {
  constructor(
    readonly creation: LostCreation,
    override readonly cause: unknown,
  ) {
    super(
      l10n.t('It is not known whether CAMS has created the flow: its answer was lost.'),
      l10n.t('Refresh the list before you try again.'),
    );
  }
}

/** Somebody has changed the flow since the person looked at it. Nothing was changed from here. */
export class FlowChangedError extends AdviceError {
  constructor(
    readonly flow: Flow,
    readonly fields: readonly Field[],
  ) {
    super(
      l10n.t('Somebody has changed the flow on CAMS meanwhile.'),
      l10n.t('Look at its new values, then decide again.'),
    );
  }
}

/** CAMS wants name and categories with every change, and has not told one of them. */
export class IncompleteFlowError extends AdviceError {
  constructor() {
    super(
      l10n.t('CAMS did not tell the name or the categories of the flow, and wants both with every change.'),
      l10n.t('Give it a name and at least one category in the console.'),
    );
  }
}

export class FlowBusyError extends AdviceError {
  constructor() {
    super(
      l10n.t('CAMS Flows is already busy with this flow.'),
      l10n.t('Finish that, or cancel it; then try again.'),
    );
  }
}
