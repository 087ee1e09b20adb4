import { afterAll, beforeAll, expect, it } from 'vitest'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { flowers } from '@digitallotsen/domain/listing/listing.fixture.ts'
import type { Moderation } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { OfferContent } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { addPerson, addShop, asOffice, newKey, noon, openTestCity, type Shop, type TestCity } from '../../test-city.fixture.ts'
import { saveDraft } from './listing-draft.service.ts'
import { submitListing } from './listing.service.ts'
import { countQueue, decideOffer, getModerationView, getQueue} from './moderation.service.ts'
import type { OfficeDoer } from './listing-access.service.ts'
import { removePartner, suggestPartners } from './offer-partners.service.ts'
import { answerOffer, changeOffer, createOffer, inviteToOffer, listOffers, submitOffer } from './offer.service.ts'

let db: TestDatabase
let place: TestCity
let office: OfficeDoer
beforeAll(async () => {
  db = await createTestDatabase()
  place = await openTestCity(db)
  office = { ...doerOf(await addShop(place)), identity: asOffice(await addPerson(place)) }
})
afterAll(() => db.close())

const content: OfferContent = { kind: 'event', title: 'Lesung', text: 'Mit Kaffee', startsOn: '2026-03-05', endsOn: '2026-03-05', startsAt: '19:00', endsAt: null, priceText: null, venue: null }
const refusal = (work: Promise<unknown>) => work.then(() => 'passed', (error: unknown) => (error instanceof DomainError ? error.code : String(error)))
const doerOf = ({ owner }: Pick<Shop, 'owner'>, moderation: Moderation = 'before', now = noon): OfficeDoer => ({
  identity: owner, city: place.city, pack: { ...place.city.pack, platform: { moderation } }, now, origin: 'https://musterstadt.example',
})

const liveShop = async (name: string) => {
  const shop = await addShop(place, name)
  const { merchantId } = shop
  await place.act(tx => saveDraft(tx, doerOf(shop), { merchantId, draftVersion: 0, content: { ...flowers, name } }))
  const { slug } = await place.act(tx => submitListing(tx, doerOf(shop, 'after'), { merchantId, draftVersion: 1 }))
  return { shop, slug: slug ?? '' }
}
const createFor = (shop: Shop) => place.act(tx => createOffer(tx, doerOf(shop), { merchantId: shop.merchantId, content, idempotencyKey: newKey() }))
const view = ({ merchantId }: Shop, now = noon) => place.act(tx => getModerationView(tx, { ...office, now }, merchantId))
const queued = async (id: string) => (await place.act(tx => getQueue(tx, office))).offers.find(({ offerId }) => offerId === id)
const suggest = (shop: Shop, offerId: string, search: string) => place.act(tx => suggestPartners(tx, doerOf(shop), { offerId, search }))

it('the office reads the whole wording of an offer before it decides, with everybody who takes part', async () => {
  const [{ shop }, other, silent] = [await liveShop('Lesestube'), await liveShop('Kaffeehaus'), await liveShop('Stiller Laden')]
  const { id } = await createFor(shop)
  for (const { slug } of [other, silent]) await place.act(tx => inviteToOffer(tx, doerOf(shop), { offerId: id, slug }))
  await place.act(tx => answerOffer(tx, doerOf(other.shop), { offerId: id, merchantId: other.shop.merchantId, accept: true }))
  const before = await place.act(tx => countQueue(tx, office))
  await place.act(tx => submitOffer(tx, doerOf(shop), id))
  expect(await queued(id)).toMatchObject({ merchantId: shop.merchantId, business: 'Lesestube', partners: ['Kaffeehaus'], content, state: 'pending' })
  expect(await place.act(tx => countQueue(tx, office))).toEqual({ ...before, offers: before.offers + 1 })
})

it('a wording that changed meanwhile is looked at again before it appears', async () => {
  const { shop } = await liveShop('Eiliger Laden')
  const { id } = await createFor(shop)
  await place.act(tx => submitOffer(tx, doerOf(shop), id))
  const seen = await queued(id)
  await place.act(tx => changeOffer(tx, doerOf(shop, 'before', new Date(noon.getTime() + 1000)), { offerId: id, content: { ...content, title: 'Ganz anders' } }))
  const approve = (seenAt: string | undefined) => place.act(tx => decideOffer(tx, office, { offerId: id, decision: 'approve', reason: null, seenAt }))
  expect(await refusal(approve(seen?.updatedAt))).toBe('listing.version_stale')
  expect(await refusal(approve((await queued(id))?.updatedAt))).toBe('passed')
})

it('the view of a business names its state, the trades in words, and what it offers now', async () => {
  const { shop } = await liveShop('Blumen am Eck')
  const { id } = await createFor(shop)
  await place.act(tx => submitOffer(tx, doerOf(shop, 'after'), id))
  expect(await view(shop)).toMatchObject({ business: 'Blumen am Eck', state: 'published', waiting: null, live: { content: { name: 'Blumen am Eck' } }, offers: [{ offerId: id, state: 'published' }] })
  expect((await view(shop)).trades.map(trade => trade.id)).toEqual(flowers.categories)
  expect((await view(shop, new Date('2026-03-06T12:00:00Z'))).offers).toEqual([])
})

it('a business without a page has an empty view, one that nobody knows has none', async () => {
  const shop = await addShop(place, 'Neuer Laden')
  expect(await view(shop)).toMatchObject({ business: 'Neuer Laden', state: null, waiting: null, live: null, offers: [] })
  expect(await refusal(view({ ...shop, merchantId: '0193d1a0-0000-7000-8000-0000000000aa' as Shop['merchantId'] }))).toBe('merchant.not_found')
})

it('who may be asked is found by its name, near spellings included, once, and never oneself', async () => {
  const [{ shop, slug }, other] = [await liveShop('Rosenbogen Nord'), await liveShop('Rosenbogen Süd')]
  const { id } = await createFor(shop)
  const names = async (search: string) => (await suggest(shop, id, search)).map(({ name }) => name)
  expect(await names('rosenbogen')).toEqual(['Rosenbogen Süd'])
  expect(await names('Rosenbgoen')).toEqual(['Rosenbogen Süd'])
  await place.act(tx => inviteToOffer(tx, doerOf(shop), { offerId: id, slug: other.slug }))
  expect(await names('rosenbogen')).toEqual([])
  expect(slug).not.toBe(other.slug)
  expect(await refusal(suggest(other.shop, id, 'rosen'))).toBe('offer.not_found')
})

it('a business that was asked can be taken out again by the one who asked, and by nobody else', async () => {
  const [{ shop }, other] = [await liveShop('Gastgeber'), await liveShop('Gast')]
  const { id } = await createFor(shop)
  await place.act(tx => inviteToOffer(tx, doerOf(shop), { offerId: id, slug: other.slug }))
  const remove = (doer: Shop, merchantId: Shop['merchantId']) => place.act(tx => removePartner(tx, doerOf(doer), { offerId: id, merchantId }))
  expect(await refusal(remove(other.shop, shop.merchantId))).toBe('offer.not_found')
  expect(await refusal(remove(shop, shop.merchantId))).toBe('offer.own_business')
  expect(await remove(shop, other.shop.merchantId)).toMatchObject({ partners: [] })
  expect(await place.act(tx => listOffers(tx, doerOf(other.shop), other.shop.merchantId))).toEqual([])
})
