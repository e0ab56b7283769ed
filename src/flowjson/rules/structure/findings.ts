import { atLeast, type Version } from '../../catalogue';
import type { Finding } from '../rule';

/** The rules of this family, by what they find. */
export type StructureId =
  | 'unknown-property'
  | 'property-needs-version'
  | 'property-inside-form'
  | 'missing-property'
  | 'wrong-type'
  | 'unknown-word'
  | 'not-a-number'
  | 'blank-text'
  | 'text-pattern'
  | 'binding-needed'
  | 'name-is-reference'
  | 'value-format'
  | 'too-few'
  | 'too-many'
  | 'number-bounds'
  | 'empty-branch'
  | 'key-pattern'
  | 'unknown-component'
  | 'component-needs-version'
  | 'component-misplaced'
  | 'input-needs-form'
  | 'unknown-action'
  | 'action-needs-version'
  | 'action-misplaced'
  | 'property-needs-other'
  | 'properties-exclude';

/** What one walk found, by rule. Most walks find nothing, so most lists are never made. */
export class Findings {
  private readonly byRule = new Map<StructureId, Finding[]>();

  /** From 6.0 on there are expressions in backticks, and texts of components must not be blank. */
  readonly since6: boolean;

  constructor(readonly version: Version) {
    this.since6 = atLeast(version, '6.0');
  }

  add(rule: StructureId, finding: Finding): void {
    const list = this.byRule.get(rule);
    if (list) list.push(finding);
    else this.byRule.set(rule, [finding]);
  }

  /** Takes back what was found of a rule at some places. */
  forget(rule: StructureId, places: (node: Finding['node']) => boolean): void {
    const list = this.byRule.get(rule);
    if (list)
      this.byRule.set(
        rule,
        list.filter(({ node }) => !places(node)),
      );
  }

  of(rule: StructureId): readonly Finding[] {
    return this.byRule.get(rule) ?? none;
  }
}

const none: readonly Finding[] = [];
