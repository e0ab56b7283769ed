import { objectFact, type Version } from '../../catalogue';
import { say } from '../../message';
import type { Flow } from '../../model/flow';
import type { Screen } from '../../model/screen';
import { isBoolean, property, valueOf, type Node } from '../../text/nodes';
import { checkCount } from './counts';
import { Findings } from './findings';
import { missingProperty } from './properties';
import { checkProperties, outside } from './shapes';

/** Walks a screen beside the catalogue, once; everything that the rules of this family say comes from this walk. */
export function walkScreen(screen: Screen, version: Version): Findings {
  const findings = new Findings(version);
  const { node } = screen;
  checkProperties(findings, node, objectFact('screen'), { kind: 'screen', name: 'screen' }, outside);
  const success = valueOf(node, 'success');
  const terminal = valueOf(node, 'terminal');
  if (success && (terminal === undefined || isBoolean(terminal, false))) {
    findings.add('properties-exclude', {
      node: success,
      message: say('"success" is for terminal screens only: set "terminal" to true, or remove "success".'),
      facts: { property: 'success' },
    });
  }
  // Documented as always needed, refused from 6.0 on only (facts on Flow JSON, section 3.1).
  if (!findings.since6 && !property(node, 'layout')) {
    missingProperty(findings, node, 'layout', { kind: 'screen', name: 'screen' }, 'warning');
  }
  return findings;
}

/** Walks the top level, without the screens. */
export function walkTop(flow: Flow): Findings {
  const findings = new Findings(flow.version);
  const { top, screens, screensNode } = flow.tree;
  if (top?.type !== 'object') return findings;
  checkProperties(findings, top, objectFact('flow'), { kind: 'flow', name: 'flow' }, outside);
  // An id that no screen can have is told at its screen; the routing model goes along when it is mended.
  const isTold = ({ value }: Node): boolean => flow.screen(String(value)) !== undefined;
  findings.forget('key-pattern', isTold);
  findings.forget('text-pattern', isTold);
  const list = valueOf(top, 'screens');
  if (list && list.type !== 'array') {
    findings.add('wrong-type', {
      node: list,
      message: say('"screens" must be a list of screens, in brackets.'),
    });
  }
  if (screensNode) checkCount(findings, screensNode, screens.length, { min: 1 }, 'screens');
  for (const node of screens) {
    if (node.type === 'object') continue;
    findings.add('wrong-type', { node, message: say('A screen must be an object, in braces.') });
  }
  return findings;
}
