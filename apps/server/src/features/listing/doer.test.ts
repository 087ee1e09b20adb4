import { expect, it } from 'vitest'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { doerOf, offerDoerOf } from './doer.ts'

const identity: Identity = { personId: 'p' as Identity['personId'], email: 'p@example.org', displayName: null, memberships: [] }
const inCity = (directory: boolean, offers: boolean) => ({ identity, city: { pack: { features: { directory, offers } } } as CityEntry, services: { now: () => new Date(0) }, origin: '' })
const refusal = (work: () => unknown) => {
  try {
    work()
    return 'passed'
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error)
  }
}

it.each([
  [true, true, 'passed', 'passed'],
  [true, false, 'passed', 'listing.not_offered'],
  [false, true, 'listing.not_offered', 'listing.not_offered'],
  [false, false, 'listing.not_offered', 'listing.not_offered'],
])('directory %s and offers %s: pages %s, offers %s', (directory, offers, pages, onThem) => {
  expect([refusal(() => doerOf(inCity(directory, offers))), refusal(() => offerDoerOf(inCity(directory, offers)))]).toEqual([pages, onThem])
})
