import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { FileId, ListingPhotoId, MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import { once } from '../../trpc/idempotency.ts'
import { insertPicture, type Picture } from '../plan/evidence.repository.ts'
import { ensureOwn, trace } from './listing-access.service.ts'
import { lockListing, updateListing } from './listing.repository.ts'
import { countPhotosEver, findPublicPicture, insertPhoto, listPhotos } from './photos.repository.ts'

const mostPhotos = 12
/** With those taken away, which earlier versions still need: some 20 MB of pictures. */
const mostEver = 60

/** Asked before a picture is read and re-encoded, so that nobody has that work done for nothing. */
export const ensureMayAddListingPhoto = async (identity: Identity, merchantId: MerchantId): Promise<void> => ensureOwn(identity, 'listing.draft', merchantId)

export type ListingPhotoInput = { merchantId: MerchantId; alt: string; idempotencyKey: string }

/** A photo for the draft, last in order; the draft gets its next version. Refuses a business that has not begun a draft. */
export const addListingPhoto = async (
  tx: TenantTx, { identity, now }: { identity: Identity; now: Date }, { merchantId, alt, idempotencyKey: key }: ListingPhotoInput, picture: Picture,
): Promise<{ fileId: FileId; photoId: ListingPhotoId }> => {
  ensureOwn(identity, 'listing.draft', merchantId)
  return once(tx, { key, procedure: 'listing.addPhoto', subject: identity.personId }, async () => {
    const listing = await lockListing(tx, merchantId)
    if (!listing) throw new DomainError('listing.not_found')
    const position = (await listPhotos(tx, listing.id)).length
    if (position >= mostPhotos) throw new DomainError('listing.too_many_photos', { most: mostPhotos })
    if ((await countPhotosEver(tx, listing.id)) >= mostEver) throw new DomainError('file.quota_exceeded')
    const fileId = await insertPicture(tx, picture, identity.personId)
    const photoId = await insertPhoto(tx, { listingId: listing.id, merchantId, fileId, alt, position, createdAt: now })
    await updateListing(tx, listing.id, { draftVersion: listing.draftVersion + 1, draftSavedAt: now })
    await trace(tx, { identity, now }, { action: 'listing.photo_added', entity: 'listing', entityId: listing.id, merchantId, role: 'merchant' })
    return { fileId, photoId }
  })
}

export type PublicPicture = { data: Uint8Array; sha256: string }

/** A picture that a live page of the city shows; any other is `file.not_found`. */
export const getPublicPicture = async (tx: TenantTx, fileId: string): Promise<PublicPicture> => {
  const picture = await findPublicPicture(tx, fileId)
  if (!picture) throw new DomainError('file.not_found')
  return picture
}
