import type { Ground } from './ground.ts'
import { startRunner, type Round, type Runner } from './runner.ts'

export type Measured = Map<string, Round[]>
/** `warmUp`: seconds at most. */
export type Plan = { rounds: number; seconds: number; warmUp: number }

/** By then the compiler has seen the hot paths; a slow route needs longer for it than a quick one. */
const warmRequests = 10_000

const warm = async (runner: Runner, seconds: number): Promise<void> => {
  let seen = 0
  for (let spent = 0; spent < seconds && seen < warmRequests; spent++) seen += await runner.warm(1)
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

/** Each round measures every route once, in turn, so that whatever else the machine does falls on all of them alike. */
export const measureTogether = async (ground: Ground, routes: readonly string[], { rounds, seconds, warmUp }: Plan): Promise<Measured> => {
  const runners = []
  try {
    for (const route of routes) runners.push(await startRunner(ground, route))
    for (const runner of runners) await warm(runner, warmUp)
    const measured: Measured = new Map(routes.map(route => [route, []]))
    for (let round = 0; round < rounds; round++) {
      const inTurn = round % 2 === 0 ? runners : runners.toReversed()
      for (const runner of inTurn) measured.get(runner.route)?.push(await runner.measure(seconds))
      process.stderr.write('.')
    }
    process.stderr.write('\n')
    return measured
  } finally {
    for (const runner of runners) runner.stop()
  }
}

/** Median over the rounds of what one route gave in relation to the other one in the same round. */
export const ratioOf = (measured: Measured, route: string, base: string, figure: keyof Round): number => {
  const [over, under] = [measured.get(route) ?? [], measured.get(base) ?? []]
  return median(over.map((round, i) => round[figure] / (under[i]?.[figure] ?? Number.NaN)))
}

export const medianOf = (measured: Measured, route: string, figure: keyof Round): number => median((measured.get(route) ?? []).map(round => round[figure]))
