import { isRecord } from '../../platform/record';
import type { LookSettings } from './contract';

/** Beyond these nothing is a phone. */
const limits = { scale: [0.85, 2], width: [200, 2000], height: [300, 3000] } as const;

/** Reads a look that came from elsewhere: a message, a stored value. Undefined when it is none. */
export function readLook(value: unknown): LookSettings | undefined {
  if (!isRecord(value)) return undefined;
  const platform = oneOf(['android', 'ios'], value['platform']);
  const theme = oneOf(['editor', 'light', 'dark'], value['theme']);
  const direction = oneOf(['ltr', 'rtl'], value['direction']);
  const beside = oneOf(['nothing', 'platform', 'theme'], value['beside']);
  const scale = within(limits.scale, value['scale']);
  const width = within(limits.width, value['width']);
  const height = within(limits.height, value['height']);
  if (platform === undefined || theme === undefined || direction === undefined || beside === undefined) {
    return undefined;
  }
  if (scale === undefined || width === undefined || height === undefined) return undefined;
  return { platform, theme, direction, scale, width, height, beside };
}

function within([least, most]: readonly [number, number], value: unknown): number | undefined {
  return typeof value === 'number' && value >= least && value <= most ? value : undefined;
}

/** The value, if it is one of those. */
export function oneOf<const Value>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((one) => one === value);
}
