/** A list of lines that are all edited in the same way. */
export type LinesProps<T> = { lines: readonly T[]; errorOf: (field: string) => string | undefined; onChange: (lines: T[]) => void }

export const changed = <T>(lines: readonly T[], index: number, change: Partial<T>): T[] => lines.map((line, at) => (at === index ? { ...line, ...change } : line))

/** A control that is only just being drawn. */
export const focusLater = (id: string): void => void setTimeout(() => document.getElementById(id)?.focus())
