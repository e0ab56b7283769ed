import type { ComponentChildren, JSX } from 'preact';
import { textOf } from '../properties';
import type { Props } from '../ui';
import { Clamped } from './clamped';
import { errorsOf } from './errors';

/** Under a field: what is wrong, else the helper text; then a counter. Always there, so that errors are announced. */
export function Under({
  drawn,
  ui,
  children,
}: Props & { readonly children?: ComponentChildren }): JSX.Element {
  const errors = errorsOf(drawn, ui);
  const helper = textOf(drawn.properties, 'helper-text');
  return (
    <div class="wf-under">
      <div id={ui.id(drawn, 'under')} aria-live="polite">
        {errors.length > 0
          ? errors.map((error) => (
              <Clamped key={error} as="p" lines={3} class="wf-error">
                {error}
              </Clamped>
            ))
          : helper && (
              <Clamped as="p" lines={3} class="wf-caption">
                {helper}
              </Clamped>
            )}
      </div>
      {children}
    </div>
  );
}

/** What ties a control to the texts under it. */
export function describedByUnder({ drawn, ui }: Props): {
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': boolean;
} {
  return { 'aria-describedby': ui.id(drawn, 'under'), 'aria-invalid': errorsOf(drawn, ui).length > 0 };
}
