import { randomUUID } from 'node:crypto'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { IdempotencyKey, MerchantId, PersonId } from '@digitallotsen/domain/ids.schemas.ts'
import { emptyContent, splitStreet } from '@digitallotsen/domain/listing/listing.rules.ts'
import type { ListingContent } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { addDays, germanZone, wallTimeAt } from '@digitallotsen/domain/listing/zone.rules.ts'
import type { CityEntry } from '../features/city/city-directory.ts'
import { reencodePicture } from '../features/files/picture.ts'
import { ensurePerson } from '../features/identity/person.repository.ts'
import { saveDraft } from '../features/listing/listing-draft.service.ts'
import type { Doer } from '../features/listing/listing-access.service.ts'
import { submitListing } from '../features/listing/listing.service.ts'
import { answerOffer, createOffer, submitOffer } from '../features/listing/offer.service.ts'
import { invitePartner } from '../features/listing/offers.repository.ts'
import { addListingPhoto } from '../features/listing/photos.service.ts'
import { createMerchant } from '../features/merchant/merchant.service.ts'
import type { Services } from '../services.ts'
import { sampleAddress } from './sample-data.ts'
import { hoursOf, sampleListings, sampleOffers, type SampleListing } from './sample-listing-data.ts'
import { drawFront } from './sample-picture.ts'
import { listSampleShops, markMerchant, markPerson, type SampleShop } from './sample.repository.ts'

const newKey = () => randomUUID() as IdempotencyKey

/** Where a city looks first, the sample has been looked at: only what is to wait does. */
const packFor = ({ pack }: CityEntry, waits: boolean): CityEntry['pack'] => ({ ...pack, platform: { moderation: waits ? 'before' : 'after' } })

const doerFor = (city: CityEntry, { merchantId, personId }: SampleShop, now: Date, waits = false): Doer => {
  const identity: Identity = {
    personId: personId as PersonId, email: '', displayName: null, memberships: [{ role: 'merchant', merchantId: merchantId as MerchantId, merchantName: null, position: 'owner', universityId: null }],
  }
  return { identity, pack: packFor(city, waits), now, origin: `https://${city.pack.hosts[0] ?? city.slug}` }
}

const placesOf = ({ pack }: CityEntry, index: number) => {
  const { districts, postcodes } = pack.city
  const district = districts[index % districts.length]
  return { districtId: district?.id ?? null, postcode: district?.postcodes[0] ?? postcodes[index % postcodes.length] ?? null }
}

/** Beside each other in the district, not one upon the other. */
const placeIn = ({ pack }: CityEntry, districtId: string | null, index: number): ListingContent['place'] => {
  const district = pack.city.districts.find(({ id }) => id === districtId)
  if (!district) return null
  const [angle, away] = [index * 2.4, (district.radius * (0.2 + (index % 5) * 0.12)) / 111_000]
  return { lat: district.lat + away * Math.sin(angle), lon: district.lon + (away * Math.cos(angle)) / Math.cos((district.lat * Math.PI) / 180), source: 'map' }
}

const contentOf = (city: CityEntry, sample: SampleListing, index: number): ListingContent => {
  const { name, tagline, story, categories, languages, payment, wheelchair, facts, street, hours } = sample
  const { districtId, postcode } = placesOf(city, index)
  const known = categories.filter(id => city.pack.categories.some(category => category.id === id))
  return {
    ...emptyContent(name), tagline, story, categories: known, languages, payment, hours: hoursOf(hours),
    address: { ...splitStreet(street), addition: null, postcode, town: city.pack.name, districtId },
    place: placeIn(city, districtId, index),
    phones: [{ kind: 'landline', number: `02000 ${String(10_000 + index * 37)}` }],
    email: sampleAddress(`kontakt${index + 1}`, city.slug),
    website: index % 3 === 0 ? `https://www.laden${index + 1}.example` : null,
    accessibility: { wheelchair: wheelchair ?? null, facts: facts ?? [], note: null },
  }
}

const openShop = async (tx: TenantTx, city: CityEntry, sample: SampleListing, index: number, now: Date): Promise<SampleShop> => {
  const person = await ensurePerson(tx, sampleAddress(`eintrag${index + 1}`, city.slug), 'de')
  await markPerson(tx, person.id, 'Musterperson Betrieb')
  const merchantId = await createMerchant(tx, { pack: city.pack, name: sample.name, ...placesOf(city, index), personId: person.id, now, sample: true })
  await markMerchant(tx, merchantId, sample.categories[0] ?? '')
  return { merchantId, personId: person.id, name: sample.name }
}

const makePage = async (services: Services, city: CityEntry, sample: SampleListing, index: number): Promise<void> => {
  const now = services.now()
  const picture = await reencodePicture(await drawFront(...sample.front))
  await services.lanes.withTenant(city.tenantId, async tx => {
    const shop = (await listSampleShops(tx)).find(({ name }) => name === sample.name) ?? (await openShop(tx, city, sample, index, now))
    const merchantId = shop.merchantId as MerchantId
    const doer = doerFor(city, shop, now, sample.waits ?? false)
    await saveDraft(tx, doer, { merchantId, draftVersion: 0, content: contentOf(city, sample, index) })
    await addListingPhoto(tx, doer, { merchantId, alt: `Gezeichnete Ladenfront: ${sample.tagline}`, idempotencyKey: newKey() }, picture)
    await submitListing(tx, doer, { merchantId, draftVersion: 2 })
  })
}

/** How many days later the first such day of the week comes; none where any day will do. */
const daysUntil = (weekday: number | undefined, date: string): number => (weekday === undefined ? 0 : (weekday - new Date(`${date}T00:00:00Z`).getUTCDay() + 7) % 7)

const makeOffers = (services: Services, city: CityEntry): Promise<void> =>
  services.lanes.withTenant(city.tenantId, async tx => {
    const now = services.now()
    const today = wallTimeAt(now, germanZone).date
    const shops = new Map((await listSampleShops(tx)).map(shop => [shop.name, shop]))
    for (const { owner, partners, from, to, weekday, ...rest } of sampleOffers) {
      const shop = shops.get(owner)
      if (!shop) continue
      const doer = doerFor(city, shop, now)
      const wait = daysUntil(weekday, addDays(today, from))
      const content = { ...rest, startsOn: addDays(today, from + wait), endsOn: addDays(today, to + wait), venue: null }
      const { id } = await createOffer(tx, doer, { merchantId: shop.merchantId as MerchantId, content, idempotencyKey: newKey() })
      for (const partner of partners.flatMap(name => shops.get(name) ?? [])) {
        await invitePartner(tx, id, partner.merchantId)
        await answerOffer(tx, doerFor(city, partner, now), { offerId: id, merchantId: partner.merchantId as MerchantId, accept: true })
      }
      await submitOffer(tx, doer, id)
    }
  })

/** Pages, photos, offers and events of the invented businesses; two pages wait for the office. */
export const furnishListings = async (services: Services, city: CityEntry): Promise<void> => {
  for (const [index, sample] of sampleListings.entries()) await makePage(services, city, sample, index)
  await makeOffers(services, city)
}
