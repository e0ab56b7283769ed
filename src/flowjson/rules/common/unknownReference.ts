import type { Resolution } from '../../expression/resolve';
import { writeReference, type ReferencePath } from '../../text/reference';
import type { Facts } from '../../diagnosis';
import { say, type Message } from '../../message';
import type { Screen } from '../../model/screen';
import type { Node } from '../../text/nodes';
import { valueOf } from '../../text/nodes';
import { limitedNearest, type Suggest } from './suggestions';

/** Why a reference leads nowhere, in words. */
export interface Unknown {
  readonly message: Message;
  readonly facts: Facts;
  readonly related: readonly { readonly node: Node; readonly message: Message }[];
  /** Said, but perhaps not refused: parts of values that are declared too little. */
  readonly doubtful: boolean;
}

/**
 * Says what is wrong with a reference; nothing where it leads somewhere.
 *
 * @param suggest finds what was meant; hand in the same one for many references, so that its limit holds for all
 */
export function unknownReference(
  to: ReferencePath,
  resolution: Resolution,
  suggest: Suggest = limitedNearest(),
): Unknown | undefined {
  switch (resolution.is) {
    case 'data':
    case 'input':
      return undefined;
    case 'unknown-screen':
      return {
        message: say('There is no screen {0}.', resolution.name),
        facts: { screen: resolution.name },
        related: [],
        doubtful: false,
      };
    case 'unknown-data':
      return unknownData(to, resolution, suggest);
    case 'unknown-input':
      return unknownInput(to, resolution, suggest);
    case 'unknown-part':
      return {
        message: say('{0} has no part {1} that is declared.', resolution.of, resolution.step),
        facts: { key: to.path[0]!, part: resolution.step, screen: resolution.screen.id ?? '' },
        related: declarationOf(resolution.screen, to),
        doubtful: !hasParts(resolution.screen, to),
      };
    case 'array-step':
      return {
        message: say('{0} is a list; a reference cannot reach into it.', resolution.of),
        facts: { key: to.path[0]!, screen: resolution.screen.id ?? '' },
        related: declarationOf(resolution.screen, to),
        doubtful: true,
      };
  }
}

function unknownData(
  to: ReferencePath,
  { screen, key }: Resolution & { readonly is: 'unknown-data' },
  suggest: Suggest,
): Unknown | undefined {
  const data = valueOf(screen.node, 'data');
  // What cannot be read is told by the rules on structure, and may declare it.
  if (data !== undefined && data.type !== 'object') return undefined;
  const meant = screen.named().has(key)
    ? { ...to, scope: 'form' as const }
    : withFirst(to, suggest(key, screen.data().keys()));
  const named = { key, screen: screen.id ?? '' };
  return {
    message: meant
      ? say(
          'The screen {0} declares no data {1}. Did you mean {2}?',
          named.screen,
          key,
          writeReference(meant),
        )
      : say('The screen {0} declares no data {1}.', named.screen, key),
    facts: { ...named, ...(meant && { suggestion: writeReference(meant) }) },
    related: data ? [{ node: data, message: say('The data of the screen.') }] : [],
    doubtful: false,
  };
}

function unknownInput(
  to: ReferencePath,
  { screen, name, other }: Resolution & { readonly is: 'unknown-input' },
  suggest: Suggest,
): Unknown | undefined {
  if (valueOf(valueOf(screen.node, 'layout'), 'children')?.type !== 'array') return undefined;
  const facts = { component: name, screen: screen.id ?? '' };
  if (other?.type === 'Form') {
    return {
      message: say(
        '{0} is the name of the Form, which has no value of its own: name one of its inputs.',
        name,
      ),
      facts,
      related: [{ node: other.nameNode!, message: say('The Form has this name.') }],
      doubtful: false,
    };
  }
  const meant = screen.data().has(name)
    ? { ...to, scope: 'data' as const }
    : withFirst(to, suggest(name, screen.named().keys()));
  return {
    message: meant
      ? say('The screen {0} has no input {1}. Did you mean {2}?', facts.screen, name, writeReference(meant))
      : say('The screen {0} has no input {1}.', facts.screen, name),
    facts: { ...facts, ...(meant && { suggestion: writeReference(meant) }) },
    related: [],
    doubtful: false,
  };
}

function withFirst(to: ReferencePath, first: string | undefined): ReferencePath | undefined {
  return first === undefined ? undefined : { ...to, path: [first, ...to.path.slice(1)] };
}

function declarationOf(screen: Screen, { scope, path }: ReferencePath): Unknown['related'] {
  const node =
    scope === 'data' ? screen.data().get(path[0]!)?.keyNode : screen.named().get(path[0]!)?.[0]?.nameNode;
  return node ? [{ node, message: say('{0} is declared here.', path[0]!) }] : [];
}

/** Whether the value says which parts it has, so that a missing one is certain. */
function hasParts(screen: Screen, { scope, path }: ReferencePath): boolean {
  if (scope === 'form') return true;
  let entry = screen.data().get(path[0]!)?.value;
  for (const step of path.slice(1)) {
    const parts = valueOf(entry, 'properties');
    if (parts === undefined) return valueOf(entry, 'type')?.value !== 'object';
    entry = valueOf(parts, step);
    if (entry === undefined) return true;
  }
  return true;
}
