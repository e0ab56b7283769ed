import { atLeast } from '../../flowjson/catalogue';
import { say, shortened } from '../../flowjson/message';
import { isReferenceable, type ReferencePath } from '../../flowjson/text/reference';
import { broken, type Evaluated, type Scope } from './evaluated';

/** Whether a version replaces such a reference there at all (facts on Flow JSON, section 5.1). */
export function isKnown(to: ReferencePath, { version, inPayload }: Scope): boolean {
  if (atLeast(version, '4.0')) return true;
  return to.screen === undefined && (to.scope === 'data' || inPayload);
}

/** The value of a reference, well-formed or not. */
export function lookUp(inner: string, to: ReferencePath | undefined, scope: Scope): Evaluated {
  if (to === undefined || !to.path.every(isReferenceable)) {
    return broken(say('{0} is not a reference that can be followed.', `\${${shortened(inner)}}`));
  }
  if (!isKnown(to, scope)) {
    return broken(say('Version {0} does not know {1} here.', scope.version, `\${${shortened(inner)}}`));
  }
  return scope.lookup(to);
}
