import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../../../flowjson/message';
import { isObject, type Json } from '../../../../player/json';
import { useLatest } from '../../../shared/useLatest';
import type { ScreenData } from '../../contract';
import { readJson, type ReadJson } from '../json/jsonProblem';

/** How long typing pauses before what is typed is applied. */
const PAUSE = 400;

interface Draft {
  readonly text: string;
  /** What was the screen's data when this text was sent; undefined before. */
  readonly sentOver?: ScreenData | null;
}

interface Pending {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly run: () => void;
}

export interface DataDraft {
  /** What is in the field: what was typed there, or the data of the screen. */
  readonly text: string;
  readonly read: ReadJson;
  /** Whether there is something typed that the screen does not show. */
  readonly isUnapplied: boolean;
  readonly type: (text: string) => void;
  /** What is typed is applied now, where it can be. */
  readonly flush: () => void;
  /** Forgets what was typed on this screen. */
  readonly discard: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * Texts that are being typed, for each screen. No message of the host takes one away before it has come to be the
 * screen's data, and not even then while the cursor is in it.
 */
export function useDraft(data: ScreenData | null, supply: (screen: string, text: string) => void): DataDraft {
  const screen = data?.screen ?? '';
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const [hasFocus, setFocus] = useState(false);
  const newest = useLatest(data);
  const pending = useRef<Pending | null>(null);

  const draft = drafts.get(screen);
  const isApplied = draft !== undefined && data !== null && isSettled(draft, data);
  useEffect(() => {
    if (isApplied && !hasFocus) forget(screen);
  }, [isApplied, hasFocus, screen]);
  // When another screen comes to the front, or the pane goes, what can be applied is.
  useEffect(() => flush, [screen]);

  const text = draft?.text ?? data?.text ?? '';
  return {
    text,
    read: readData(text),
    isUnapplied: draft !== undefined && !isApplied,
    type: (typed) => {
      keep(screen, { text: typed });
      cancel();
      if ('problem' in readData(typed)) return;
      const run = (): void => {
        pending.current = null;
        keep(screen, { text: typed, sentOver: newest.current });
        supply(screen, typed);
      };
      pending.current = { timer: setTimeout(run, PAUSE), run };
    },
    flush,
    discard: () => {
      cancel();
      forget(screen);
    },
    onFocus: () => setFocus(true),
    onBlur: () => {
      flush();
      setFocus(false);
    },
  };

  function flush(): void {
    const waiting = pending.current;
    cancel();
    waiting?.run();
  }

  function cancel(): void {
    if (pending.current) clearTimeout(pending.current.timer);
    pending.current = null;
  }

  function keep(name: string, kept: Draft): void {
    setDrafts((all) => new Map(all).set(name, kept));
  }

  function forget(name: string): void {
    setDrafts((all) => new Map([...all].filter(([other]) => other !== name)));
  }
}

/** The data of a screen is an object, whatever else JSON may be. */
function readData(text: string): ReadJson {
  const read = readJson(text);
  if ('problem' in read || isObject(read.value)) return read;
  return { problem: say('The data of a screen is an object: it begins with {0}.', '{') };
}

/** Whether a draft has become the data of the screen; or the host has taken of it what it can, without a complaint. */
function isSettled({ text, sentOver }: Draft, data: ScreenData): boolean {
  const isTaken = sentOver !== undefined && sentOver !== data && data.problems.length === 0;
  return isTaken || isSame(text, data.text);
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [readJson(one), readJson(other)];
  return 'value' in a && 'value' in b && JSON.stringify(sorted(a.value)) === JSON.stringify(sorted(b.value));
}

/** Keys in one order: the host has its own. */
function sorted(value: Json): Json {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
