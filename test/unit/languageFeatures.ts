/** What VS Code asks providers for, as in `registerHoverProvider`; in unit tests nobody asks: they call the providers. */
export const languageFeatures = [
  'CodeActions',
  'Color',
  'CompletionItem',
  'Definition',
  'DocumentHighlight',
  'DocumentSymbol',
  'FoldingRange',
  'Hover',
  'InlayHints',
  'Reference',
  'Rename',
  'SelectionRange',
];
