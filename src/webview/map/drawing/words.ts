import { say, type Message } from '../../../flowjson/message';
import type { Mark } from '../contract';

/** What a mark is called on a card. */
export const markNames: Readonly<Record<Mark, Message>> = {
  entry: say('Start'),
  end: say('End'),
  failure: say('End (no success)'),
  unreachable: say('Unreachable'),
  deadEnd: say('Dead end'),
  onlyBack: say('Only back'),
  missing: say('Missing'),
  twice: say('Id used twice'),
  nameless: say('No id'),
};

/** What it means. */
export const markMeanings: Readonly<Record<Mark, Message>> = {
  entry: say('The flow opens here.'),
  end: say('The flow can end here.'),
  failure: say('The flow can end here, and this does not count as a success.'),
  unreachable: say('No way leads here from the first screen.'),
  deadEnd: say('Nothing leads on from here, and the screen is not terminal.'),
  onlyBack: say('People can only go back from here.'),
  missing: say('No screen has this id, but something leads to it.'),
  twice: say('An earlier screen has the same id.'),
  nameless: say('The screen has no id, so nothing can lead to it.'),
};
