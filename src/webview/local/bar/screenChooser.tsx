import type { JSX } from 'preact';

interface ScreenChooserProps {
  readonly screens: readonly string[];
  /** Nothing while no screen is in front. */
  readonly front: string | null;
  readonly label: string;
  readonly onChoose: (screen: string) => void;
}

/** The screen in front; each other can be gone to. */
export function ScreenChooser({ screens, front, label, onChoose }: ScreenChooserProps): JSX.Element {
  return (
    <select
      class="screen"
      aria-label={label}
      title={label}
      value={front ?? ''}
      onChange={({ currentTarget }) => {
        const screen = currentTarget.value;
        // Browsers show what was chosen by themselves: until the flow is there, it shows where the flow is.
        currentTarget.value = front ?? '';
        if (screen !== '') onChoose(screen);
      }}
    >
      {front === null && <option value="">–</option>}
      {screens.map((screen) => (
        <option key={screen} value={screen}>
          {screen}
        </option>
      ))}
    </select>
  );
}
