import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import { flowers } from '@digitallotsen/domain/listing/listing.fixture.ts'
import type { ListingContent, Moderation } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { addPerson, addShop, asOffice, identityWith, newKey, noon, openTestCity, type Shop, type TestCity } from '../../test-city.fixture.ts'
import { findPublishedBySlug, listCurrentOffers, listPublished, recentlyPublished } from './directory.service.ts'
import { getOwnDraft, saveDraft, setPhotos } from './listing-draft.service.ts'
import { listOwnVersions, previewListing, restoreVersion, submitListing, withdrawListing } from './listing.service.ts'
import { approveListing, decideOffer, getModerationView, getQueue, rejectListing, takeDownListing} from './moderation.service.ts'
import type { OfficeDoer } from './listing-access.service.ts'
import { answerOffer, changeOffer, createOffer, inviteToOffer, listOffers, submitOffer, withdrawOffer } from './offer.service.ts'
import { addListingPhoto, getPublicPicture } from './photos.service.ts'
import { getProfiles, getSheets, recordProfile } from './profiles.service.ts'

let db: TestDatabase
let place: TestCity
let office: OfficeDoer
beforeAll(async () => {
  db = await createTestDatabase()
  place = await openTestCity(db)
  office = { ...doerOf(await addShop(place)), identity: asOffice(await addPerson(place)) }
})
afterAll(() => db.close())

const refusal = (work: Promise<unknown>) => work.then(() => 'passed', (error: unknown) => (error instanceof DomainError ? error.code : String(error)))
const doerOf = ({ owner }: Pick<Shop, 'owner'>, moderation: Moderation = 'before', now = noon): OfficeDoer => ({
  identity: owner, city: place.city, pack: { ...place.city.pack, platform: { moderation } }, now, origin: 'https://musterstadt.example',
})
const save = (shop: Shop, draftVersion: number, change: Partial<ListingContent> = {}) =>
  place.act(tx => saveDraft(tx, doerOf(shop), { merchantId: shop.merchantId, draftVersion, content: { ...flowers, ...change } }))
const submit = (shop: Shop, draftVersion: number, moderation: Moderation = 'after', now = noon) =>
  place.act(tx => submitListing(tx, doerOf(shop, moderation, now), { merchantId: shop.merchantId, draftVersion }))
/** A shop whose page is live. */
const liveShop = async (change: Partial<ListingContent> = {}) => {
  const shop = await addShop(place)
  await save(shop, 0, change)
  const { slug } = await submit(shop, 1)
  return { shop, slug: slug ?? '' }
}
const picture = () => ({ data: new Uint8Array(Buffer.from(randomUUID())), width: 8, height: 8, sha256: randomUUID() })
const addPhoto = ({ owner, merchantId }: Shop, alt = 'Schaufenster') =>
  place.act(tx => addListingPhoto(tx, { identity: owner, now: noon }, { merchantId, alt, idempotencyKey: newKey() }, picture()))
const seen = (slug: string) => place.act(tx => findPublishedBySlug(tx, slug, noon))
const eventsOf = async ({ merchantId }: Shop) => (await db.admin(`select action from audit_events where details ->> 'merchantId' = $1 order by at, created_at`, [merchantId])).map(row => row['action'])
const waitingVersion = async ({ merchantId }: Shop) => String((await place.act(tx => getModerationView(tx, office, merchantId))).versionId)
const mailsTo = (merchantId: MerchantId) => db.admin(`select m.subject, m.body_text, m.topic from mails m join people p on p.email = m.recipient join memberships s on s.person_id = p.id where s.merchant_id = $1 order by m.created_at`, [merchantId])

describe('a draft', () => {
  it('begins with what is known, and nobody sees it', async () => {
    const shop = await addShop(place, 'Stiefel & Söhne')
    await db.admin(`update merchants set trade = 'Schuhgeschäft', phone = '02000 4711', street = 'Am Markt 3' where id = $1`, [shop.merchantId])
    const draft = await place.act(tx => getOwnDraft(tx, doerOf(shop), shop.merchantId))
    expect(draft).toMatchObject({
      draftVersion: 0, slug: null, state: 'unpublished', gaps: ['tagline'],
      content: { name: 'Stiefel & Söhne', categories: ['shoe-shop'], phones: [{ number: '02000 4711' }], address: { street: 'Am Markt', houseNumber: '3', districtId: 'mitte' }, place: { lat: 51.5, source: 'district' } },
    })
    expect(await save(shop, 0)).toMatchObject({ draftVersion: 1, slug: 'blumen-am-markt', state: 'unpublished' })
    expect(await seen('blumen-am-markt')).toBeUndefined()
  })

  it('is saved once however often it arrives, and never over somebody else\'s', async () => {
    const shop = await addShop(place)
    await save(shop, 0)
    expect(await save(shop, 1, { tagline: 'Neu' })).toMatchObject({ draftVersion: 2 })
    expect(await save(shop, 1, { tagline: 'Neu' })).toMatchObject({ draftVersion: 2 })
    const late = await save(shop, 1, { tagline: 'Anders' }).catch((error: unknown) => error)
    expect(late).toMatchObject({ code: 'listing.conflict', details: { draftVersion: 2 } })
    expect(await refusal(save(shop, 0))).toBe('listing.conflict')
  })

  it('is for the people of the business: others learn nothing', async () => {
    const shop = await addShop(place)
    const stranger = await addShop(place)
    expect(await refusal(place.act(tx => getOwnDraft(tx, doerOf(stranger), shop.merchantId)))).toBe('merchant.not_found')
    expect(await refusal(save({ ...shop, owner: stranger.owner }, 0))).toBe('merchant.not_found')
    const guide = identityWith(await addPerson(place), { role: 'guide', merchantId: null, merchantName: null, position: null, universityId: null })
    expect(await refusal(save({ ...shop, owner: guide }, 0))).toBe('merchant.not_found')
  })

  it('lies in this city, with trades of its list', async () => {
    const shop = await addShop(place)
    expect(await refusal(save(shop, 0, { categories: ['brewery'] }))).toBe('category.unknown')
    expect(await refusal(save(shop, 0, { address: { ...flowers.address, districtId: 'anderswo' } }))).toBe('district.unknown')
    expect(await refusal(save(shop, 0, { address: { ...flowers.address, postcode: '99999' } }))).toBe('postcode.foreign')
  })

  it('is shown as its page would be', async () => {
    const shop = await addShop(place)
    await save(shop, 0)
    await addPhoto(shop)
    expect(await place.act(tx => previewListing(tx, doerOf(shop), shop.merchantId))).toMatchObject({ content: flowers, photos: [{ alt: 'Schaufenster' }], sample: false })
  })
})

describe('a page', () => {
  it('appears only when it is complete, at once where the city has it so', async () => {
    const shop = await addShop(place)
    await save(shop, 0, { tagline: null })
    expect(await submit(shop, 1).catch((error: unknown) => error)).toMatchObject({ code: 'listing.incomplete', details: { gaps: ['tagline'] } })
    await save(shop, 1, { name: 'Rosen Resli' })
    expect(await refusal(submit(shop, 1))).toBe('listing.conflict')
    expect(await submit(shop, 2)).toMatchObject({ state: 'published', slug: 'rosen-resli', differs: false, waiting: false })
    expect(await seen('rosen-resli')).toMatchObject({ kind: 'found', listing: { content: { name: 'Rosen Resli' } }, offers: [] })
    expect(await eventsOf(shop)).toEqual(['listing.created', 'listing.submitted', 'listing.published'])
  })

  it('waits for the office where the city looks first, and the business is told', async () => {
    const shop = await addShop(place)
    await save(shop, 0, { name: 'Wartender Laden' })
    expect(await submit(shop, 1, 'before')).toMatchObject({ state: 'pending', waiting: true })
    expect(await seen('wartender-laden')).toBeUndefined()
    expect((await place.act(tx => getQueue(tx, office))).listings).toContainEqual({ merchantId: shop.merchantId, slug: 'wartender-laden', name: 'Wartender Laden', submittedAt: noon.toISOString(), isNew: true })
    const versionId = await waitingVersion(shop)
    await place.act(tx => approveListing(tx, office, { merchantId: shop.merchantId, versionId }))
    expect(await seen('wartender-laden')).toMatchObject({ kind: 'found' })
    expect(await refusal(place.act(tx => approveListing(tx, office, { merchantId: shop.merchantId, versionId })))).toBe('listing.nothing_waiting')
    expect(await mailsTo(shop.merchantId)).toMatchObject([{ topic: 'listing_decided', subject: '„Wartender Laden“ ist jetzt sichtbar', body_text: expect.stringContaining('https://musterstadt.example/betriebe/wartender-laden') }])
  })

  it('that is live stays as it was while a newer version waits, and after that was rejected', async () => {
    const { shop, slug } = await liveShop({ name: 'Alter Stand' })
    await save(shop, 1, { name: 'Alter Stand', tagline: 'Neue Zeile' })
    expect(await submit(shop, 2, 'before')).toMatchObject({ state: 'published', waiting: true, differs: true })
    const view = await place.act(tx => getModerationView(tx, office, shop.merchantId))
    expect(view).toMatchObject({ changed: ['tagline'], live: { content: { tagline: flowers.tagline } }, waiting: { content: { tagline: 'Neue Zeile' } } })
    const reject = (versionId: string) => place.act(tx => rejectListing(tx, office, { merchantId: shop.merchantId, versionId, reason: 'Bitte ohne Werbung.' }))
    const [live] = await db.admin('select published_version_id from listings where merchant_id = $1', [shop.merchantId])
    expect(await refusal(reject(String(live?.['published_version_id'])))).toBe('listing.version_stale')
    await reject(String(view.versionId))
    expect(await seen(slug)).toMatchObject({ listing: { content: { tagline: flowers.tagline } } })
    expect(await place.act(tx => getOwnDraft(tx, doerOf(shop), shop.merchantId))).toMatchObject({ state: 'published', waiting: false, officeReason: 'Bitte ohne Werbung.' })
    expect((await place.act(tx => listOwnVersions(tx, doerOf(shop), shop.merchantId))).map(({ number, status, reason }) => [number, status, reason])).toEqual([[2, 'rejected', 'Bitte ohne Werbung.'], [1, 'live', null]])
    expect((await mailsTo(shop.merchantId)).at(-1)).toMatchObject({ body_text: expect.stringContaining('Bitte ohne Werbung.') })
  })

  it('that was taken down is gone at once, photos too, and returns only through the office', async () => {
    const shop = await addShop(place)
    await save(shop, 0, { name: 'Anstoß' })
    const { fileId } = await addPhoto(shop)
    await submit(shop, 2)
    expect(await refusal(place.act(tx => getPublicPicture(tx, fileId)))).toBe('passed')
    await place.act(tx => takeDownListing(tx, office, { merchantId: shop.merchantId, reason: 'Fremdes Foto' }))
    expect(await seen('anstoss')).toBeUndefined()
    expect(await refusal(place.act(tx => getPublicPicture(tx, fileId)))).toBe('file.not_found')
    expect(await refusal(place.act(tx => takeDownListing(tx, office, { merchantId: shop.merchantId, reason: 'x' })))).toBe('listing.not_published')
    expect(await submit(shop, 2, 'after')).toMatchObject({ waiting: true })
    expect(await seen('anstoss')).toBeUndefined()
    await place.act(async tx => approveListing(tx, office, { merchantId: shop.merchantId, versionId: String((await getModerationView(tx, office, shop.merchantId)).versionId) }))
    expect(await seen('anstoss')).toMatchObject({ kind: 'found' })
  })

  it.each([
    ['withdrawn', (shop: Shop) => place.act(tx => withdrawListing(tx, doerOf(shop), shop.merchantId))],
    ['rejected', (shop: Shop) => place.act(async tx => rejectListing(tx, office, { merchantId: shop.merchantId, versionId: String((await getModerationView(tx, office, shop.merchantId)).versionId), reason: 'Noch immer' }))],
  ])('that was taken down and handed in, then %s, does not slip past the office', async (how, act) => {
    const { shop, slug } = await liveShop({ name: `Umweg ${how}` })
    await place.act(tx => takeDownListing(tx, office, { merchantId: shop.merchantId, reason: 'Fremdes Foto' }))
    await submit(shop, 1, 'after')
    await act(shop)
    expect(await place.act(tx => getOwnDraft(tx, doerOf(shop), shop.merchantId))).toMatchObject({ state: 'taken_down', waiting: false, officeReason: how === 'withdrawn' ? 'Fremdes Foto' : 'Noch immer' })
    expect(await submit(shop, 1, 'after')).toMatchObject({ waiting: true })
    expect(await seen(slug)).toBeUndefined()
    await place.act(async tx => approveListing(tx, office, { merchantId: shop.merchantId, versionId: await waitingVersion(shop) }))
    expect(await place.act(tx => withdrawListing(tx, doerOf(shop), shop.merchantId))).toMatchObject({ state: 'unpublished' })
  })

  it('is withdrawn by its business at any time', async () => {
    const { shop, slug } = await liveShop({ name: 'Saisonladen' })
    expect(await place.act(tx => withdrawListing(tx, doerOf(shop), shop.merchantId))).toMatchObject({ state: 'unpublished', publishedAt: null })
    expect(await seen(slug)).toBeUndefined()
  })

  it('is decided upon by the office alone', async () => {
    const { shop } = await liveShop()
    const asOwner = { ...office, identity: shop.owner }
    expect(await refusal(place.act(tx => getQueue(tx, asOwner)))).toBe('role.forbidden')
    expect(await refusal(place.act(tx => takeDownListing(tx, asOwner, { merchantId: shop.merchantId, reason: 'x' })))).toBe('role.forbidden')
  })
})

describe('an address', () => {
  it('is the name\'s, numbered where it is taken, and an old one leads to the new', async () => {
    const first = await liveShop({ name: 'Doppelt & Gemoppelt' })
    const second = await liveShop({ name: 'Doppelt und Gemoppelt' })
    const third = await liveShop({ name: 'Doppelt, Gemoppelt' })
    expect([first.slug, second.slug, third.slug]).toEqual(['doppelt-gemoppelt', 'doppelt-und-gemoppelt', 'doppelt-gemoppelt-2'])
    await save(first.shop, 1, { name: 'Einfach' })
    expect(await submit(first.shop, 2)).toMatchObject({ slug: 'einfach' })
    expect(await seen('doppelt-gemoppelt')).toEqual({ kind: 'moved', slug: 'einfach' })
    await save(first.shop, 2, { name: 'Doppelt & Gemoppelt' })
    expect(await submit(first.shop, 3)).toMatchObject({ slug: 'doppelt-gemoppelt' })
    expect(await seen('einfach')).toEqual({ kind: 'moved', slug: 'doppelt-gemoppelt' })
  })
})

describe('photos and versions', () => {
  it('are put in order, taken away, and come back with an earlier version', async () => {
    const shop = await addShop(place)
    await save(shop, 0)
    const [door, window] = [await addPhoto(shop, 'Tür'), await addPhoto(shop, 'Fenster')]
    expect(await submit(shop, 3)).toMatchObject({ photos: [{ alt: 'Tür' }, { alt: 'Fenster' }] })
    const arranged = await place.act(tx => setPhotos(tx, doerOf(shop), { merchantId: shop.merchantId, draftVersion: 3, photos: [{ id: window.photoId, alt: 'Großes Fenster' }] }))
    expect(arranged).toMatchObject({ draftVersion: 4, differs: true, photos: [{ fileId: window.fileId, alt: 'Großes Fenster' }] })
    expect(await refusal(place.act(tx => setPhotos(tx, doerOf(shop), { merchantId: shop.merchantId, draftVersion: 4, photos: [{ id: newKey(), alt: 'Fremd' }] })))).toBe('file.not_found')
    await save(shop, 4, { name: 'Umbenannt' })
    await submit(shop, 5)
    expect(await refusal(place.act(tx => getPublicPicture(tx, door.fileId)))).toBe('file.not_found')
    const versions = await place.act(tx => listOwnVersions(tx, doerOf(shop), shop.merchantId))
    expect(versions.map(({ number, status, changed }) => [number, status, changed])).toEqual([[2, 'live', ['name', 'photos']], [1, 'earlier', expect.arrayContaining(['name', 'photos'])]])
    const back = await place.act(tx => restoreVersion(tx, doerOf(shop), { merchantId: shop.merchantId, versionId: versions[1]?.id ?? '', draftVersion: 5 }))
    expect(back).toMatchObject({ draftVersion: 6, content: flowers, photos: [{ alt: 'Tür' }, { alt: 'Fenster' }] })
  })

  it('have a limit', async () => {
    const shop = await addShop(place)
    await save(shop, 0)
    for (let i = 0; i < 12; i++) await addPhoto(shop)
    expect(await refusal(addPhoto(shop))).toBe('listing.too_many_photos')
    expect(await refusal(addPhoto(await addShop(place)))).toBe('listing.not_found')
  })
})

describe('an offer', () => {
  const content = { kind: 'offer' as const, title: 'Tulpen', text: 'Zehn für acht', startsOn: '2026-03-01', endsOn: '2026-03-09', startsAt: null, endsAt: null, priceText: '6 €', venue: null }
  const create = (shop: Shop, idempotencyKey = newKey()) => place.act(tx => createOffer(tx, doerOf(shop), { merchantId: shop.merchantId, content, idempotencyKey }))
  const current = (more: { district?: string; kind?: 'event' } = {}) => place.act(tx => listCurrentOffers(tx, { from: '2026-03-02', to: '2026-03-08', page: 1, pageSize: 50, ...more }))

  it('that was taken down or sent back does not slip past the office by being withdrawn', async () => {
    const { shop } = await liveShop({ name: 'Umweg Angebot' })
    const { id } = await create(shop)
    const stateOf = async () => (await place.act(tx => listOffers(tx, doerOf(shop), shop.merchantId))).find(offer => offer.id === id)?.state
    const submitAgain = () => place.act(tx => submitOffer(tx, doerOf(shop, 'after'), id))
    const withdraw = () => place.act(tx => withdrawOffer(tx, doerOf(shop, 'after'), id))
    await submitAgain()
    expect(await stateOf()).toBe('published')
    await place.act(tx => decideOffer(tx, office, { offerId: id, decision: 'take_down', reason: 'Zu laut' }))
    await submitAgain()
    await withdraw()
    await submitAgain()
    expect(await stateOf()).toBe('pending')
    await place.act(tx => decideOffer(tx, office, { offerId: id, decision: 'reject', reason: 'Noch zu laut' }))
    await withdraw()
    await submitAgain()
    expect(await stateOf()).toBe('pending')
    await place.act(tx => decideOffer(tx, office, { offerId: id, decision: 'approve', reason: null }))
    await withdraw()
    await submitAgain()
    expect(await stateOf()).toBe('published')
  })

  it('is made once, appears with its businesses, and leaves with their page', async () => {
    const [{ shop, slug }, other] = [await liveShop({ name: 'Tulpenladen' }), await liveShop({ name: 'Nebenan' })]
    const key = newKey()
    const { id } = await create(shop, key)
    expect((await create(shop, key)).id).toBe(id)
    await place.act(tx => inviteToOffer(tx, doerOf(shop), { offerId: id, slug: other.slug }))
    expect(await place.act(tx => submitOffer(tx, doerOf(shop, 'after'), id))).toMatchObject({ state: 'published', partners: [{ slug: other.slug, accepted: false }] })
    await place.act(tx => inviteToOffer(tx, doerOf(shop), { offerId: id, slug: other.slug }))
    expect((await mailsTo(other.shop.merchantId)).filter(({ topic }) => topic === 'offer_invited')).toMatchObject([{ subject: 'Laden am Markt lädt Sie ein: Tulpen', body_text: expect.stringContaining(`/mein-betrieb/${other.shop.merchantId}/angebote`) }])
    const shown = async () => (await current()).offers.find(offer => offer.id === id)?.businesses.map(({ name }) => name)
    expect(await shown()).toEqual(['Tulpenladen'])
    expect(await place.act(tx => answerOffer(tx, doerOf(other.shop), { offerId: id, merchantId: other.shop.merchantId, accept: true }))).toMatchObject([{ id, ownerName: 'Laden am Markt' }])
    expect(await shown()).toEqual(['Tulpenladen', 'Nebenan'])
    expect(await seen(other.slug)).toMatchObject({ offers: [{ id }] })
    expect((await current({ district: 'anderswo' })).offers).toEqual([])
    expect((await current({ kind: 'event' })).total).toBe(0)
    await place.act(tx => withdrawListing(tx, doerOf(shop), shop.merchantId))
    expect(await shown()).toEqual(['Nebenan'])
    expect(await seen(slug)).toBeUndefined()
  })

  it('waits for the office where the city looks first, and again when it changes', async () => {
    const { shop } = await liveShop()
    const { id } = await create(shop)
    expect(await place.act(tx => submitOffer(tx, doerOf(shop), id))).toMatchObject({ state: 'pending' })
    expect((await place.act(tx => getQueue(tx, office))).offers.map(({ offerId }) => offerId)).toContain(id)
    await place.act(tx => decideOffer(tx, office, { offerId: id, decision: 'approve', reason: null }))
    expect((await current()).offers.map(offer => offer.id)).toContain(id)
    expect(await place.act(tx => changeOffer(tx, doerOf(shop), { offerId: id, content: { ...content, title: 'Rosen' } }))).toMatchObject({ state: 'pending', content: { title: 'Rosen' } })
    expect((await current()).offers.map(offer => offer.id)).not.toContain(id)
    expect(await refusal(place.act(tx => decideOffer(tx, office, { offerId: id, decision: 'reject', reason: null })))).toBe('reason.required')
    expect(await refusal(place.act(tx => decideOffer(tx, office, { offerId: id, decision: 'take_down', reason: 'x' })))).toBe('offer.state_conflict')
    await place.act(tx => decideOffer(tx, office, { offerId: id, decision: 'reject', reason: 'Zu laut.' }))
    expect(await place.act(tx => listOffers(tx, doerOf(shop), shop.merchantId))).toMatchObject([{ state: 'draft', officeReason: 'Zu laut.' }])
  })

  it('belongs to a business with a page, lies ahead, and is nobody else\'s', async () => {
    const shop = await addShop(place)
    const { id } = await create(shop)
    expect(await refusal(place.act(tx => submitOffer(tx, doerOf(shop), id)))).toBe('listing.not_published')
    expect(await refusal(place.act(tx => submitOffer(tx, doerOf(shop, 'after', new Date('2026-03-10T12:00:00Z')), id)))).toBe('offer.ended')
    const { shop: stranger, slug } = await liveShop()
    expect(await refusal(place.act(tx => changeOffer(tx, doerOf(stranger), { offerId: id, content })))).toBe('offer.not_found')
    expect(await refusal(place.act(tx => answerOffer(tx, doerOf(stranger), { offerId: id, merchantId: stranger.merchantId, accept: true })))).toBe('offer.not_found')
    const own = await create(stranger)
    expect(await refusal(place.act(tx => inviteToOffer(tx, doerOf(stranger), { offerId: own.id, slug })))).toBe('offer.own_business')
    expect(await refusal(place.act(tx => inviteToOffer(tx, doerOf(stranger), { offerId: own.id, slug: 'gibt-es-nicht' })))).toBe('listing.not_found')
  })
})

describe('the record elsewhere', () => {
  it('comes in every form from one source', async () => {
    const { shop, slug } = await liveShop({ name: 'Überall' })
    const sheets = await place.act(tx => getSheets(tx, doerOf(shop), { merchantId: shop.merchantId, locale: 'de' }))
    expect(JSON.parse(sheets.jsonLd)).toMatchObject({ '@type': 'Florist', '@id': `https://musterstadt.example/betriebe/${slug}#betrieb` })
    expect(sheets.osm.openingHours).toMatch(/^Mo,Tu 09:00-13:00/)
    expect(sheets.vcard).toContain('FN:Überall\r\n')
    expect(sheets.profiles.map(({ channel }) => channel)).toEqual(['google', 'apple', 'bing'])
  })

  it('is compared by hand, and the newest look counts', async () => {
    const { shop } = await liveShop()
    const look = (finding: 'same' | 'different', idempotencyKey = newKey()) =>
      place.act(tx => recordProfile(tx, doerOf(shop), { merchantId: shop.merchantId, idempotencyKey, check: { channel: 'google', present: true, url: null, findings: [{ field: 'hours', finding, note: null }], checkedOn: '2026-03-02' } }))
    await look('different')
    await db.admin(`update profile_checks set created_at = created_at - interval '1 day' where merchant_id = $1`, [shop.merchantId])
    const key = newKey()
    await look('same', key)
    await look('same', key)
    const { channels } = await place.act(tx => getProfiles(tx, doerOf(shop), shop.merchantId))
    expect(channels.find(({ channel }) => channel === 'google')?.latest).toMatchObject({ result: 'agrees', by: 'merchant' })
    expect(await db.admin('select count(*)::int from profile_checks where merchant_id = $1', [shop.merchantId])).toEqual([{ count: 2 }])
  })
})

it('what one city publishes is in no other', async () => {
  await liveShop({ name: 'Hiesiger Laden' })
  const elsewhere = await openTestCity(db)
  const scene = { pack: elsewhere.city.pack, now: noon }
  const found = await elsewhere.act(tx => listPublished(tx, scene, { filter: { search: 'laden' }, openAt: null, page: 1, pageSize: 20 }))
  expect(found).toMatchObject({ cards: [], total: 0 })
  expect(await elsewhere.act(tx => findPublishedBySlug(tx, 'hiesiger-laden', noon))).toBeUndefined()
  expect(await elsewhere.act(tx => recentlyPublished(tx, 5))).toEqual([])
})
