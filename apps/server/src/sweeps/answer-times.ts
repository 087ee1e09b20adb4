import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod/mini'
import { createChance } from '@digitallotsen/db/proofs/seeded.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { merchantId } from '@digitallotsen/domain/ids.schemas.ts'
import { roleProcedure } from '../trpc/procedures.ts'
import { sharperT } from './answer-times.rules.ts'
import { requestOf } from './calls.ts'
import { isOnConsole, waysOf } from './known-inputs.ts'
import { findAnywhere, isOwn } from './planted-faults.ts'
import type { Probe } from './probe.ts'
import { pathText, type IdField, type Procedure } from './procedures.ts'
import { withValueAt } from './valid-input.ts'

/** Beyond it two samples of times are taken for different (the threshold of leakage tests). */
export const tellingT = 4.5
const warmUps = 20

/** The control: says the same of a foreign id and of an unknown one, and about a millisecond later of the foreign one. */
export const plantedDelay = {
  knowsByTheClock: roleProcedure('office').input(z.strictObject({ merchantId })).query(async ({ ctx, input }) => {
    if (await isOwn(ctx.tx, input.merchantId)) return true
    if (await findAnywhere(ctx.services, input.merchantId)) await sleep(1)
    throw new DomainError('merchant.not_found')
  }),
}

type Timed = { procedure: Procedure; field: IdField }

const timedIds = (procedures: readonly Procedure[]): Timed[] =>
  procedures
    .filter(({ name }) => !isOnConsole(name))
    .flatMap(procedure => procedure.ids.filter(({ entity }) => entity !== undefined && entity !== 'idempotency-key').map(field => ({ procedure, field })))

type Ids = { foreign: readonly string[]; unknown: readonly string[] }
type Kind = keyof Ids

/** As many ids that nobody has as the victim has: repeated ones are no more familiar to a cache on one side than on the other. */
const idsFor = ({ victim }: Probe, { entity }: IdField): Ids => {
  const foreign = entity === undefined ? [] : victim.cases.flatMap(({ ids }) => ids[entity])
  return { foreign, unknown: foreign.map(() => randomUUID()) }
}

/** How long the answers to the one kind of id take, and to the other, in turns whose order is left to chance. */
const timePairs = async (probe: Probe, { procedure, field }: Timed, ids: Ids, { pairs, seed }: { pairs: number; seed: number }): Promise<Record<Kind, number[]>> => {
  const times: Record<Kind, number[]> = { foreign: [], unknown: [] }
  const chance = createChance(seed)
  const way = waysOf(procedure.name)[0] ?? { as: 'anonymous' }
  const sender = { host: probe.hostOf(procedure), cookie: await probe.cookieOf(way.as), prefix: probe.scene.prefix }
  for (let pair = -warmUps; pair < pairs; pair++) {
    await probe.forgetAttempts()
    const base = await probe.inputFor(procedure, way)
    const order: readonly Kind[] = chance.pick([true, false]) ? ['foreign', 'unknown'] : ['unknown', 'foreign']
    for (const kind of order) {
      const id = ids[kind][(pair + warmUps) % ids[kind].length]
      const request = requestOf({ procedure, input: withValueAt(base, field.path, id, 1) }, sender)
      const begun = performance.now()
      await probe.send(request)
      if (pair >= 0) times[kind].push(performance.now() - begun)
    }
  }
  return times
}

export type TimeFigures = {
  pairs: number
  /** Ids in inputs of procedures that were timed. */
  ids: number
  worst: { where: string; t: number }
  /** Those beyond the threshold: their clock tells whether a foreign id exists. */
  telling: readonly string[]
}

/** Foreign ids against ids that nobody has, by the clock alone. */
export const sweepTimes = async (probe: Probe, { pairs, seed }: { pairs: number; seed: number }): Promise<TimeFigures> => {
  let worst = { where: 'none', t: 0 }
  let timed = 0
  const telling: string[] = []
  for (const { procedure, field } of timedIds(probe.scene.procedures)) {
    const ids = idsFor(probe, field)
    if (ids.foreign.length === 0) continue
    timed++
    const { foreign, unknown } = await timePairs(probe, { procedure, field }, ids, { pairs, seed })
    const t = Math.round(sharperT(foreign, unknown) * 100) / 100
    const where = `${procedure.name} ${pathText(field.path)}`
    if (Math.abs(t) > Math.abs(worst.t) || worst.where === 'none') worst = { where, t }
    if (Math.abs(t) >= tellingT) telling.push(`${where}: t = ${t}`)
  }
  return { pairs, ids: timed, worst, telling }
}
