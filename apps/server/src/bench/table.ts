/** One line of the table: what was measured, and where it was to come to. `atMost` turns the goals round: less is better. */
export type Line = { what: string; value: number; goal?: number; moonshot?: number; atMost?: boolean; unit?: string; note?: string }

const german = (value: number, digits: number) => value.toFixed(digits).replace('.', ',')
const figure = (value: number) => german(value, value >= 100 ? 0 : value >= 10 ? 1 : value < 0.05 ? 4 : 2)

const reached = ({ value, goal, moonshot, atMost }: Line): string => {
  const meets = (wanted: number | undefined) => wanted !== undefined && (atMost ? value <= wanted : value >= wanted)
  return meets(moonshot) ? 'Mondziel' : meets(goal) ? 'Ziel' : goal === undefined ? '' : 'verfehlt'
}

const bound = (wanted: number | undefined, atMost: boolean | undefined): string => (wanted === undefined ? '–' : `${atMost ? '≤' : '≥'} ${figure(wanted)}`)

/** The table as it goes into a closing note. */
export const printTable = (lines: readonly Line[]): string => {
  const rows = lines.map(line => [line.what, `${figure(line.value)}${line.unit ? ` ${line.unit}` : ''}`, bound(line.goal, line.atMost), bound(line.moonshot, line.atMost), reached(line), line.note ?? ''])
  const all = [['Was', 'Gemessen', 'Ziel', 'Mondziel', '', ''], ...rows]
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map(row => (row[column] ?? '').length)))
  return all.map(row => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd()).join('\n')
}
