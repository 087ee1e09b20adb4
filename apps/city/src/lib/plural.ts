/** The one form or the other; `#` stands for the number. */
export const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many.replace('#', String(count)))
