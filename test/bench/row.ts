import fs from 'node:fs';

/** One measured figure with its comparison from the same run. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What stands beside it, in words, with its figure. */
  readonly beside: string;
  /** value ÷ comparison; null where there is nothing to divide by. */
  readonly ratio: number | null;
  readonly goal: string;
  readonly holds: boolean;
}

const round = (value: number): number => Number(value.toPrecision(4));

export function print(rows: readonly Row[]): void {
  const cells = rows.map((row) => [
    row.name,
    `${round(row.value)} ${row.unit}`.trim(),
    row.beside,
    row.ratio === null ? '–' : String(round(row.ratio)),
    row.goal,
    row.holds ? 'yes' : 'NO',
  ]);
  const table = [['What', 'Measured', 'Beside it, same run', 'Ratio', 'Goal', 'Holds'], ...cells];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((line) => line[column]!.length)));
  for (const line of table) console.log(line.map((cell, column) => cell.padEnd(widths[column]!)).join('  '));
}

export function write(rows: readonly Row[], file: string): void {
  fs.writeFileSync(file, JSON.stringify(rows, null, 2) + '\n');
}
