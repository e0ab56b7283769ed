import type { JSX } from 'preact';
import type { JsonObject } from '../../json';
import { textOf } from '../properties';
import type { Ui } from '../ui';
import { Picture } from './picture';

interface MediaProps {
  readonly ui: Ui;
  readonly option: JsonObject;
  readonly large?: boolean | undefined;
}

/** The picture or colour of an option (facts on Flow JSON, section 8.6). */
export function Media({ ui, option, large }: MediaProps): JSX.Element | null {
  const image = textOf(option, 'image');
  const color = textOf(option, 'color');
  const alt = textOf(option, 'alt-text') ?? '';
  const classes = large ? 'wf-media wf-media-large' : 'wf-media';
  if (image !== undefined)
    return <Picture ui={ui} source={image} alt={alt} class={classes} small maxKilobytes={300} />;
  if (color === undefined || !/^#[\da-f]{6}$/i.test(color)) return null;
  return (
    <span
      class={classes}
      {...(alt === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt })}
      style={{ backgroundColor: color }}
    />
  );
}
