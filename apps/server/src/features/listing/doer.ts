import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { Services } from '../../services.ts'
import type { CityEntry } from '../city/city-directory.ts'
import type { OfficeDoer } from './listing-access.service.ts'

type Context = { identity: Identity; city: CityEntry; services: Pick<Services, 'now'>; origin: string }

const ensureOffered = ({ pack }: CityEntry, ...wanted: readonly ('directory' | 'offers')[]): void => {
  if (!wanted.every(feature => pack.features[feature])) throw new DomainError('listing.not_offered')
}

/** Who acts on the pages of a city that has a directory; any other is refused. */
export const doerOf = ({ identity, city, services, origin }: Context): OfficeDoer => {
  ensureOffered(city, 'directory')
  return { identity, city, pack: city.pack, now: services.now(), origin }
}

/** The same for offers, which stand on those pages. */
export const offerDoerOf = (context: Context): OfficeDoer => {
  ensureOffered(context.city, 'offers')
  return doerOf(context)
}
