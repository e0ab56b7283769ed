import type { Message } from '../message';
import type { Version, VersionSpan } from './versions';

/** Where a fact comes from: Meta's documentation, the behaviour of Meta's client, or good advice of ours. */
export type Provenance = 'documented' | 'observed' | 'advice';

/** Names of the objects that stand inside components and screens (`objects.ts`). */
export type ObjectName =
  | 'flow'
  | 'screen'
  | 'layout'
  | 'dataEntry'
  | 'clickAction'
  | 'selectAction'
  | 'next'
  | 'option'
  | 'chip'
  | 'navigationItem'
  | 'navigationMain'
  | 'navigationStart'
  | 'navigationEnd'
  | 'carouselImage'
  | 'rangeLabels'
  | 'rangeHelperTexts'
  | 'rangeRequired'
  | 'rangeDates'
  | 'rangeErrors';

/** Where components may stand (facts, section 9.1). */
export type ComponentPlace = 'layout' | 'form' | 'if' | 'switch';

export type ActionName = 'navigate' | 'complete' | 'data_exchange' | 'update_data' | 'open_url';

/**
 * The kind of a value (facts, section 4.1). Where a binding such as `${data.x}` (from 6.0 also an expression in
 * backticks) may stand instead of the value, `bindable` is true.
 */
export type Shape =
  | {
      readonly is: 'text';
      readonly bindable: boolean;
      /** Whether a blank text is refused: in all versions, in none, or (when left out) from 6.0 on. */
      readonly blank?: 'refused' | 'allowed';
      readonly minLength?: number;
      readonly pattern?: RegExp;
      /** `date` is `YYYY-MM-DD`; `base64` is without a `data:` prefix; `colour` is `#RRGGBB`. */
      readonly format?: 'uri' | 'regex' | 'date' | 'base64' | 'colour';
    }
  /** The name of a component: no binding, no expression, not blank. */
  | { readonly is: 'name' }
  | { readonly is: 'boolean'; readonly bindable: boolean }
  | {
      readonly is: 'number' | 'integer';
      readonly bindable: boolean;
      readonly min?: number;
      readonly max?: number;
    }
  | { readonly is: 'enum'; readonly bindable: boolean; readonly words: readonly string[] }
  | {
      readonly is: 'array';
      readonly bindable: boolean;
      readonly items: Shape;
      readonly min?: number;
      readonly max?: number;
    }
  | { readonly is: 'object'; readonly name: ObjectName; readonly bindable?: boolean }
  /** An object whose keys are free: `init-values`, payloads, the data model, routes, Switch cases. */
  | {
      readonly is: 'map';
      readonly values: Shape;
      readonly keys?: RegExp;
      /** Keys whose values are not looked at. */
      readonly exempt?: RegExp;
      readonly min?: number;
      readonly bindable?: boolean;
    }
  | { readonly is: 'components'; readonly place: ComponentPlace; readonly min?: number }
  /** `object` says which keys the action may have; `names` which actions may stand here, and since when. */
  | {
      readonly is: 'action';
      readonly object: 'clickAction' | 'selectAction';
      readonly names: readonly { readonly name: ActionName; readonly since?: Version }[];
    }
  /** Nothing but a reference: the value of a Switch. */
  | { readonly is: 'binding' }
  /** The condition of an If: a string, from 6.0 also a boolean. */
  | { readonly is: 'condition' }
  | { readonly is: 'oneOf'; readonly shapes: readonly Shape[] }
  | { readonly is: 'any' };

export interface PropertyFact extends VersionSpan {
  readonly shape: Shape;
  /** Always, or within these versions. */
  readonly required?: boolean | VersionSpan;
  /** One sentence: what it does. */
  readonly about: Message;
  /** What applies when it is left out. */
  readonly default?: string | number | boolean;
  /** Longest text in characters that is shown whole. Not refused on upload: phones cut it ("soft"). */
  readonly softLimit?: number;
  /** The soft limit with `label-variant` `large`. */
  readonly softLimitLarge?: number;
  /** How many items a list should have; more or fewer are not refused on upload. */
  readonly softItems?: { readonly min?: number; readonly max: number };
  /** Largest decoded image in KB. */
  readonly maxKilobytes?: number;
  /** Not allowed on components inside a Form, which has `init-values` and `error-messages` for them. */
  readonly outsideForm?: boolean;
  /** Properties that must stand beside this one. */
  readonly needs?: readonly string[];
  /** Properties that must not stand beside this one. */
  readonly excludes?: readonly string[];
  /** Allowed only where another property has one of these values. Where that is a binding, it cannot be known. */
  readonly onlyWith?: {
    readonly property: string;
    readonly values: readonly (string | boolean)[];
    /** Also where the other property is left out. */
    readonly orMissing?: boolean;
  };
  /** Values worth suggesting where any text is accepted. */
  readonly examples?: readonly string[];
  readonly provenance: Provenance;
}

/** Properties by name; a list where the property differs between versions (disjoint spans, oldest first). */
type Properties = Readonly<Record<string, PropertyFact | readonly PropertyFact[]>>;

export interface ObjectFact extends VersionSpan {
  readonly about: Message;
  readonly properties: Properties;
  /** Other properties may stand here too. */
  readonly open?: boolean;
  readonly provenance: Provenance;
}

/** What `${form.x}` gives for an input (facts, section 4.2). */
export type FormValue = 'string' | 'number' | 'boolean' | 'strings' | 'date-range' | 'media';

export interface ComponentFact extends ObjectFact {
  readonly type: string;
  /** Set for inputs. Where a property decides, this is the usual one: see `formValueOf`. */
  readonly formValue?: FormValue;
  /** The property whose value decides what the input gives. */
  readonly formValueBy?: { readonly property: string; readonly values: Readonly<Record<string, FormValue>> };
  /** An input that may not stand outside the Form of a screen that has one. */
  readonly joinsForm?: boolean;
  /** Where it may stand, and since when; absent: nowhere there. */
  readonly places: Readonly<Partial<Record<ComponentPlace, Version>>>;
}

/** Whether an action's key must, may or must not be there. */
export type Demand = 'required' | 'optional' | 'forbidden';

export interface ActionFact extends VersionSpan {
  readonly name: ActionName;
  readonly about: Message;
  /** In an `on-click-action`; a select action always needs its payload. */
  readonly payload: Demand;
  readonly next: Demand;
  readonly url: Demand;
  readonly provenance: Provenance;
}
