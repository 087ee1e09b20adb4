import { expect, test } from 'vitest'
import type { OfferId } from '@digitallotsen/domain/ids.schemas.ts'
import { groupOf, groupOffers } from './offer-groups.ts'
import { invitationTo, offerWith, ownMerchant } from './offer.fixture.ts'

const group = (offer: Parameters<typeof groupOf>[0]) => groupOf(offer, ownMerchant)
const at = { merchantId: ownMerchant, today: '2026-12-03' }

test('each offer stands where its business has to do something about it, or not', () => {
  expect(group(offerWith())).toBe('draft')
  expect(group(offerWith({ state: 'pending' }))).toBe('pending')
  expect(group(offerWith({ state: 'published' }))).toBe('published')
  expect(group(offerWith({ officeReason: 'Bitte ohne Preisvergleich.' }))).toBe('returned')
  expect(group(offerWith({ state: 'taken_down', officeReason: 'Zu laut.' }))).toBe('returned')
})

test('what another business has made is an invitation until one has said yes', () => {
  expect(group(invitationTo(false))).toBe('invited')
  expect(group(invitationTo(true))).toBe('joined')
})

test('an offer is over on the day after its last one, and not before', () => {
  const on = (endsOn: string) => groupOffers([offerWith({ content: { startsOn: '2026-12-01', endsOn } })], at)
  expect(on('2026-12-03').over).toEqual([])
  expect(on('2026-12-02')).toMatchObject({ current: [], over: [{ content: { endsOn: '2026-12-02' } }] })
})

test('invitations come first, and in each group what begins first', () => {
  const later = offerWith({ id: 'later' as OfferId, content: { startsOn: '2026-12-09', endsOn: '2026-12-09' } })
  const sooner = offerWith({ id: 'sooner' as OfferId, content: { startsOn: '2026-12-04', endsOn: '2026-12-31' } })
  const { current } = groupOffers([later, sooner, offerWith({ state: 'published' }), invitationTo(false)], at)
  expect(current.map(one => one.group)).toEqual(['invited', 'published', 'draft'])
  expect(current.at(-1)?.offers.map(({ id }) => id)).toEqual(['sooner', 'later'])
})

test('of what is over, the latest comes first', () => {
  const past = (endsOn: string) => offerWith({ content: { startsOn: '2026-01-01', endsOn } })
  expect(groupOffers([past('2026-02-01'), past('2026-11-30'), past('2026-05-05')], at).over.map(({ content }) => content.endsOn)).toEqual(['2026-11-30', '2026-05-05', '2026-02-01'])
})
