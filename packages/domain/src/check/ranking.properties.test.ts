import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, Level, Relevance } from './answer.schemas.ts'
import { answersOf, catalogueOf, dlc1 } from './catalogue.fixture.ts'
import type { CheckCatalogue } from './catalogue.schemas.ts'
import { mostActive, quickWinHours, rankMeasures } from './ranking.rules.ts'
import { ranking as rankingSchema, type Ranking } from './result.schemas.ts'

const level = fc.constantFrom<Level>(0, 0, 1, 1, 2, 3, 4)
const relevance = fc.constantFrom<Relevance>('low', 'normal', 'high')
const mark = fc.oneof({ weight: 6, arbitrary: fc.tuple(level, relevance) }, fc.constantFrom('?' as const, '-' as const))
/** Answers to all thirty ids; those that a smaller catalogue lacks are left aside by the rule. */
const marks = fc.record(Object.fromEntries(
  dlc1.fields.flatMap(one => one.items.map(({ id }) => [id, fc.option(mark, { nil: '?' as const, freq: 8 })])),
))

/** Few fields, few quick wins, many musts, shared measures: where the rules about the five collide. */
const itemShape = fc.record({
  weight: fc.constantFrom(1 as const, 2 as const, 3 as const),
  hours: fc.constantFrom(1, 2, 3, 4, 8),
  must: fc.boolean(),
  shared: fc.option(fc.constantFrom('M-A', 'M-B'), { nil: undefined, freq: 6 }),
})
const fieldShape = fc.record({ lead: fc.boolean(), target: fc.constantFrom(2, 3), items: fc.array(itemShape, { minLength: 1, maxLength: 6 }) })
const shape = fc.oneof(fc.constant('DLC-1.0' as const), fc.array(fieldShape, { minLength: 1, maxLength: 3 }))

const builtFrom = (shape: 'DLC-1.0' | { lead: boolean; target: number; items: { weight: 1 | 2 | 3; hours: number; must: boolean; shared: string | undefined }[] }[]) =>
  shape === 'DLC-1.0' ? dlc1 : catalogueOf(shape.map(({ lead, target, items }, f) => ({
    id: `HF${f + 1}`,
    target,
    ...(lead && { lead }),
    items: items.map(({ weight, hours, must, shared }, i) =>
      [`${f + 1}.${i + 1}`, weight, hours, { ...(must && { must }), ...(shared && { measureId: shared }) }] as const),
  })))

describe('whatever is answered', () => {
  const ensure = (hold: (ranking: Ranking, catalogue: CheckCatalogue, answers: Answer[]) => void) =>
    fc.assert(fc.property(shape, marks, (shape, marks) => {
      const catalogue = builtFrom(shape)
      const answers = answersOf(marks)
      hold(rankMeasures(catalogue, answers), catalogue, answers)
    }), { numRuns: 400 })

  it('the ranking has its promised shape', () => {
    ensure(ranking => { expect(rankingSchema.safeParse(ranking).error).toBeUndefined() })
  })

  it('exactly five are active, or all where there are fewer, and no measure appears twice', () => {
    ensure(({ measures, outlook }) => {
      expect(measures.filter(one => one.active)).toHaveLength(Math.min(mostActive, measures.length))
      const ids = [...measures, ...outlook].map(one => one.measureId)
      expect(new Set(ids).size).toBe(ids.length)
      expect(measures.map(one => one.rank)).toEqual(measures.map((_, index) => index + 1))
    })
  })

  it('all urgent ones come before the others, and are active as far as five go', () => {
    ensure(({ measures }) => {
      const urgent = measures.filter(one => one.urgent)
      expect(measures.slice(0, urgent.length)).toEqual(urgent)
      urgent.slice(0, mostActive).forEach(one => expect(one.active).toBe(true))
      for (const one of measures) expect(one.urgent).toBe(one.must && one.level === 0)
    })
  })

  it('priority falls within the urgent ones and within the others', () => {
    ensure(({ measures }) => {
      for (const urgent of [true, false]) {
        const priorities = measures.filter(one => one.urgent === urgent).map(one => one.priority)
        expect(priorities).toEqual(priorities.toSorted((a, b) => b - a))
      }
    })
  })

  it('the order of the answers changes nothing', () => {
    fc.assert(fc.property(shape, marks, fc.infiniteStream(fc.nat()), (shape, marks, keys) => {
      const answers = answersOf(marks)
      const other = answers.map(answer => ({ answer, key: keys.next().value })).toSorted((a, b) => a.key - b.key).map(({ answer }) => answer)
      expect(rankMeasures(builtFrom(shape), other)).toEqual(rankMeasures(builtFrom(shape), answers))
    }))
  })

  it('no more rules could have been kept without pushing out an urgent one', () => {
    ensure(({ measures, waived }, catalogue) => {
      const leads = new Set(catalogue.fields.filter(one => one.lead).map(one => one.id))
      const keeps = (chosen: typeof measures) =>
        Number(chosen.some(one => leads.has(one.fieldId))) + Number(chosen.some(one => one.quickWin))
      const fixed = measures.filter(one => one.urgent).slice(0, mostActive)
      const free = measures.filter(one => !one.urgent)
      const room = mostActive - fixed.length
      const additions = [[], ...free.map(one => [one]), ...free.flatMap(one => free.map(two => [one, two]))].filter(some => some.length <= room)
      const best = Math.max(...additions.map(some => keeps([...fixed, ...some])))
      expect(keeps(measures.filter(one => one.active))).toBe(best)
      expect(waived).toHaveLength(measures.length === 0 ? 0 : 2 - best)
    })
  })

  it('only those picked for a rule, two at most, are active from behind the fifth rank', () => {
    ensure(({ measures }) => {
      const behind = measures.filter(one => one.active && one.rank > mostActive)
      expect(behind.length).toBeLessThanOrEqual(2)
      expect(measures.filter(one => one.pickedFor)).toEqual(behind)
    })
  })

  it('each answered item is a task, an outlook or a tandem question, unless its measure is named already', () => {
    ensure(({ measures, outlook, tandem, unclear }, catalogue, answers) => {
      const named = new Set([...measures, ...outlook].map(one => one.measureId))
      for (const { id, measureId } of catalogue.fields.flatMap(one => one.items)) {
        const value = answers.find(one => one.itemId === id)?.value
        expect(tandem.includes(id)).toBe(value?.kind === 'level' && value.level >= 3)
        expect(unclear.includes(id)).toBe(value?.kind === 'unknown')
        if (value?.kind === 'level' && value.level < 3) expect(named.has(measureId)).toBe(true)
      }
    })
  })

  it('a quick win takes two hours at most', () => {
    ensure(({ measures }, catalogue) => {
      for (const one of measures) {
        const hours = catalogue.measures.find(measure => measure.id === one.measureId)?.merchantHours ?? Number.NaN
        expect(one.quickWin).toBe(hours <= quickWinHours)
      }
    })
  })
})
