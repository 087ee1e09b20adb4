/** Chance that repeats: the same seed gives the same choices, though not the same timing. */
export interface Chance {
  /** From 0 up to, but not including, 1. */
  next(): number
  below(limit: number): number
  pick<T>(items: readonly T[]): T
}

/** mulberry32, by its published constants. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next, below,
    pick(items) {
      const item = items[below(items.length)]
      if (item === undefined) throw new RangeError('nothing to pick from')
      return item
    },
  }
}
