import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../errors.ts'
import type { Answer, Level } from './answer.schemas.ts'
import { allAt, answersOf, catalogueOf, dlc1 } from './catalogue.fixture.ts'
import { checkResult } from './result.schemas.ts'
import { bandOf, scoreCheck, shownScore } from './scoring.rules.ts'

const shop = catalogueOf([
  { id: 'HF1', items: [['1.1', 2, 2], ['1.2', 3, 1, { must: true }], ['1.3', 1, 1, { notApplicable: true }]] },
  { id: 'HF2', items: [['2.1', 1, 3, { must: true }], ['2.2', 2, 8]] },
])

const scoresOf = (catalogue = shop, answers: Answer[], kind: 'quick' | 'full' = 'full') => {
  const { fields, ...result } = scoreCheck(catalogue, kind, answers)
  return { ...result, scores: fields.map(field => field.score), gaps: fields.flatMap(field => field.gaps), fields }
}

describe('the score of a check, worked by hand', () => {
  it('weighs each item and takes the mean of the fields', () => {
    const result = scoresOf(shop, answersOf({ '1.1': 1, '1.2': 3, '1.3': 4, '2.1': 2, '2.2': 1 }))
    // HF1: 100 · (2·1 + 3·3 + 1·4) / (4·2 + 4·3 + 4·1) = 100 · 15/24 = 62.5
    // HF2: 100 · (1·2 + 2·1) / (4·1 + 4·2)            = 100 ·  4/12 = 33.333…
    expect(result.scores).toEqual([62.5, 33.333333333])
    // total: (62.5 + 33.333…) / 2 = 47.9166…
    expect(result.total).toBeCloseTo(47.916667, 6)
    expect(result).toMatchObject({ band: 'build', provisional: false, cappedByMust: false, openMusts: [], gaps: [] })
  })

  it('leaves "trifft nicht zu" out of the denominator, without a gap', () => {
    const result = scoresOf(shop, answersOf({ '1.1': 1, '1.2': 3, '1.3': '-', '2.1': 2, '2.2': 1 }))
    // HF1: 100 · (2·1 + 3·3) / (4·2 + 4·3) = 100 · 11/20 = 55; total (55 + 33.333…) / 2 = 44.1666…
    expect(result.scores).toEqual([55, 33.333333333])
    expect(result.total).toBeCloseTo(44.166667, 6)
    expect(result.gaps).toEqual([])
    expect(result.fields[0]).toMatchObject({ asked: 3, answered: 2, notApplicable: 1 })
  })

  it('leaves "Weiß ich nicht" and no answer out of the denominator, as gaps', () => {
    const result = scoresOf(shop, answersOf({ '1.1': 1, '1.2': '?', '1.3': 4, '2.1': 2 }))
    // HF1: 100 · (2·1 + 1·4) / (4·2 + 4·1) = 100 · 6/12 = 50; HF2: 100 · (1·2) / (4·1) = 50; total 50
    expect(result).toMatchObject({ scores: [50, 50], total: 50, band: 'secure', gaps: ['1.2', '2.2'], provisional: false })
    // A must-item that nobody knows about is a gap, not an open must.
    expect(result.openMusts).toEqual([])
  })

  it('holds the total band at "build" while a must-item is at level 0', () => {
    const result = scoresOf(shop, answersOf({ '1.1': 4, '1.2': 4, '1.3': 4, '2.1': 0, '2.2': 4 }))
    // HF1: 100; HF2: 100 · (1·0 + 2·4) / 12 = 66.666…; total (100 + 66.666…) / 2 = 83.333…: "model" by number, "build" by the must
    expect(result.scores).toEqual([100, 66.666666667])
    expect(result.total).toBeCloseTo(83.333333, 6)
    expect(result).toMatchObject({ band: 'build', cappedByMust: true, openMusts: ['2.1'] })
    expect(result.fields.map(field => field.band)).toEqual(['model', 'secure'])
    // One step up: HF2 100 · (1·1 + 2·4) / 12 = 75; total 87.5
    expect(scoresOf(shop, answersOf({ '1.1': 4, '1.2': 4, '1.3': 4, '2.1': 1, '2.2': 4 }))).toMatchObject({
      total: 87.5, band: 'model', cappedByMust: false, openMusts: [],
    })
  })

  it('lifts nothing up to "build" by an open must-item', () => {
    // HF1: 100 · (2·1) / 24 = 8.333…; HF2: 0; total 4.1666…
    const result = scoresOf(shop, answersOf({ '1.1': 1, '1.2': 0, '1.3': 0, '2.1': 0, '2.2': 0 }))
    expect(result).toMatchObject({ band: 'start', cappedByMust: false, openMusts: ['1.2', '2.1'] })
  })

  it('is provisional while a field has no score, and then the mean of the others', () => {
    const result = scoresOf(shop, answersOf({ '1.1': 3, '1.2': 3, '1.3': 3, '2.1': '?' }))
    // HF1: 100 · (3·2 + 3·3 + 3·1) / 24 = 75; HF2: none
    expect(result).toMatchObject({ scores: [75, null], total: 75, band: 'model', provisional: true, gaps: ['2.1', '2.2'] })
    expect(result.fields[1]).toMatchObject({ band: null, answered: 0, asked: 2, notApplicable: 0 })
  })

  it('has neither total nor band where nothing is answered', () => {
    expect(scoresOf(shop, [])).toMatchObject({ total: null, band: null, provisional: true, cappedByMust: false, openMusts: [] })
  })

  it('adds thirds without losing the limit', () => {
    const thirds = catalogueOf(['HF1', 'HF2', 'HF3'].map((id, n) => ({ id, items: [[`${n}.1`, 1, 1], [`${n}.2`, 2, 1]] })))
    // 100·3/12 = 25; 100·5/12 = 41.666…; 100·1/12 = 8.333…: mean 75/3 = 25, the first point of "build".
    // Floating arithmetic alone says 24.999999999999996 and "start".
    const result = scoresOf(thirds, answersOf({ '0.1': 3, '0.2': 0, '1.1': 1, '1.2': 2, '2.1': 1, '2.2': 0 }))
    expect(result).toMatchObject({ total: 25, band: 'build' })
  })

  it('of a stationer, in the full Digital-Check', () => {
    const result = scoresOf(dlc1, answersOf({
      '1.1': 1, '1.2': 2, '1.3': 1, '1.4': '-', '1.5': 2, '1.6': 0,
      '2.1': 1, '2.2': 2, '2.3': 1, '2.4': 0, '2.5': 0, '2.6': 0,
      '3.1': 3, '3.2': 2, '3.3': 2, '3.4': 1, '3.5': 0, '3.6': '-',
      '4.1': 2, '4.2': 3, '4.3': '?', '4.4': 0, '4.5': 1, '4.6': 2,
      '5.1': 2, '5.2': 1, '5.3': 2, '5.4': 1, '5.5': 0, '5.6': '-',
    }))
    // HF1: (2·1 + 3·2 + 2·1 + 2·2 + 1·0) / (4·(2+3+2+2+1))       = 14/40 → 35
    // HF2: (3·1 + 3·2 + 3·1 + 2·0 + 2·0 + 1·0) / (4·(3+3+3+2+2+1)) = 12/56 → 21.428571…
    // HF3: (2·3 + 2·2 + 1·2 + 3·1 + 1·0) / (4·(2+2+1+3+1))       = 15/36 → 41.666…
    // HF4: (2·2 + 3·3 + 1·0 + 3·1 + 1·2) / (4·(2+3+1+3+1))       = 18/40 → 45
    // HF5: (3·2 + 2·1 + 2·2 + 1·1 + 1·0) / (4·(3+2+2+1+1))       = 13/36 → 36.111…
    expect(result.scores).toEqual([35, 21.428571429, 41.666666667, 45, 36.111111111])
    // total: (35 + 21.428571 + 41.666667 + 45 + 36.111111) / 5 = 179.206349 / 5 = 35.841270
    expect(result.total).toBeCloseTo(35.84127, 5)
    expect(result).toMatchObject({ edition: 'DLC-1.0', band: 'build', gaps: ['4.3'], provisional: false })
  })

  it('of the quick check, which asks the six must-items only', () => {
    const result = scoresOf(dlc1, answersOf({ '1.2': 2, '2.1': 3, '2.3': 1, '4.2': 4, '4.5': 0, '5.1': '?', '1.1': 4 }), 'quick')
    // HF1: 3·2 / 12 = 50 (1.1 is not asked, its level 4 does not count); HF2: (3·3 + 3·1) / 24 = 50; HF3: none of its items is a must
    // HF4: (3·4 + 3·0) / 24 = 50; HF5: unknown. total: (50 + 50 + 50) / 3 = 50, "secure" by number, held at "build" by 4.5
    expect(result).toMatchObject({
      kind: 'quick', scores: [50, 50, null, 50, null], total: 50, band: 'build', cappedByMust: true, openMusts: ['4.5'], gaps: ['5.1'], provisional: true,
    })
    expect(result.fields.map(field => field.asked)).toEqual([1, 2, 0, 2, 1])
  })
})

describe('a band', () => {
  it.each([
    [0, 'start', 0], [24.6, 'start', 24], [24.999, 'start', 24], [25, 'build', 25], [49.99, 'build', 49],
    [50, 'secure', 50], [74.5, 'secure', 74], [75, 'model', 75], [100, 'model', 100],
  ] as const)('of %d is %s, shown as %d', (score, band, shown) => {
    expect(bandOf(score)).toBe(band)
    expect(shownScore(score)).toBe(shown)
  })
})

describe('an answer that cannot stand', () => {
  it('is a gap where "trifft nicht zu" is not offered', () => {
    expect(scoresOf(shop, answersOf({ '1.1': '-', '1.2': 4, '1.3': 4 })).fields[0]).toMatchObject({ notApplicable: 0, gaps: ['1.1'], score: 100 })
  })

  it('is left aside where the catalogue does not know the item', () => {
    expect(scoreCheck(shop, 'full', answersOf({ '1.1': 4, '9.9': 0 }))).toEqual(scoreCheck(shop, 'full', answersOf({ '1.1': 4 })))
  })

  it('is refused where there are two to one item', () => {
    const twice = [...answersOf({ '1.1': 1 }), ...answersOf({ '1.1': 2 })]
    expect(() => scoreCheck(shop, 'full', twice)).toThrow(new DomainError('input.invalid', { itemId: '1.1' }))
  })
})

const items = dlc1.fields.flatMap(field => field.items)
const level = fc.constantFrom<Level>(0, 1, 2, 3, 4)
const mark = fc.oneof({ weight: 4, arbitrary: level }, fc.constantFrom('?' as const, '-' as const))
const someAnswers = fc
  .dictionary(fc.constantFrom(...items.map(item => item.id)), mark, { noNullPrototype: true })
  .map(answersOf)
const kind = fc.constantFrom('quick' as const, 'full' as const)

describe('whatever is answered', () => {
  it('every score lies within 0 to 100 and the result has its promised shape', () => {
    fc.assert(fc.property(someAnswers, kind, (answers, asked) => {
      const result = scoreCheck(dlc1, asked, answers)
      expect(checkResult.safeParse(result).success).toBe(true)
    }))
  })

  it('each asked item is answered, not applicable or a gap', () => {
    fc.assert(fc.property(someAnswers, kind, (answers, asked) => {
      for (const field of scoreCheck(dlc1, asked, answers).fields) {
        expect(field.answered + field.notApplicable + field.gaps.length).toBe(field.asked)
        expect(field.score === null).toBe(field.answered === 0)
      }
    }))
  })

  it('the order of the answers changes nothing', () => {
    const shuffled = someAnswers.chain(answers => fc.tuple(fc.constant(answers), fc.shuffledSubarray(answers, { minLength: answers.length })))
    fc.assert(fc.property(shuffled, kind, ([answers, other], asked) => {
      expect(scoreCheck(dlc1, asked, other)).toEqual(scoreCheck(dlc1, asked, answers))
    }))
  })

  it('a higher level lowers no score and no band', () => {
    const bands = ['start', 'build', 'secure', 'model']
    const rankOf = (band: string | null) => (band === null ? -1 : bands.indexOf(band))
    const raised = fc
      .tuple(someAnswers, fc.nat(), level)
      .filter(([answers]) => answers.some(answer => answer.value.kind === 'level'))
      .map(([answers, index, up]) => {
        const rated = answers.filter(answer => answer.value.kind === 'level')
        const chosen = rated[index % rated.length]
        const higher = answers.map(answer => {
          if (answer !== chosen || answer.value.kind !== 'level') return answer
          return { ...answer, value: { kind: 'level' as const, level: Math.max(answer.value.level, up) as Level } }
        })
        return [answers, higher] as const
      })
    fc.assert(fc.property(raised, kind, ([answers, higher], asked) => {
      const [before, after] = [scoreCheck(dlc1, asked, answers), scoreCheck(dlc1, asked, higher)]
      before.fields.forEach((field, index) => expect(after.fields[index]?.score ?? -1).toBeGreaterThanOrEqual(field.score ?? -1))
      expect(after.total ?? -1).toBeGreaterThanOrEqual(before.total ?? -1)
      expect(rankOf(after.band)).toBeGreaterThanOrEqual(rankOf(before.band))
    }))
  })

  it('all at one level scores 25 points a level', () => {
    for (const at of [0, 1, 2, 3, 4] as const) expect(scoreCheck(dlc1, 'full', allAt(dlc1, at)).total).toBe(25 * at)
  })
})
