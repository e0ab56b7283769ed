import type { ComponentChildren, JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';

interface Tab<Name extends string> {
  readonly name: Name;
  readonly label: string;
  /** Why the person should look here; read out with the label. */
  readonly badge?: string | undefined;
  readonly content: ComponentChildren;
}

interface TabsProps<Name extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly front: Name;
  readonly onFront: (name: Name) => void;
}

/**
 * One panel at a time; those behind stay as they are, with what is half typed in them. Arrow keys, Home and End go from
 * tab to tab.
 */
export function Tabs<Name extends string>({ label, tabs, front, onFront }: TabsProps<Name>): JSX.Element {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const goTo = (index: number): void => {
    const tab = tabs.at(index % tabs.length)!;
    onFront(tab.name);
    list.current?.querySelector<HTMLElement>(`#${id}-${tab.name}-tab`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ name }) => name === front);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    goTo(to);
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            type="button"
            role="tab"
            key={tab.name}
            id={`${id}-${tab.name}-tab`}
            aria-selected={tab.name === front}
            aria-controls={`${id}-${tab.name}`}
            tabIndex={tab.name === front ? 0 : -1}
            onClick={() => onFront(tab.name)}
          >
            {tab.label}
            {tab.badge !== undefined && (
              <span class="badge" title={tab.badge}>
                <span class="for-screen-readers">{tab.badge}</span>
              </span>
            )}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          class={`panel ${tab.name}`}
          role="tabpanel"
          key={tab.name}
          id={`${id}-${tab.name}`}
          aria-labelledby={`${id}-${tab.name}-tab`}
          hidden={tab.name !== front}
          tabIndex={-1}
        >
          {tab.content}
        </div>
      ))}
    </>
  );
}
