import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import { changedParts, emptyContent, listGaps, splitStreet } from '@digitallotsen/domain/listing/listing.rules.ts'
import type { ListingContent, ListingDraft } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { ensureActiveMerchant } from '../merchant/merchant.service.ts'
import { getParticulars } from '../merchant/particulars.service.ts'
import { ensureOwn, trace, type Doer } from './listing-access.service.ts'
import { claimSlug, findListing, findVersion, insertListing, lockListing, updateListing, type StoredListing } from './listing.repository.ts'
import { arrangePhotos, listPhotos } from './photos.repository.ts'
import { suggestCategory } from './search.rules.ts'
import { slugCandidate, slugOf } from './slug.rules.ts'

const mostSlugs = 500

/** The address that this name would have, or the first numbered one that is free; one the listing had before is taken again. */
export const takeSlug = async (tx: TenantTx, listingId: string, name: string): Promise<string> => {
  const slug = slugOf(name)
  for (let attempt = 0; attempt < mostSlugs; attempt++) {
    const candidate = slugCandidate(slug, attempt)
    if (await claimSlug(tx, candidate, listingId)) return candidate
  }
  throw new Error('no address is left for this name')
}

const ensureKnown = ({ categories, city }: ResolvedPack, content: ListingContent): void => {
  const { districtId, postcode } = content.address
  if (content.categories.some(id => !categories.some(category => category.id === id))) throw new DomainError('category.unknown')
  if (districtId !== null && !city.districts.some(({ id }) => id === districtId)) throw new DomainError('district.unknown')
  if (postcode !== null && !city.postcodes.includes(postcode)) throw new DomainError('postcode.foreign', { postcode })
}

/** Who has set no place stands in the middle of their district. */
const withPlace = ({ city }: ResolvedPack, content: ListingContent): ListingContent => {
  if (content.place?.source === 'map') return content
  const district = city.districts.find(({ id }) => id === content.address.districtId)
  return { ...content, place: district ? { lat: district.lat, lon: district.lon, source: 'district' } : null }
}

/** What is known of the business already, as a beginning. */
const suggest = async (tx: TenantTx, pack: ResolvedPack, merchantId: string): Promise<ListingContent> => {
  const { name, postcode, districtId, street, phone, trade } = await getParticulars(tx, merchantId)
  const empty = emptyContent(name)
  const category = trade === null ? undefined : suggestCategory(trade, pack.categories)
  const address = { ...empty.address, ...(street === null ? {} : splitStreet(street)), postcode, districtId, town: pack.name }
  const isNumber = phone !== null && /^\+?[0-9(][0-9 ()/.-]{3,38}$/.test(phone) && phone.replace(/\D/g, '').length >= 5
  return withPlace(pack, { ...empty, categories: category ? [category] : [], phones: isNumber ? [{ kind: 'landline', number: phone }] : [], address })
}

const isLive = ({ state }: StoredListing) => state === 'published'

/** The listing for those who work on it. Asks for no right: the caller has. */
export const getDraft = async (tx: TenantTx, pack: ResolvedPack, merchantId: MerchantId): Promise<ListingDraft> => {
  const stored = await findListing(tx, merchantId)
  if (!stored) {
    const content = await suggest(tx, pack, merchantId)
    return {
      merchantId, slug: null, state: 'unpublished', waiting: false, officeReason: null, draftVersion: 0, savedAt: null, publishedAt: null, differs: true,
      content, photos: [], gaps: listGaps(content),
    }
  }
  const photos = await listPhotos(tx, stored.id)
  const live = isLive(stored) && stored.publishedVersionId ? await findVersion(tx, stored.id, stored.publishedVersionId) : undefined
  return {
    merchantId,
    slug: stored.slug,
    state: stored.state,
    waiting: stored.pendingVersionId !== null,
    officeReason: stored.officeReason,
    draftVersion: stored.draftVersion,
    savedAt: stored.draftSavedAt.toISOString(),
    publishedAt: isLive(stored) ? (stored.publishedAt?.toISOString() ?? null) : null,
    differs: changedParts(live, { content: stored.draft, photos }).length > 0,
    content: stored.draft,
    photos,
    gaps: listGaps(stored.draft),
  }
}

export const getOwnDraft = (tx: TenantTx, { identity, pack }: Doer, merchantId: MerchantId): Promise<ListingDraft> => {
  ensureOwn(identity, 'listing.draft', merchantId)
  return getDraft(tx, pack, merchantId)
}

/** Holds the listing; refuses who began with another version than the one that is stored. */
export const lockDraft = async (tx: TenantTx, merchantId: MerchantId, draftVersion: number): Promise<StoredListing> => {
  const stored = await lockListing(tx, merchantId)
  if (!stored) throw new DomainError('listing.not_found')
  if (stored.draftVersion !== draftVersion) throw new DomainError('listing.conflict', { draftVersion: stored.draftVersion })
  return stored
}

const create = async (tx: TenantTx, doer: Doer, merchantId: MerchantId, draft: ListingContent): Promise<void> => {
  const { sample } = await getParticulars(tx, merchantId)
  const id = await insertListing(tx, { merchantId, slug: `neu-${merchantId}`, draft, sample, draftSavedAt: doer.now })
  await updateListing(tx, id, { slug: await takeSlug(tx, id, draft.name) })
  await trace(tx, doer, { action: 'listing.created', entity: 'listing', entityId: id, merchantId, role: 'merchant' })
}

const isSame = (a: ListingContent, b: ListingContent) => changedParts({ content: a, photos: [] }, { content: b, photos: [] }).length === 0

export type SaveInput = { merchantId: MerchantId; draftVersion: number; content: ListingContent }

/** Saves the draft under its next version. A save that arrives a second time is answered like the first. */
export const saveDraft = async (tx: TenantTx, doer: Doer, { merchantId, draftVersion, content: given }: SaveInput): Promise<ListingDraft> => {
  ensureOwn(doer.identity, 'listing.draft', merchantId)
  await ensureActiveMerchant(tx, merchantId)
  ensureKnown(doer.pack, given)
  const content = withPlace(doer.pack, given)
  const stored = await lockListing(tx, merchantId)
  const isRepeat = stored?.draftVersion === draftVersion + 1 && isSame(stored.draft, content)
  if ((stored?.draftVersion ?? 0) !== draftVersion && !isRepeat) throw new DomainError('listing.conflict', { draftVersion: stored?.draftVersion ?? 0 })
  if (!stored) await create(tx, doer, merchantId, content)
  else if (!isRepeat) await updateListing(tx, stored.id, { draft: content, draftVersion: draftVersion + 1, draftSavedAt: doer.now })
  return getDraft(tx, doer.pack, merchantId)
}

export type PhotosInput = { merchantId: MerchantId; draftVersion: number; photos: readonly { id: string; alt: string }[] }

/** Order and words of the photos; one that is left out is taken away, and comes back with an earlier version. */
export const setPhotos = async (tx: TenantTx, doer: Doer, { merchantId, draftVersion, photos }: PhotosInput): Promise<ListingDraft> => {
  ensureOwn(doer.identity, 'listing.draft', merchantId)
  const stored = await lockDraft(tx, merchantId, draftVersion)
  const known = new Map((await listPhotos(tx, stored.id)).map(({ id, fileId }) => [String(id), fileId]))
  const wanted = photos.map(({ id, alt }) => {
    const fileId = known.get(id)
    if (!fileId) throw new DomainError('file.not_found')
    return { fileId, alt }
  })
  await arrangePhotos(tx, stored.id, wanted, doer.now)
  await updateListing(tx, stored.id, { draftVersion: draftVersion + 1, draftSavedAt: doer.now })
  return getDraft(tx, doer.pack, merchantId)
}
