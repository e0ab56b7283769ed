import { useReducer } from 'preact/hooks';

/**
 * Draws a component again. Browsers tick a box by themselves: where the state does not follow, because the event was
 * refused, the box has to be set back.
 */
export function useRedraw(): () => void {
  const [, dispatch] = useReducer((count: number, more: number) => count + more, 0);
  return () => dispatch(1);
}
