import type { DraftPhoto, ListingContent, ListingGap, ListingPhoto, ListingState, Moderation } from './listing.schemas.ts'

/** What is still missing before a page may be submitted; an empty list lets it pass. Photos, story and hours may come later. */
export const listGaps = ({ categories, address, phones, email, website, tagline }: ListingContent): ListingGap[] => {
  const missing: Record<ListingGap, boolean> = {
    categories: categories.length === 0,
    town: address.street === null || address.town === null,
    contact: phones.length === 0 && email === null && website === null,
    tagline: tagline === null,
  }
  return (Object.keys(missing) as ListingGap[]).filter(gap => missing[gap])
}

/** Where a submission leads: live at once, or waiting; a page that is live stays so while a newer version waits. */
export const stateAfterSubmission = (state: ListingState, moderation: Moderation): ListingState => {
  if (moderation === 'after') return 'published'
  return state === 'published' ? 'published' : 'pending'
}

/** What was taken down by the office waits for the office, whatever the city's usual way. */
export const moderationFor = (state: ListingState, usual: Moderation): Moderation => (state === 'taken_down' ? 'before' : usual)

type Snapshot = { content: ListingContent; photos: readonly (ListingPhoto | DraftPhoto)[] }

const photoText = (photos: Snapshot['photos']) => JSON.stringify(photos.map(({ fileId, alt }) => [fileId, alt]))

/** JSON with the keys in order: the database does not keep the order in which they were written. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part,
  )

/** The parts in which two versions differ, by their names; everything where there was no earlier one. */
export const changedParts = (before: Snapshot | undefined, after: Snapshot): string[] => {
  const parts = Object.keys(after.content) as (keyof ListingContent)[]
  const changed: string[] = parts.filter(part => inOrder(before?.content[part]) !== inOrder(after.content[part]))
  if (before === undefined ? after.photos.length > 0 : photoText(before.photos) !== photoText(after.photos)) changed.push('photos')
  return changed
}

/** A record that says nothing but its name, to begin with. */
export const emptyContent = (name: string): ListingContent => ({
  name, legalName: null, tagline: null, story: '', categories: [],
  address: { street: null, houseNumber: null, addition: null, postcode: null, town: null, districtId: null },
  place: null, phones: [], email: null, website: null, social: [], hours: null, languages: [], payment: [],
  accessibility: { wheelchair: null, facts: [], note: null },
})

/** "Bahnhofstr. 12 a" in its two parts; what has no number at its end is all street. */
export const splitStreet = (line: string): { street: string; houseNumber: string | null } => {
  const found = /^(.*\D)\s+(\d+ ?[a-zA-Z]?(?: ?[-–/] ?\d+ ?[a-zA-Z]?)?)$/.exec(line.trim())
  return found ? { street: (found[1] ?? '').trim(), houseNumber: found[2] ?? null } : { street: line.trim(), houseNumber: null }
}
