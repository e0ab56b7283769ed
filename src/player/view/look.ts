/** What the phone is like on which a flow is shown. */
export interface Look {
  readonly platform: 'android' | 'ios';
  readonly theme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
  /** How large the person likes texts: 1 is the phone's default. Only texts grow. */
  readonly scale: number;
  /** Whether the person needs colours that stand out: black and white, and an edge around everything. */
  readonly contrast?: boolean;
}

/** The classes of a player's root element: the style sheets hang everything on them. */
export function classesOf({ platform, theme, contrast }: Look): string {
  return `wf-player wf-${platform} wf-${theme}${contrast ? ' wf-contrast' : ''}`;
}
