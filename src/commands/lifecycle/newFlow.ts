import * as vscode from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import { sentenceOf } from '../../accounts/explain';
import { back } from '../../accounts/steps';
import { isOutcomeUnknown, situationOf } from '../../cams/errors';
import type { Properties } from '../../flows/properties';
import type { Flow, FlowRef, SpaceRef } from '../../flows/types';
import { CancelledError } from '../../platform/cancellation';
import { showInformationMessage } from '../../platform/messages';
import { spaceTarget } from '../accountTarget';
import type { Parts } from '../command';
import { createFlow } from './creation';
import { fillFlow } from './firstJson';
import { askCategories, askEndpoint, askName } from './questions';
import { askSource, type Source } from './sources';
import { askInTurn, type WizardStep } from './wizard';

/** What is settled before the first question. */
interface Given {
  readonly title: string;
  readonly space?: SpaceRef;
  readonly source?: Source;
}

/** Asks for everything that a new flow needs, creates it, gives it its JSON and opens it. Undefined when none was created. */
export async function newFlow(parts: Parts, { title, ...given }: Given): Promise<FlowRef | undefined> {
  let { space, source } = given;
  let name: string | undefined;
  let categories: readonly string[] | undefined;
  let endpointUri: string | undefined;
  let problem: string | undefined;

  const spaceStep: WizardStep = async (frame) => {
    space = await spaceTarget(parts, [], frame);
    if (space === undefined) throw new CancelledError();
    return undefined;
  };
  const sourceStep: WizardStep = async (frame) => {
    const answer = await askSource(parts, frame, { clone: true });
    if (answer === back) return back;
    // Another beginning suggests other answers; what was typed stays.
    if (answer !== source) [categories, endpointUri] = [undefined, undefined];
    source = answer;
    return undefined;
  };
  const nameStep: WizardStep = async (frame) => {
    const value = name ?? source!.name;
    const answer = await askName(frame, { value, store: parts.flows.store(space!), problem });
    problem = undefined;
    if (answer === back) return back;
    name = answer;
    return undefined;
  };
  const categoriesStep: WizardStep = async (frame) => {
    const offered = source!.categories;
    const answer = await askCategories(frame, { picked: categories ?? offered, offered });
    if (answer === back) return back;
    categories = answer;
    return undefined;
  };
  const endpointStep: WizardStep = async (frame) => {
    const value = endpointUri ?? source!.endpointUri ?? '';
    const answer = await askEndpoint(frame, { value, needed: source!.needsEndpoint });
    if (answer === back) return back;
    endpointUri = answer;
    return undefined;
  };

  if (space !== undefined) requireSpace(parts, space);
  const isOneSpace = parts.accounts.all.flatMap(({ spaces }) => spaces).length === 1;
  if (isOneSpace) space ??= await spaceTarget(parts, []);
  const steps = [
    ...(space === undefined ? [spaceStep] : []),
    ...(source === undefined ? [sourceStep] : []),
    nameStep,
    categoriesStep,
    endpointStep,
  ];
  for (let first = 0; ; first = steps.indexOf(nameStep)) {
    await askInTurn(title, steps, first);
    const wish: Properties = { name: name!, categories: categories!, endpointUri };
    try {
      requireSpace(parts, space!);
      const flow = await createFlow(parts, space!, wish);
      if (flow !== undefined) {
        await parts.explorer.pointOut(flow.ref);
        await finish(parts, flow, source!);
      }
      return flow?.ref;
    } catch (error) {
      // What was typed is not lost because CAMS does not like the name.
      if (situationOf(error) !== 'service' || isOutcomeUnknown(error)) throw error;
      problem = sentenceOf(error);
    }
  }
}

async function finish(parts: Parts, flow: Flow, { bytes, label }: Source): Promise<void> {
  if (bytes !== undefined) {
    await fillFlow(parts, flow, bytes);
    return;
  }
  const sentence = vscode.l10n.t('{0} has no JSON, so the new flow has none of it either.', label);
  void showInformationMessage(sentence);
  await parts.documents.open(flow.ref);
}

/** A dialogue may stay open for hours. */
function requireSpace({ accounts }: Parts, { accountId, spaceId }: SpaceRef): void {
  const account = accounts.get(accountId);
  if (account?.spaces.some(({ id }) => id === spaceId)) return;
  throw account === undefined
    ? new AdviceError(
        vscode.l10n.t('The account of this space is no longer signed in here. Nothing was created.'),
        vscode.l10n.t('Sign in, then create the flow.'),
      )
    : new AdviceError(
        vscode.l10n.t('The space is no longer in the list of {0}. Nothing was created.', account.label),
        vscode.l10n.t('Add it again, or create the flow in another space.'),
      );
}
