import type { ComponentChildren, JSX } from 'preact';
import { textOf } from '../properties';
import type { Props } from '../ui';
import { Clamped } from './clamped';
import { errorsOf } from './errors';
import { leaving } from './leaving';
import { Optional } from './optional';

interface FieldProps extends Props {
  /** Id of the control that the label belongs to. */
  readonly control: string;
  /** Whether the label has to make room: there is a value. */
  readonly filled: boolean;
  readonly kind?: 'line' | 'area';
  /** What stands under the box. */
  readonly under: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A box with a label in it, or above it in the large variant, and what stands under it. */
export function Field({
  drawn,
  ui,
  control,
  filled,
  kind = 'line',
  under,
  children,
}: FieldProps): JSX.Element {
  const { properties, input } = drawn;
  const label = textOf(properties, 'label') ?? '';
  const isLarge = properties['label-variant'] === 'large';
  const isWrong = errorsOf(drawn, ui).length > 0;
  const classes = ['wf-field', isWrong && 'wf-wrong', input?.enabled === false && 'wf-off'];
  const box = ['wf-box', `wf-box-${kind}`, !isLarge && 'wf-labelled', filled && 'wf-up'];
  return (
    <div class={classes.filter(Boolean).join(' ')} {...leaving(drawn, ui)}>
      {isLarge && (
        <label class="wf-large-label" id={ui.id(drawn, 'label')} for={control}>
          <Clamped lines={4}>
            {label} <Optional drawn={drawn} ui={ui} />
          </Clamped>
        </label>
      )}
      <div class={box.filter(Boolean).join(' ')}>
        {children}
        {!isLarge && (
          <label class="wf-label" id={ui.id(drawn, 'label')} for={control}>
            <Clamped lines={ui.look.platform === 'ios' ? 2 : 1}>{label}</Clamped>
            <Optional drawn={drawn} ui={ui} />
          </label>
        )}
      </div>
      {under}
    </div>
  );
}
