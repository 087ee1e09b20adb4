/** Writes a number the German way with at most one decimal; for charts without a format of their own. */
export function plainNumber(value: number): string {
  return String(Math.round(value * 10) / 10).replace('.', ',')
}

/** Share of `max` in percent, kept between 0 and 100; refuses nothing, a `max` of zero is no share. */
export function percentOf(value: number, max: number): number {
  return max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0
}
