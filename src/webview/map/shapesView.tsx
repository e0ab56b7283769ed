import type { JSX } from 'preact';
import type { Shape } from './drawing/shapes';

/** Shapes as elements; their texts stay texts. */
export function Shapes({ of: shapes }: { of: readonly Shape[] }): JSX.Element {
  return <>{shapes.map((shape, index) => element(shape, index))}</>;
}

function element(shape: Shape, key: number): JSX.Element {
  switch (shape.is) {
    case 'rect': {
      const { x, y, width, height, round = 0, look } = shape;
      return <rect key={key} class={look} x={x} y={y} width={width} height={height} rx={round} />;
    }
    case 'path':
      return <path key={key} class={shape.look} d={shape.d} />;
    case 'text': {
      const { x, y, size, anchor, bold, mono, look, text } = shape;
      const style = `${look} ${bold ? 'bold' : ''} ${mono ? 'mono' : ''}`;
      return (
        <text key={key} class={style} x={x} y={y} font-size={size} text-anchor={anchor}>
          {text}
        </text>
      );
    }
  }
}
