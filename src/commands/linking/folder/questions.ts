import { l10n } from 'vscode';
import { askChoice, askSeveral, back, unlessDismissed, type Choice } from '../../../accounts/steps';
import type { Flow } from '../../../flows/types';
import { withProgress } from '../../../platform/progress';
import type { Parts } from '../../command';
import { askCategories } from '../../lifecycle/questions';
import { pathOf, someOf } from '../texts';
import type { Wish } from './create';
import { nameOf } from './link';
import { sourceOf, type Seen } from './look';
import type { Creation } from './plan';

export type Task = 'link' | 'create' | 'pull';

/** Rows of a list show about so many names. */
const SOME = 4;

/** What could be done, in one list; what only adds here or reads nothing is picked, and what is the only one. Undefined when the person leaves. */
export async function askTasks(title: string, seen: Seen): Promise<readonly Task[] | undefined> {
  const { plan, linked, missing, nameless } = seen;
  const pulls = [...missing.map(({ file }) => pathOf(file)), ...plan.pull.map(nameOf)];
  const choices: Choice<Task>[] = [];
  if (plan.link.length > 0) {
    choices.push({
      label: plan.link.length === 1 ? l10n.t('Link 1 File') : l10n.t('Link {0} Files', plan.link.length),
      description: l10n.t('their flows are there'),
      detail: someOf(
        plan.link.map(({ file, flow }) => `${pathOf(file)} ↔ ${nameOf(flow)}`),
        SOME,
      ),
      value: 'link',
    });
  }
  if (plan.create.length > 0) {
    choices.push({
      label:
        plan.create.length === 1 ? l10n.t('Create 1 Flow') : l10n.t('Create {0} Flows', plan.create.length),
      description: l10n.t('no flow is there for these files'),
      detail: someOf(
        plan.create.map(({ file, name }) => `${pathOf(file)} → ${name}`),
        SOME,
      ),
      value: 'create',
    });
  }
  if (pulls.length > 0) {
    choices.push({
      label: pulls.length === 1 ? l10n.t('Pull 1 Flow') : l10n.t('Pull {0} Flows', pulls.length),
      description: l10n.t('no file is here for these flows'),
      detail: someOf(pulls, SOME),
      value: 'pull',
    });
  }
  const told = [
    ...(linked > 0 ? [l10n.t('linked already: {0}', linked)] : []),
    ...(plan.left.length > 0 ? [l10n.t('not clear: {0}', plan.left.length)] : []),
    ...(nameless > 0 ? [l10n.t('by file name, because other flow names cannot be read: {0}', nameless)] : []),
  ];
  const question = l10n.t('What should be done? No JSON is pushed yet.');
  const answer = await unlessDismissed(
    askSeveral<Task>({
      title,
      placeholder: told.length === 0 ? question : l10n.t('{0} Files {1}.', question, told.join(', ')),
      choices,
      picked: choices.length === 1 ? choices.map(({ value }) => value) : ['link', 'create'],
      none: l10n.t('Pick at least one.'),
    }),
  );
  return answer === back ? undefined : answer;
}

/** What every new flow needs besides its name: asked once for all. Undefined when the person leaves. */
export async function askWishes(
  parts: Parts,
  title: string,
  creations: readonly Creation[],
): Promise<readonly Wish[] | undefined> {
  const sources = await withProgress(l10n.t('Reading the flows in other environments'), (signal) =>
    Promise.all(creations.map((each) => sourceOf(parts, each, { signal, lane: 'background' }))),
  );
  const categories = await askCategoriesFor(title, sources);
  if (categories === undefined) return undefined;
  const copiesEndpoint = await askSameEndpoint(title, sources);
  if (copiesEndpoint === undefined) return undefined;
  return creations.map(({ file, name, elsewhere }, index) => {
    const source = sources[index];
    const isUnread = elsewhere.length > 0 && source?.readAt === undefined;
    return {
      file,
      name,
      categories: source?.categories?.length ? source.categories : categories,
      endpointUri: copiesEndpoint ? source?.endpointUri : undefined,
      remark: isUnread
        ? l10n.t('Its flow in another environment could not be read: it has no endpoint.')
        : undefined,
    };
  });
}

async function askCategoriesFor(
  title: string,
  sources: readonly (Flow | undefined)[],
): Promise<readonly string[] | undefined> {
  const without = sources.filter((source) => !source?.categories?.length).length;
  if (without === 0) return [];
  const frame = { title: l10n.t('{0}: categories of {1} new flows', title, without) };
  const answer = await unlessDismissed(askCategories(frame, { picked: ['OTHER'] }));
  return answer === back ? undefined : answer;
}

/** An endpoint belongs to an environment: customers of production should not be answered by a test. */
async function askSameEndpoint(
  title: string,
  sources: readonly (Flow | undefined)[],
): Promise<boolean | undefined> {
  const endpoints = sources.flatMap((source) => source?.endpointUri || []);
  if (endpoints.length === 0) return false;
  const placeholder = l10n.t('{0} of these flows have an endpoint in another environment.', endpoints.length);
  const choices = [
    {
      label: l10n.t('No Endpoint'),
      detail: l10n.t('Set it for each flow before you publish.'),
      value: false,
    },
    { label: l10n.t('The Same Endpoint'), detail: someOf([...new Set(endpoints)], SOME), value: true },
  ];
  const answer = await unlessDismissed(askChoice({ title, placeholder, choices }));
  return answer === back ? undefined : answer;
}
