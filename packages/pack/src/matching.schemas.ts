import { z } from 'zod'
import { mapping, partialMapping } from './mapping.ts'

const points = z.int().min(0).max(1_000)
const kilometres = z.number().min(0).max(500)
const days = z.int().min(1).max(1_000)

const pointsShape = { language: points, district: points, trade: points, fields: points, days: points, waiting: points }
const excludeShape = { language: z.boolean(), district: z.boolean(), sameTrade: z.boolean(), refused: z.boolean(), blocked: z.boolean() }
const reachShape = { foot: kilometres, bicycle: kilometres, transit: kilometres, car: kilometres }
const singles = {
  waitingFullDays: days.meta({ description: 'Nach so vielen Tagen zählt das Warten voll' }),
  startWithinDays: days.meta({ description: 'In so vielen Tagen muss es einen Tag ohne Sperrzeit geben' }),
  newGuidePlaces: z.int().min(1).max(15).meta({ description: 'Plätze einer gedachten weiteren Lotsin' }),
}

/** How guides and businesses are brought together: `tenants/framework/matching.yaml`. */
export const matchingFile = mapping({ points: mapping(pointsShape), exclude: mapping(excludeShape), reachKm: mapping(reachShape), ...singles })

/** What a city weighs otherwise, in its pack.yaml: any of the keys, none of them required. */
export const matchingChange = mapping({
  points: partialMapping(pointsShape).optional(),
  exclude: partialMapping(excludeShape).optional(),
  reachKm: partialMapping(reachShape).optional(),
  waitingFullDays: singles.waitingFullDays.optional(),
  startWithinDays: singles.startWithinDays.optional(),
  newGuidePlaces: singles.newGuidePlaces.optional(),
})

export type MatchingFile = z.output<typeof matchingFile>
export type MatchingChange = z.output<typeof matchingChange>
