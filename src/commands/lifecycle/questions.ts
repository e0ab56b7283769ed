import { l10n } from 'vscode';
import { askSeveral, askText, type Back, type Frame } from '../../accounts/steps';
import type { FlowStore } from '../../flows/flowStore';
import { nameProblem, nameWarning } from './names';

/** What was wrong when the question was asked before. */
interface Again {
  readonly problem?: string;
}

export function askName(
  frame: Frame,
  { value, store, ownId, problem }: Again & { value: string; store: FlowStore; ownId?: string },
): Promise<string | Back> {
  return askText({
    ...frame,
    prompt: l10n.t('Name of the flow. Only you and your colleagues see it.'),
    value,
    problem,
    validate: nameProblem,
    warn: (text) => nameWarning(store, text, ownId),
  });
}

/** Values of CAMS: facts, section 4.2. */
const categories = (): Map<string, string> =>
  new Map([
    ['SIGN_UP', l10n.t('Sign-up')],
    ['SIGN_IN', l10n.t('Sign-in')],
    ['APPOINTMENT_BOOKING', l10n.t('Appointment booking')],
    ['LEAD_GENERATION', l10n.t('Lead generation')],
    ['CONTACT_US', l10n.t('Contact us')],
    ['CUSTOMER_SUPPORT', l10n.t('Customer support')],
    ['SURVEY', l10n.t('Survey')],
    ['OTHER', l10n.t('Other')],
  ]);

/** The eight that CAMS documents, and those that the flow has besides, as they are. */
export function askCategories(
  frame: Frame,
  { picked, offered = picked, problem }: Again & { picked: readonly string[]; offered?: readonly string[] },
): Promise<readonly string[] | Back> {
  const known = categories();
  const unknown = offered.filter((value) => !known.has(value));
  return askSeveral({
    ...frame,
    placeholder: problem ?? l10n.t('What is the flow for? One or more.'),
    none: l10n.t('At least one category is needed.'),
    picked,
    choices: [
      ...[...known].map(([value, label]) => ({ label, description: value, value })),
      ...unknown.map((value) => ({ label: value, description: l10n.t('not known to CAMS Flows'), value })),
    ],
  });
}

/** '' for none. */
export function askEndpoint(
  frame: Frame,
  { value, needed, problem }: Again & { value: string; needed: boolean },
): Promise<string | Back> {
  return askText({
    ...frame,
    prompt: needed
      ? l10n.t(
          'Endpoint: the https link that the flow asks for its data. This flow needs one before it is published.',
        )
      : l10n.t('Endpoint: the https link that the flow asks for its data. Leave it empty if it needs none.'),
    placeholder: 'https://',
    value,
    problem,
    validate: endpointProblem,
  });
}

export function endpointProblem(text: string): string | undefined {
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isRight = url?.protocol === 'https:' && url.hostname !== '' && !/\s/.test(text);
  return isRight ? undefined : l10n.t('An endpoint is a link that begins with https://');
}
