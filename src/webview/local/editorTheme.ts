import { useEffect, useState } from 'preact/hooks';
import type { EditorTheme } from './looks';

/** VS Code says on the body what kind of theme it has; a light theme of high contrast is called one of high contrast too. */
function editorThemeOf({ classList }: Element): EditorTheme {
  const light = classList.contains('vscode-light') || classList.contains('vscode-high-contrast-light');
  return { theme: light ? 'light' : 'dark', contrast: classList.contains('vscode-high-contrast') };
}

/** The editor's theme, as it changes. */
export function useEditorTheme(): EditorTheme {
  const [theme, setTheme] = useState(() => editorThemeOf(document.body));
  useEffect(() => {
    const look = () =>
      setTheme((before) => {
        const now = editorThemeOf(document.body);
        return before.theme === now.theme && before.contrast === now.contrast ? before : now;
      });
    look();
    const observer = new MutationObserver(look);
    observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
    return () => observer.disconnect();
  }, []);
  return theme;
}
