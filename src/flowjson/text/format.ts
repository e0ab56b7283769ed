import type { FormattingOptions } from 'jsonc-parser';

/** How a text is formatted: what is inserted into it should look like its neighbours. */
export function formattingOf(
  text: string,
): Required<Pick<FormattingOptions, 'insertSpaces' | 'tabSize' | 'eol'>> {
  const indent = /\n([ \t]+)\S/.exec(text.slice(0, 4000))?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: /\r?\n/.exec(text.slice(0, 4000))?.[0] ?? '\n',
  };
}
