import type { BusinessFacts, GoogleProfile, HumanAnswers, OpeningSpan } from '@digitallotsen/audit/site.types.ts'
import type { ListingContent } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { ProfileCheck, ProfileField } from '@digitallotsen/domain/listing/profile.schemas.ts'
import type { WebsiteAnswers } from '@digitallotsen/domain/website/website-answers.schemas.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'

export const noAnswers: WebsiteAnswers = { sellsOnline: null, booksOnline: null, employees: null, aboveTwoMillion: null, accessibilityStatement: null, orderButton: null }

type Known<T> = { [K in keyof T]?: NonNullable<T[K]> }

/** What is not known is absent, so that no check takes it for a no. */
const known = <T extends Record<string, unknown>>(values: T): Known<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined)) as Known<T>

const dayNames = { mo: 'Mo', tu: 'Tu', we: 'We', th: 'Th', fr: 'Fr', sa: 'Sa', su: 'Su' } as const

const spansOf = (hours: NonNullable<ListingContent['hours']>): OpeningSpan[] =>
  (Object.keys(dayNames) as (keyof typeof dayNames)[]).flatMap(day => hours.week[day].map(({ from, to }) => ({ day: dayNames[day], opens: from, closes: to })))

const streetOf = ({ street, houseNumber }: ListingContent['address']): string | null => (street === null ? null : [street, houseNumber].filter(part => part !== null).join(' '))

/** The master record and what people have told, as the checks know a business. */
export const factsOf = (content: ListingContent, answers: WebsiteAnswers, { city }: Pick<ResolvedPack, 'city'>): BusinessFacts => {
  const { address, phones, email, hours } = content
  const numbers = phones.filter(({ kind }) => kind !== 'fax').map(({ number }) => number)
  return known({
    name: content.name,
    street: streetOf(address),
    postcode: address.postcode,
    place: address.town,
    district: city.districts.find(({ id }) => id === address.districtId)?.name,
    phones: numbers.length > 0 ? numbers : null,
    email,
    openingHours: hours && spansOf(hours),
    shop: answers.sellsOnline,
    booking: answers.booksOnline,
    employees: answers.employees,
    aboveTwoMillion: answers.aboveTwoMillion,
  })
}

const asked: readonly ProfileField[] = ['claimed', 'category', 'hours', 'photos', 'description']
/** Who says of the photos that they are there says that there are ten; the sheet asks for no number. */
const enoughPhotos = 10

/** A look at the profile that left one of the fields out says nothing: the check waits for a whole one. */
const googleProfileOf = ({ present, findings }: ProfileCheck): GoogleProfile | null => {
  const isSame = (field: ProfileField) => present && findings.find(entry => entry.field === field)?.finding === 'same'
  if (present && !asked.every(field => findings.some(entry => entry.field === field))) return null
  return { claimed: isSame('claimed'), category: isSame('category'), hours: isSame('hours'), photos: isSame('photos') ? enoughPhotos : 0, description: isSame('description') }
}

export const humanAnswersOf = ({ accessibilityStatement, orderButton }: WebsiteAnswers, google: ProfileCheck | undefined): HumanAnswers =>
  known({ accessibilityStatement, orderButton, googleProfile: google && googleProfileOf(google) })
