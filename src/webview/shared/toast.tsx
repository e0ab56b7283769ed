import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export interface Said {
  readonly text: string;
  /** Tells one saying from the next with the same words. */
  readonly count: number;
}

const DURATION = 6_000;

/** The answer to what was pressed, for a moment. */
export function Toast({ said }: { said: Said }): JSX.Element {
  const [shown, setShown] = useState('');
  useEffect(() => {
    setShown(said.text);
    const timer = setTimeout(() => setShown(''), DURATION);
    return () => clearTimeout(timer);
  }, [said.count]);
  return (
    <div class="toast" role="status">
      {shown !== '' && <p key={said.count}>{shown}</p>}
    </div>
  );
}
