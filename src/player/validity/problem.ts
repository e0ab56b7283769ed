import type { Message } from '../../flowjson/message';

/** Why what an input holds is not accepted. */
export interface InputProblem {
  /** `unchecked` where the player cannot tell; it does not hold anybody up. */
  readonly kind:
    'required' | 'length' | 'form' | 'pattern' | 'count' | 'option' | 'date' | 'range' | 'file' | 'unchecked';
  readonly message: Message;
  /** Which end of a range; which file of a picker. */
  readonly part?: string;
}
