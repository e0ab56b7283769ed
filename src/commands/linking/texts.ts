import { l10n, workspace, type Uri } from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import { nameInSentence } from '../../documents/fileName';
import type { FlowRef } from '../../flows/types';
import type { Link } from '../../links/types';
import type { Parts } from '../command';

/** A file as a person finds it in the Explorer. */
export function pathOf(file: Uri): string {
  return workspace.asRelativePath(file);
}

/** The name of the flow, where it is known. */
export function flowName({ flows }: Pick<Parts, 'flows'>, { ref, flowId }: Link): string {
  return nameInSentence((ref && flows.get(ref)?.name) ?? flowId);
}

/** The space as the account calls it. */
export function spaceName({ accounts }: Pick<Parts, 'accounts'>, { ref, spaceId }: Link): string {
  const account = ref && accounts.get(ref.accountId);
  return account?.spaces.find(({ id }) => id === spaceId)?.label ?? account?.label ?? spaceId;
}

/** The flow as this window can reach it; an error that says what is missing where it cannot. */
export function reachable({ ref, spaceId, environment }: Link): FlowRef {
  if (ref !== undefined) return ref;
  throw new AdviceError(
    l10n.t('No account that is signed in has the space {0} of the environment {1}.', spaceId, environment),
    l10n.t('Sign in with an account that has it, or add the space to one.'),
  );
}

/** The first few of many, and how many more there are. */
export function someOf(names: readonly string[], most = 10): string {
  const shown = names.slice(0, most).join(', ');
  const rest = names.length - most;
  return rest > 0 ? l10n.t('{0} and {1} more', shown, rest) : shown;
}

/** Above a comparison: CAMS on the left, the file on the right. */
export function comparisonTitle(parts: Pick<Parts, 'flows'>, link: Link): string {
  return l10n.t('{0} on CAMS ({1}) ↔ {2}', flowName(parts, link), link.environment, pathOf(link.file));
}
