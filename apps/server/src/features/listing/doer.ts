import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { Services } from '../../services.ts'
import type { CityEntry } from '../city/city-directory.ts'
import type { OfficeDoer } from './moderation.service.ts'

type Context = { identity: Identity; city: CityEntry; services: Pick<Services, 'now'>; origin: string }

export const doerOf = ({ identity, city, services, origin }: Context): OfficeDoer => ({ identity, city, pack: city.pack, now: services.now(), origin })
