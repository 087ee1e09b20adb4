const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const variance = (values: readonly number[]): number => {
  const middle = mean(values)
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1)
}

/** Welch's t of two samples: how many standard errors their means lie apart. */
export const welchT = (some: readonly number[], others: readonly number[]): number => {
  const error = Math.sqrt(variance(some) / some.length + variance(others) / others.length)
  return error === 0 ? 0 : (mean(some) - mean(others)) / error
}

/** What is left when the slowest twentieth of both together is put aside: a pause of the machine hides a small difference. */
const withoutSlowest = (values: readonly number[], both: readonly number[]): number[] => {
  const limit = both.toSorted((a, b) => a - b)[Math.floor(both.length * 0.95)] ?? Infinity
  return values.filter(value => value < limit)
}

/** The t that tells the two apart better: of all times, or of all but the slowest. */
export const sharperT = (some: readonly number[], others: readonly number[]): number => {
  const both = [...some, ...others]
  const [plain, cropped] = [welchT(some, others), welchT(withoutSlowest(some, both), withoutSlowest(others, both))]
  return Math.abs(cropped) > Math.abs(plain) ? cropped : plain
}
