import { describe, expect, it } from 'vitest'
import { rankCandidates, type CandidateFacts } from './candidates.rules.ts'

const guide = (guideId: string, facts: Partial<CandidateFacts> = {}): CandidateFacts =>
  ({ guideId, name: guideId, languages: ['de'], districts: [], capacity: 5, load: 1, endsOn: null, ...facts })
const wanted = { languages: ['tr'], districtId: 'mitte', dueOn: '2027-02-05' }
const order = (...guides: CandidateFacts[]) => rankCandidates(guides, wanted).map(({ guideId }) => guideId)

describe('who takes a case over', () => {
  it('is first who speaks the language, then who is near', () => {
    expect(order(guide('fern'), guide('nah', { districts: ['mitte'] }), guide('spricht', { languages: ['de', 'tr'] }))).toEqual(['spricht', 'nah', 'fern'])
  })

  it('is last who has no place, or leaves before the day', () => {
    expect(order(guide('voll', { languages: ['tr'], districts: ['mitte'], load: 5 }), guide('geht', { languages: ['tr'], endsOn: '2027-02-05' }), guide('frei'))).toEqual(['frei', 'geht', 'voll'])
  })

  it('is among equals who has more room, then goes by name', () => {
    expect(order(guide('b', { load: 2 }), guide('ä', { load: 2 }), guide('z', { load: 0 }))).toEqual(['z', 'ä', 'b'])
  })

  it('comes with what speaks for and against', () => {
    expect(rankCandidates([guide('a', { languages: ['tr'], districts: ['mitte'], load: 5 })], wanted)).toEqual([
      { guideId: 'a', name: 'a', freePlaces: 0, reasons: ['language', 'district', 'no_place'], points: -5 },
    ])
  })
})
