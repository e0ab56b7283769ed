/** Whether a line is a row of a table: it begins with a bar. */
export function isRow(line: string): boolean {
  const trimmed = line.trim();
  return trimmed.length > 1 && trimmed.startsWith('|');
}

/** Whether a line is the one of dashes below the header. */
export function isRule(line: string): boolean {
  return isRow(line) && line.includes('-') && /^[|:\-\s]+$/.test(line);
}

/** The texts between the bars of a row. */
export function cellsOf(line: string): string[] {
  const trimmed = line.trim();
  const end = trimmed.endsWith('|') ? trimmed.length - 1 : trimmed.length;
  return trimmed
    .slice(1, end)
    .split('|')
    .map((cell) => cell.trim());
}
