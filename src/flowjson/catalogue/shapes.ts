import type { Shape } from './types';

/** The alternative of a shape that is of one kind: the shape itself, or one of those that it may be. */
export function alternative<Kind extends Shape['is']>(
  shape: Shape | undefined,
  kind: Kind,
): Extract<Shape, { is: Kind }> | undefined {
  const shapes = shape?.is === 'oneOf' ? shape.shapes : shape ? [shape] : [];
  return shapes.find((one): one is Extract<Shape, { is: Kind }> => one.is === kind);
}
