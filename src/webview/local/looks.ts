import type { Look } from '../../player/view/look';
import type { LookSettings } from './contract';

/** What kind of theme the editor has. */
export interface EditorTheme {
  readonly theme: 'light' | 'dark';
  readonly contrast: boolean;
}

/** The phones to draw: one, or two that differ in one thing. */
export function looksOf(settings: LookSettings, editor: EditorTheme): readonly Look[] {
  const { platform, direction, scale, beside } = settings;
  const theme = settings.theme === 'editor' ? editor.theme : settings.theme;
  const first: Look = { platform, theme, direction, scale, contrast: editor.contrast };
  if (beside === 'platform') return [first, { ...first, platform: platform === 'ios' ? 'android' : 'ios' }];
  if (beside === 'theme') return [first, { ...first, theme: theme === 'dark' ? 'light' : 'dark' }];
  return [first];
}

/** A phone, as its look is said under it. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** In CSS pixels. The first is what Meta's preview has. */
export const phoneSizes: readonly (Size & { readonly name: string })[] = [
  { name: 'WhatsApp Flows', width: 360, height: 640 },
  { name: 'Galaxy S', width: 360, height: 780 },
  { name: 'Pixel', width: 412, height: 915 },
  { name: 'iPhone SE', width: 375, height: 667 },
  { name: 'iPhone', width: 393, height: 852 },
  { name: 'iPhone Pro Max', width: 430, height: 932 },
];

/** How far a phone can be pulled, in CSS pixels. */
const least: Size = { width: 240, height: 320 };
const most: Size = { width: 1000, height: 1400 };

export function bounded({ width, height }: Size): Size {
  return {
    width: Math.round(Math.min(Math.max(width, least.width), most.width)),
    height: Math.round(Math.min(Math.max(height, least.height), most.height)),
  };
}
