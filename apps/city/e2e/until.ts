import { setTimeout as pause } from 'node:timers/promises'

const between = 50

/** Asks again until the answer is yes, or something worth having; says what it waited for when time is up. */
export const until = async <T>(look: () => Promise<T> | T, what: string, limit = 20_000): Promise<NonNullable<T>> => {
  const end = performance.now() + limit
  for (;;) {
    const found = await look()
    if (found) return found as NonNullable<T>
    if (performance.now() > end) throw new Error(`Waited ${limit / 1000} s in vain until ${what}.`)
    await pause(between)
  }
}
