import type { Order } from './apart.ts'
import { unleash } from './chaos.ts'
import { createGround } from './ground.ts'
import { runRace, type RaceOutcome } from './races.ts'

/** The process that `runApart` starts: takes one order, answers, ends. A control may break it in any way. */
process.once('message', async (order: Order) => {
  process.on('uncaughtException', () => {})
  const answer = order.job === 'chaos' ? await unleash(order.options, order.driver, order.adminUrl) : await race(order)
  process.send?.(answer, () => process.exit(0))
})

async function race({ races, driver, adminUrl, rounds }: Extract<Order, { job: 'races' }>): Promise<Record<string, RaceOutcome[]>> {
  const ground = await createGround(adminUrl, 2)
  const outcomes: Record<string, RaceOutcome[]> = {}
  for (const name of races) outcomes[name] = await runRace(name, driver, ground, rounds)
  await ground.drop()
  return outcomes
}
