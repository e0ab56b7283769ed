import type { Message } from '../../flowjson/message';
import type { Span } from '../../flowjson/text/span';
import type { Json, JsonObject } from '../json';
import type { PropertyGap } from '../screen/properties';
import type { Obstacle } from '../screen/tappable';
import type { Phase } from '../state/state';
import type { DrawnDays } from '../validity/date';
import type { InputProblem } from '../validity/problem';

/** Where something stands in the text: Meta's path, and offsets into the whole text. */
export interface Place extends Span {
  readonly path: string;
}

/** What a running flow shows now, ready to be drawn. Plain JSON. */
export interface Projection {
  readonly phase: Phase;
  /** Nothing where no screen is in front, or the flow no longer has it: then `reason` says why. */
  readonly screen: ShownScreen | null;
  readonly reason: Message | null;
  readonly snackbar: string | Message | null;
  /** A spinner is shown, nothing can be used. */
  readonly busy: boolean;
  readonly canGoBack: boolean;
}

export interface ShownScreen {
  readonly id: string;
  readonly place: Place;
  readonly title: string;
  readonly terminal: boolean;
  /** The data it has: given, and by `__example__` where nobody gave it. */
  readonly data: JsonObject;
  /** The keys of `data` that are examples. */
  readonly examples: readonly string[];
  /** What is wrong with the title. */
  readonly gaps: readonly PropertyGap[];
  /** From top to bottom, without the Footer. */
  readonly components: readonly Drawn[];
  /** Fixed at the bottom; wherever it stands in the text, also inside of a Form or branch. */
  readonly footer: Drawn | null;
}

/** A component to draw. */
export interface Drawn {
  /** Its place on the screen, for `tapped` and for telling components apart: `2`, `2.then.0`. */
  readonly key: string;
  readonly type: string;
  /**
   * `placeholder`: a type that is not known, or not in this version; draw its name. `broken`: something without which it
   * cannot be drawn is missing. `group`: Form, If, Switch: draws nothing but its children.
   */
  readonly is: 'component' | 'group' | 'placeholder' | 'broken';
  /** Why it is a placeholder or broken. */
  readonly reason: Message | null;
  readonly place: Place;
  /** The name of the component, if it has one. */
  readonly name: string | null;
  /**
   * Resolved properties by name, defaults filled in. A text that gives nothing now is absent. Options and rows stand in
   * `options` only.
   */
  readonly properties: JsonObject;
  /** Which properties do not give what their author may expect. */
  readonly gaps: readonly PropertyGap[];
  readonly input: DrawnInput | null;
  readonly options: readonly DrawnOption[];
  /** What a tap does. Absent where nothing happens. */
  readonly action: DrawnAction | null;
  /** Of a Footer: why it does not work now; empty when it does. */
  readonly obstacles: readonly Obstacle[];
  readonly children: readonly Drawn[];
}

export interface DrawnInput {
  /** As the state keeps it; `null` for none. */
  readonly value: Json;
  readonly enabled: boolean;
  readonly required: boolean;
  /** Of a range, which ends are required. */
  readonly requiredParts: readonly string[];
  /** Everything that is wrong with the value, shown or not. */
  readonly problems: readonly InputProblem[];
  /** Whether the problems show: after the person left the input, or after an answer of the endpoint. */
  readonly showsProblems: boolean;
  /** The flow's `error-message`: a text, or an object for the ends of a range or the files; `null` for none. */
  readonly errorMessage: Json;
  readonly touched: boolean;
  /** Signs are drawn as dots: passwords and passcodes. */
  readonly masked: boolean;
  /** Masked in the summary. */
  readonly sensitive: boolean;
  /** Of a text: how long it is and may be. */
  readonly length: number | null;
  readonly limit: number | null;
  /** Of lists and pickers: how many are wanted. */
  readonly least: number | null;
  readonly most: number | null;
  /** Of a DatePicker or CalendarPicker: which days it offers. */
  readonly days: DrawnDays | null;
}

/** An option of a list, or a row of a NavigationList. */
export interface DrawnOption {
  readonly id: string;
  /** Its resolved properties: `title`, `description`, `image`, `main-content`, … */
  readonly properties: JsonObject;
  readonly enabled: boolean;
  readonly selected: boolean;
  readonly action: DrawnAction | null;
}

export interface DrawnAction {
  /** As written: `navigate`, … */
  readonly name: string;
  /** The screen that `navigate` opens, or the address that `open_url` opens, where it is known. */
  readonly target: string | null;
  readonly place: Place | null;
}
