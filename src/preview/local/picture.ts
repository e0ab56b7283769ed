import { isVersion } from '../../flowjson/catalogue';
import { stringOf } from '../../flowjson/text/nodes';
import type { Picture } from '../../webview/local/contract';
import { flowName } from '../text/flowName';
import { cursorIn } from '../text/tabs';
import { componentAt, flagsOf, screenAt } from './places';
import type { RunningFlow } from './runningFlow';

export interface PictureContext {
  readonly pinned: boolean;
  readonly hosted: boolean;
  /** What was shown of the same flow before: it stays where the text is ahead for a moment. */
  readonly before: Picture | undefined;
}

/** What is in the phone now, and how it is tied to the text. */
export function pictureOf(running: RunningFlow, context: PictureContext): Picture {
  const { play, behind, document } = running;
  const { projection, round, flow } = play;
  return {
    name: flowName(document.uri),
    pinned: context.pinned,
    projection,
    ...tieOf(running, projection, context.before),
    behind,
    shownAs: isVersion(stringOf(flow.property('version'))) ? null : flow.version,
    screens: flow.screens.flatMap(({ id }) => id ?? []),
    hosted: context.hosted,
    round,
  };
}

type Tie = Pick<Picture, 'flags' | 'mark' | 'elsewhere'>;
const untied: Tie = { flags: {}, mark: null, elsewhere: null };

function tieOf(running: RunningFlow, { screen }: Picture['projection'], before: Picture | undefined): Tie {
  if (!running.isExact) {
    // The next reading is a moment away: what was tied is not let go for it. Half-typed text is tied to nothing.
    const isSame = before?.projection.screen?.id === screen?.id && running.behind === null;
    return isSame && before
      ? { flags: before.flags, mark: before.mark, elsewhere: before.elsewhere }
      : untied;
  }
  const flags = screen === null ? {} : flagsOf(screen, running.problems.all);
  const cursor = cursorIn(running.document);
  if (cursor === undefined) return { flags, mark: null, elsewhere: null };
  const mark = screen === null ? undefined : componentAt(screen, { start: cursor, end: cursor });
  const around = screenAt(running.play.flow, cursor);
  return { flags, mark: mark?.key ?? null, elsewhere: around === screen?.id ? null : (around ?? null) };
}
