const mostNamed = 10;

/** Names in a sentence: of many only the first ones. */
export function listed(names: readonly string[]): string {
  return names.length <= mostNamed ? names.join(', ') : `${names.slice(0, mostNamed).join(', ')}, …`;
}
