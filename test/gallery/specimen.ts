import type { JsonObject, PlayerEvent } from '../../src/player/player';

/** Something to look at: a flow, what has happened in it, and what is open. */
export interface Specimen {
  readonly title: string;
  readonly flow: string;
  /** What the person and the endpoint did before the look. */
  readonly events?: readonly PlayerEvent[];
  /** Clicked after drawing, one after the other, where something has to be open: CSS selectors inside of the phone. */
  readonly press?: readonly string[];
  /** As high as its content, or as a phone (640): needed for what opens over the screen. Default: content. */
  readonly height?: 'content' | 'phone';
  /** The component under the cursor, by its key. */
  readonly mark?: string;
  /** Text scaling; default 1. */
  readonly scale?: number;
}

/** A flow of one terminal screen with these components, above a Footer. */
export function screenOf(title: string, children: readonly object[], more: ScreenMore = {}): string {
  const footer = { type: 'Footer', label: 'Continue', 'on-click-action': { name: 'complete', payload: {} } };
  const { version = '7.3', data, withFooter = true } = more;
  return JSON.stringify({
    version,
    screens: [
      {
        id: 'START',
        title,
        terminal: true,
        ...(data && { data }),
        layout: { type: 'SingleColumnLayout', children: withFooter ? [...children, footer] : children },
      },
    ],
  });
}

interface ScreenMore {
  readonly version?: string;
  readonly data?: JsonObject;
  readonly withFooter?: boolean;
}

/** A picture for flows, drawn here: 32 × 24 in base64. */
export const picture =
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAYCAIAAAAUMWhjAAAAw0lEQVR42u3N3QnCQBAE4KnIQiwhRViAqIiIiIiIiM924v+/vtrEFKEHC2HZXMLpJW+B7+lmbharFyuF5ZOVwuLBSmF+Zyk+78T7jtmNkdy0ZlJMr4xkDpgUkwtjmHWhCxifGcmsmxSjEyOZAybF8Mg8zXWrIDXctPcdgwO93LrIKwRCf08jndaytUDo7ah514VpBkJnS1EwraV9rdFNvO8O2hs6getCvgg3relI4KdpzUxruoZyp7NnENj+W32gPhDvC1DGLyWa7c7ZAAAAAElFTkSuQmCC';
