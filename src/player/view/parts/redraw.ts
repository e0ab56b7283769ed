import { useReducer } from 'preact/hooks';

/**
 * Draws a component again. Browsers tick a box by themselves: where the state does not follow, because the event was
 * refused, the box has to be set back.
 */
export function useRedraw(): () => void {
  const [, dispatch] = useReducer((count: number, _: null) => count + 1, 0);
  return () => dispatch(null);
}
