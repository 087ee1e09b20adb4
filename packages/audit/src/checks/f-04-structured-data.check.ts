import type { CheckRule, Place } from '../check.types.ts'
import { fails, failsAt } from '../outcome.ts'
import { readStructuredData, type BusinessMark } from '../structured-data.ts'

export const structuredData: CheckRule = {
  id: 'F-04',
  needsPage: true,
  judge: site => {
    const read = site.screens.flatMap(screen => screen.parts).map(part => ({ page: part.url, ...readStructuredData(part) }))
    const broken = read.flatMap(({ page, broken: blocks }) => blocks.map((quote): Place => ({ cause: 'structured.broken', page, quote })))
    const marks = read.flatMap(({ page, businesses }) => businesses.map(mark => ({ page, mark })))
    if (marks.length === 0) return fails([...broken, { cause: 'structured.none', page: site.start?.url ?? '' }])
    if (marks.some(({ mark }) => missingIn(mark).length === 0)) return failsAt(broken, {}, marks.flatMap(({ page, mark }) => notesOf(page, mark)))
    return fails([...broken, ...marks.map(({ page, mark }): Place => ({ cause: 'structured.incomplete', page, quote: missingIn(mark).join(', ') }))])
  },
}

const missingIn = ({ name, street, postcode, place }: BusinessMark): string[] =>
  Object.entries({ name, streetAddress: street, postalCode: postcode, addressLocality: place }).flatMap(([key, value]) => (value ? [] : [key]))

const notesOf = (page: string, mark: BusinessMark): Place[] => {
  const missing = [...(mark.phones.length > 0 ? [] : ['telephone']), ...(mark.openingHours.length > 0 ? [] : ['openingHoursSpecification'])]
  return missing.length > 0 ? [{ cause: 'structured.could_say_more', page, quote: missing.join(', ') }] : []
}
