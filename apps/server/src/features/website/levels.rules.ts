import type { Level } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { ItemLevels } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import type { WebCheck } from '@digitallotsen/pack/resolved-pack.schemas.ts'

export type MeasuredLevel = { itemId: string; level: Level; checkIds: string[] }

type Verdicts = readonly { id: string; verdict: string }[]

const lowest = (levels: readonly Level[]): Level => levels.reduce((a, b) => (b < a ? b : a), 4)

/**
 * The highest level that the measured facts allow each item: what its failed checks allow at most, 4 where those that were judged passed.
 * An item of which no check with a say was judged has none. The table is the framework's (`allows`); it caps and never raises.
 */
export const measuredLevels = (checks: readonly Pick<WebCheck, 'id' | 'itemId' | 'allows'>[], verdicts: Verdicts): MeasuredLevel[] => {
  const verdictOf = new Map(verdicts.map(({ id, verdict }) => [id, verdict]))
  const judged = checks.flatMap(({ id, itemId, allows }) => {
    const verdict = verdictOf.get(id)
    return allows === null || (verdict !== 'pass' && verdict !== 'fail') ? [] : [{ id, itemId, level: verdict === 'fail' ? allows : (4 as const) }]
  })
  return [...new Set(judged.map(({ itemId }) => itemId))].map(itemId => {
    const own = judged.filter(check => check.itemId === itemId)
    const level = lowest(own.map(check => check.level))
    return { itemId, level, checkIds: level === 4 ? [] : own.filter(check => check.level === level).map(({ id }) => id) }
  })
}

/** Beside what people said of the item: theirs counts, up to what was measured. */
export const besideSaid = ({ itemId, level, checkIds }: MeasuredLevel, said: { self: Level | null; guide: Level | null }): ItemLevels => {
  const spoken = said.guide ?? said.self
  return { itemId, auto: level, ...said, effective: spoken === null ? null : lowest([spoken, level]), checkIds }
}
