import { describe, expect, it } from 'vitest'
import { emptyContent } from '@digitallotsen/domain/listing/listing.rules.ts'
import { flowers } from '@digitallotsen/domain/listing/listing.fixture.ts'
import type { ProfileCheck } from '@digitallotsen/domain/listing/profile.schemas.ts'
import { factsOf, humanAnswersOf, noAnswers } from './facts.rules.ts'

const pack = { city: { districts: [{ id: 'mitte', name: 'Mitte' }] } } as unknown as Parameters<typeof factsOf>[2]
const fields = ['claimed', 'category', 'hours', 'photos', 'description'] as const
const look = (findings: ProfileCheck['findings'], present = true): ProfileCheck => ({ channel: 'google', present, url: null, findings, checkedOn: '2026-03-02', result: 'agrees', by: 'merchant' })
const all = (finding: 'same' | 'different' | 'missing') => fields.map(field => ({ field, finding, note: null }))

describe('what is known of a business', () => {
  it('is what its master record and its people say, and nothing else', () => {
    expect(factsOf(emptyContent('Blumen'), noAnswers, pack)).toEqual({ name: 'Blumen' })
    const facts = factsOf({ ...flowers, address: { ...flowers.address, street: 'Marktstraße', houseNumber: '7', districtId: 'mitte' } }, { ...noAnswers, sellsOnline: false, employees: 0 }, pack)
    expect(facts).toMatchObject({ name: flowers.name, street: 'Marktstraße 7', district: 'Mitte', shop: false, employees: 0 })
    expect(facts).not.toHaveProperty('booking')
    expect(facts.openingHours?.every(({ day, opens, closes }) => /^(Mo|Tu|We|Th|Fr|Sa|Su)$/.test(day) && /^\d\d:\d\d$/.test(opens) && /^\d\d:\d\d$/.test(closes))).toBe(true)
  })
})

describe('what people tell', () => {
  it('of the profile counts when they have looked at all of it', () => {
    expect(humanAnswersOf(noAnswers, undefined)).toEqual({})
    expect(humanAnswersOf(noAnswers, look(all('same').slice(1)))).toEqual({})
    expect(humanAnswersOf(noAnswers, look(all('same'))).googleProfile).toEqual({ claimed: true, category: true, hours: true, photos: 10, description: true })
    expect(humanAnswersOf(noAnswers, look(all('different'))).googleProfile).toEqual({ claimed: false, category: false, hours: false, photos: 0, description: false })
    expect(humanAnswersOf(noAnswers, look([], false)).googleProfile).toMatchObject({ claimed: false, photos: 0 })
  })

  it('of the check-out and the statement is handed on as it is', () => {
    expect(humanAnswersOf({ ...noAnswers, orderButton: 'Jetzt kaufen', accessibilityStatement: 'missing' }, undefined)).toEqual({ orderButton: 'Jetzt kaufen', accessibilityStatement: 'missing' })
  })
})
