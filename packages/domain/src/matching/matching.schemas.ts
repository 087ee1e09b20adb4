import * as z from 'zod/mini'

const points = z.int().check(z.gte(0), z.lte(1000))
const kilometres = z.number().check(z.gte(0), z.lte(500))
const days = z.int().check(z.gte(1), z.lte(1000))

/**
 * What a city weighs when guides and businesses are brought together: the points each reason can bring, which of the rules exclude a pair
 * (capacity, training gate and conflicts always do), how far a guide gets, and after how many days waiting counts in full.
 */
export const matchingRules = z.strictObject({
  points: z.strictObject({ language: points, district: points, trade: points, fields: points, days: points, waiting: points }),
  exclude: z.strictObject({ language: z.boolean(), district: z.boolean(), sameTrade: z.boolean(), refused: z.boolean(), blocked: z.boolean() }),
  reachKm: z.strictObject({ foot: kilometres, bicycle: kilometres, transit: kilometres, car: kilometres }),
  waitingFullDays: days,
  startWithinDays: days,
  newGuidePlaces: z.int().check(z.gte(1), z.lte(15)),
})

export type MatchingRules = z.output<typeof matchingRules>

/** What counts where a document from before there was a matching says nothing of it. */
export const usualMatching: MatchingRules = {
  points: { language: 30, district: 20, trade: 10, fields: 25, days: 5, waiting: 15 },
  exclude: { language: true, district: true, sameTrade: true, refused: true, blocked: true },
  reachKm: { foot: 1.5, bicycle: 4, transit: 8, car: 15 },
  waitingFullDays: 60,
  startWithinDays: 42,
  newGuidePlaces: 5,
}
