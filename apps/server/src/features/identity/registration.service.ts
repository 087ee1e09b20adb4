import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { record } from '../audit/audit.service.ts'
import { claimAssessment } from '../check/check.service.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { createMerchant } from '../merchant/merchant.service.ts'
import { ensurePerson } from './person.repository.ts'
import type { PendingRegistration } from './registration.schemas.ts'

/** "Plan behalten", confirmed by mail: person, business, membership, the check that moves along once, and its plan — all or nothing. */
export const completeRegistration = async (
  tx: TenantTx,
  city: CityEntry,
  email: string,
  pending: PendingRegistration,
  now: Date,
): Promise<MerchantId> => {
  const person = await ensurePerson(tx, email, pending.locale)
  const merchantId = await createMerchant(tx, { pack: city.pack, ...pending.business, personId: person.id, now })
  await claimAssessment(tx, { pack: city.pack, assessmentId: pending.assessmentId, keyHash: pending.keyHash, merchantId, now })
  await record(tx, {
    actorPersonId: person.id, actorRole: 'merchant', action: 'merchant.registered', entity: 'merchant', entityId: merchantId,
    details: { acceptedPrivacyAt: pending.acceptedPrivacyAt }, at: now,
  })
  return merchantId
}

/** The language of a mail: the one asked for where the city offers it, else German. */
export const offeredLocale = (city: CityEntry, wanted: Locale): Locale => (city.pack.languages.includes(wanted) ? wanted : 'de')

/** Refused before a mail goes out, so that the person learns it at the form. */
export const ensureKnownPlace = (city: CityEntry, place: { postcode: string; districtId: string | null }): void => {
  if (!city.pack.city.postcodes.includes(place.postcode)) throw new DomainError('postcode.foreign', { postcode: place.postcode })
  if (place.districtId !== null && !city.pack.city.districts.some(district => district.id === place.districtId)) throw new DomainError('district.unknown')
}
