/** What the phone is like on which a flow is shown. */
export interface Look {
  readonly platform: 'android' | 'ios';
  readonly theme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
  /** How large the person likes texts: 1 is the phone's default. Only texts grow. */
  readonly scale: number;
}

/** The classes of a player's root element: the style sheets hang everything on them. */
export function classesOf({ platform, theme }: Look): string {
  return `wf-player wf-${platform} wf-${theme}`;
}
